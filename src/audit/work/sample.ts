import { Decimal } from '../../base/decimal.ts';
import { sha256Hex, type Sha256 } from '../../base/hash.ts';
import { formatNumber } from '../../explanation/format.ts';
import { demandOptions, needed, optionIssues, ROW, TEXT, type Option, type OptionsOf } from '../../messages/options.ts';
import type { Finding } from './found.ts';

/** A sample that is wanted. */
export interface SampleWish {
  /** How many people. */
  readonly size: number;
  /** Any text; the same seed over the same workbooks draws the same people. */
  readonly seed: string;
}

const WISH: OptionsOf<SampleWish> = { size: needed(ROW), seed: needed(TEXT) };

/** A sample that is wanted, as an option of an audit. */
export const SAMPLE: Option = {
  fits: (value) => optionIssues(value, WISH).length === 0,
  expected: { vi: '{size: số người, seed: một văn bản}', en: '{size: how many people, seed: a text}' },
};

/** Somebody drawn. */
export interface Drawn extends Pick<Finding, 'file' | 'sheet' | 'row' | 'name' | 'unit' | 'list' | 'declared'> {
  /** By what the person was drawn: the smallest of a stratum are. */
  readonly key: string;
}

/** People of one file whose declared totals lie between two amounts. */
export interface Stratum {
  readonly file: string;
  /** Đồng: from here on. */
  readonly from: string;
  /** Đồng: up to here; null for the highest class. */
  readonly to: string | null;
  readonly people: number;
  readonly drawn: number;
}

/** A sample as it is recorded, so that anybody can draw it again. */
export interface Sample extends SampleWish {
  /** How it was drawn, for whoever draws it again. */
  readonly method: string;
  readonly people: number;
  readonly strata: readonly Stratum[];
  readonly drawn: readonly Drawn[];
}

/** The bounds between the classes of amounts, đồng. Declared here; no act knows them. */
export const SAMPLE_BOUNDS: readonly string[] = ['500000000', '1000000000', '2000000000'];

const METHOD = `strata: file × declared total (bounds ${SAMPLE_BOUNDS.map((bound) => formatNumber(bound, 'en')).join('; ')} VND); shares by people, at least one of each stratum while the size allows, the larger strata first, those of one size by the smallest SHA-256 of JSON [seed, file, class], then largest remainders first; within a stratum the smallest SHA-256 of JSON [seed, file, sheet, row]`;

interface Held {
  readonly file: string;
  readonly level: number;
  people: number;
  drawn: Drawn[];
}

/** Draws a sample while the files pass by: of each stratum no more than the wanted size is held. */
export class Sampler {
  readonly #wish: SampleWish;
  readonly #sha: Sha256;
  readonly #strata = new Map<string, Held>();

  /** Throws a `TypeError` for a wish that is none. */
  constructor(wish: SampleWish, sha: Sha256 = sha256Hex) {
    demandOptions(wish, WISH);
    this.#wish = wish;
    this.#sha = sha;
  }

  /** Takes a person. */
  add({ file, sheet, row, name, unit, list, declared }: Finding): void {
    const level = SAMPLE_BOUNDS.filter((bound) => new Decimal(declared ?? 0).gte(bound)).length;
    const id = JSON.stringify([file, level]);
    let held = this.#strata.get(id);
    if (!held) this.#strata.set(id, (held = { file, level, people: 0, drawn: [] }));
    held.people++;
    const key = this.#sha(JSON.stringify([this.#wish.seed, file, sheet, row]));
    held.drawn.push({ file, sheet, row, name, unit, list, declared, key });
    if (held.drawn.length > 2 * this.#wish.size + 16) held.drawn = smallest(held.drawn, this.#wish.size);
  }

  /** The sample of all who passed by. */
  sample(): Sample {
    const strata = [...this.#strata.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.level - b.level)); // prettier-ignore
    const people = strata.reduce((sum, one) => sum + one.people, 0);
    const shares = sharesOf(strata, Math.min(this.#wish.size, people), ({ file, level }) =>
      this.#sha(JSON.stringify([this.#wish.seed, file, level])),
    );
    const drawn = strata.flatMap((one, at) => smallest(one.drawn, shares[at] ?? 0));
    return {
      ...this.#wish,
      method: METHOD,
      people,
      strata: strata.map((one, at) => ({
        file: one.file,
        from: one.level === 0 ? '0' : (SAMPLE_BOUNDS[one.level - 1] ?? '0'),
        to: SAMPLE_BOUNDS[one.level] ?? null,
        people: one.people,
        drawn: shares[at] ?? 0,
      })),
      drawn,
    };
  }
}

function smallest(drawn: readonly Drawn[], size: number): Drawn[] {
  return [...drawn].sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, size);
}

/** How many of each stratum: one of each while the size allows, the rest by people; largest remainders first. */
function sharesOf(strata: readonly Held[], size: number, lot: (one: Held) => string): number[] {
  const people = strata.map((one) => one.people);
  const lots = strata.map(lot);
  const all = people.reduce((sum, one) => sum + one, 0);
  // The largest strata come first where there are more of them than people to be drawn; those of one size by lot.
  const order = people
    .map((_, at) => at)
    .sort((a, b) => (people[b] ?? 0) - (people[a] ?? 0) || ((lots[a] ?? '') < (lots[b] ?? '') ? -1 : 1));
  const shares = people.map(() => 0);
  for (const at of order.slice(0, size)) shares[at] = 1;
  let left = size - Math.min(size, people.length);
  const wanted = people.map((one) => (all === 0 ? 0 : (one * size) / all));
  while (left > 0) {
    const at = order
      .filter((one) => (shares[one] ?? 0) < (people[one] ?? 0))
      .reduce((best, one) => (best < 0 || lack(one) > lack(best) ? one : best), -1);
    if (at < 0) break;
    shares[at] = (shares[at] ?? 0) + 1;
    left--;
  }
  return shares;

  function lack(at: number): number {
    return (wanted[at] ?? 0) - (shares[at] ?? 0);
  }
}
