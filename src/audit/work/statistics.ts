import { Decimal, ZERO } from '../../base/decimal.ts';
import type { Finding } from './found.ts';

/** People of a unit, a cause or a scheme, and what they declared too much and too little. */
export interface Statistic {
  readonly key: string;
  readonly people: number;
  readonly right: number;
  readonly wrong: number;
  readonly open: number;
  readonly over: { readonly people: number; readonly amount: string };
  readonly under: { readonly people: number; readonly amount: string };
}

/** What an audit found, counted by the file that a unit sent, by cause and by scheme. */
export interface Statistics {
  readonly units: readonly Statistic[];
  readonly causes: readonly Statistic[];
  readonly regimes: readonly Statistic[];
}

interface Counting {
  people: number;
  right: number;
  wrong: number;
  open: number;
  readonly over: { people: number; amount: Decimal };
  readonly under: { people: number; amount: Decimal };
}

/** Counts findings under keys. */
export class Statistical {
  readonly #counts = new Map<string, Counting>();

  /** Counts a finding under a key. */
  add(key: string, { list, difference }: Finding): void {
    let one = this.#counts.get(key);
    if (!one) {
      const none = (): Counting['over'] => ({ people: 0, amount: ZERO });
      this.#counts.set(key, (one = { people: 0, right: 0, wrong: 0, open: 0, over: none(), under: none() }));
    }
    one.people++;
    one[list === 'right' || list === 'open' ? list : 'wrong']++;
    const amount = new Decimal(difference);
    if (amount.isZero()) return;
    const side = amount.gt(0) ? one.over : one.under;
    side.people++;
    side.amount = side.amount.plus(amount.abs());
  }

  /** What was counted, in the order in which the keys came. */
  counted(): Statistic[] {
    return [...this.#counts].map(([key, one]) => ({
      key,
      ...one,
      over: { people: one.over.people, amount: one.over.amount.toFixed() },
      under: { people: one.under.people, amount: one.under.amount.toFixed() },
    }));
  }
}
