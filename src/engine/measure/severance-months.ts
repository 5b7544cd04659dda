import { monthsOf } from '../../case/parse.ts';
import type { SeveranceMonthsProvision } from '../../law/provision.ts';
import { demand } from '../../law/select.ts';
import type { Counted, OnAxis, Quantity } from './quantity.ts';

/** Số tháng để tính trợ cấp thôi việc: the public-sector time up to the most that counts. */
export interface SeveranceMonths extends Counted<SeveranceMonthsProvision> {
  /** Before the most was applied. */
  readonly months: number;
}

const upToMost: OnAxis<'severance-months'> = {
  kind: 'severance-months',
  value: ({ upToMonths }, months) => Math.min(months, upToMonths),
};

export const severanceMonths: Quantity<'severanceMonths', SeveranceMonths> = {
  unit: 'month',
  title: { vi: 'Số tháng để tính trợ cấp thôi việc', en: 'Severance months' },
  column: { vi: 'Số tháng tính trợ cấp thôi việc', en: 'Severance months' },
  axis: 'publicSector',
  countedBy: ['severance-months'],
  onAxis: upToMost,
  measure({ law, one, facts, readings }) {
    if (law.rules('severance-months').length === 0) return undefined;
    const rule = demand(law.rules('severance-months'), facts, readings, 'severance months');
    const months = monthsOf(one.insurance.publicSector);
    const value = upToMost.value(rule.provision, months);
    facts.values.severanceMonths = value;
    return { value, months, rule };
  },
};
