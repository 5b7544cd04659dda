import { contentHash, sha256Hex, type Sha256 } from '../base/hash.ts';
import type { RawRecord } from '../engine/migrate.ts';

/** How far a chain has come. */
export interface ChainEnd {
  readonly count: number;
  readonly head: string | null;
}

/** Chains records: each gets its number and the hash of the one before, so that a change of the file shows. */
export class Chain {
  readonly #sha: Sha256;
  #count: number;
  #head: string | null;

  /** Begins a chain, or goes on from the end of one that was begun. */
  constructor(sha: Sha256 = sha256Hex, end: ChainEnd = { count: 0, head: null }) {
    this.#sha = sha;
    this.#count = end.count;
    this.#head = end.head;
  }

  /** The record, or the refusal of a row, as the next link. Any link it had before is replaced. */
  link<T extends Linkable>(record: T): T {
    const receipt = { ...(record.receipt ?? {}), number: ++this.#count, previous: this.#head };
    const linked = { ...record, receipt };
    this.#head = contentHash(linked, this.#sha);
    return linked;
  }

  /** The hash of the last record: what to keep in another place; null before the first. */
  get head(): string | null {
    return this.#head;
  }

  /** How many records are linked. */
  get count(): number {
    return this.#count;
  }
}

/** What can be linked: a record, or the refusal of a row, which has no receipt before. */
export interface Linkable {
  readonly receipt?: unknown;
}

/** A place where a chain is broken. Rows are those of the file, numbers those of the chain. */
export interface ChainBreak {
  /**
   * `removed`: records `from` to `to` are not there. `added`: the row was never linked, or takes a number that another
   * row holds rightly. `reordered`: the row stands behind a later one. `altered`: the row is not the one that the next
   * was linked to. `head`: the last record is not the one whose hash was kept.
   */
  readonly kind: 'removed' | 'added' | 'reordered' | 'altered' | 'head';
  /** The row concerned; for `removed` the row behind the missing records, absent at the end of the file. */
  readonly row?: number;
  readonly from?: number;
  readonly to?: number;
}

/** What a chain of records showed. */
export interface ChainReport {
  /** Whether any record is chained; a file may be without a chain. */
  readonly chained: boolean;
  /** How many links there are: records, and refused rows. */
  readonly records: number;
  /** How many rows were sent, refused ones too, by the number of the last link. */
  readonly sent: number;
  /** The hash of the last record of the chain. */
  readonly head: string | null;
  /** Whether the end was compared with a head that was kept elsewhere; without it nobody can vouch for the end. */
  readonly headChecked: boolean;
  /** The breaks that are told, at most {@link MOST_BREAKS}. */
  readonly breaks: readonly ChainBreak[];
  /** How many breaks there are. */
  readonly broken: number;
}

/** Most breaks of a chain that are told one by one. */
export const MOST_BREAKS = 1000;

/** The version whose chains left refusals out. */
const WITHOUT_REFUSALS = '0.1.0';

interface End {
  readonly row: number;
  readonly hash: string | null;
}

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/**
 * Checks a chain as the records come, holding no more than what is missing so far. Numbers tell removed, added and
 * reordered records apart; the hashes tell that a record of the right number is not the right one.
 */
export class ChainChecker {
  readonly #sha: Sha256;
  #records = 0;
  #number = 0;
  /** The records that claim the last number; more than one until the next record tells which is right. */
  #ends: End[] = [{ row: 0, hash: null }];
  #gaps: Gap[] = [];
  readonly #unlinked: number[] = [];
  /** Refusals without a link: chains of version 0.1.0 left them out. */
  readonly #unlinkedRefusals: number[] = [];
  #unlinkedRefusalCount = 0;
  #isOld = true;
  #unlinkedCount = 0;
  readonly #breaks: ChainBreak[] = [];
  #broken = 0;

  constructor(sha: Sha256 = sha256Hex) {
    this.#sha = sha;
  }

