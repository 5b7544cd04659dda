import type { Quantity } from './quantity.ts';

/** Số tháng học nghề, as the case states them. */
export interface TrainingMonths {
  readonly value: number;
}

export const trainingMonths: Quantity<'trainingMonths', TrainingMonths> = {
  unit: 'month',
  title: { vi: 'Số tháng học nghề được tính trợ cấp', en: 'Months of vocational training that count' },
  said: { vi: 'thời gian học nghề', en: 'time of vocational training' },
  axis: 'training',
  countedBy: [],
  measure({ one, facts }) {
    const value = one.training?.months;
    facts.values.trainingMonths = value;
    return value === undefined ? undefined : { value };
  },
};
