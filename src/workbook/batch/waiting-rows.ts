import type { Lang } from '../../base/text.ts';
import { readable } from '../../explanation/format.ts';
import type { Result } from '../../engine/result.ts';
import { LONGEST_TYPED } from '../../base/lengths.ts';
import type { Cell } from '../../table/cell.ts';
import type { FlatCell } from '../../table/flat.ts';
import type { Header } from '../../table/header.ts';
import { RESULT_PREFIX, type LayoutColumn } from '../../table/layout.ts';
import type { RowOutcome } from '../../table/outcome.ts';
import type { RowIssue } from '../../table/rows.ts';
import { copiedCell, valueCell } from '../cells.ts';
import type { SheetCell } from '../plan.ts';

/**
 * A row that waits for its workbook: `R` a result, `C` one that somebody has to check, `B` a result that the law refuses,
 * `X` a row that was not read.
 */
export interface WaitingRow {
  readonly kind: 'R' | 'C' | 'B' | 'X';
  readonly cells: readonly SheetCell[];
  /** Why it was refused; absent where it was not. */
  readonly refused?: WaitingRefusal;
}

/** What the sheet of refused rows tells of a row. */
export interface WaitingRefusal {
  readonly row: string;
  readonly id: string | null;
  /** Where several sheets are read. */
  readonly sheet?: string;
  readonly issues: readonly RowIssue[];
}

/**
 * Makes the function that writes an outcome as a waiting row, and notes which columns hold something. `header`: that of
 * a workbook, whose cells are copied as what they are.
 */
export function waitingWriter(
  columns: readonly LayoutColumn[],
  flatten: (outcome: RowOutcome) => FlatCell[],
  header?: Header,
  { severalSheets = false, lang = 'vi', remediesOf = () => [] }: WaitingOptions = {},
): (outcome: RowOutcome, used: boolean[]) => string {
  const places = header ? placesOf(columns, header) : [];
  const checks = columns.findIndex(({ id }) => id === `${RESULT_PREFIX}checks`);
  return (outcome, used) => {
    const { result } = outcome;
    const cells = flatten(outcome);
    const refusal = refusalOf(outcome, cells[0] ?? '0', remediesOf);
    // The first further column of several sheets is that of their names.
    const refused = refusal && severalSheets ? { ...refusal, sheet: outcome.extras[0] ?? '' } : refusal;
    const kind = refused ? (result ? 'B' : 'X') : (cells[checks] ?? '') === '' ? 'R' : 'C';
    const row = columns.map((column, at): SheetCell => {
      const given = givenCell(outcome, places[at]);
      const cell = given === undefined ? sheetCell(cells[at], column, result !== undefined) : copiedCell(given);
      if (cell) used[at] = true;
      return cell && 'text' in cell ? textCell(cell.text, column, lang) : cell;
    });
    return kind + JSON.stringify({ kind, cells: row, ...(refused ? { refused } : {}) } satisfies WaitingRow) + '\n';
  };
}

/** How rows are written that wait. */
export interface WaitingOptions {
  /** Whether the rows come from several sheets. */
  readonly severalSheets?: boolean;
  /** The language of the sentences, whose dates and numbers are written in its way. */
  readonly lang?: Lang;
  /** What would lift the reasons for which the law refuses a result, by their codes; default: nothing is told. */
  readonly remediesOf?: (result: Result) => readonly CodeRemedies[];
}

/** A reason by its code, and what would lift it. */
export interface CodeRemedies {
  readonly code: string;
  readonly remedies: readonly string[];
}

/** A text; the sentences of the program with dates and numbers as people write them. */
function textCell(text: string, { id, kind }: LayoutColumn, lang: Lang): SheetCell {
  if (kind !== 'long') return { text, style: 'text' };
  // A replay reads the questions again, word by word.
  return { text: id === `${RESULT_PREFIX}interpretations` ? text : readable(text, lang), style: 'long' };
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
function givenCell({ cells, result }: RowOutcome, place: CopyPlace | undefined): Cell | undefined {
  if (!place || (place.refused && result)) return undefined;
  const cell = cells?.[place.index];
  return typeof cell === 'string' || cell === null ? undefined : cell;
}

function refusalOf(
  { result, refusal }: RowOutcome,
  row: string,
  remediesOf: (result: Result) => readonly CodeRemedies[],
): WaitingRefusal | undefined {
  if (!result) return { row, id: refusal?.id ?? null, issues: refusal?.issues ?? [] };
  if (result.outcome !== 'refused') return undefined;
  const reasons = result.findings.filter(({ severity }) => severity === 'error');
  const remedies = new Map(remediesOf(result).map((one) => [one.code, one.remedies]));
  const issues = reasons.map(({ code, message }) => {
    const words = [message, ...(remedies.get(code) ?? [])];
    return { code, path: '', message: words.join(' ') };
  });
  return { row, id: result.id ?? null, issues };
}

/** What was understood is written as numbers and dates; what a refused row holds, as it was. */
function sheetCell(value: FlatCell | undefined, column: LayoutColumn, understood: boolean): SheetCell {
  if (value === null || value === undefined || value === '') return null;
  if (column.id === 'result.row') return { number: value, style: column.kind };
  if (understood) return valueCell(value, column.kind);
  return { text: column.source === 'case' ? shortened(value) : value };
}

/** Ends a text that is not written whole. */
export const SHORTENED = '…';

/** A text that was refused for its length is not written whole again. */
function shortened(text: string): string {
  return text.length > LONGEST_TYPED ? text.slice(0, LONGEST_TYPED) + SHORTENED : text;
}

/** The waiting rows, or only those of some kinds; the others are not even taken apart. */
export async function* waitingRows(
  bytes: AsyncIterable<Uint8Array>,
  kinds = 'RCBX',
): AsyncGenerator<WaitingRow, void, undefined> {
  for await (const line of waitingLines(bytes)) {
    if (kinds.includes(line.charAt(0))) yield JSON.parse(line.slice(1)) as WaitingRow;
  }
}

/** The lines of waiting rows as they were written, each behind the letter of its kind. */
export async function* waitingLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of bytes) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}
