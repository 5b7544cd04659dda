import { cellText, isBlank, type TableRow } from '../../table/cell.ts';
import type { FormColumn } from '../../law/form.ts';
import type { AnnexForm } from '../forms.ts';
import {
  findNumberRow,
  HEADING_SEARCH_ROWS,
  headingPaths,
  headingRows,
  headingScore,
  isNameRow,
  type NumberRow,
} from './headings.ts';

/** Where the columns of a form stand in a sheet. */
export interface SheetLayout {
  readonly form: AnnexForm;
  /** The physical column (0 is A) of each column of the form, by its key. */
  readonly at: ReadonlyMap<string, number>;
  /** The first row that may hold a person. */
  readonly dataFrom: number;
  /** The heading above each physical column. */
  readonly headings: readonly string[];
  /** How the columns were recognised. */
  readonly by: 'numbers' | 'words' | 'map';
  /** How far the numbering of the sheet is off that of the form. */
  readonly offset: number;
  /** The last row of the heading. */
  readonly headingRow: number;
}

/** How many columns of a form have to be recognised by words. */
const FEWEST_WORDS = 6;

/** Finds the columns of a form in a sheet: by the row that numbers them, else by their headings. */
export function findLayout(form: AnnexForm, rows: readonly TableRow[]): SheetLayout | undefined {
  const numbered = findNumberRow(rows);
  const byNumbers = numbered ? layoutByNumbers(form, rows, numbered) : undefined;
  return byNumbers ?? layoutByWords(form, rows);
}

function layoutByNumbers(form: AnnexForm, rows: readonly TableRow[], numbered: NumberRow): SheetLayout | undefined {
  const heading = headingRows(rows, numbered);
  const headings = headingPaths(heading);
  const found = offsetOf(form, headings, numbered, rows);
  if (found === undefined) return undefined;
  const at = new Map<string, number>();
  for (const [column, number] of numbered.numbers) {
    const key = form.columns.find((one) => one.number === number - found)?.key;
    if (key !== undefined) at.set(key, column);
  }
  // Columns before the first number (A, B) and between numbers are known by their words.
  for (const column of form.columns) {
    if (at.has(column.key)) continue;
    const place = headings.findIndex((text, index) => !numbered.numbers.has(index) && headingScore(text, column) > 0);
    if (place >= 0 && between(form, column, at, place)) at.set(column.key, place);
  }
  addExtras(form, headings, at);
  return { form, at, dataFrom: numbered.row + 1, headings, by: 'numbers', offset: found, headingRow: numbered.row };
}

/** Whether a place lies between those of the columns before and after it. */
function between(form: AnnexForm, column: FormColumn, at: ReadonlyMap<string, number>, place: number): boolean {
  return form.columns.every(({ key, number }) => {
    const other = at.get(key);
    return other === undefined || number === column.number || number < column.number === other < place;
  });
}

/** By how much the numbers of the sheet are above those of the form; undefined where the words say it is another table. */
function offsetOf(
  form: AnnexForm,
  headings: readonly string[],
  { numbers, row }: NumberRow,
  rows: readonly TableRow[],
): number | undefined {
  let best = { offset: 0, agree: 0 };
  let speaking = 0;
  for (const [column] of numbers) {
    if (form.columns.some((one) => headingScore(headings[column] ?? '', one) > 0)) speaking++;
  }
  for (const offset of [0, 1, -1, 2]) {
    let agree = 0;
    for (const [column, number] of numbers) {
      const meant = form.columns.find((one) => one.number === number - offset);
      if (meant && headingScore(headings[column] ?? '', meant) > 0) agree++;
    }
    if (agree > best.agree) best = { offset, agree };
  }
  if (speaking >= FEWEST_WORDS && best.agree * 2 < speaking) return undefined;
  if (best.agree >= 3) return best.offset;
  return firstIsOrdinal(numbers, rows, row) ? 1 : 0;
}

