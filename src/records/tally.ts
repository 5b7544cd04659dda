import { plus, type DifferenceKind } from './difference.ts';
import type { Cause, Replayed } from './replay.ts';

/** Records and đồng. */
export interface Sum {
  readonly records: number;
  readonly amount: string;
}

/** What one provision accounts for in the differences of all records. */
export interface ProvisionSum extends Sum {
  readonly benefit: string;
  /** The row of the rule files. */
  readonly row: string;
}

/** What replaying a file showed, in numbers. */
export interface ReplaySummary {
  readonly records: number;
  readonly same: number;
  readonly different: number;
  /** Of those that differ: records whose amounts, measures and provisions all come out as recorded. */
  readonly sameResult: number;
  /** Of those that differ: records whose amounts all come out as recorded, whatever else differs (legal basis, findings). */
  readonly sameMoney: number;
  /** Records whose version of the law is not installed. */
  readonly notRecomputed: number;
  /** Rows that are no record. */
  readonly unreadable: number;
  /** Refusals of a batch: rows that never had a result. They are passed over. */
  readonly refusals: number;
  readonly causes: Readonly<Partial<Record<Cause, number>>>;
  /** Records that hold more than is computed, and by how much altogether. */
  readonly over: Sum;
  /** Records that hold less. */
  readonly under: Sum;
  /** Benefit lines that differ, by the row of the law that gives them; amount: recorded less computed. */
  readonly provisions: readonly ProvisionSum[];
  /** The versions that the records name, and how many name each. */
  readonly laws: Readonly<Record<string, number>>;
}

/** The kinds of differences that change what somebody is paid. */
const OF_MONEY: ReadonlySet<DifferenceKind> = new Set(['outcome', 'line', 'total', 'top-up']);

const ZERO_SUM: Sum = { records: 0, amount: '0' };

/** Counts replayed records; its size does not grow with them. */
export class ReplayTally {
  #counts = {
    records: 0,
    same: 0,
    different: 0,
    sameResult: 0,
    sameMoney: 0,
    notRecomputed: 0,
    unreadable: 0,
    refusals: 0,
  };
  readonly #causes: Partial<Record<Cause, number>> = {};
  readonly #laws = new Map<string, number>();
  readonly #provisions = new Map<string, ProvisionSum>();
  #over = ZERO_SUM;
  #under = ZERO_SUM;

  /** Counts a refusal line, which has no result to replay. */
  skip(): void {
    this.#counts.refusals++;
  }

  /** Counts one record. */
  add(replayed: Replayed): void {
    if (replayed.status === 'unreadable') {
      this.#counts.unreadable++;
      return;
    }
    this.#counts.records++;
    if (replayed.status === 'same') this.#counts.same++;
    else if (replayed.status === 'different') this.#counts.different++;
    else this.#counts.notRecomputed++;
    if (replayed.status === 'different' && replayed.differences.length === 0) this.#counts.sameResult++;
    if (replayed.status === 'different' && !replayed.differences.some(({ kind }) => OF_MONEY.has(kind)))
      this.#counts.sameMoney++;
    for (const cause of replayed.causes) this.#causes[cause] = (this.#causes[cause] ?? 0) + 1;
    const law = replayed.law ?? '';
    this.#laws.set(law, (this.#laws.get(law) ?? 0) + 1);
    const { difference = '0' } = replayed;
    if (difference.startsWith('-')) this.#under = grown(this.#under, difference.slice(1));
    else if (difference !== '0') this.#over = grown(this.#over, difference);
    for (const { kind, what, row = '', difference: amount } of replayed.differences) {
      if (kind !== 'line' || amount === undefined) continue;
      const key = `${what} ${row}`;
      const before = this.#provisions.get(key) ?? { benefit: what, row, ...ZERO_SUM };
      this.#provisions.set(key, { ...before, ...grown(before, amount) });
    }
  }

  /** The numbers so far. */
  summary(): ReplaySummary {
    return {
      ...this.#counts,
      causes: { ...this.#causes },
      over: this.#over,
      under: this.#under,
      provisions: [...this.#provisions.values()],
      laws: Object.fromEntries([...this.#laws].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }
}

function grown({ records, amount }: Sum, more: string): Sum {
  return { records: records + 1, amount: plus(amount, more) };
}