  /** Takes the refusal of a row; in a chain of version 0.1.0 these are no links. */
  addRefusal(row: number, raw: RawRecord): void {
    if (raw['receipt'] !== undefined) {
      this.#isOld = false;
      this.add(row, raw);
      return;
    }
    this.#unlinkedRefusalCount++;
    if (this.#unlinkedRefusals.length < MOST_BREAKS) this.#unlinkedRefusals.push(row);
  }

  /** Takes the next record of the file, as it was read. */
  add(row: number, raw: RawRecord): void {
    const { number, previous, engine } = (raw['receipt'] ?? {}) as Readonly<Record<string, unknown>>;
    if (engine !== undefined && engine !== WITHOUT_REFUSALS) this.#isOld = false;
    if (typeof number !== 'number' || (typeof previous !== 'string' && previous !== null)) {
      this.#unlinkedCount++;
      if (this.#unlinked.length < MOST_BREAKS) this.#unlinked.push(row);
      return;
    }
    this.#records++;
    const end: End = { row, hash: contentHash(raw, this.#sha) };
    if (number === this.#number + 1) this.#follow(previous);
    else if (number > this.#number + 1) {
      this.#gaps.push({ from: this.#number + 1, to: number - 1, row });
      this.#settle(this.#ends[0]);
    } else return this.#late(number, end);
    this.#number = number;
    this.#ends = [end];
  }

  /** What the chain showed; `head` is the hash that was kept when the file was written. */
  report(head?: string): ChainReport {
    const right = head === undefined ? this.#ends[0] : this.#ends.find((end) => end.hash === head);
    if (head !== undefined && !right) this.#break({ kind: 'head', ...rowOf(this.#ends[0]) });
    this.#settle(right ?? this.#ends[0]);
    for (const gap of this.#gaps) this.#break({ kind: 'removed', ...gap });
    const chained = this.#records > 0;
    if (chained) for (const row of this.#unlinked) this.#break({ kind: 'added', row });
    if (chained && !this.#isOld) for (const row of this.#unlinkedRefusals) this.#break({ kind: 'added', row });
    const untold = chained ? this.#unlinkedCount - this.#unlinked.length : 0;
    const broken = this.#broken + untold;
    const last = right ?? this.#ends[0];
    return {
      chained,
      records: this.#records,
      sent: this.#number + (this.#isOld ? this.#unlinkedRefusalCount : 0),
      head: last?.hash ?? null,
      headChecked: head !== undefined,
      breaks: [...this.#breaks].sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity)),
      broken,
    };
  }

  /** A record of the next number: the one before it must be what it was linked to. */
  #follow(previous: string | null): void {
    const right = this.#ends.find((end) => end.hash === previous);
    if (!right) this.#break({ kind: 'altered', ...rowOf(this.#ends[0]) });
    this.#settle(right ?? this.#ends[0]);
  }

  /** A record whose number has passed: it was moved here, or it is one too many. */
  #late(number: number, end: End): void {
    const at = this.#gaps.findIndex((gap) => gap.from <= number && number <= gap.to);
    const gap = this.#gaps[at];
    if (gap) {
      const rest = [
        { ...gap, to: number - 1 },
        { ...gap, from: number + 1 },
      ].filter(({ from, to }) => from <= to);
      this.#gaps.splice(at, 1, ...rest);
      this.#break({ kind: 'reordered', row: end.row, from: number, to: number });
    } else if (number === this.#number) this.#ends.push(end);
    else this.#break({ kind: 'added', row: end.row });
  }

  /** All but the right one of the records that claim the last number are too many. */
  #settle(right: End | undefined): void {
    for (const end of this.#ends) if (end !== right) this.#break({ kind: 'added', row: end.row });
    this.#ends = right ? [right] : [];
  }

  #break(found: ChainBreak): void {
    this.#broken++;
    if (this.#breaks.length < MOST_BREAKS) this.#breaks.push(found);
  }
}

function rowOf(end: End | undefined): { row?: number } {
  return end === undefined || end.row === 0 ? {} : { row: end.row };
}
