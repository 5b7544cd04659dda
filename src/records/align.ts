import type { CodedRow } from '../workbook/seal/read.ts';
import { CELL_DIGITS } from '../workbook/seal/codes.ts';

/** What became of a sealed row, or where a row that stands there comes from. */
export type RowFate =
  | { readonly kind: 'altered'; readonly row: number; readonly columns: readonly number[] }
  | { readonly kind: 'removed'; readonly row: number }
  | { readonly kind: 'added'; readonly row: number }
  | { readonly kind: 'doubled'; readonly row: number; readonly of: number }
  | { readonly kind: 'reordered'; readonly row: number; readonly of: number };

/**
 * Lays the rows of a sheet beside those of its seal. The rows that stand in the same order on both sides hold the others in
 * place: what lies between two of them was altered where there is one on each side that is like it, else removed or added.
 */
export function alignRows(sealed: readonly CodedRow[], found: readonly CodedRow[]): RowFate[] {
  const own = claimed(sealed, found);
  const order = own.map((at, place) => ({ at, place })).filter(({ at }) => at >= 0);
  const inOrder = new Set(longestRise(order.map(({ at }) => at)).map((each) => order[each]?.place));
  const fates: RowFate[] = [];
  const taken = new Set(own.filter((at) => at >= 0));
  let from = 0;
  let loose: CodedRow[] = [];
  const gap = (to: number): void => {
    const missing = sealed.slice(from, to).filter((_, at) => !taken.has(from + at));
    fates.push(...fatesOf(missing, loose, sealed));
    loose = [];
    from = to + 1;
  };
  found.forEach((row, place) => {
    const at = own[place] ?? -1;
    if (inOrder.has(place)) gap(at);
    else if (at >= 0) fates.push({ kind: 'reordered', row: row.row, of: sealed[at]?.row ?? 0 });
    else loose.push(row);
  });
  gap(sealed.length);
  return fates;
}

/** For each row that stands there, the sealed row of the same code that it is; -1 where there is none, or none left. */
function claimed(sealed: readonly CodedRow[], found: readonly CodedRow[]): number[] {
  const free = new Map<string, number[]>();
  sealed.forEach(({ code }, at) => free.set(code, [...(free.get(code) ?? []), at]));
  const next = new Map<string, number>();
  return found.map(({ code }) => {
    const turn = next.get(code) ?? 0;
    next.set(code, turn + 1);
    return free.get(code)?.[turn] ?? -1;
  });
}

/** The places of a longest rising run of numbers, by patience sorting. */
function longestRise(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, place) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[place] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = place;
  });
  const rise: number[] = [];
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) rise.push(place);
  return rise.reverse();
}

/** Between more rows than this no likeness is looked for: they are paired as they stand. */
const MOST_COMPARED = 1_000_000;

function fatesOf(missing: readonly CodedRow[], loose: readonly CodedRow[], sealed: readonly CodedRow[]): RowFate[] {
  if (missing.length === 0 && loose.length === 0) return [];
  const first = new Map<string, number>();
  for (const { code, row } of sealed) if (!first.has(code)) first.set(code, row);
  const left = [...missing];
  const fates: RowFate[] = [];
  const asTheyStand = missing.length === loose.length || missing.length * loose.length > MOST_COMPARED;
  for (const row of loose) {
    const of = first.get(row.code);
    if (of !== undefined) {
      fates.push({ kind: 'doubled', row: row.row, of });
      continue;
    }
    const like = asTheyStand ? 0 : mostLike(left, row);
    const [was] = like < 0 ? [] : left.splice(like, 1);
    if (was) fates.push({ kind: 'altered', row: row.row, columns: changedColumns(was, row) });
    else fates.push({ kind: 'added', row: row.row });
  }
  return [...fates, ...left.map(({ row }): RowFate => ({ kind: 'removed', row }))];
}

/** The place of the row that shares most cells with another, where it shares half of them; else -1. */
function mostLike(rows: readonly CodedRow[], { cells }: CodedRow): number {
  let [best, most] = [-1, 0];
  rows.forEach((one, at) => {
    const shared = cellsOf(one.cells).filter((code, column) => code === cellsOf(cells)[column]).length;
    if (shared * 2 >= cellsOf(one.cells).length && shared > most) [best, most] = [at, shared];
  });
  return best;
}

/** The columns in which two rows differ, counted from 0. */
function changedColumns(was: CodedRow, is: CodedRow): number[] {
  const [a, b] = [cellsOf(was.cells), cellsOf(is.cells)];
  const blank = '';
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => at).filter((at) => {
    const [left = blank, right = blank] = [a[at], b[at]];
    return left !== right && !(isBlankCode(left) && isBlankCode(right));
  });
}

function cellsOf(cells: string): string[] {
  return cells.match(new RegExp(`.{${CELL_DIGITS}}`, 'g')) ?? [];
}

/** A cell behind the last one that holds anything, or the code of a blank one. */
function isBlankCode(code: string): boolean {
  return code === '' || code === BLANK_CODE;
}

/** The code of the empty text: the first value of FNV-1a, folded. */
const BLANK_CODE = (((0x811c9dc5 >>> 16) ^ 0x811c9dc5) & 0xffff).toString(16).padStart(CELL_DIGITS, '0');
