import * as z from 'zod/mini';
import { LONGEST_TYPED } from '../../base/lengths.ts';
import { cellText, columnName, type TableRow } from '../../table/cell.ts';
import { annexesOf } from '../../law/annexes.ts';
import type { Law } from '../../law/law.ts';
import { columnsOf, formsOf, type AnnexForm } from '../forms.ts';
import { HEADING_SEARCH_ROWS, headingText } from './headings.ts';
import { moneyUnitAbove } from './money.ts';
import { findLayout, type Recognised, type SheetLayout } from './layout.ts';

/** What a map says for people whose sheet does not: the group, the sex, the schedule of the retirement age. */
export interface MapDefaults {
  readonly group?: string | undefined;
  readonly sex?: 'male' | 'female' | undefined;
  readonly schedule?: 'normal' | 'reduced' | 'limit' | undefined;
}

/** The part of a map that speaks of sheets of one name. */
export interface SheetMap {
  /** The name of the tab; `*` stands for any letters. */
  readonly sheet: string;
  /** The number of the form: `I.1`. */
  readonly form: string;
  /** The first row that holds people. */
  readonly dataFrom?: number | undefined;
  /** The number or name of a column of the form, and its letter or heading in the sheet. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly defaults?: MapDefaults | undefined;
}

/** A map of own columns to those of the forms (`--map`). */
export interface ColumnMap {
  readonly sheets: readonly SheetMap[];
}

const defaults = z.strictObject({
  group: z.optional(z.string()),
  sex: z.optional(z.enum(['male', 'female'])),
  schedule: z.optional(z.enum(['normal', 'reduced', 'limit'])),
});

/** The schema of a map of columns to the forms of the law. */
export const columnMapSchema = (law: Law): z.ZodMiniType<ColumnMap> =>
  z.strictObject({
    sheets: z
      .array(
        z.strictObject({
          sheet: z.string().check(z.minLength(1)),
          form: z.enum([...annexesOf(law).forms.keys()]),
          dataFrom: z.optional(z.int().check(z.minimum(1))),
          columns: z.optional(z.record(z.string(), z.string())),
          defaults: z.optional(defaults),
        }),
      )
      .check(z.minLength(1)),
  });

/** The entry of a map that speaks of a sheet. */
export function mapOf(map: ColumnMap | undefined, sheet: string): SheetMap | undefined {
  if (sheet.length > LONGEST_TYPED) return undefined;
  return map?.sheets.find((one) => {
    const pattern = headingText(one.sheet)
      .replace(/[\\^$.|?+()[\]{}]/g, '\\$&')
      .replace(/\*+/g, '.*');
    return new RegExp(`^${pattern}$`).test(headingText(sheet));
  });
}

/** The layout that a map gives: its columns over those that the sheet itself shows. Unknown names are told. */
export function mappedLayout(
  map: SheetMap,
  form: AnnexForm,
  rows: readonly TableRow[],
): SheetLayout | readonly string[] {
  const found = findLayout(form, rows);
  const at = new Map<string, number>(found?.at ?? []);
  const sure = new Map<string, Recognised>(found?.sure ?? []);
  const unknown: string[] = [];
  let headingRow = found?.headingRow ?? 0;
  for (const [name, where] of Object.entries(map.columns ?? {})) {
    const key = keyOf(form, name);
    const place = placeOf(where, rows);
    if (key === undefined || place === undefined) {
      unknown.push(`${name}: ${where}`);
      continue;
    }
    for (const [other, column] of at) if (column === place.column && other !== key) at.delete(other);
    at.set(key, place.column);
    sure.set(key, 'map');
    headingRow = Math.max(headingRow, place.row);
  }
  return unknown.length > 0 ? unknown : laidOver(found, { form, at, sure, headingRow, dataFrom: map.dataFrom }, rows);
}

/** The layout of a map over the one that the sheet itself shows. */
function laidOver(
  found: SheetLayout | undefined,
  {
    headingRow,
    dataFrom: given,
    ...mapped
  }: Pick<SheetLayout, 'form' | 'at' | 'sure' | 'headingRow'> & { readonly dataFrom: number | undefined },
  rows: readonly TableRow[],
): SheetLayout {
  const dataFrom = given ?? Math.max(found?.dataFrom ?? 0, headingRow + 1);
  const headings = found?.headings ?? [];
  const money = moneyUnitAbove(
    rows.filter(({ row }) => row < dataFrom),
    mapped.form.writing,
  );
  const layout = { ...mapped, dataFrom, headings, by: 'map', offset: 0, headingRow: dataFrom - 1 } as const;
  return money ? { ...layout, money } : layout;
}

function keyOf(form: AnnexForm, name: string): string | undefined {
  return columnsOf(form).find(({ key, number }) => key === name || (number > 0 && String(number) === name))?.key;
}

/** The column that letters or a heading name. */
function placeOf(where: string, rows: readonly TableRow[]): { column: number; row: number } | undefined {
  if (/^[A-Za-z]{1,2}$/.test(where)) {
    let column = 0;
    for (const letter of where.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
    return { column: column - 1, row: 0 };
  }
  const wanted = headingText(where);
  for (const { row, cells } of rows.slice(0, HEADING_SEARCH_ROWS)) {
    const column = cells.findIndex((cell) => headingText(cellText(cell)) === wanted);
    if (column >= 0) return { column, row };
  }
  return undefined;
}

/** A map as its headings suggest it, to be checked by a person and given with `--map`. */
export function proposedMap(sheet: string, layout: SheetLayout): SheetMap {
  const columns: Record<string, string> = {};
  for (const { key } of columnsOf(layout.form)) {
    const column = layout.at.get(key);
    if (column !== undefined) columns[key] = columnName(column);
  }
  return { sheet, form: layout.form.form, dataFrom: layout.dataFrom, columns };
}

/** So many headings of a form, and so many of them of amounts, are no chance. */
const FEWEST_HEADINGS = 8;
const FEWEST_AMOUNTS = 3;

/** The form that a sheet is by its headings alone, whatever its tab says ("Đợt 2"); undefined where that is not certain. */
export function formByHeadings(rows: readonly TableRow[], law?: Law): SheetLayout | undefined {
  const found = bestLayout(rows, law);
  if (!found) return undefined;
  const byWords = found.form.columns.filter(({ key }) => found.sure.get(key) === 'words');
  const amounts = byWords.filter(({ holds, gives }) => holds === 'money' && gives !== undefined);
  return byWords.length >= FEWEST_HEADINGS && amounts.length >= FEWEST_AMOUNTS ? found : undefined;
}

/** The form whose headings a sheet shows most of, for a sheet whose tab names none. */
export function bestLayout(rows: readonly TableRow[], law?: Law): SheetLayout | undefined {
  let best: SheetLayout | undefined;
  for (const form of formsOf(law).values()) {
    const found = findLayout(form, rows);
    if (found && wordsOf(found) > (best ? wordsOf(best) : 0)) best = found;
  }
  return best;
}

/** How many columns are filled whose heading says what the form calls them. */
function wordsOf({ sure }: SheetLayout): number {
  return [...sure.values()].filter((by) => by === 'words').length;
}
