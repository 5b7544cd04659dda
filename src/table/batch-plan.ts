import type { Place } from '../messages/refused.ts';
import type { CalculateOptions } from '../engine/calculate.ts';
import { caseKey, type CaseKey } from '../case/keys.ts';
import type { Law } from '../law/law.ts';
import type { Separator } from './csv.ts';
import type { GivenValue, Header } from './table-header.ts';
import type { Note } from './note.ts';
import type { SheetRead } from './sheets.ts';
import { ALL_KEYS, columnsOf, layoutOf, type Layout } from './layout.ts';

/** The formats of tables, in and out. */
export const FORMATS = ['csv', 'xlsx', 'ndjson'] as const;

/** A format of tables. */
export type Format = (typeof FORMATS)[number];

/** How the rows of a batch are read, worked out and written; plain data, to be sent to another thread. */
export interface BatchPlan {
  readonly from: Format;
  readonly to: Format;
  readonly place: Place;
  /** Absent for NDJSON. */
  readonly header?: Header;
  /** The separator of CSV. */
  readonly separator?: Separator;
  /** Where several sheets are read: each with its own header; `header` is then what their rows are brought to. */
  readonly sheets?: readonly SheetRead[];
  /** What is to be told of the input in the summary. */
  readonly told?: readonly Note[];
  /** For NDJSON: values that count for every case that does not say otherwise. */
  readonly given?: readonly GivenValue[];
  /** The options of the core, without the law itself. */
  readonly core: Omit<CalculateOptions, 'law'> & { readonly scheme: string; readonly lang: 'vi' | 'en' };
  /** The folder of own rule files. */
  readonly rules?: string;
  /** Whether the records are chained. */
  readonly chain?: boolean;
}

/** The columns of the flat output of a plan. */
export function planLayout({ header, core }: BatchPlan, law: Law): Layout {
  const keys = header ? keysShown(header) : ALL_KEYS;
  return layoutOf(columnsOf(law, core.scheme), keys, header?.extras.map((column) => column.heading) ?? []);
}

/**
 * The keys that have a column: those of the header, those that are given for the whole list, and the unit where headings
 * between people name it.
 */
function keysShown({ keys, unit, unitHeadings, given = [] }: Header): readonly CaseKey[] {
  const further = [...given.map(({ key }) => key), ...(unitHeadings && !unit ? ['person.unit'] : [])];
  const named = further.map(caseKey).filter((key) => key !== undefined);
  return [...new Set([...keys.map(({ key }) => key), ...named])];
}

/** What a refused row has in the columns behind those of its header, as {@link planLayout} orders them. */
export function writtenBehind({ keys, given = [] }: Header, unit: string | undefined): string[] {
  const own = new Set(keys.map(({ key }) => key.key));
  const values = given.filter(({ key }) => !own.has(key)).map(({ value }) => String(value));
  return [...values, unit ?? ''];
}
