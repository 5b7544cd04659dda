import type { Lang } from '../base/text.ts';
import { caseKey } from '../case/keys.ts';
import type { Cell, TableRow } from './cell.ts';
import { headingForm } from './columns.ts';
import type { Column, Header } from './table-header.ts';
import type { RowOutcome } from './outcome.ts';

/** A sheet that is read, with its own header; plain data. */
export interface SheetRead {
  readonly sheet: string;
  readonly header: Header;
}

/** More rows than a sheet can hold, so that each sheet of a run has numbers of its own. */
const SPAN = 2 ** 21;

/** The number of a row in a run over several sheets; sheets are counted from 0. */
export function positionOf(sheet: number, row: number): number {
  return sheet * SPAN + row;
}

/** The sheet and the row of a {@link positionOf}. */
export function placeOfPosition(position: number): { readonly sheet: number; readonly row: number } {
  const sheet = Math.floor(position / SPAN);
  return { sheet, row: position - sheet * SPAN };
}

/** How a row of a run is named: by its number, over several sheets with the name of its sheet. */
export function rowNamer(sheets: readonly string[] | undefined): (position: number) => string {
  if (!sheets) return String;
  return (position) => {
    const { sheet, row } = placeOfPosition(position);
    return `"${sheets[sheet] ?? ''}" ${row}`;
  };
}

const SHEET_HEADING = { vi: 'Trang tính', en: 'Sheet' } as const;

/**
 * One header for the output of several sheets: every key and every further column of any of them, a column for the name
 * of the sheet, and one for the unit, which is the sheet's name where nothing else says it. Its columns are those of no
 * sheet: rows are brought to it by {@link aligner}.
 */
export function unionHeader(sheets: readonly SheetRead[], lang: Lang): Header {
  const keys = new Map<string, Header['keys'][number]>();
  const extras = new Map<string, Column>();
  extras.set('', { index: 0, heading: SHEET_HEADING[lang] });
  for (const { header } of sheets) {
    for (const column of header.keys) if (!keys.has(column.key.key)) keys.set(column.key.key, column);
    for (const [name, column] of namedExtras(header)) if (!extras.has(name)) extras.set(name, column);
  }
  const own = [...keys.values()].map((column, index) => ({ ...column, index }));
  const others = [...extras.values()].map((column, at) => ({ ...column, index: own.length + at }));
  const given = new Map(sheets.flatMap(({ header }) => (header.given ?? []).map((one) => [one.key, one] as const)));
  const further = [...given.values()].filter(({ key }) => !keys.has(key));
  return {
    ...{ row: 0, dataFrom: 1, keys: own, extras: others, width: own.length + others.length, gaps: [] },
    ...(further.length > 0 ? { given: further } : {}),
    unitHeadings: true,
  };
}

/** Further columns by heading; the second "Ghi chú" of a sheet is another one than its first. */
function namedExtras({ extras }: Header): Map<string, Column> {
  const named = new Map<string, Column>();
  for (const column of extras) {
    let name = headingForm(column.heading) || column.heading;
    while (named.has(name)) name += ' +';
    named.set(name, column);
  }
  return named;
}

/** The keys of a refused row as they are written, in order: those of the header, those given, the unit. */
function writtenKeys({ keys, given = [] }: Header): string[] {
  const own = keys.map(({ key }) => key.key);
  const further = given.map(({ key }) => key).filter((key) => !own.includes(key));
  const unit = caseKey('person.unit')?.key ?? '';
  return [...own, ...further, ...(own.includes(unit) ? [] : [unit])];
}

/** Makes the function that brings an outcome of a sheet into the columns of the {@link unionHeader}. */
export function aligner({ sheet, header }: SheetRead, union: Header): (outcome: RowOutcome) => RowOutcome {
  const named = [...namedExtras(header).keys()];
  // The first further column of the union is that of the sheet.
  const unionNames = ['', ...namedExtras({ ...union, extras: union.extras.slice(1) }).keys()];
  const extraAt = unionNames.map((name) => named.indexOf(name));
  const keyAt = union.keys.map(({ key }) => header.keys.find((one) => one.key === key)?.index);
  const writtenAt = writtenKeys(union).map((key) => writtenKeys(header).indexOf(key));
  return (outcome) => {
    const { cells } = outcome;
    const from = (index: number | undefined): Cell => (index === undefined ? null : (cells?.[index] ?? null));
    const ofExtras = extraAt.map((at, place): Cell => (place === 0 ? sheet : from(header.extras[at]?.index)));
    return {
      ...outcome,
      extras: extraAt.map((at, place) => (place === 0 ? sheet : (outcome.extras[at] ?? ''))),
      cells: cells && [...keyAt.map(from), ...ofExtras],
      written: outcome.written && writtenAt.map((at) => outcome.written?.[at] ?? ''),
    };
  };
}

/** A row of a sheet as the run numbers it. */
export function positioned(row: TableRow, sheet: number): TableRow {
  return { ...row, row: positionOf(sheet, row.row) };
}
