import type { Result } from '../engine/result.ts';
import type { Writable } from '../base/writable.ts';
import type { RowOutcome } from './outcome.ts';

/**
 * How many rows have a fault or a warning of one kind, and where the first of them is. No personal data: rows and cells
 * only.
 */
export interface CodeCount {
  /** A fault refuses its row; a row with a warning is worked out. */
  readonly kind: 'fault' | 'warning';
  readonly code: string;
  readonly rows: number;
  /** The first row with it. */
  readonly row: number;
  /** Its cell, where it has one. */
  readonly cell?: string;
  /** Its sheet, where several are read. */
  readonly sheet?: string;
}

/** Whether a result that was not refused has a warning. */
export function hasWarning({ outcome, findings }: Pick<Result, 'outcome' | 'findings'>): boolean {
  if (outcome === 'refused') return false;
  for (const { severity } of findings) if (severity === 'warning') return true;
  return false;
}

/** Counts the kinds of faults of the rows that were refused, and the kinds of warnings of the others. */
export class CodeCounter {
  readonly #codes = new Map<string, Writable<CodeCount>>();

  /** Counts one row. */
  add({ row, refusal, result }: RowOutcome, sheet?: string): void {
    const at = { row, ...(sheet === undefined ? {} : { sheet }) };
    if (result && result.outcome !== 'refused' && !hasWarning(result)) return;
    const seen = new Set<string>();
    for (const { code, cell } of refusal?.issues ?? []) {
      if (!seen.has(code))
        this.#count({ kind: 'fault', code, rows: 1, ...at, ...(cell === undefined ? {} : { cell }) });
      seen.add(code);
    }
    if (!result) return;
    const kind = result.outcome === 'refused' ? 'error' : 'warning';
    for (const { code, severity } of result.findings) {
      if (severity !== kind || seen.has(code)) continue;
      this.#count({ kind: kind === 'error' ? 'fault' : 'warning', code, rows: 1, ...at });
      seen.add(code);
    }
  }

  /** Takes in other counts of later rows. */
  merge(counts: readonly CodeCount[]): void {
    for (const count of counts) this.#count(count);
  }

  /** The counts, in the order in which the kinds first came. */
  data(): readonly CodeCount[] {
    return [...this.#codes.values()].map((count) => ({ ...count }));
  }

  #count(count: CodeCount): void {
    const key = `${count.kind} ${count.code}`;
    const before = this.#codes.get(key);
    if (before) before.rows += count.rows;
    else this.#codes.set(key, { ...count });
  }
}
