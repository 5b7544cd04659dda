import { rmSync } from 'node:fs';

/** The signals by which a user, a service or a closed terminal ends the program. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is not complete, and goes away with the program. */
const removals = new Set<string>();
let stop: (() => void) | undefined;
/** Ends the program where the run that was stopped does not end by itself. */
let patience: NodeJS.Timeout | undefined;
let listening = false;

/** Removes a file or folder when a signal ends the program; gives what ends that. */
export function removedOnSignal(path: string): () => void {
  removals.add(path);
  listen();
  return () => {
    removals.delete(path);
    listen();
  };
}

/** Milliseconds in which a run that was stopped ends by itself; longer than calls under way are waited for. */
const PATIENCE = 15_000;

/**
 * The first signal stops a run, which then ends by itself; a second one ends the program, as does a run that waits for
 * somebody who never reads. Gives what ends that.
 */
export function stoppedOnSignal(run: () => void): () => void {
  stop = run;
  listen();
  return () => {
    if (stop === run) stop = undefined;
    clearTimeout(patience);
    listen();
  };
}

function listen(): void {
  const wanted = stop !== undefined || removals.size > 0;
  if (wanted === listening) return;
  listening = wanted;
  for (const signal of SIGNALS) {
    if (wanted) process.on(signal, leave);
    else process.off(signal, leave);
  }
}

function leave(signal: NodeJS.Signals): void {
  if (stop) {
    const run = stop;
    stop = undefined;
    // The timer alone does not keep the program running.
    patience = setTimeout(() => leave(signal), PATIENCE).unref();
    run();
    return;
  }
  for (const path of removals) rmSync(path, { recursive: true, force: true });
  removals.clear();
  listen();
  // Whoever waits for the program learns by which signal it ended.
  process.kill(process.pid, signal);
}
