import { monthOfDay, parseDay, type Day } from '../../base/calendar.ts';
import type { TermMonthsProvision } from '../../law/provision.ts';
import { demand } from '../../law/select.ts';
import type { Counted, OnAxis, Quantity } from './quantity.ts';

/** Số tháng từ tháng nghỉ đến hết nhiệm kỳ, ít nhất bằng mức tối thiểu. */
export interface TermMonths extends Counted<TermMonthsProvision> {
  /** Before the least was applied. */
  readonly months: number;
}

const atLeast: OnAxis<'term-months'> = {
  kind: 'term-months',
  value: ({ atLeastMonths }, months) => Math.max(months, atLeastMonths),
};

export const termMonths: Quantity<'termMonths', TermMonths> = {
  unit: 'month',
  title: { vi: 'Số tháng đến hết nhiệm kỳ', en: 'Months to the end of the term' },
  axis: 'term',
  countedBy: ['term-months'],
  onAxis: atLeast,
  measure({ law, one, facts, readings }) {
    const ends = one.post?.termEnds;
    if (ends === undefined || law.rules('term-months').length === 0) return undefined;
    const rule = demand(law.rules('term-months'), facts, readings, 'the months to the end of the term');
    const month = (date: string): number => monthOfDay(parseDay(date) as Day);
    const last = rule.provision.lastMonth === 'counts' ? 1 : 0;
    const months = Math.max(0, month(ends) - month(one.leaving.date) + last);
    const value = atLeast.value(rule.provision, months);
    facts.values.termMonths = value;
    return { value, months, rule };
  },
};
