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

/** How often each cause stands in each unit. */
export class Repetition {
  readonly #counts = new Map<string, number>();

  /** Counts a finding. */
  add({ file, unit, cause }: Finding): void {
    const key = JSON.stringify([file, unit, cause]);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** So many rows of its unit have the cause of a finding. */
  of({ file, unit, cause }: Finding): number {
    return this.#counts.get(JSON.stringify([file, unit, cause])) ?? 1;
  }
}

/** The findings that may still be among the heaviest, whatever repeats later: a score at most doubles by the weights. */
export function contenders(findings: readonly Finding[], most: number, weights: RiskWeights): Finding[] {
  const based = findings.map((one) => ({ one, base: baseOf(one, weights) })).sort((a, b) => b.base.cmp(a.base));
  const least = based[most - 1]?.base;
  if (!least) return [...findings];
  const top = new Decimal(weights.mostRepeated).plus(1);
  const kept = new Set(based.filter(({ base }) => base.times(top).gte(least)).map(({ one }) => one));
  return findings.filter((one) => kept.has(one));
}

function baseOf(one: Finding, weights: RiskWeights): Decimal {
  return one.certainty === undefined ? ZERO : amountOf(one).times(weights.certainty[one.certainty]);
}

/** The findings from the heaviest on, at most so many; those of the same weight in their order. */
export function ranked(
  findings: readonly Finding[],
  most: number,
  weights: RiskWeights = RISK_WEIGHTS,
  repetition: Repetition = repetitionOf(findings),
): RankedFinding[] {
  const told = findings.filter(({ certainty }) => certainty !== undefined);
  const scored = told.map((one) => {
    const repeated = repetition.of(one);
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

function repetitionOf(findings: readonly Finding[]): Repetition {
  const found = new Repetition();
  for (const one of findings) if (one.certainty !== undefined) found.add(one);
  return found;
}

function amountOf({ list, declared, difference }: Finding): Decimal {
  return list === 'open' ? new Decimal(declared ?? 0) : new Decimal(difference).abs().plus(ZERO);
}
