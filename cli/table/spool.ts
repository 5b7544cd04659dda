import { createReadStream } from 'node:fs';
import type { Cell } from '../../src/table/cell.ts';
import type { FlatCell } from '../../src/table/flat.ts';
import type { Header } from '../../src/table/header.ts';
import type { LayoutColumn } from '../../src/table/layout.ts';
import type { RowOutcome } from '../../src/table/outcome.ts';
import type { RowIssue } from '../../src/table/rows.ts';
import { valueCell } from './cells.ts';
import type { SheetCell, ShortCell, ShortStyles } from './workbook.ts';
import { shortCell, shortCopy } from './xlsx/sheet-xml.ts';

/** A row that waits for its workbook: `R` a result, `B` a result that the law refuses, `X` a row that was not read. */
export interface SpoolRow {
  readonly kind: 'R' | 'B' | 'X';
  readonly cells: readonly ShortCell[];
  /** Why it was refused; absent where it was not. */
  readonly refused?: SpooledRefusal;
}

/** What the sheet of refused rows tells of a row. */
export interface SpooledRefusal {
  readonly row: string;
  readonly id: string | null;
  readonly issues: readonly RowIssue[];
}

// Cells in short hold no control character but tab and line break, and JSON none at all.
const CELL_END = '\u0001';
const ROW_END = '\u0002';

/**
 * Makes the function that writes an outcome as a waiting row, and notes which columns hold something. `header`: that of
 * a workbook, whose cells are copied as what they are.
 */
export function spoolWriter(
  columns: readonly LayoutColumn[],
  flatten: (outcome: RowOutcome) => FlatCell[],
  header?: Header,
): (outcome: RowOutcome, used: boolean[]) => string {
  const places = header ? placesOf(columns, header) : [];
  return (outcome, used) => {
    const { result } = outcome;
    const cells = flatten(outcome);
    const refused = refusalOf(outcome, cells[0] ?? '0');
    let line = refused ? (result ? 'B' : 'X') + JSON.stringify(refused) : 'R';
    for (let at = 0; at < columns.length; at++) {
      line += CELL_END;
      const value = cells[at];
      const copied = copiedCell(outcome, places[at]);
      if (copied !== undefined) {
        used[at] = true;
        line += shortCopy(copied);
        continue;
      }
      if (value === null || value === undefined || value === '') continue;
      used[at] = true;
      line += shortCell(sheetCell(value, columns[at] as LayoutColumn, result !== undefined));
    }
    return line + ROW_END;
  };
}

/** Where the cells of an output come from in a workbook. */
interface CopyPlace {
  readonly index: number;
  /** Only where the row is refused; of others the value as it was understood is written. */
  readonly refused: boolean;
}

function placesOf(columns: readonly LayoutColumn[], { keys, extras }: Header): (CopyPlace | undefined)[] {
  const [ofKeys, ofExtras] = [keys.values(), extras.values()];
  return columns.map(({ source }) => {
    if (source === 'result') return undefined;
    const { value } = (source === 'case' ? ofKeys : ofExtras).next();
    return value && { index: value.index, refused: source === 'case' };
  });
}

/** The cell to be copied as it is; texts come from the flat row. */
function copiedCell({ cells, result }: RowOutcome, place: CopyPlace | undefined): Cell | undefined {
  if (!place || (place.refused && result)) return undefined;
  const cell = cells?.[place.index];
  return typeof cell === 'string' || cell === null ? undefined : cell;
}

function refusalOf({ result, refusal }: RowOutcome, row: string): SpooledRefusal | undefined {
  if (!result) return { row, id: refusal?.id ?? null, issues: refusal?.issues ?? [] };
  if (result.outcome !== 'refused') return undefined;
  const reasons = result.findings.filter(({ severity }) => severity === 'error');
  return { row, id: result.id ?? null, issues: reasons.map(({ code, message }) => ({ code, path: '', message })) };
}

/** What was understood is written as numbers and dates; what a refused row holds, as it was. */
function sheetCell(value: string, column: LayoutColumn, understood: boolean): SheetCell {
  if (column.id === 'result.row') return { number: value, style: column.kind };
  return understood ? valueCell(value, column.kind) : { text: value };
}

/** The styles of a column of waiting cells. */
export function spooledStyles({ kind }: LayoutColumn): ShortStyles {
  return { text: kind === 'long' ? 'long' : 'text', number: kind };
}

/** The waiting rows, or only those of some kinds; the others are not even taken apart. */
export async function* spoolRows(path: string, kinds = 'RBX'): AsyncGenerator<SpoolRow, void, undefined> {
  for await (const line of lines(path)) {
    const kind = line.charAt(0) as SpoolRow['kind'];
    if (!kinds.includes(kind)) continue;
    const [head = '', ...cells] = line.split(CELL_END);
    yield kind === 'R' ? { kind, cells } : { kind, cells, refused: JSON.parse(head.slice(1)) as SpooledRefusal };
  }
}

async function* lines(path: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split(ROW_END);
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}
