import type { Month } from '../base/calendar.ts';
import { Decimal, decimalOf, type Dong } from '../base/decimal.ts';
import type { Case, Salary } from '../case/case.ts';
import type { LawVersion } from '../law/version.ts';
import type { BaseName } from '../law/vocabulary.ts';
import { baseAmount, baseSalary } from '../salary/salary.ts';

/** What a month of a base is worth in a case, in đồng; undefined where the case does not give it. */
export type Worth = (base: BaseName) => Dong | undefined;

/** What a month of a base is worth, as far as the case gives it; worked out when a row asks for it. */
export function worthOf(law: LawVersion, one: Case, salary: Salary, amount: Dong, leaving: Month): Worth {
  return (name) => {
    switch (name) {
      case 'monthlySalary':
        return salary.allowance === undefined ? amount : undefined;
      case 'monthlyAllowance':
        return salary.allowance === undefined ? undefined : amount;
      case 'averageSalary':
        return salary.average === undefined ? undefined : decimalOf(salary.average);
      case 'statutoryBase':
        return baseWorth(law, leaving);
      case 'positionDifference':
        return positionDifference(salary, one.post?.newAllowance, baseWorth(law, leaving));
      case 'courseFee':
        return one.training?.fee === undefined ? undefined : decimalOf(one.training.fee);
    }
  };
}

function baseWorth(law: LawVersion, leaving: Month): Dong | undefined {
  const rule = baseSalary(law, leaving);
  return rule ? baseAmount(rule) : undefined;
}

/** A month of the leadership allowance that is lost, never less than nothing. */
function positionDifference(
  { positionAllowance = '0' }: Salary,
  left: string | undefined,
  base: Dong | undefined,
): Dong | undefined {
  const held = decimalOf(positionAllowance);
  if (!base || held.isZero()) return undefined;
  return Decimal.max(0, held.minus(decimalOf(left ?? '0'))).times(base);
}
