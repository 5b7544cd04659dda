import { unscaledDecimal } from '../../base/decimal.ts';
import type { Facts } from '../../law/facts.ts';
import type { BenefitProvision } from '../../law/provision.ts';
import { holding, type Readings } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { RATE_PLACES, RUNNING } from '../../law/vocabulary.ts';
import { rounded } from '../salary/rounding.ts';
import type { Stretch } from '../salary/stretches.ts';
import { citesOf, lineRounding, withBasis, type BenefitLine } from './lines.ts';

/** Whether a row pays the salary of each month, whatever it is then. */
export function runs(row: Rule<BenefitProvision>): boolean {
  return row.provision.base === RUNNING.base;
}

/**
 * What a row pays that runs through months whose worth changes on the way: a line for each stretch of months with the
 * same statutory base salary, so that the lines add up and in each the months times the base are the amount.
 */
export function runningLines(
  law: LawVersion,
  row: Rule<BenefitProvision>,
  facts: Facts,
  readings: Readings,
  stretches: readonly Stretch[],
): BenefitLine[] {
  const [term] = law.terms(row);
  if (!term) return [];
  const rounding = lineRounding(law, facts, readings);
  const basis = holding(law.rules('basis'), facts);
  const cites = withBasis(citesOf(law, row, facts), basis);
  const whole = stretches.reduce((sum, { from, until }) => sum + until - from + 1, 0);
  return stretches.map((stretch) => {
    const count = stretch.until - stretch.from + 1;
    const months = unscaledDecimal(term.rate, RATE_PLACES).times(count);
    const base = stretch.salary.amount;
    const exact = base.times(months);
    const amount = rounding ? rounded(rounding.provision, exact) : exact;
    const terms = [{ rate: term.rateText, per: term.per, quantity: String(count), whole: String(whole) }];
    const { benefit } = row.provision;
    return { benefit, row, terms, months, base, exact, amount, rounding, basis, cites, stretch };
  });
}
