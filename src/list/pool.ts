import type { Sha256 } from '../base/hash.ts';
import type { Law } from '../law/law.ts';
import type { BatchPlan } from '../table/batch-plan.ts';
import type { TableRow } from '../table/cell.ts';
import type { RowOutcome } from '../table/outcome.ts';
import { partMaker, type BatchPart } from '../workbook/batch/part.ts';

/** Works out rows, several parts at a time where there are threads. */
export interface Pool {
  /** How many parts may be under way at once. */
  readonly width: number;
  run(rows: readonly TableRow[]): Promise<BatchPart>;
  close(): Promise<void>;
}

/** A pool that works where it is made. `tell`: told what became of each row. */
export function inlinePool(plan: BatchPlan, law: Law, sha256: Sha256, tell?: (outcome: RowOutcome) => void): Pool {
  const make = partMaker(plan, law, sha256, tell);
  return { width: 1, run: (rows) => Promise.resolve(make(rows)), close: () => Promise.resolve() };
}
