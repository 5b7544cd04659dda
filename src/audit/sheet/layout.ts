import { cellText, isBlank, type TableRow } from '../../table/cell.ts';
import type { FormColumn } from '../../law/form.ts';
import { extrasOf, type AnnexForm } from '../forms.ts';
import {
  findNumberRow,
  HEADING_SEARCH_ROWS,
  headingRows,
  headingScore,
  headingsOf,
  isNameRow,
  type Heading,
  type NumberRow,
} from './headings.ts';
import { matchHeadings } from './match.ts';
import { moneyUnitAbove, moneyUnitIn, type MoneyUnit } from './money.ts';

/** By what a column was recognised: its heading, or the row of numbers beside columns whose headings say what they are. */
export type Recognised = 'words' | 'numbers' | 'map';

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
  /** By what each column was recognised. */
  readonly sure: ReadonlyMap<string, Recognised>;
  /** How far the numbering of the sheet is off that of the form. */
  readonly offset: number;
  /** The last row of the heading. */
  readonly headingRow: number;
  /** The đồng of one in the amounts of the sheet, where it says so; else they are đồng. */
  readonly money?: MoneyUnit;
}

/** The đồng of one in the amounts of a column: its heading says so, or a line above the table. */
export function dongOf(layout: SheetLayout, key: string): number {
  const heading = layout.headings[layout.at.get(key) ?? -1] ?? '';
  return moneyUnitIn(heading, layout.form.writing) ?? layout.money?.dong ?? 1;
}

/** How many columns of a form have to be recognised by words; fewer beside a row that numbers them. */
const FEWEST_WORDS = 6;
const FEWEST_BESIDE_NUMBERS = 4;

/** Finds the columns of a form in a sheet: by their headings, else by the row that numbers them. */
export function findLayout(form: AnnexForm, rows: readonly TableRow[]): SheetLayout | undefined {
  const numbered = findNumberRow(rows);
  const block = headingBlock(rows, numbered);
  const found = (block && layoutByWords(form, block, numbered)) ?? (numbered && layoutByNumbers(form, rows, numbered));
  if (!found) return undefined;
  const money = moneyUnitAbove(
    rows.filter(({ row }) => row <= found.headingRow),
    form.writing,
  );
  return money ? { ...found, money } : found;
}

/** The rows of the heading: above the row that numbers the columns, else from the one that names the name column on. */
function headingBlock(rows: readonly TableRow[], numbered: NumberRow | undefined): TableRow[] | undefined {
  if (numbered) return headingRows(rows, numbered);
  const searched = rows.slice(0, HEADING_SEARCH_ROWS);
  const from = searched.findIndex(isNameRow);
  return from < 0 ? undefined : searched.slice(from, from + headingHeight(searched.slice(from)));
}

function layoutByWords(
  form: AnnexForm,
  block: readonly TableRow[],
  numbered: NumberRow | undefined,
): SheetLayout | undefined {
  const headings = headingsOf(block);
  const last = numbered?.row ?? block.at(-1)?.row;
  const at = matchHeadings(form, headings);
  const fewest = Math.min(numbered ? FEWEST_BESIDE_NUMBERS : FEWEST_WORDS, form.columns.length);
  if (at.size < fewest || last === undefined) return undefined;
  const sure = new Map<string, Recognised>([...at.keys()].map((key) => [key, 'words']));
  const offset = numbered ? fillByNumbers(form, headings, numbered, at, sure) : 0;
  onlySum(form, at, sure);
  if (!at.has('name')) return undefined;
  const by = numbered ? 'numbers' : 'words';
  return {
    form,
    at,
    dataFrom: last + 1,
    headings: headings.map(({ path }) => path),
    by,
    sure,
    offset,
    headingRow: last,
  };
}

/**
 * Columns whose headings say nothing are known by their numbers, counted from the recognised columns beside them: units
 * drop columns, so that one sheet may be numbered one off on the left and as the form on the right. Gives the offset of
 * most columns.
 */
function fillByNumbers(
  form: AnnexForm,
  headings: readonly Heading[],
  { numbers }: NumberRow,
  at: Map<string, number>,
  sure: Map<string, Recognised>,
): number {
  const offsets = new Map<number, number>();
  for (const { key, number } of form.columns) {
    const place = at.get(key);
    const own = place === undefined ? undefined : numbers.get(place);
    if (place !== undefined && own !== undefined) offsets.set(place, own - number);
  }
  const places = [...offsets.keys()].sort((a, b) => a - b);
  const taken = new Set(at.values());
  for (const [place, number] of numbers) {
    if (taken.has(place) || form.columns.some((one) => headingScore(headings[place] ?? NO_HEADING, one) > 0)) continue;
    const left = offsets.get(places.findLast((one) => one < place) ?? -1);
    const right = offsets.get(places.find((one) => one > place) ?? -1);
    if (left !== undefined && right !== undefined && left !== right) continue;
    const meant = form.columns.find((one) => one.number === number - (left ?? right ?? 0));
    if (!meant || at.has(meant.key)) continue;
    at.set(meant.key, place);
    sure.set(meant.key, 'numbers');
  }
  const counts = new Map<number, number>();
  for (const offset of offsets.values()) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

const NO_HEADING: Heading = { path: '', own: '' };

/** A sum over the total and columns that a sheet does not have is the total itself. */
function onlySum({ columns }: AnnexForm, at: Map<string, number>, sure: Map<string, Recognised>): void {
  const total = columns.find(({ gives }) => gives && 'total' in gives);
  for (const { key, gives } of columns) {
    const place = at.get(key);
    if (!total || place === undefined || !gives || !('sum' in gives) || at.has(total.key)) continue;
    if (columns.some((one) => gives.sum.includes(one.number) && at.has(one.key))) continue;
    at.delete(key);
    at.set(total.key, place);
    sure.set(total.key, sure.get(key) ?? 'words');
  }
}

function layoutByNumbers(form: AnnexForm, rows: readonly TableRow[], numbered: NumberRow): SheetLayout | undefined {
  const headings = headingsOf(headingRows(rows, numbered));
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
  const taken = new Set(at.values());
  for (const column of extrasOf(form)) {
    const place = headings.findIndex((text, index) => !taken.has(index) && headingScore(text, column) > 0);
    if (place >= 0) at.set(column.key, place);
  }
  const sure = new Map<string, Recognised>([...at.keys()].map((key) => [key, 'numbers']));
  const { row } = numbered;
  const paths = headings.map(({ path }) => path);
  return { form, at, dataFrom: row + 1, headings: paths, by: 'numbers', sure, offset: found, headingRow: row };
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
  headings: readonly Heading[],
  { numbers, row }: NumberRow,
  rows: readonly TableRow[],
): number | undefined {
  let best = { offset: 0, agree: 0 };
  let speaking = 0;
  for (const [column] of numbers) {
    if (form.columns.some((one) => headingScore(headings[column] ?? NO_HEADING, one) > 0)) speaking++;
  }
  for (const offset of [0, 1, -1, 2]) {
    let agree = 0;
    for (const [column, number] of numbers) {
      const meant = form.columns.find((one) => one.number === number - offset);
      if (meant && headingScore(headings[column] ?? NO_HEADING, meant) > 0) agree++;
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
