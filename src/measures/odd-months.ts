import { RuleDefect } from '../base/checked.ts';
import { scaled } from '../base/decimal.ts';
import type { OddMonthsProvision } from '../law/provision.ts';
import { QUANTITY_PLACES } from '../law/vocabulary.ts';

const YEAR = 10 ** QUANTITY_PLACES;

/**
 * Months as years in hundredths: full years, and what the bands of the rule give for the odd months (tháng lẻ).
 * Odd months that no band names give nothing.
 */
export function yearsOf(rule: OddMonthsProvision, months: number): number {
  return Math.floor(months / 12) * YEAR + (partsOf(rule)[months % 12] ?? 0);
}

const parts = new WeakMap<OddMonthsProvision, readonly number[]>();

/** What 0 to 11 odd months give, in hundredths of a year. */
function partsOf(rule: OddMonthsProvision): readonly number[] {
  let found = parts.get(rule);
  if (!found) parts.set(rule, (found = Array.from({ length: 12 }, (_, odd) => partOf(rule, odd))));
  return found;
}

function partOf(rule: OddMonthsProvision, odd: number): number {
  const band = rule.bands.find(
    ({ atLeast, above, upTo, under }) =>
      (atLeast === undefined || odd >= atLeast) &&
      (above === undefined || odd > above) &&
      (upTo === undefined || odd <= upTo) &&
      (under === undefined || odd < under),
  );
  const part = band ? scaled(band.years, QUANTITY_PLACES) : 0;
  if (part === undefined) throw new RuleDefect(`${rule.id}: years out of range`);
  return part;
}
