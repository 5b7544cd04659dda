import { monthOfDay, parseDay, type Day } from '../../base/calendar.ts';
import type { MonthsPastProvision } from '../../law/provision.ts';
import type { Counted, Quantity } from './quantity.ts';

/** Số tháng làm việc quá tuổi nghỉ hưu, hoặc từ khi hưởng lương hưu, trợ cấp. */
export interface MonthsPast extends Counted<MonthsPastProvision> {
  /** The age was reached before the tables begin: at least so many months. */
  readonly atLeast?: boolean;
}

export const monthsPast: Quantity<'monthsPast', MonthsPast> = {
  unit: 'month',
  title: { vi: 'Số tháng làm việc quá tuổi nghỉ hưu', en: 'Months past the age' },
  said: { vi: 'số tháng làm việc quá tuổi nghỉ hưu', en: 'months past the retirement age' },
  axis: 'monthsPast',
  countedBy: ['months-early', 'months-past'],
  measure({ one, age, facts }) {
    if (!age?.past) return undefined;
    const { past, leaving, retirement, reachedBefore = leaving } = age;
    const { pensionSince } = one.person;
    const byPension = past.provision.since === 'pension' && pensionSince !== undefined;
    const from = byPension ? monthOfDay(parseDay(pensionSince) as Day) : (retirement?.pensionStart ?? reachedBefore);
    const value = Math.max(0, leaving - from);
    facts.values.monthsPast = value;
    return { value, rule: past, ...(byPension || retirement ? {} : { atLeast: true }) };
  },
};
