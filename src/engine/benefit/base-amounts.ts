import type { Month } from '../../base/calendar.ts';
import { Decimal, type Dong } from '../../base/decimal.ts';
import type { Case, Salary } from '../../case/case.ts';
import type { LawVersion } from '../../law/version.ts';
import type { Limit } from '../../law/provision.ts';
import type { BaseName } from '../../law/vocabulary.ts';
import { baseSalary } from '../salary/salary.ts';

/** What a month of a base is in a case, in đồng; undefined where the case does not give it. */
export type BaseAmounts = (base: BaseName) => Dong | undefined;

/** The bases of a case, as far as it gives them; each is worked out when a row asks for it. */
export function baseAmounts(law: LawVersion, one: Case, salary: Salary, amount: Dong, leaving: Month): BaseAmounts {
  return (name) => {
    switch (name) {
      case 'monthlySalary':
      case 'salaryOfEachMonth':
        return salary.allowance === undefined ? amount : undefined;
      case 'monthlyAllowance':
        return salary.allowance === undefined ? undefined : amount;
      case 'averageSalary':
        return salary.average === undefined ? undefined : new Decimal(salary.average);
      case 'statutoryBase':
        return statutoryBase(law, leaving);
      case 'positionDifference':
        return positionDifference(salary, one.post?.newAllowance, statutoryBase(law, leaving));
      case 'dong':
        return ONE_DONG;
      case 'courseFee':
        return one.training?.fee === undefined ? undefined : new Decimal(one.training.fee);
    }
  };
}

const ONE_DONG = new Decimal('1');

function statutoryBase(law: LawVersion, leaving: Month): Dong | undefined {
  return baseSalary(law, leaving)?.amount;
}

/** A limit of money in đồng, exact; undefined where the case does not give its base. */
export function limitAmount(limit: Limit, amounts: BaseAmounts): Dong | undefined {
  return 'dong' in limit ? new Decimal(limit.dong) : amounts(limit.base)?.times(limit.months);
}

/** A month of the leadership allowance that is lost, never less than nothing. */
function positionDifference(
  { positionAllowance = '0' }: Salary,
  left: string | undefined,
  base: Dong | undefined,
): Dong | undefined {
  const held = new Decimal(positionAllowance);
  if (!base || held.isZero()) return undefined;
  return Decimal.max(0, held.minus(new Decimal(left ?? '0'))).times(base);
}
