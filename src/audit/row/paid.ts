import { monthOfDay, parseDay, type Day } from '../../base/calendar.ts';
import { Decimal, scaled, ZERO, type Decimal as Exact, type Dong } from '../../base/decimal.ts';
import { benefitLine, benefitRow, type BenefitLine } from '../../benefits/lines.ts';
import { worthOf } from '../../benefits/worth.ts';
import type { Derivation } from '../../derivation/derivation.ts';
import { classify } from '../../derivation/measure.ts';
import type { Facts } from '../../law/facts.ts';
import type { Readings } from '../../law/select.ts';
import { QUANTITY_PLACES } from '../../law/vocabulary.ts';
import { yearsOf } from '../../measures/odd-months.ts';
import { rounded } from '../../salary/rounding.ts';

/** What a case gives, as the columns of a form need it: computed, or computed again from declared intermediates. */
export interface Paid {
  readonly salary: Dong;
  readonly monthsEarly: number | undefined;
  /** Hundredths of a year. */
  readonly yearsEarly: number | undefined;
  /** Hundredths of a year, and the months they were made of. */
  readonly serviceYears: number | undefined;
  readonly serviceMonths: number;
  readonly severanceMonths: number | undefined;
  readonly window: string;
  readonly classes: Facts['classes'];
  readonly lines: readonly BenefitLine[];
}

/** Declared intermediates that take the place of computed ones. */
export interface Overrides {
  readonly salary?: Exact;
  readonly monthsEarly?: number;
  readonly yearsEarly?: number;
  readonly serviceYears?: number;
  readonly severanceMonths?: number;
  readonly window?: string;
}

/** What the engine computed. */
export function paidOf({ measures, salary, facts, lines }: Derivation): Paid {
  return {
    salary: salary.amount,
    monthsEarly: measures.monthsEarly?.value,
    yearsEarly: measures.yearsEarly?.value,
    serviceYears: measures.serviceYears?.value,
    serviceMonths: measures.serviceYears?.months ?? 0,
    severanceMonths: measures.severanceMonths?.value,
    window: measures.window?.name ?? 'none',
    classes: facts.classes,
    lines,
  };
}

/**
 * The benefit lines of a route computed again with declared intermediates, by the same rows of the law. Requirements
 * of the route are not asked again: the question is only from what the declared amounts follow.
 */
export function paidWith(derivation: Derivation, route: string, chosen: Readings['chosen'], given: Overrides): Paid {
  const { law, measures, salary } = derivation;
  const readings: Readings = { chosen };
  const values = { ...derivation.facts.values, route };
  const { monthsEarly, yearsEarly, serviceYears, severanceMonths, window } = given;
  if (monthsEarly !== undefined) {
    values.monthsEarly = monthsEarly;
    const rule = measures.yearsEarly?.rule.provision;
    if (rule) values.yearsEarly = yearsOf(rule, monthsEarly);
  }
  if (yearsEarly !== undefined) values.yearsEarly = yearsEarly;
  if (serviceYears !== undefined) values.serviceYears = serviceYears;
  if (severanceMonths !== undefined) values.severanceMonths = severanceMonths;
  if (window !== undefined) values.window = window;
  const facts: Facts = { values, classes: { ...derivation.facts.classes }, given: derivation.facts.given };
  classify(law, facts, readings);
  const amount = given.salary ?? salary.amount;
  const { case: one } = derivation;
  const worth = worthOf(law, one, one.salary, amount, monthOfDay(parseDay(one.leaving.date) as Day));
  const lines: BenefitLine[] = [];
  for (const benefit of law.benefits(route)) {
    const row = benefitRow(law, benefit, facts, readings);
    if (!row || row.provision.kind !== 'benefit') continue;
    lines.push(benefitLine(law, row as BenefitLine['row'], facts, readings, worth));
  }
  const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
  return {
    ...paidOf(derivation),
    salary: amount,
    monthsEarly: number(values.monthsEarly),
    yearsEarly: number(values.yearsEarly),
    serviceYears: number(values.serviceYears),
    severanceMonths: number(values.severanceMonths),
    window: typeof values.window === 'string' ? values.window : 'none',
    classes: facts.classes,
    lines,
  };
}

/** The fixed part of a line and the part counted by years; together they are the line. */
export function partsOf({ terms, base, amount, rounding }: BenefitLine): { fixed: Dong; counted: Dong } {
  let months = ZERO;
  for (const { rate, per } of terms) if (per === undefined) months = months.plus(new Decimal(rate));
  const exact = base.times(months);
  const fixed = rounding ? rounded(rounding.provision, exact) : exact;
  return { fixed, counted: amount.minus(fixed) };
}

/** A decimal number of years in hundredths; undefined where it has more places. */
export function hundredths(years: Exact): number | undefined {
  return scaled(years.toFixed(), QUANTITY_PLACES);
}