/** Whether the column numbered 1 holds ordinals (Số TT) and the next one names. */
function firstIsOrdinal(numbers: ReadonlyMap<number, number>, rows: readonly TableRow[], row: number): boolean {
  const [first = 0] = [...numbers.keys()];
  const below = rows.filter((one) => one.row > row && !isBlank(one.cells[first])).slice(0, 20);
  const ordinals = below.filter(({ cells }) => /^\s*(\d{1,4}|[IVX]+)[.)]?\s*$/.test(cellText(cells[first]))).length;
  return below.length > 0 && ordinals * 2 > below.length;
}

function layoutByWords(form: AnnexForm, rows: readonly TableRow[]): SheetLayout | undefined {
  const searched = rows.slice(0, HEADING_SEARCH_ROWS);
  const from = searched.findIndex(isNameRow);
  if (from < 0) return undefined;
  const count = headingHeight(searched.slice(from));
  const heading = searched.slice(from, from + count);
  const headings = headingPaths(heading);
  const at = alignByWords(form, headings);
  const last = heading.at(-1);
  if (at.size < Math.min(FEWEST_WORDS, form.columns.length) || !at.has('name') || !last) return undefined;
  addExtras(form, headings, at);
  return { form, at, dataFrom: last.row + 1, headings, by: 'words', offset: 0, headingRow: last.row };
}

/** How many rows the heading has: up to the first row with a date, a number, or few and only short words. */
function headingHeight(rows: readonly TableRow[]): number {
  const isHeading = ({ cells }: TableRow): boolean => {
    const filled = cells.filter((cell) => !isBlank(cell));
    const worded = filled.filter((cell) => typeof cell === 'string' && /\p{L}{2}/u.test(cell));
    return filled.length >= 2 && worded.length === filled.length;
  };
  let height = 1;
  while (height < 5) {
    const row = rows[height];
    if (!row || !isHeading(row) || looksLikePerson(row)) break;
    height++;
  }
  return height;
}

function looksLikePerson({ cells }: TableRow): boolean {
  return cells.some(
    (cell) => typeof cell === 'string' && /^\s*\d{1,2}[/.-]\d{2,4}|^\s*(19|20)\d{2}\s*$|^\d\s*\//.test(cell),
  );
}

/** The best way to lay the columns of the form over the headings without changing their order. */
function alignByWords(form: AnnexForm, headings: readonly string[]): Map<string, number> {
  const { columns } = form;
  const score = (p: number, c: number): number => {
    const found = headingScore(headings[p] ?? '', columns[c] as FormColumn);
    return found > 0 ? found + 1 : 0;
  };
  const best = bestSums(headings.length, columns.length, score);
  const sum = (p: number, c: number): number => best[p]?.[c] ?? 0;
  const at = new Map<string, number>();
  let [p, c] = [0, 0];
  while (p < headings.length && c < columns.length) {
    const here = score(p, c);
    if (here > 0 && sum(p, c) === here + sum(p + 1, c + 1)) {
      at.set((columns[c] as FormColumn).key, p);
      p++;
      c++;
    } else if (sum(p, c) === sum(p + 1, c)) p++;
    else c++;
  }
  return at;
}

/** The best sum of scores from each pair of a heading and a column on. */
function bestSums(headings: number, columns: number, score: (p: number, c: number) => number): number[][] {
  const best = Array.from({ length: headings + 1 }, () => new Array<number>(columns + 1).fill(0));
  for (let p = headings - 1; p >= 0; p--) {
    const [row, below] = [best[p] as number[], best[p + 1] as number[]];
    for (let c = columns - 1; c >= 0; c--) {
      const here = score(p, c);
      row[c] = Math.max(here > 0 ? here + (below[c + 1] ?? 0) : 0, below[c] ?? 0, row[c + 1] ?? 0);
    }
  }
  return best;
}

/** Columns that no form has, recognised by their headings alone. */
function addExtras(form: AnnexForm, headings: readonly string[], at: Map<string, number>): void {
  const taken = new Set(at.values());
  for (const column of form.writing.columns) {
    const place = headings.findIndex((text, index) => !taken.has(index) && headingScore(text, column) > 0);
    if (place >= 0) at.set(column.key, place);
  }
}
