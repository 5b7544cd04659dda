import { plus } from './difference.ts';
import type { Cite } from '../law/version.ts';
import type { Effect, EffectLine } from './effect.ts';

/** People and đồng. */
export interface PeopleSum {
  readonly people: number;
  readonly amount: string;
}

/** What another law would do to a group of recorded people. */
export interface EffectSum {
  readonly people: number;
  readonly gain: PeopleSum;
  /** Amount: how much they lose, more than 0. */
  readonly lose: PeopleSum;
  readonly unchanged: number;
  /** People for whom nothing could be computed; their recorded amounts stand apart from the totals. */
  readonly uncomputable: PeopleSum;
  /** Đồng as recorded, of those who could be computed. */
  readonly before: string;
  readonly after: string;
  /** After less before. */
  readonly difference: string;
}

/** What one provision accounts for. */
export interface ProvisionEffect {
  readonly benefit: string;
  readonly because: EffectLine['because'];
  readonly rowBefore: string | null;
  readonly rowAfter: string | null;
  /** The provisions, of the first person for whom they held. */
  readonly citeBefore: readonly Cite[];
  readonly citeAfter: readonly Cite[];
  readonly people: number;
  readonly difference: string;
}

/** The effect of another law on all recorded people. */
export interface EffectSummary {
  readonly all: EffectSum;
  readonly units: readonly { readonly unit: string; readonly sum: EffectSum }[];
  readonly provisions: readonly ProvisionEffect[];
  /** Who would be paid, get nothing or be refused, before and after: `paid → nothing`. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Why people could not be computed, by the code of the issue. */
  readonly issues: Readonly<Record<string, number>>;
  /** The people who gain and lose most, at most {@link MOST_NAMED} each, by id and row only. */
  readonly most: readonly Effect[];
}

/** How many of those who gain most, and of those who lose most, are told. */
export const MOST_NAMED = 10;

const NOBODY: EffectSum = {
  people: 0,
  gain: { people: 0, amount: '0' },
  lose: { people: 0, amount: '0' },
  unchanged: 0,
  uncomputable: { people: 0, amount: '0' },
  before: '0',
  after: '0',
  difference: '0',
};

/** Adds up effects; its size grows with the units and provisions, not with the people. */
export class EffectTally {
  #all = NOBODY;
  readonly #units = new Map<string, EffectSum>();
  readonly #provisions = new Map<string, ProvisionEffect>();
  readonly #outcomes: Record<string, number> = {};
  readonly #issues: Record<string, number> = {};
  #most: Effect[] = [];
  #least: Effect[] = [];

  /** Adds the effect on one person. */
  add(effect: Effect): void {
    this.#all = added(this.#all, effect);
    this.#units.set(effect.unit, added(this.#units.get(effect.unit) ?? NOBODY, effect));
    const change = `${effect.outcomeBefore} → ${effect.outcomeAfter ?? 'uncomputable'}`;
    this.#outcomes[change] = (this.#outcomes[change] ?? 0) + 1;
    for (const code of new Set(effect.issues?.map((issue) => issue.code))) {
      this.#issues[code] = (this.#issues[code] ?? 0) + 1;
    }
    for (const line of effect.lines) this.#provision(line);
    if (effect.difference === null || effect.difference === '0') return;
    if (effect.difference.startsWith('-')) this.#least = heaviest(this.#least, effect);
    else this.#most = heaviest(this.#most, effect);
  }

  /** The sums so far; provisions by weight, units by name. */
  summary(): EffectSummary {
    const units = [...this.#units].map(([unit, sum]) => ({ unit, sum }));
    const weight = ({ difference }: ProvisionEffect): number => Math.abs(Number(difference));
    return {
      all: this.#all,
      units: units.sort((a, b) => (a.unit < b.unit ? -1 : 1)),
      provisions: [...this.#provisions.values()].sort((a, b) => weight(b) - weight(a)),
      outcomes: { ...this.#outcomes },
      issues: { ...this.#issues },
      most: [...this.#most, ...[...this.#least].reverse()],
    };
  }

  #provision({ difference, ...line }: EffectLine): void {
    const key = [line.benefit, line.because, line.rowBefore, line.rowAfter].join(' ');
    const before = this.#provisions.get(key) ?? { ...line, people: 0, difference: '0' };
    this.#provisions.set(key, {
      ...before,
      people: before.people + 1,
      difference: plus(before.difference, difference),
    });
  }
}

function added(sum: EffectSum, { before, after, difference }: Effect): EffectSum {
  const people = sum.people + 1;
  if (after === null || difference === null) return { ...sum, people, uncomputable: more(sum.uncomputable, before) };
  const moved = {
    ...sum,
    people,
    before: plus(sum.before, before),
    after: plus(sum.after, after),
    difference: plus(sum.difference, difference),
  };
  if (difference === '0') return { ...moved, unchanged: sum.unchanged + 1 };
  if (difference.startsWith('-')) return { ...moved, lose: more(sum.lose, difference.slice(1)) };
  return { ...moved, gain: more(sum.gain, difference) };
}

function more({ people, amount }: PeopleSum, by: string): PeopleSum {
  return { people: people + 1, amount: plus(amount, by) };
}

/** The list with the effect in its place by weight, cut to its length. Numbers here only order, they are not shown. */
function heaviest(list: readonly Effect[], effect: Effect): Effect[] {
  const weight = (one: Effect): number => Math.abs(Number(one.difference));
  if (list.length === MOST_NAMED && weight(list[MOST_NAMED - 1] ?? effect) >= weight(effect)) return [...list];
  return [...list, effect].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_NAMED);
}
