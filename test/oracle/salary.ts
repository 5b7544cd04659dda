import type { Regime } from './law.ts';
import { parseDecimal, parsePercent, ratio, type Rational, sum, ZERO } from './rational.ts';
import { withoutScale } from './scales.ts';
import type { OracleSalary } from './types.ts';

/** What the monthly salary depends on besides its components. */
export interface SalaryTerms {
  regime: Regime;
  /** Lương cơ sở, VND. */
  baseSalary: number;
  /** Whether the retained difference coefficient counts (Decree 67, from 2025-03-15). */
  retainedCounts: boolean;
  /** `component`: every component is a whole number of đồng, half up; `exact`: none is rounded. */
  rounding: 'component' | 'exact';
}

/**
 * S, the current monthly salary, VND (Điều 5 khoản 6; TT 01 Điều 3; TT 19 for the forces).
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

  const { responsibility, publicService, specific, preferential, party } = salary;
  const allowances = [responsibility, publicService, specific, preferential, party];
  if (terms.regime === 'civil') {
    // All on salary + leadership position + over-frame seniority.
    const base = sum([coefficient, position, overFrame]);
    for (const percent of [salary.profession, ...allowances]) parts.push(share(percent, base));
  } else {
    // The forces: professional seniority on salary + position, the others on these three.
    const seniority = share(salary.profession, coefficient.plus(position));
    const base = sum([coefficient, position, seniority]);
    parts.push(seniority);
    for (const percent of allowances) parts.push(share(percent, base));
  }
  return sum(parts);
}
