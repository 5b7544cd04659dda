import type { Month } from '../../base/calendar.ts';
import type { WaitingMonthsProvision } from '../../law/provision.ts';
import { demand } from '../../law/select.ts';
import type { Counted, OnAxis, Quantity } from './quantity.ts';

/** Số tháng nghỉ công tác chờ đủ tuổi nghỉ hưu, and the first and the last of them. */
export interface WaitingMonths extends Counted<WaitingMonthsProvision> {
  readonly from: Month;
  readonly until: Month;
}

const withoutEnds: OnAxis<'waiting-months'> = {
  kind: 'waiting-months',
  value: ({ leavingMonth, ageMonth }, months) =>
    Math.max(0, months - [leavingMonth, ageMonth].filter((how) => how === 'dropped').length),
};

export const waitingMonths: Quantity<'waitingMonths', WaitingMonths> = {
  unit: 'month',
  title: { vi: 'Số tháng chờ đủ tuổi nghỉ hưu', en: 'Months of waiting for the age' },
  step: { vi: 'Số tháng nghỉ công tác chờ đủ tuổi nghỉ hưu', en: 'Months of waiting for the age' },
  axis: 'monthsEarly',
  countedBy: ['months-early', 'waiting-months'],
  onAxis: withoutEnds,
  measure({ law, age, facts, readings }) {
    if (!age?.retirement || law.rules('waiting-months').length === 0) return undefined;
    const rule = demand(law.rules('waiting-months'), facts, readings, 'the months of waiting');
    const { leavingMonth, ageMonth } = rule.provision;
    const from = age.leaving + (leavingMonth === 'counts' ? 0 : 1);
    const until = age.retirement.ageMonth - (ageMonth === 'counts' ? 0 : 1);
    const value = Math.max(0, until - from + 1);
    facts.values.waitingMonths = value;
    return { value, rule, from, until };
  },
};
