import { LONGEST_HEADING } from '../../base/lengths.ts';
import { composed } from '../../base/text.ts';
import { cellText, isBlank, type Cell, type TableRow } from '../../table/cell.ts';
import type { SheetLayout } from './layout.ts';

/** The columns that together say one thing of a person, where a sheet splits it: the first that is filled says it. */
const SPLIT: Readonly<Record<string, readonly string[]>> = { birth: ['birthMale', 'birthFemale'] };

/** Where a column of the form stands for a row: of a split column the part that is filled. */
export function placeOf({ at }: SheetLayout, { cells }: TableRow, key: string): number | undefined {
  const own = at.get(key);
  if (own !== undefined) return own;
  const parts = (SPLIT[key] ?? []).flatMap((part) => at.get(part) ?? []);
  return parts.find((part) => !isBlank(cells[part])) ?? parts[0];
}

/** The cell of a column of the form; births in both of two columns are one that cannot be read. */
export function cellAt(layout: SheetLayout, row: TableRow, key: string): Cell | undefined {
  const place = placeOf(layout, row, key);
  if (place === undefined) return undefined;
  const filled = layout.at.has(key) ? [] : filledOf(layout, row, SPLIT[key] ?? []);
  if (filled.length < 2) return row.cells[place];
  return { kind: 'faulty', fault: 'two-births', text: filled.map((part) => textOf(row, layout, part)).join('; ') };
}

function filledOf({ at }: SheetLayout, { cells }: TableRow, keys: readonly string[]): string[] {
  return keys.filter((key) => at.has(key) && !isBlank(cells[at.get(key) ?? -1]));
}

function textOf({ cells }: TableRow, { at }: SheetLayout, key: string): string {
  const place = at.get(key);
  return place === undefined ? '' : cellText(cells[place]);
}

/** The name of a person, from both columns where it stands in two. */
export function nameAt(row: TableRow, layout: SheetLayout): string {
  return [textAt(row, layout, 'name'), textAt(row, layout, 'givenName')].join(' ').trim();
}

/** What stands in a column of the form, with single spaces. */
export function textAt(row: TableRow, layout: SheetLayout, key: string): string {
  const place = placeOf(layout, row, key);
  const text = place === undefined ? '' : cellText(row.cells[place]).slice(0, LONGEST_HEADING);
  return composed(text).replace(/\s+/g, ' ').trim();
}

/** The sexes that columns of a man and a woman say by which of them is filled; undefined where the sheet has none. */
export function sexesBy(layout: SheetLayout, row: TableRow): readonly ('male' | 'female')[] | undefined {
  for (const [male, female] of [
    ['male', 'female'],
    ['birthMale', 'birthFemale'],
  ] as const) {
    if (!layout.at.has(male) && !layout.at.has(female)) continue;
    const filled = filledOf(layout, row, [male, female]);
    return filled.map((key) => (key === male ? 'male' : 'female'));
  }
  return undefined;
}
