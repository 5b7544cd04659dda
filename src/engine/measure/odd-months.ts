import { RuleDefect } from '../../base/checked.ts';
import { scaled } from '../../base/decimal.ts';
import type { OddMonthsProvision } from '../../law/provision.ts';
import { QUANTITY_PLACES } from '../../law/vocabulary.ts';

const YEAR = 10 ** QUANTITY_PLACES;

/**
 * Months as years in hundredths: full years, and what the bands of the rule give for the odd months (tháng lẻ).
 * Odd months that no band names give nothing.
 */
export function yearsOf(rule: OddMonthsProvision, months: number): number {
  return Math.floor(months / 12) * YEAR + partOf(rule, months % 12);
}

/** What odd months give, in hundredths of a year. */
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
