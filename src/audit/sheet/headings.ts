import { LONGEST_HEADING } from '../../base/lengths.ts';
import { unaccented } from '../../base/text.ts';
import { cellText, isBlank, type TableRow } from '../../table/cell.ts';
import type { FormColumn } from '../../law/form.ts';

/** How many rows at the top of a sheet are searched for its heading. */
export const HEADING_SEARCH_ROWS = 60;

/** Most rows of a heading above the row that numbers the columns. */
const MOST_HEADING_ROWS = 6;

/** A heading as phrases are looked for in it, as far as headings are read: no diacritics, numbers without leading zeros. */
export function headingText(text: string): string {
  return unaccented(text.slice(0, LONGEST_HEADING)).replace(/\b0+(?=\d)/g, '');
}

/** The heading of a physical column. */
export interface Heading {
  /** Its own words, after those of the merged headings above it. */
  readonly path: string;
  /** The words nearest to the people alone. */
  readonly own: string;
}

/** A phrase that is the whole of a heading says more than any that stands in one. */
const WHOLE = 10;

/** A phrase that stands only in the headings above says so many times less. */
const ABOVE = 4;

/**
 * How well a heading says a column of a form: the letters of the best alternative whose phrases all stand in it; 0 for
 * none. What is said only by the merged headings above counts a quarter.
 */
export function headingScore(heading: Heading, column: Pick<FormColumn, 'words'>): number {
  return Math.max(0, ...column.words.map((phrases) => scoreOf(heading, phrases)));
}

function scoreOf({ path, own }: Heading, phrases: readonly string[]): number {
  let letters = 0;
  let isOwn = false;
  for (const phrase of phrases) {
    const words = phrase.replace(/^[=^!]/, '');
    const sign = words === phrase ? '' : phrase.charAt(0);
    if (sign === '!') {
      if (contains(own, words)) return 0;
      continue;
    }
    if (sign === '=' ? plain(own) !== words : !contains(sign === '^' ? own : path, words)) return 0;
    if (sign === '^' && !own.startsWith(words)) return 0;
    letters += words.length + (sign === '=' ? WHOLE : 0);
    isOwn ||= contains(own, words);
  }
  return isOwn ? letters : letters / ABOVE;
}

/** Whether a phrase stands in a text as words of their own, in brackets too: "20 nam" in "20 (15) nam". */
function contains(text: string, phrase: string): boolean {
  return stands(text, phrase) || (text.includes('(') && stands(plain(text), phrase));
}

function stands(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!isWordSign(text.charAt(at - 1)) && !isWordSign(text.charAt(at + phrase.length))) return true;
  }
  return false;
}

function isWordSign(sign: string): boolean {
  return /[a-z0-9]/.test(sign);
}

/** A heading without what stands in brackets and the signs at its end. */
function plain(text: string): string {
  let bare = text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  while (/[ .:*-]$/.test(bare)) bare = bare.slice(0, -1);
  return bare;
}

/** The heading of each physical column. */
export function headingsOf(rows: readonly TableRow[]): Heading[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const below = (at: number, column: number): boolean =>
    rows.slice(at + 1).some(({ cells }) => !isBlank(cells[column]));
  const found = Array.from({ length: width }, () => ({ path: '', own: '' }));
  rows.forEach(({ cells }, at) => {
    let over = '';
    for (const [column, heading] of found.entries()) {
      const own = isBlank(cells[column]) ? '' : headingText(cellText(cells[column]));
      if (own !== '') over = heading.own = own;
      else if (!below(at, column)) continue;
      if (over !== '') heading.path = `${heading.path} ${over}`.trim();
    }
  });
  return found;
}

/** The row that numbers the columns: at least six numbers, rising, beginning with 1. */
export interface NumberRow {
  readonly row: number;
  /** The number of each physical column that has one. */
  readonly numbers: ReadonlyMap<number, number>;
}

const FEWEST_NUMBERS = 6;

/** Finds the row that numbers the columns, among the first rows of a sheet. */
export function findNumberRow(rows: readonly TableRow[]): NumberRow | undefined {
  for (const row of rows.slice(0, HEADING_SEARCH_ROWS)) {
    const numbers = numbersOf(row);
    if (numbers) return { row: row.row, numbers };
  }
  return undefined;
}

/** The numbers of the columns, where a row numbers them. */
export function numbersOf({ cells }: TableRow): Map<number, number> | undefined {
  const numbers = new Map<number, number>();
  let last = 0;
  for (const [column, cell] of cells.entries()) {
    if (isBlank(cell)) continue;
    const text = cellText(cell).trim();
    // `(13)`, `13=9x10`, `A` and `B` for the columns before the first numbered one.
    const number = /^\(?(\d{1,2})\)?(?:\s*=.*)?$/.exec(text)?.[1];
    if (number === undefined) {
      if (last === 0 && /^\(?[A-Za-z]\)?$/.test(text)) continue;
      return undefined;
    }
    const value = Number(number);
    if (last === 0 ? value !== 1 : value <= last || value > last + 3) return undefined;
    numbers.set(column, (last = value));
  }
  return numbers.size >= FEWEST_NUMBERS ? numbers : undefined;
}

/** The rows of the heading above the number row: from the one with the words "họ và tên" on. */
export function headingRows(rows: readonly TableRow[], numbered: NumberRow): TableRow[] {
  const above = rows.filter(({ row }) => row < numbered.row).slice(-MOST_HEADING_ROWS);
  const from = above.findIndex(isNameRow);
  return from < 0 ? above.slice(-2) : above.slice(from);
}

/** Whether a row holds the heading of the name column beside others. */
export function isNameRow({ cells }: TableRow): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return (
    filled.length >= 3 && filled.some((cell) => /^ho ?(?:va|,)? ?(?:ten|chu dem)/.test(headingText(cellText(cell))))
  );
}
