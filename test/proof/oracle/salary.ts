import { parseDecimal, parsePercent, ratio, type Rational, sum, ZERO } from './rational.ts';
import { withoutScale } from './scales.ts';
import type { OracleSalary } from './types.ts';

/** What the monthly salary depends on besides its components. */
export interface SalaryTerms {
  /** Whose pay table. */
  pay: 'state' | 'forces';
  /** Lương cơ sở, VND. */
  baseSalary: number;
  /** Whether the retained difference coefficient counts (Decree 67, from 2025-03-15). */
  retainedCounts: boolean;
  /** `component`: every component is a whole number of đồng, half up; `exact`: none is rounded. */
  rounding: 'component' | 'exact';
  /** On what responsibility, public service and specific of the forces stand. */
  forcesBase: 'salary-and-position' | 'with-seniority';
}

/**
 * S, the current monthly salary, VND (Điều 5 khoản 6; TT 01 Điều 3).
 * A contract or known monthly salary is taken as it is. Expects sound input.
 */
export function monthlySalary(given: OracleSalary, terms: SalaryTerms): Rational {
  const salary = withoutScale(given);
  const known = parseDecimal(salary.contract) ?? parseDecimal(salary.monthly);
  if (known) return known;
  const whole = (amount: Rational): Rational => (terms.rounding === 'exact' ? amount : amount.roundHalfUp());
  const byCoefficient = (text: string | undefined): Rational =>
    whole((parseDecimal(text) ?? ZERO).times(ratio(terms.baseSalary)));
  const share = (text: string | undefined, base: Rational): Rational => whole((parsePercent(text) ?? ZERO).times(base));

  const coefficient = byCoefficient(salary.coefficient);
  const position = byCoefficient(salary.positionAllowance);
  const overFrame = share(salary.overFrame, coefficient);
  const retained = terms.retainedCounts ? byCoefficient(salary.retained) : ZERO;
  const parts = [coefficient, position, overFrame, retained];

  // Per cents stand on salary + leadership position + over-frame seniority, in every pay table ...
  const base = sum([coefficient, position, overFrame]);
  // ... but the professional seniority of the forces on salary + position.
  const forces = terms.pay === 'forces';
  const seniority = share(salary.profession, forces ? coefficient.plus(position) : base);
  // By the way of the ministry's tool three of them stand on the seniority too, and not on the over-frame.
  const tool = forces && terms.forcesBase === 'with-seniority';
  const three = tool ? sum([coefficient, position, seniority]) : base;
  parts.push(seniority);
  for (const percent of [salary.preferential, salary.party]) parts.push(share(percent, base));
  for (const percent of [salary.responsibility, salary.publicService, salary.specific])
    parts.push(share(percent, three));
  return sum(parts);
}
