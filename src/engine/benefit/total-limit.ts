import type { Dong } from '../../base/decimal.ts';
import { ZERO } from '../../base/decimal.ts';
import type { Facts } from '../../law/facts.ts';
import type { Limit, TotalLimitProvision } from '../../law/provision.ts';
import { consult, holding, read, type Readings } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import { rounded } from '../salary/rounding.ts';
import { lineRounding, type BenefitLine } from './lines.ts';
import { limitAmount, type BaseAmounts } from './base-amounts.ts';

/** A limit over the sum of the benefits of a route that held for a case (mức tối đa của tổng các khoản). */
export interface TotalLimit {
  readonly rule: Rule<TotalLimitProvision>;
  /** The limit that applied, the lowest of those the rule states. */
  readonly stated: Limit;
  /** What it is in đồng, rounded as a line is. */
  readonly limit: Dong;
  /** What the benefits it counts came to before. */
  readonly sum: Dong;
  /** What was taken off them; nothing where they keep to the limit. */
  readonly cut: Dong;
}

const NONE: readonly TotalLimit[] = [];

/** The limits over the sum that hold for a case which takes a route. */
export function totalLimits(
  law: LawVersion,
  route: string,
  facts: Facts,
  readings: Readings,
): readonly Rule<TotalLimitProvision>[] {
  const all = law.rules('total-limit');
  if (all.length === 0) return all;
  return holding(all, facts).filter((rule) => {
    if (rule.provision.route !== route) return false;
    consult(rule, readings);
    return read(rule, readings);
  });
}

/**
 * Keeps the lines within the limits over their sum. What is too much comes off the last line first, then off the one
 * before it: the earlier lines stay as their own rows give them, and the lines still add up to the total.
 */
export function limited(
  rules: readonly Rule<TotalLimitProvision>[],
  lines: readonly BenefitLine[],
  law: LawVersion,
  facts: Facts,
  readings: Readings,
  amounts: BaseAmounts,
): { lines: readonly BenefitLine[]; limits: readonly TotalLimit[] } {
  if (rules.length === 0 || lines.length === 0) return { lines, limits: NONE };
  const rounding = lineRounding(law, facts, readings)?.provision;
  let left = lines;
  const limits = rules.map((rule): TotalLimit => {
    const { stated, exact } = lowest(rule, amounts);
    const limit = rounding ? rounded(rounding, exact) : exact;
    let sum = ZERO;
    for (const line of left) if (counts(rule, line)) sum = sum.plus(line.amount);
    const cut = sum.gt(limit) ? sum.minus(limit) : ZERO;
    left = cutFrom(left, rule, cut);
    return { rule, stated, limit, sum, cut };
  });
  return { lines: left, limits };
}

function counts({ provision: { benefits } }: Rule<TotalLimitProvision>, { benefit }: BenefitLine): boolean {
  return benefits?.includes(benefit) ?? true;
}

/** The lowest of the limits that a rule states. */
function lowest({ id, provision }: Rule<TotalLimitProvision>, amounts: BaseAmounts): { stated: Limit; exact: Dong } {
  let found: { stated: Limit; exact: Dong } | undefined;
  for (const stated of provision.most) {
    const exact = limitAmount(stated, amounts);
    if (!exact) throw new RangeError(`no amount of the limit ${id}`);
    if (!found || exact.lt(found.exact)) found = { stated, exact };
  }
  if (!found) throw new RangeError(`no limit in ${id}`);
  return found;
}

function cutFrom(lines: readonly BenefitLine[], rule: Rule<TotalLimitProvision>, cut: Dong): readonly BenefitLine[] {
  let left = cut;
  return lines
    .toReversed()
    .map((line): BenefitLine => {
      if (left.isZero() || !counts(rule, line)) return line;
      const by = line.amount.lt(left) ? line.amount : left;
      left = left.minus(by);
      if (by.isZero()) return line;
      return {
        ...line,
        amount: line.amount.minus(by),
        reduced: { by: by.plus(line.reduced?.by ?? ZERO), rules: [...(line.reduced?.rules ?? []), rule] },
        cites: [...line.cites, ...rule.cites.filter((cite) => !line.cites.includes(cite))],
      };
    })
    .reverse();
}
