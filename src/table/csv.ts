import type { Cell, RowFault, TableRow } from './cell.ts';
import { matchHeading } from './columns.ts';

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
  const mark = separator.charCodeAt(0);
  let at = 0;
  for (let row = firstRow; at < text.length; row++) {
    const cells: Cell[] = [];
    let fault: RowFault | undefined;
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        const [value, end, wrong] = quoted(text, at, mark);
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
    if (text.charCodeAt(at) === CR) at++;
    if (text.charCodeAt(at) === LF) at++;
    yield fault === undefined ? { row, cells } : { row, cells, fault };
  }
}

/** Values longer than that are searched by the machine's own search, in windows that grow with them. */
const NEAR = 64;

function bareEnd(text: string, from: number, mark: number): number {
  const near = Math.min(text.length, from + NEAR);
  let at = from;
  for (; at < near; at++) {
    const code = text.charCodeAt(at);
    if (code === mark || code === LF || code === CR) return at;
  }
  const marks = at < text.length ? [String.fromCharCode(mark), '\n', '\r'] : [];
  for (let size = 4 * NEAR; at < text.length; at += size, size *= 2) {
    const window = text.slice(at, at + size);
    const ends = marks.map((one) => window.indexOf(one)).filter((found) => found >= 0);
    if (ends.length > 0) return at + Math.min(...ends);
  }
  return text.length;
}

function quoted(text: string, from: number, mark: number): [value: string, end: number, fault: RowFault | undefined] {
  let value = '';
  let start = from + 1;
  for (;;) {
    const close = text.indexOf('"', start);
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
function unclosed(text: string, from: number, close: number): ReturnType<typeof quoted> | undefined {
  const line = text.slice(from, close).search(/[\r\n]/);
  return line < 0 ? undefined : [text.slice(from + 1, from + line), from + line, 'unclosed-quote'];
}

function plain(value: string): Cell {
  if (value === '') return null;
  return value.charCodeAt(0) === 39 ? unguarded(value) : value;
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

/** What a spreadsheet would take for a formula: also after white space, and in full-width forms. */
const FORMULA = /^'*[\s\u0000-\u0020\u00a0\u200b\ufeff]*[=+\-@\t\r\n|\uff1d\uff0b\uff0d\uff20]/;

/** A text that no spreadsheet takes for a formula: an apostrophe before it where it might. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? "'" + text : text;
}

/** The inverse of {@link guarded}. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** Letters, digits, and what stands inside of numbers, dates and codes: neither a formula nor in need of quotes. */
const PLAIN_CELL = /^[0-9A-Za-z][0-9A-Za-z.:_%@-]*$/;

/** One line of CSV: commas, quotes only where needed, LF at the end; no cell is a formula. */
export function csvLine(cells: readonly (string | null)[]): string {
  return canonicalCsvLine(cells, NONE);
}

const NONE: readonly boolean[] = [];

/** {@link csvLine}, with the cells that are known to hold canonical numbers or dates, so that nobody need look at them. */
export function canonicalCsvLine(cells: readonly (string | null)[], canonical: readonly boolean[]): string {
  let line = '';
  let written = 0;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (cell === null || cell === undefined || cell === '') continue;
    line += commas(at - written) + (canonical[at] === true || PLAIN_CELL.test(cell) ? cell : quotedCell(cell));
    written = at;
  }
  return line + commas(cells.length - 1 - written) + '\n';
}

function quotedCell(cell: string): string {
  const text = guarded(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const COMMAS = Array.from({ length: 100 }, (_, count) => ','.repeat(count));

function commas(count: number): string {
  return COMMAS[count] ?? ','.repeat(Math.max(0, count));
}

/**
 * A decimal or per cent that can be read back without doubt: one more zero where exactly three decimals could be
 * taken for a group of thousands (4.125 is written 4.1250, an amount of 15356.125 is written 15356.1250).
 */
export function unmistakable(text: string): string {
  return text.includes('.') && /^[1-9]\d*\.\d{3}%?$/.test(text) ? text.replace(/%?$/, '0$&') : text;
}
