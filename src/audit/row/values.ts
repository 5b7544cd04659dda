import { Decimal, unscaled, ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import { QUANTITY_PLACES } from '../../law/vocabulary.ts';
import type { Duration } from '../cells/durations.ts';
import type { FormColumn, Gives } from '../../law/form.ts';
import { testsOf } from '../../law/facts.ts';
import type { Paid } from '../../engine/again.ts';
import type { BenefitLine } from '../../engine/benefit/lines.ts';
import { rounded } from '../../engine/salary/rounding.ts';

/** A column; of a row whose cells are merged across columns of one benefit: all of these, whose amount stands in it. */
export interface ShownColumn extends FormColumn {
  readonly joined?: readonly FormColumn[];
}

/** The computed value of a column. */
export type Value =
  | { readonly kind: 'money'; readonly amount: Exact; readonly exact?: Exact }
  /** Whole months; `cap`: the most that counts for money. */
  | { readonly kind: 'months'; readonly count: number; readonly cap?: number }
  /** Years in hundredths, and the months they were made of. */
  | { readonly kind: 'years'; readonly years: number; readonly months: number };

/** A declared value: money, or a length of time. */
export type Declared =
  /** `grain`: twice what the amount may be off, where the sheet writes its amounts in thousands or millions of đồng. */
  { readonly kind: 'money'; readonly amount: Exact; readonly grain?: Exact } | Duration;

/** The value that a computed column of a form has to show; undefined where the case does not give it. */
export function columnValue({ gives, joined }: ShownColumn, paid: Paid): Value | undefined {
  if (joined) return sumOfColumns(joined, paid);
  if (!gives || 'sum' in gives || 'component' in gives) return undefined;
  if ('measure' in gives) return measureValue(gives.measure, paid);
  if ('total' in gives) return { kind: 'money', amount: totalOf(paid) };
  const { benefit, part, when } = gives;
  const line = paid.lines.find((one) => one.benefit === benefit);
  if (!line || (when && !testsOf(when).every((test) => test.holds(paid.facts)))) return { kind: 'money', amount: ZERO };
  if (part === undefined) return { kind: 'money', amount: line.amount };
  return { kind: 'money', amount: partsOf(line)[part] };
}

/** The measures of a case that a column may show. */
export type Measure = Extract<Gives, { readonly measure: string }>['measure'];

/** The fixed part of a line and the part counted by years; together they are the line. */
export function partsOf({ terms, base, amount, rounding }: BenefitLine): { fixed: Exact; counted: Exact } {
  let months = ZERO;
  for (const { rate, per } of terms) if (per === undefined) months = months.plus(new Decimal(rate));
  const exact = base.times(months);
  const fixed = rounding ? rounded(rounding.provision, exact) : exact;
  return { fixed, counted: amount.minus(fixed) };
}

function sumOfColumns(columns: readonly FormColumn[], paid: Paid): Value {
  let amount: Exact = ZERO;
  for (const column of columns) {
    const value = columnValue(column, paid);
    if (value?.kind === 'money') amount = amount.plus(value.amount);
  }
  return { kind: 'money', amount };
}

function measureValue(measure: Measure, paid: Paid): Value | undefined {
  const { salary, facts, measures } = paid;
  if (measure === 'salary') return { kind: 'money', amount: salary.amount };
  const [value, early] = [facts.values[measure], facts.values.monthsEarly];
  if (measure === 'serviceYears') {
    const months = measures.serviceYears?.months ?? 0;
    return typeof value === 'number' ? { kind: 'years', years: value, months } : undefined;
  }
  if (measure === 'yearsEarly') {
    if (typeof early !== 'number') return undefined;
    return { kind: 'years', years: typeof value === 'number' ? value : 0, months: early };
  }
  if (typeof value !== 'number') return undefined;
  if (measure === 'severanceMonths') return { kind: 'months', count: value };
  const caps = paid.lines.flatMap(({ terms }) =>
    terms.filter(({ per, upTo }) => per === 'monthsEarly' && upTo !== undefined),
  );
  const cap = caps[0]?.upTo;
  return { kind: 'months', count: value, ...(cap === undefined ? {} : { cap: Number(cap) }) };
}

/** The sum of all lines. */
export function totalOf({ lines }: Pick<Paid, 'lines'>): Exact {
  let total = ZERO;
  for (const { amount } of lines) total = total.plus(amount);
  return total;
}

/** Whether a declared value is the computed one. A fraction of a đồng left by an unrounded formula is none. */
export function agrees(declared: Declared, value: Value): boolean {
  if (value.kind === 'money') {
    if (declared.kind !== 'money') return false;
    const { amount, grain } = declared;
    if (amount.eq(value.amount) || sameDong(amount, value.amount)) return true;
    return grain !== undefined && amount.minus(value.amount).abs().times(2).lte(grain);
  }
  if (declared.kind === 'money') return false;
  if (value.kind === 'months') return declared.kind === 'months' && declared.months === value.count;
  if (declared.kind === 'months') return declared.months === value.months || declared.months * 100 === value.years * 12;
  const { years } = declared;
  if (years.times(100).eq(value.years)) return true;
  // The time itself, unrounded, to the places that are written (34,33 for 34 years 4 months).
  const places = years.decimalPlaces();
  return places >= 2 && years.eq(new Decimal(value.months).div(12).toDecimalPlaces(places));
}

function sameDong(declared: Exact, amount: Exact): boolean {
  return !declared.isInteger() && declared.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).eq(amount);
}

/** Whether a declared number of months is the most that counts, so that it is right for money. */
export function isCapped(declared: Declared, value: Value): boolean {
  return (
    value.kind === 'months' &&
    declared.kind === 'months' &&
    value.cap !== undefined &&
    value.count > value.cap &&
    declared.months === value.cap
  );
}

/** Whether nothing is due. */
export function isNothing(value: Value): boolean {
  return value.kind === 'money' && value.amount.isZero();
}

/** A computed value in plain text. */
export function valueText(value: Value): string {
  if (value.kind === 'money') return value.amount.toFixed();
  return value.kind === 'months' ? String(value.count) : unscaled(value.years, QUANTITY_PLACES);
}
