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

/**
 * The findings that may still be among the heaviest, in their order. What repeats later only adds weight, up to the most:
 * a finding is let go when so many others weigh as much today as it ever can. Of the same weight the earlier ones win.
 */
export function contenders(
  findings: readonly Finding[],
  most: number,
  weights: RiskWeights,
  repetition: Repetition,
): Finding[] {
  const weighed = findings.map((one, at) => ({
    one,
    at,
    today: scoreOf(one, weights, moreFor(repetition.of(one), weights)),
    ever: scoreOf(one, weights, weights.mostRepeated),
  }));
  const heaviest = [...weighed].sort((a, b) => b.today.cmp(a.today) || a.at - b.at).slice(0, most);
  const last = heaviest[most - 1];
  if (!last) return [...findings];
  const sure = new Set(heaviest);
  return weighed
    .filter((each) => sure.has(each) || each.ever.gt(last.today) || (each.ever.eq(last.today) && each.at < last.at))
    .map(({ one }) => one);
}

/** What is added where so many rows of a unit have the cause: a share of the score. */
function moreFor(repeated: number, { repeated: each, mostRepeated }: RiskWeights): Decimal {
  return Decimal.min(mostRepeated, new Decimal(each).times(repeated - 1));
}

function scoreOf(one: Finding, { certainty }: RiskWeights, more: Decimal | string): Decimal {
  return amountOf(one)
    .times(certainty[one.certainty ?? 'open'])
    .times(new Decimal(more).plus(1))
    .toDecimalPlaces(0);
}

/** The findings from the heaviest on, at most so many; those of the same weight in their order. */
export function ranked(
  findings: readonly Finding[],
  most: number,
  weights: RiskWeights = RISK_WEIGHTS,
  repetition: Repetition = repetitionOf(findings),
): RankedFinding[] {
  const faulty = findings.filter(({ certainty }) => certainty !== undefined);
  const scored = faulty.map((one) => {
    const repeated = repetition.of(one);
    return { one, amount: amountOf(one), repeated, score: scoreOf(one, weights, moreFor(repeated, weights)) };
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
