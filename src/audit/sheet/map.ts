import { z } from 'zod';
import { cellText, columnName, type TableRow } from '../../table/cell.ts';
import { EXTRA_COLUMNS, type Form, type FormId } from '../forms/form.ts';
import { FORMS } from '../forms/forms.ts';
import { HEADING_SEARCH_ROWS, headingText } from './headings.ts';
import { findLayout, type SheetLayout } from './layout.ts';

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
  readonly form: FormId;
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
  group: z.string().optional(),
  sex: z.enum(['male', 'female']).optional(),
  schedule: z.enum(['normal', 'reduced', 'limit']).optional(),
});

/** The schema of a map of columns. */
export const columnMapSchema: z.ZodType<ColumnMap> = z.strictObject({
  sheets: z
    .array(
      z.strictObject({
        sheet: z.string().min(1),
        form: z.enum(['I.1', 'I.2', 'I.3', 'I.5']),
        dataFrom: z.int().min(1).optional(),
        columns: z.record(z.string(), z.string()).optional(),
        defaults: defaults.optional(),
      }),
    )
    .min(1),
});

/** The entry of a map that speaks of a sheet. */
export function mapOf(map: ColumnMap | undefined, sheet: string): SheetMap | undefined {
  return map?.sheets.find((one) => {
    const pattern = headingText(one.sheet)
      .replace(/[\\^$.|?+()[\]{}]/g, '\\$&')
      .replace(/\*/g, '.*');
    return new RegExp(`^${pattern}$`).test(headingText(sheet));
  });
}

/** The layout that a map gives: its columns over those that the sheet itself shows. Unknown names are told. */
export function mappedLayout(map: SheetMap, rows: readonly TableRow[]): SheetLayout | readonly string[] {
  const form = FORMS[map.form];
  const found = findLayout(form, rows);
  const at = new Map<string, number>(found?.at ?? []);
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
    headingRow = Math.max(headingRow, place.row);
  }
  if (unknown.length > 0) return unknown;
  const dataFrom = map.dataFrom ?? Math.max(found?.dataFrom ?? 0, headingRow + 1);
  return { form, at, dataFrom, headings: found?.headings ?? [], by: 'map', offset: 0, headingRow: dataFrom - 1 };
}

function keyOf(form: Form, name: string): string | undefined {
  const columns = [...form.columns, ...EXTRA_COLUMNS];
  return columns.find(({ key, number }) => key === name || (number > 0 && String(number) === name))?.key;
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
  for (const { key } of [...layout.form.columns, ...EXTRA_COLUMNS]) {
    const column = layout.at.get(key);
    if (column !== undefined) columns[key] = columnName(column);
  }
  return { sheet, form: layout.form.id, dataFrom: layout.dataFrom, columns };
}

/** The form whose headings a sheet shows most of, for a sheet whose tab names none. */
export function bestLayout(rows: readonly TableRow[]): SheetLayout | undefined {
  let best: SheetLayout | undefined;
  for (const form of Object.values(FORMS)) {
    const found = findLayout(form, rows);
    if (found && wordsOf(found) > (best ? wordsOf(best) : 0)) best = found;
  }
  return best;
}

/** How many columns are filled whose heading says what the form calls them. */
function wordsOf({ form, at, headings }: SheetLayout): number {
  return form.columns.filter((column) => {
    const place = at.get(column.key);
    return (
      place !== undefined && column.words.some((phrases) => phrases.every((one) => headings[place]?.includes(one)))
    );
  }).length;
}
