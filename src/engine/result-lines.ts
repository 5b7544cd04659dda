import { Decimal, decimalText } from '../base/decimal.ts';
import type { Result, ResultBenefit } from './result.ts';

/**
 * The lines of a result, one for each benefit: those of a benefit that is paid in several stretches of months are added
 * up, for whoever has one place for each benefit.
 */
export function linesByBenefit({ benefits }: Pick<Result, 'benefits'>): readonly ResultBenefit[] {
  const byId = new Map<string, ResultBenefit>();
  for (const line of benefits) {
    const before = byId.get(line.id);
    byId.set(line.id, before ? joined(before, line) : line);
  }
  return byId.size === benefits.length ? benefits : [...byId.values()];
}

/** The one line of a benefit; undefined where there is none. */
export function lineOf(result: Pick<Result, 'benefits'>, id: string): ResultBenefit | undefined {
  return linesByBenefit(result).find((line) => line.id === id);
}

function joined(one: ResultBenefit, two: ResultBenefit): ResultBenefit {
  const add = (a: string, b: string): string => decimalText(new Decimal(a).plus(b));
  return {
    ...one,
    months: add(one.months, two.months),
    amount: add(one.amount, two.amount),
    formula: `${one.formula} + ${two.formula}`,
    ...(two.until === undefined ? {} : { until: two.until }),
  };
}
