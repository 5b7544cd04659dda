import { monthOfDay, parseDay, type Day } from '../base/calendar.ts';
import type { Dong } from '../base/decimal.ts';
import type { Facts } from '../law/facts.ts';
import type { Readings } from '../law/select.ts';
import { baseAmounts } from './benefit/base-amounts.ts';
import { benefitLine, benefitRow, type BenefitLine } from './benefit/lines.ts';
import { limited, totalLimits } from './benefit/total-limit.ts';
import type { Derivation } from './derivation.ts';
import { yearsOf } from './measure/odd-months.ts';
import { classify } from './measures.ts';
import { chosenReadings } from './readings.ts';

/** What a case is paid, and by which facts. */
export type Paid = Pick<Derivation, 'facts' | 'lines' | 'measures' | 'salary'>;

/** Values that take the place of those the law computes: the monthly salary in đồng, facts (years in hundredths). */
export interface Restated {
  readonly salary?: Dong;
  readonly monthsEarly?: number;
  readonly yearsEarly?: number;
  readonly serviceYears?: number;
  readonly severanceMonths?: number;
  readonly window?: string;
}

/**
 * The benefit lines of a route paid again by the same rows of the law from other intermediate values (số liệu trung
 * gian đơn vị khai). Years early follow other months early. Requirements of the route are not asked again, and what the
 * case gives nothing for stays unpaid: the question is only what the rows give for these values.
 */
export function payAgain(
  derivation: Derivation,
  route: string,
  { salary: restated, ...given }: Restated,
  interpretations: Readonly<Record<string, string>> = {},
): Paid {
  const { law, measures, salary, case: one } = derivation;
  const readings: Readings = { chosen: chosenReadings(law, interpretations) };
  const early = measures.yearsEarly?.rule.provision;
  const follows = given.monthsEarly === undefined || !early ? {} : { yearsEarly: yearsOf(early, given.monthsEarly) };
  const facts: Facts = {
    values: { ...derivation.facts.values, route, ...follows, ...given },
    classes: { ...derivation.facts.classes },
    given: derivation.facts.given,
  };
  classify(law, facts, readings);
  const amount = restated ?? salary.amount;
  const amounts = baseAmounts(law, one, one.salary, amount, monthOfDay(parseDay(one.leaving.date) as Day));
  const lines: BenefitLine[] = [];
  for (const benefit of law.benefits(route)) {
    const row = benefitRow(law, benefit, facts, readings);
    if (row?.provision.kind === 'benefit')
      lines.push(benefitLine(law, row as BenefitLine['row'], facts, readings, amounts));
  }
  const within = limited(totalLimits(law, route, facts, readings), lines, law, facts, readings, amounts);
  return { facts, lines: within.lines, measures, salary: { ...salary, amount } };
}
