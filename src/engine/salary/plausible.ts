import { Decimal, decimalText, type Dong } from '../../base/decimal.ts';
import type { Month } from '../../base/calendar.ts';
import type { BaseSalaryProvision } from '../../law/provision.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { SALARY_LIMITS } from '../../messages/plausible.ts';
import { baseSalary } from './salary.ts';

/** A monthly salary that is hardly one, and the base salary it was held against. */
export interface Implausible {
  readonly code: 'salary-implausibly-low' | 'salary-implausibly-high';
  /** The statutory base salary (mức lương cơ sở), đồng. */
  readonly base: string;
  readonly rule: Rule<BaseSalaryProvision>;
}

const LEAST = new Decimal(SALARY_LIMITS.least.times);
const MOST = new Decimal(SALARY_LIMITS.most.times);

/**
 * Whether a monthly salary is so far from the base salary of its month that it is rather in another unit, or has lost
 * its decimal mark; undefined where it is plausible, nothing, or the law knows no base salary.
 */
export function implausible(law: LawVersion, leaving: Month, salary: Dong): Implausible | undefined {
  const base = baseSalary(law, leaving);
  if (!base || salary.isZero()) return undefined;
  const isLow = salary.lt(base.amount.times(LEAST));
  if (!isLow && salary.lte(base.amount.times(MOST))) return undefined;
  const code = isLow ? 'salary-implausibly-low' : 'salary-implausibly-high';
  return { code, base: decimalText(base.amount), rule: base.rule };
}
