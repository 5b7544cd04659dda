import type { Law } from '../../src/law/law.ts';
import { inlinePool as pureInlinePool, type Pool } from '../../src/list/pool.ts';
import type { BatchPlan } from '../../src/table/batch-plan.ts';
import type { BatchPart } from '../../src/workbook/batch/part.ts';
import { nativeSha256 } from '../files/sha256.ts';

/** A pool that works in this thread. */
export function inlinePool(plan: BatchPlan, law: Law): Pool {
  return pureInlinePool(plan, law, nativeSha256);
}

/** Whether threads can be started: they load compiled modules, so not where the sources run as they are. */
export const CAN_THREAD: boolean = import.meta.url.endsWith('.js');

/**
 * A pool of threads beside this one, which works on a part itself when each of them has enough to do. A defect in one of
 * them ends the run.
 */
export async function threadPool(plan: BatchPlan, law: Law, count: number): Promise<Pool> {
  const { Tinypool } = await import('tinypool');
  const filename = new URL('./thread.js', import.meta.url).href;
  const threads = new Tinypool({
    filename,
    workerData: plan,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: 1,
  });
  const own = inlinePool(plan, law);
  return {
    width: (count + 1) * 2,
    run: (rows) => (threads.queueSize < count ? (threads.run(rows) as Promise<BatchPart>) : own.run(rows)),
    close: () => threads.destroy(),
  };
}
