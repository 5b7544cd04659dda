import { yearsOf } from './odd-months.ts';
import { countedYears, type CountedYears, type OnAxis, type Quantity } from './quantity.ts';

/** Số năm nghỉ sớm, hundredths. */
export type YearsEarly = CountedYears;

export const yearsEarly: Quantity<'yearsEarly', YearsEarly> = {
  unit: 'year',
  title: { vi: 'Số năm nghỉ sớm', en: 'Years early' },
  axis: 'monthsEarly',
  countedBy: ['months-early', 'odd-months'],
  onAxis: { kind: 'odd-months', value: yearsOf } satisfies OnAxis<'odd-months'>,
  measure: (measuring) =>
    measuring.age && countedYears('yearsEarly', Number(measuring.facts.values.monthsEarly), measuring),
};
