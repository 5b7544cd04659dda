import type { Cell, RowFault, TableRow } from './cell.ts';
import { matchHeading } from './columns.ts';
import { guarded, unguarded } from './formula-guard.ts';

/** The separators a CSV file may have. */
export const SEPARATORS = [',', ';', '\t'] as const;

/** A separator of a CSV file. */
export type Separator = (typeof SEPARATORS)[number];

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Reads CSV (RFC 4180, any line ends) into rows; `row` counts records from 1, blank ones too, as a spreadsheet does.
 * Total: a quote that is never closed, or text after a closing one, is told with its row. A quote whose next one, lines
 * below, has text behind it (so that it opens another cell) or does not exist was never closed: its row ends with its
 * line, and the lines below are rows of their own. Empty cells are null.
 */
export function parseCsv(text: string, separator: Separator, firstRow = 1): TableRow[] {
  return [...csvRows(text, separator, firstRow)];
}

/** The rows of {@link parseCsv} one after the other, so that none has to be kept. */
export function* csvRows(text: string, separator: Separator, firstRow = 1): Generator<TableRow, void, undefined> {
  let row = firstRow;
  for (let next = csvRow(text, 0, separator, true); next; next = csvRow(text, next.end, separator, true))
    yield next.fault === undefined
      ? { row: row++, cells: next.cells }
      : { row: row++, cells: next.cells, fault: next.fault };
}

/** A row as it stands in a text; `end`: where the next one begins. */
export interface CsvRow {
  readonly cells: Cell[];
  readonly fault: RowFault | undefined;
  readonly end: number;
}

/**
 * The row that begins at a place; undefined where nothing is left. Of a text that goes on (`whole` is false): undefined
 * also where what comes could belong to the row.
 */
export function csvRow(text: string, from: number, separator: Separator, whole: boolean): CsvRow | undefined {
  const mark = separator.charCodeAt(0);
  const cells: Cell[] = [];
  let fault: RowFault | undefined;
  let at = from;
  if (at >= text.length) return undefined;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const [value, end, wrong] = quoted(text, at, mark, whole);
      if (end < 0) return undefined;
      cells.push(plain(value));
      fault ??= wrong;
      at = end;
    } else {
      const end = bareEnd(text, at, mark);
      cells.push(plain(text.slice(at, end)));
      at = end;
    }
    if (text.charCodeAt(at) !== mark) break;
    at++;
  }
  // A line feed behind a carriage return belongs to it.
  if (!whole && at + (text.charCodeAt(at) === CR ? 1 : 0) >= text.length) return undefined;
  if (text.charCodeAt(at) === CR) at++;
  if (text.charCodeAt(at) === LF) at++;
  return { cells, fault, end: at };
}

/** The ends of a bare value by its separator. */
const BARE_END = new Map(SEPARATORS.map((mark) => [mark.charCodeAt(0), new RegExp(`[${mark}\\r\\n]`, 'g')]));

function bareEnd(text: string, from: number, mark: number): number {
  const end = BARE_END.get(mark) as RegExp;
  end.lastIndex = from;
  return end.test(text) ? end.lastIndex - 1 : text.length;
}

type Quoted = [value: string, end: number, fault: RowFault | undefined];

/** What a quote may yet become with more of the text. */
const OPEN: Quoted = ['', -1, undefined];

function quoted(text: string, from: number, mark: number, whole: boolean): Quoted {
  let value = '';
  let start = from + 1;
  for (;;) {
    const close = text.indexOf('"', start);
    if (!whole && (close < 0 || close === text.length - 1)) return OPEN;
    if (close < 0)
      return unclosed(text, from, text.length) ?? [value + text.slice(start), text.length, 'unclosed-quote'];
    if (text.charCodeAt(close + 1) !== QUOTE) {
      value += text.slice(start, close);
      const end = bareEnd(text, close + 1, mark);
      if (end === close + 1) return [value, end, undefined];
      return unclosed(text, from, close) ?? [value + text.slice(close + 1, end), end, 'stray-quote'];
    }
    value += text.slice(start, close + 1);
    start = close + 2;
  }
}

/** A quoted value that ends with its line; undefined where there is no line end before `close`. */
function unclosed(text: string, from: number, close: number): Quoted | undefined {
  const line = text.slice(from, close).search(/[\r\n]/);
  return line < 0 ? undefined : [text.slice(from + 1, from + line), from + line, 'unclosed-quote'];
}

function plain(value: string): Cell {
  return value === '' ? null : unguarded(value);
}

/** Rows at the top that tell the separator. */
const GUESS_ROWS = 30;

/**
 * The separator of the first lines of a CSV file: the one under which a row holds most known headings; where none holds
 * any, the one that gives most rows the same number of cells.
 */
export function guessSeparator(head: string): Separator {
  let [best, most]: [Separator, readonly number[]] = [',', [0, 0]];
  for (const mark of SEPARATORS) {
    const rows: (readonly Cell[])[] = [];
    for (const { cells } of csvRows(head, mark)) if (rows.push(cells) === GUESS_ROWS) break;
    const score = [Math.max(...rows.map(knownHeadings), 0), evenness(rows)];
    if (score.some((one, at) => one > (most[at] ?? 0) && score.slice(0, at).every((before, to) => before === most[to])))
      [best, most] = [mark, score];
  }
  return best;
}

function knownHeadings(cells: readonly Cell[]): number {
  return cells.filter((cell) => typeof cell === 'string' && matchHeading(cell) !== undefined).length;
}

/** Separators in the rows that have the same number of them, at most. */
function evenness(rows: readonly (readonly Cell[])[]): number {
  const sums = new Map<number, number>();
  for (const { length } of rows) sums.set(length, (sums.get(length) ?? 0) + length - 1);
  return Math.max(0, ...sums.values());
}

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** Letters, digits, and what stands inside of numbers, dates and codes: neither a formula nor in need of quotes. */
const PLAIN_CELL = /^(?:[0-9A-Za-z][0-9A-Za-z.:_%@-]*)?$/;

/** The cells of a line of CSV: commas, quotes only where needed; no cell is a formula. */
export function csvCells(cells: readonly (string | null)[]): string {
  return cells
    .map((cell, at) => (cell === null || PLAIN_CELL.test(cell) ? cell : quotedCell(cell, at === 0)))
    .join(',');
}

/** {@link csvCells} with LF at the end. */
export function csvLine(cells: readonly (string | null)[]): string {
  return csvCells(cells) + '\n';
}

function quotedCell(cell: string, leads: boolean): string {
  const text = guarded(cell, leads);
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
