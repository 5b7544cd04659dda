import { yearsOf } from './odd-months.ts';
import { countedYears, type CountedYears, type OnAxis, type Quantity } from './quantity.ts';

/** Số năm công tác của người hoạt động không chuyên trách, hundredths. */
export type WorkYears = CountedYears;

export const workYears: Quantity<'workYears', WorkYears> = {
  unit: 'year',
  title: { vi: 'Số năm công tác không chuyên trách', en: 'Years of part-time work' },
  column: { vi: 'Số năm công tác không chuyên trách tính trợ cấp', en: 'Years of part-time work that count' },
  axis: 'work',
  countedBy: ['work-time', 'odd-months'],
  onAxis: { kind: 'odd-months', value: yearsOf } satisfies OnAxis<'odd-months'>,
  measure: (measuring) =>
    measuring.one.work && countedYears('workYears', Number(measuring.facts.values.workMonths), measuring),
};
