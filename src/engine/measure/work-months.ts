import { monthsOf } from '../../case/parse.ts';
import type { WorkTimeProvision } from '../../law/provision.ts';
import { select } from '../../law/select.ts';
import type { Rule } from '../../law/version.ts';
import type { Quantity } from './quantity.ts';

/** Số tháng công tác của người hoạt động không chuyên trách: their own time, and what the law adds to it. */
export interface WorkMonths {
  readonly value: number;
  /** Which time was added up, where the law says so. */
  readonly rule: Rule<WorkTimeProvision> | undefined;
  /** The months of each part. */
  readonly parts: readonly number[];
}

const WORK = ['work'] as const;

export const workMonths: Quantity<'workMonths', WorkMonths> = {
  unit: 'month',
  title: { vi: 'Số tháng công tác không chuyên trách', en: 'Months of part-time work' },
  said: { vi: 'thời gian công tác không chuyên trách', en: 'time of part-time work' },
  column: { vi: 'Số tháng công tác không chuyên trách tính trợ cấp', en: 'Months of part-time work that count' },
  axis: 'work',
  countedBy: ['work-time'],
  measure({ law, one, facts, readings }) {
    if (one.work === undefined) return undefined;
    const rule = select(law.rules('work-time'), facts, readings);
    const parts = (rule?.provision.of ?? WORK).map((part) => {
      const time = part === 'work' ? one.work : one.insurance.otherPosts;
      return time === undefined ? 0 : monthsOf(time);
    });
    const value = parts.reduce((sum, part) => sum + part, 0);
    facts.values.workMonths = value;
    return { value, rule, parts };
  },
};
