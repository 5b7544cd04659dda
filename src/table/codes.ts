import type { RowOutcome } from './outcome.ts';

/** How many rows have a fault of one kind, and where the first of them is. No personal data: rows and cells only. */
export interface CodeCount {
  readonly code: string;
  readonly rows: number;
  /** The first row with it. */
  readonly row: number;
  /** Its cell, where it has one. */
  readonly cell?: string;
}

/** Counts the kinds of faults of the rows that were refused. */
export class CodeCounter {
  readonly #codes = new Map<string, CodeCount>();

  /** Counts one row. */
  add({ row, refusal, result }: RowOutcome): void {
    const seen = new Set<string>();
    for (const { code, cell } of refusal?.issues ?? []) {
      if (!seen.has(code)) this.#count({ code, rows: 1, row, ...(cell === undefined ? {} : { cell }) });
      seen.add(code);
    }
    if (result?.outcome !== 'refused') return;
    for (const { code, severity } of result.findings) if (severity === 'error') this.#count({ code, rows: 1, row });
  }

  /** Takes in other counts of later rows. */
  merge(counts: readonly CodeCount[]): void {
    for (const count of counts) this.#count(count);
  }

  /** The counts, in the order in which the kinds first came. */
  data(): readonly CodeCount[] {
    return [...this.#codes.values()];
  }

  #count(count: CodeCount): void {
    const before = this.#codes.get(count.code);
    this.#codes.set(count.code, before ? { ...before, rows: before.rows + count.rows } : count);
  }
}
