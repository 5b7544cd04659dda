import type { Lang } from '../base/text.ts';

/** Rows that follow one another, from the first to the last. */
export type RowRange = readonly [from: number, to: number];

/** So many ranges are told one by one. */
const MOST_TOLD = 40;

/** Rows in growing order, kept as ranges (hàng 3–39); beyond some forty ranges they are only counted. */
export class RowRanges {
  readonly #ranges: [from: number, to: number][];
  #count: number;

  constructor(ranges: readonly RowRange[] = [], count = 0) {
    this.#ranges = ranges.map(([from, to]) => [from, to]);
    this.#count = count;
  }

  /** Adds a row that comes after all of before. */
  add(row: number): void {
    this.#count++;
    const last = this.#ranges.at(-1);
    if (last && last[1] + 1 === row) last[1] = row;
    else if (this.#ranges.length < MOST_TOLD) this.#ranges.push([row, row]);
  }

  /** How many rows there are. */
  get count(): number {
    return this.#count;
  }

  /** The ranges that are told. */
  data(): readonly RowRange[] {
    return this.#ranges.map(([from, to]) => [from, to]);
  }

  /** The rows in words: `3–39, 41`. `name`: how a row is named. */
  text(lang: Lang, name: (row: number) => string): string {
    const listed = this.#ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    const more = this.#count - listed;
    const shown = this.#ranges.map(([from, to]) => rangeText(name(from), name(to))).join(', ');
    if (more === 0) return shown;
    return lang === 'vi' ? `${shown} và ${more} hàng khác` : `${shown} and ${more} more`;
  }
}

/** Of two rows of one sheet the second is named without it. */
function rangeText(from: string, to: string): string {
  return from === to ? from : `${from}–${to.replace(/^".*" /s, '')}`;
}
