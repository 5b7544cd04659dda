import { ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import type { Paid } from '../../engine/again.ts';
import type { FormColumn } from '../../law/form.ts';
import type { Reading } from '../cells/reading.ts';
import type { SharedRange } from '../sheet/people.ts';
import type { RowReader } from './primary.ts';
import {
  agrees,
  columnValue,
  isCapped,
  isNothing,
  totalOf,
  type Declared,
  type ShownColumn,
  type Value,
} from './values.ts';

/** The cell of a computed column: what it declares, beside what the case gives. */
export interface DeclaredCell {
  readonly column: ShownColumn;
  readonly cell: string;
  readonly text: string;
  /** The cells over which the value is merged, where it may not be of this cell alone. */
  readonly shared: SharedRange | undefined;
  readonly reading: Reading<Declared>;
  /** The value under each variant. */
  readonly values: readonly (Value | undefined)[];
  /** The numbers of the other columns whose amounts stand in this one. */
  readonly mergedWith?: string;
}

/** The declared value that is meant where a cell has several meanings: the first. */
export function declaredOf({ reading }: Pick<DeclaredCell, 'reading'>): Declared | undefined {
  return reading.kind === 'read' ? reading.values[0] : undefined;
}

/** The declared amount of a money cell; blank is zero; undefined where it cannot be read. */
export function amountOf({ reading }: Pick<DeclaredCell, 'reading'>): Exact | undefined {
  if (reading.kind === 'blank') return ZERO;
  const [first] = reading.kind === 'read' ? reading.values : [];
  return first?.kind === 'money' ? first.amount : undefined;
}

/** The amount that a cell of money should show under a variant; undefined where that is not known, or no money. */
export function computedOf({ values }: DeclaredCell, at: number): Exact | undefined {
  const value = values[at];
  return value?.kind === 'money' ? value.amount : undefined;
}

/** The sum of the amounts of cells, the declared ones by default; undefined where one is not known. */
export function sumOf(
  cells: readonly DeclaredCell[],
  amount: (one: DeclaredCell) => Exact | undefined = amountOf,
): Exact | undefined {
  let sum = ZERO;
  for (const cell of cells) {
    const one = amount(cell);
    if (one === undefined) return undefined;
    sum = sum.plus(one);
  }
  return sum;
}

/** Whether a column shows a benefit or a part of one. */
export function showsBenefit({ column: { gives } }: Pick<DeclaredCell, 'column'>): boolean {
  return gives !== undefined && 'benefit' in gives;
}

/** Whether a column shows a measure: a length of time, the salary. */
export function showsMeasure({ column: { gives } }: Pick<DeclaredCell, 'column'>): boolean {
  return gives !== undefined && 'measure' in gives;
}

/** Whether a column shows a sum of others. */
export function showsSum({ column: { gives } }: Pick<DeclaredCell, 'column'>): boolean {
  return gives !== undefined && ('total' in gives || 'sum' in gives);
}

/** Every computed column that the sheet has, with its declared value and what each of the cases gives. */
export function declaredCells(reader: RowReader, cases: readonly Paid[], salaryGiven: boolean): DeclaredCell[] {
  const { form, at } = reader.layout;
  noteSummands(reader);
  const absorbed = new Set(form.columns.flatMap(({ key }) => reader.joined(key)?.slice(1) ?? []));
  const cells = form.columns.flatMap((own): DeclaredCell[] => {
    if (!own.gives || !at.has(own.key) || absorbed.has(own) || (own.key === 'salary' && !salaryGiven)) return [];
    const joined = reader.joined(own.key);
    const column = joined ? { ...own, joined } : widened(own, reader);
    const read = reader.declared(column);
    const reading = column.key === 'salary' ? read : reader.noted(column.key, read);
    const values = cases.map((paid) => valueOf(column, paid, reader));
    const others = joined?.slice(1).map(({ number }) => number);
    const mergedWith = others ? { mergedWith: others.join(', ') } : {};
    return [{ column, ...reader.where(column.key), reading, values, ...mergedWith }];
  });
  return withMerged(cells, cases);
}

/** Columns that are only added up: what cannot be read there leaves the sum open. */
function noteSummands(reader: RowReader): void {
  const { columns } = reader.layout.form;
  const numbers = columns.flatMap(({ gives }) => (gives && 'sum' in gives ? gives.sum : []));
  for (const column of columns) {
    if (numbers.includes(column.number) && !column.gives) reader.primary(column.key, reader.declared(column));
  }
}

/**
 * Two columns that a unit has merged into one amount are judged as one: the amount stands in one of them, the other is
 * blank, and the amount is not that of its own column alone.
 */
function withMerged(cells: readonly DeclaredCell[], cases: readonly Paid[]): DeclaredCell[] {
  const gone = new Set<DeclaredCell>();
  const made = cells.map((one) => {
    const partner = cells.find(({ column }) => column.number === one.column.mergesWith);
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
    const column = { ...one.column, gives: { ...gives, part: undefined } };
    const mergedWith = String(partner.column.number);
    return { ...one, column, values: cases.map((paid) => columnValue(column, paid)), mergedWith };
  });
  return made.filter((_, at) => !gone.has(cells[at] as DeclaredCell));
}

/**
 * A sheet of its own making may have one column for a whole benefit, or for the first block and the further years
 * together: such a column stands for what the missing ones would show.
 */
function widened(column: FormColumn, { layout: { form, at } }: RowReader): FormColumn {
  const { gives } = column;
  if (!gives || !('benefit' in gives)) return column;
  const { benefit } = gives;
  const present = form.columns.filter(
    (other) => at.has(other.key) && other.gives && 'benefit' in other.gives && other.gives.benefit === benefit,
  );
  if (present.length === 1) return { ...column, gives: { benefit } };
  if (present.some(({ number }) => number === column.mergesWith)) return column;
  return { ...column, gives: { ...gives, part: undefined } };
}

/** The value of a column; the grand total adds what is declared of other regimes. */
function valueOf(column: FormColumn, paid: Paid, reader: RowReader): Value | undefined {
  const { gives } = column;
  if (!gives || !('sum' in gives)) return columnValue(column, paid);
  let sum = ZERO;
  for (const part of reader.layout.form.columns) {
    if (!gives.sum.includes(part.number)) continue;
    const declared = part.gives ? ZERO : amountOf({ reading: reader.declared(part) });
    const amount = part.gives && 'total' in part.gives ? totalOf(paid) : declared;
    if (amount === undefined) return undefined;
    sum = sum.plus(amount);
  }
  return { kind: 'money', amount: sum };
}

/** How a cell stands to its value under one variant. */
export type Match = 'right' | 'capped' | 'ambiguous' | 'wrong';

/** Compares a cell with its value under one variant. */
export function matchOf({ reading, values }: DeclaredCell, variant: number): Match {
  const value = values[variant];
  if (!value || reading.kind === 'fault') return 'wrong';
  if (reading.kind === 'blank') return isNothing(value) ? 'right' : 'wrong';
  const [first, ...more] = reading.values;
  if (first && agrees(first, value)) return 'right';
  if (first && isCapped(first, value)) return 'capped';
  return more.some((meaning) => agrees(meaning, value)) ? 'ambiguous' : 'wrong';
}
