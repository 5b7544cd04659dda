import { Decimal, ZERO } from '../../base/decimal.ts';
import type { LawVersion } from '../../law/version.ts';
import type { RatedComponent } from '../../law/vocabulary.ts';

/**
 * The percentage that the law sets for a component of the salary of a group (mức phần trăm của phụ cấp): per cent, for
 * professional seniority by full years of service; nothing where the law sets none.
 */
export function componentRate(law: LawVersion, group: string, component: RatedComponent, years = 0): Decimal {
  const payTable = law.group(group)?.provision.payTable;
  const rule = law
    .rules('component-rate')
    .find(({ provision }) => provision.component === component && provision.payTable.includes(payTable ?? ''));
  const { percent, yearly, fromYears = 0 } = rule?.provision ?? {};
  if (yearly === undefined) return new Decimal(percent ?? 0);
  return years < fromYears ? ZERO : new Decimal(yearly).times(years);
}
