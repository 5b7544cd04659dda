import { Decimal, ZERO } from '../../base/decimal.ts';
import type { Certainty, Finding } from './found.ts';

/**
 * What a finding weighs. Declared here and nowhere in the law: an inspection may set its own. The score is the amount in
 * đồng × the weight of its certainty × (1 + `repeated` for each further row of the same unit with the same cause, at most
 * `mostRepeated` in all).
 */
export interface RiskWeights {
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly repeated: string;
  readonly mostRepeated: string;
}

/** The weights that hold where none are given. */
export const RISK_WEIGHTS: RiskWeights = {
  certainty: { wrong: '1', 'double-certain': '1', 'double-likely': '0.7', reading: '0.5', open: '0.1' },
  repeated: '0.1',
  mostRepeated: '1',
};

/** A finding with what it weighs. */
export interface RankedFinding extends Finding {
  readonly rank: number;
  /** Đồng that are at stake: the difference; of what is not decided all that is declared. */
  readonly amount: string;
  /** So many rows of the unit have this cause. */
  readonly repeated: number;
  /** Đồng, weighed; a whole number. */
  readonly score: string;
}

/** The findings from the heaviest on, at most so many; those of the same weight in their order. */
export function ranked(
  findings: readonly Finding[],
  most: number,
  weights: RiskWeights = RISK_WEIGHTS,
): RankedFinding[] {
  const counts = new Map<string, number>();
  const keyOf = ({ file, unit, cause }: Finding): string => JSON.stringify([file, unit, cause]);
  const told = findings.filter(({ certainty }) => certainty !== undefined);
  for (const one of told) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  const scored = told.map((one) => {
    const repeated = counts.get(keyOf(one)) ?? 1;
    const amount = amountOf(one);
    const more = Decimal.min(weights.mostRepeated, new Decimal(weights.repeated).times(repeated - 1)).plus(1);
    const score = amount
      .times(weights.certainty[one.certainty ?? 'open'])
      .times(more)
      .toDecimalPlaces(0);
    return { one, amount, repeated, score };
  });
  return scored
    .filter(({ score }) => score.gt(0))
    .sort((a, b) => b.score.cmp(a.score))
    .slice(0, most)
    .map(({ one, amount, repeated, score }, at) => ({
      ...one,
      rank: at + 1,
      amount: amount.toFixed(),
      repeated,
      score: score.toFixed(),
    }));
}

function amountOf({ list, declared, difference }: Finding): Decimal {
  return list === 'open' ? new Decimal(declared ?? 0) : new Decimal(difference).abs().plus(ZERO);
}
