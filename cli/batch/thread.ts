import { workerData } from 'node:worker_threads';
import type { BatchPlan } from '../../src/table/batch-plan.ts';
import type { TableRow } from '../../src/table/cell.ts';
import { loadRules } from '../input/rules.ts';
import { nativeSha256 } from '../files/sha256.ts';
import { partMaker, type BatchPart } from '../../src/workbook/batch/part.ts';

// The pool hands over what is its own, then the plan.
const [, plan] = workerData as [unknown, BatchPlan];
const make = partMaker(plan, await loadRules(plan.rules, plan.core.lang), nativeSha256);

/** The body of a thread of the pool: rows in, a part of the output out. */
export default function work(rows: readonly TableRow[]): BatchPart {
  return make(rows);
}
