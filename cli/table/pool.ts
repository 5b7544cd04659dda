import { Worker as Thread } from 'node:worker_threads';
import type { Law } from '../../src/law/law.ts';
import type { Chunk } from './source.ts';
import { makeWorker, type WorkDone, type WorkPlan } from './work.ts';

/** Works on chunks, several at a time where there are threads, and gives what became of them in their order. */
export interface Pool {
  /** How many chunks may be under way at once. */
  readonly width: number;
  run(chunk: Chunk): Promise<WorkDone>;
  close(): Promise<void>;
}

/** A pool that works in this thread. */
export function inlinePool(plan: WorkPlan, law: Law): Pool {
  const work = makeWorker(plan, law);
  return { width: 1, run: (chunk) => Promise.resolve(work(chunk)), close: () => Promise.resolve() };
}

/** Whether threads can be started: they load compiled modules, so not where the sources run as they are. */
export const CAN_THREAD: boolean = import.meta.url.endsWith('.js');

interface Waiting {
  readonly done: (work: WorkDone) => void;
  readonly failed: (error: Error) => void;
}

/**
 * A pool of threads beside this one, which works on a chunk itself when each of them has enough to do. A defect in one of
 * them ends the run.
 */
export function threadPool(plan: WorkPlan, law: Law, count: number): Pool {
  const threads = Array.from({ length: count }, () => startThread(plan));
  const own = inlinePool(plan, law);
  return {
    width: (count + 1) * 2,
    run: (chunk) => {
      const idlest = threads.reduce((a, b) => (b.underway() < a.underway() ? b : a));
      return (idlest.underway() < ENOUGH ? idlest : own).run(chunk);
    },
    close: async () => {
      await Promise.all(threads.map((one) => one.thread.terminate()));
    },
  };
}

/** So many chunks keep a thread busy until it gets the next. */
const ENOUGH = 2;

interface RunningThread {
  readonly thread: Thread;
  /** How many chunks it has still to do. */
  underway(): number;
  run(chunk: Chunk): Promise<WorkDone>;
}

function startThread(plan: WorkPlan): RunningThread {
  const thread = new Thread(new URL('./thread.js', import.meta.url), { workerData: plan });
  const waiting: Waiting[] = [];
  let broken: Error | undefined;
  thread.on('message', (work: WorkDone) => waiting.shift()?.done(work));
  thread.on('error', (error: unknown) => {
    broken = error instanceof Error ? error : new Error('thread');
    for (const { failed } of waiting.splice(0)) failed(broken);
  });
  const run = (chunk: Chunk): Promise<WorkDone> =>
    new Promise((done, failed) => {
      if (broken) failed(broken);
      else {
        waiting.push({ done, failed });
        thread.postMessage(chunk);
      }
    });
  return { thread, underway: () => waiting.length, run };
}
