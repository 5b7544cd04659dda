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

/** How well a heading says a column of a form: the letters of the best alternative that stands in it; 0 for none. */
export function headingScore(heading: string, column: FormColumn): number {
  let best = 0;
  for (const phrases of column.words) {
    if (!phrases.every((phrase) => heading.includes(phrase))) continue;
    best = Math.max(best, phrases.join('').length);
  }
  return best;
}

/** The heading of each physical column: its own words after those of the merged headings above it. */
export function headingPaths(rows: readonly TableRow[]): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const below = (at: number, column: number): boolean =>
    rows.slice(at + 1).some(({ cells }) => !isBlank(cells[column]));
  const paths: string[] = new Array<string>(width).fill('');
  rows.forEach(({ cells }, at) => {
    let over = '';
    for (let column = 0; column < width; column++) {
      const own = isBlank(cells[column]) ? '' : headingText(cellText(cells[column]));
      if (own !== '') over = own;
      else if (!below(at, column)) continue;
      if (over !== '') paths[column] = `${paths[column] ?? ''} ${over}`.trim();
    }
  });
  return paths;
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

function numbersOf({ cells }: TableRow): Map<number, number> | undefined {
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
