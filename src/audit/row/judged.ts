import { ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import type { Reading } from '../cells/reading.ts';
import type { FormColumn } from '../forms/form.ts';
import type { CellCode } from '../messages.ts';
import type { CellVerdict } from '../report.ts';
import type { Params } from '../../messages/issue.ts';
import type { SharedRange } from '../sheet/people.ts';
import type { RowReader } from './primary.ts';
import {
  agrees,
  columnValue,
  isCapped,
  isNothing,
  readDeclared,
  totalOf,
  type Declared,
  type Value,
} from './values.ts';
import type { WorkedVariant } from './worked.ts';

/** A computed column of a row while it is being judged. */
export interface Judged {
  readonly column: FormColumn;
  readonly cell: string;
  readonly text: string;
  /** The cells over which the value is merged, where it may not be of this cell alone. */
  readonly shared: SharedRange | undefined;
  readonly reading: Reading<Declared>;
  /** The value under each variant. */
  readonly values: readonly (Value | undefined)[];
  verdict: CellVerdict;
  code: CellCode;
  params: Params;
  follows?: readonly string[];
  question?: { readonly id: string; readonly option: string };
  /** The numbers of the other columns whose amounts stand in this one. */
  readonly mergedWith?: string;
  /** Nothing is declared and nothing due: not worth a line. */
  silent?: boolean;
}

/** The declared value that is meant where a cell has several meanings: the first. */
export function declaredOf({ reading }: Pick<Judged, 'reading'>): Declared | undefined {
  return reading.kind === 'read' ? reading.values[0] : undefined;
}

/** The declared amount of a money cell; blank is zero; undefined where it cannot be read. */
export function amountOf({ reading }: Pick<Judged, 'reading'>): Exact | undefined {
  if (reading.kind === 'blank') return ZERO;
  if (reading.kind === 'fault') return undefined;
  const [first] = reading.values;
  return first?.kind === 'money' ? first.amount : undefined;
}

/** The sum of the amounts of columns, the declared ones where nothing else is said; undefined where one is not known. */
export function sumOf(
  parts: readonly Judged[],
  amount: (one: Judged) => Exact | undefined = amountOf,
): Exact | undefined {
  let sum = ZERO;
  for (const part of parts) {
    const one = amount(part);
    if (one === undefined) return undefined;
    sum = sum.plus(one);
  }
  return sum;
}

/** Every computed column that the sheet has, with its declared and its computed values. */
export function judgedColumns(reader: RowReader, worked: readonly WorkedVariant[], salaryGiven: boolean): Judged[] {
  const { form, at } = reader.layout;
  const judged: Judged[] = [];
  noteSummands(reader);
  const absorbed = new Set(form.columns.flatMap(({ key }) => reader.joined(key)?.slice(1) ?? []));
  for (const own of form.columns) {
    if (!own.gives || !at.has(own.key) || absorbed.has(own)) continue;
    const joined = reader.joined(own.key);
    const column = joined ? { ...own, joined } : widened(own, reader);
    if (column.key === 'salary' && !salaryGiven) continue;
    const read = readDeclared(column, reader.cell(column.key));
    const reading = column.key === 'salary' ? read : reader.noted(column.key, read);
    const values = worked.map(({ paid }) => valueOf(column, paid, reader));
    const others = joined?.slice(1).map(({ number }) => number);
    judged.push({
      column,
      ...reader.where(column.key),
      reading,
      values,
      verdict: 'right',
      code: 'right',
      params: {},
      ...(others ? { mergedWith: others.join(', ') } : {}),
    });
  }
  return withMerged(judged, worked);
}

/** Columns that are only added up: what cannot be read there leaves the sum open. */
function noteSummands(reader: RowReader): void {
  const { columns } = reader.layout.form;
  const numbers = columns.flatMap(({ gives }) => (gives && 'sum' in gives ? gives.sum : []));
  for (const column of columns) {
    if (numbers.includes(column.number) && !column.gives)
      reader.primary(column.key, readDeclared(column, reader.cell(column.key)));
  }
}

/**
 * Two columns that a unit has merged into one amount are judged as one: the amount stands in one of them, the other is
 * blank, and the amount is not that of its own column alone.
 */
function withMerged(judged: readonly Judged[], worked: readonly WorkedVariant[]): Judged[] {
  const gone = new Set<Judged>();
  const made = judged.map((one) => {
    const partner = judged.find(({ column }) => column.number === one.column.mergesWith);
    const { gives } = one.column;
    if (!partner || !gives || !('benefit' in gives) || gives.part === undefined) return one;
    // A cell that cannot be read may hold the amount of the blank one beside it.
    if (one.reading.kind === 'fault' && partner.reading.kind === 'blank') gone.add(partner);
    const [own, theirs] = [amountOf(one), amountOf(partner)];
    const declared = declaredOf(one);
    if (own === undefined || own.isZero() || theirs?.isZero() !== true || !declared) return one;
    const alone = one.values.every((value) => value !== undefined && agrees(declared, value));
    const both = partner.values.some((value) => value !== undefined && !isNothing(value));
    if (alone || !both) return one;
    gone.add(partner);
    const column = { ...one.column, gives: wholeOf(gives) };
    const mergedWith = String(partner.column.number);
    return { ...one, column, values: worked.map(({ paid }) => columnValue(column, paid)), mergedWith };
  });
  return made.filter((_, at) => !gone.has(judged[at] as Judged));
}

function wholeOf<T extends { readonly part?: unknown }>(gives: T): Omit<T, 'part'> {
  const { part: _part, ...whole } = gives;
  void _part;
  return whole;
}

/**
 * A sheet of its own making may have one column for a whole benefit, or for the first block and the further years
 * together: such a column stands for what the missing ones would show.
 */
function widened(column: FormColumn, { layout: { form, at } }: RowReader): FormColumn {
  const { gives } = column;
  if (!gives || !('benefit' in gives)) return column;
  const { benefit } = gives;
  const there = form.columns.filter(
    (other) => at.has(other.key) && other.gives && 'benefit' in other.gives && other.gives.benefit === benefit,
  );
  if (there.length === 1) return { ...column, gives: { benefit } };
  if (gives.part === undefined || there.some(({ number }) => number === column.mergesWith)) return column;
  return { ...column, gives: wholeOf(gives) };
}

/** The value of a column; the grand total adds what is declared of other regimes. */
function valueOf(column: FormColumn, paid: WorkedVariant['paid'], reader: RowReader): Value | undefined {
  const { gives } = column;
  if (!gives || !('sum' in gives)) return columnValue(column, paid);
  let sum = ZERO;
  for (const number of gives.sum) {
    const part = reader.layout.form.columns.find((one) => one.number === number);
    if (!part) continue;
    if (part.gives) sum = sum.plus('total' in part.gives ? totalOf(paid) : ZERO);
    else {
      const amount = amountOf({ reading: readDeclared(part, reader.cell(part.key)) });
      if (amount === undefined) return undefined;
      sum = sum.plus(amount);
    }
  }
  return { kind: 'money', amount: sum };
}

/** How a cell stands to its value under one variant. */
export type Match = 'right' | 'capped' | 'ambiguous' | 'wrong';

/** Compares a cell with its value under one variant. */
export function matchOf({ reading, values }: Judged, variant: number): Match {
  const value = values[variant];
  if (!value || reading.kind === 'fault') return 'wrong';
  if (reading.kind === 'blank') return isNothing(value) ? 'right' : 'wrong';
  const [first, ...more] = reading.values;
  if (first && agrees(first, value)) return 'right';
  if (first && isCapped(first, value)) return 'capped';
  return more.some((meaning) => agrees(meaning, value)) ? 'ambiguous' : 'wrong';
}
