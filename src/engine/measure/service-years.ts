import { copyWith } from '../../base/writable.ts';
import { monthsOf } from '../../case/parse.ts';
import type { ServiceTimeProvision } from '../../law/provision.ts';
import { select } from '../../law/select.ts';
import type { Rule } from '../../law/version.ts';
import { yearsOf } from './odd-months.ts';
import { countedYears, type CountedYears, type OnAxis, type Quantity } from './quantity.ts';

/** Số năm công tác được tính trợ cấp, hundredths. */
export interface ServiceYears extends CountedYears {
  /** Which insurance time counted, where the law says so. */
  readonly of: Rule<ServiceTimeProvision> | undefined;
  /** Months that were taken off the service time. */
  readonly less: number;
}

const COUNTABLE = ['countable'] as const;

export const serviceYears: Quantity<'serviceYears', ServiceYears> = {
  unit: 'year',
  title: { vi: 'Số năm công tác được tính trợ cấp', en: 'Service years' },
  said: { vi: 'số năm công tác có đóng BHXH bắt buộc', en: 'service years' },
  column: { vi: 'Số năm tính trợ cấp', en: 'Service years' },
  axis: 'countable',
  countedBy: ['odd-months'],
  onAxis: { kind: 'odd-months', value: yearsOf } satisfies OnAxis<'odd-months'>,
  measure(measuring) {
    const { law, facts, readings } = measuring;
    const { insurance } = measuring.one;
    const of = select(law.rules('service-time'), facts, readings);
    let time = Infinity;
    for (const part of of?.provision.of ?? COUNTABLE) time = Math.min(time, monthsOf(insurance[part]));
    let off = 0;
    for (const part of of?.provision.less ?? []) off += insurance[part] ? monthsOf(insurance[part]) : 0;
    const served = Math.max(0, time - off);
    facts.values.serviceMonths = served;
    const years = countedYears('serviceYears', served, measuring);
    return years && copyWith(years, { of, less: time - served });
  },
};
