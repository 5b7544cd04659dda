import type { MonthsEarlyProvision } from '../../law/provision.ts';
import type { Counted, Quantity } from './quantity.ts';

/** Số tháng nghỉ sớm: from the leaving month to the month in which the normal pension starts. */
export type MonthsEarly = Counted<MonthsEarlyProvision>;

export const monthsEarly: Quantity<'monthsEarly', MonthsEarly> = {
  unit: 'month',
  title: { vi: 'Số tháng nghỉ sớm', en: 'Months early' },
  axis: 'monthsEarly',
  countedBy: ['months-early'],
  measure({ age, facts }) {
    if (!age) return undefined;
    const { retirement, leaving, early } = age;
    const dropped = early.provision.leavingMonth === 'dropped' ? 1 : 0;
    const value = retirement ? Math.max(0, retirement.pensionStart - leaving - dropped) : 0;
    facts.values.monthsEarly = value;
    return { value, rule: early };
  },
};
