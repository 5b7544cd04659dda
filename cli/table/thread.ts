import { parentPort, workerData } from 'node:worker_threads';
import { loadRules } from '../input/rules.ts';
import type { Chunk } from './source.ts';
import { makeWorker, type WorkPlan } from './work.ts';

// The body of a thread of the pool: chunks in, what became of them out, in order.
const plan = workerData as WorkPlan;
const work = makeWorker(plan, loadRules(plan.rules, plan.core.lang));
parentPort?.on('message', (chunk: Chunk) => {
  const done = work(chunk);
  parentPort?.postMessage(done, [done.text.buffer as ArrayBuffer]);
});
