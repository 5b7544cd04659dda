import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../host.ts';
import { writing } from './output-file.ts';
import { runChunks, startTotals } from './pipeline.ts';
import { csvHeading, runFile, type FileRun, type RunEnd } from './run.ts';

/** Runs a batch to standard output: text as it comes, a workbook when it is complete. */
export async function runToStdout(run: FileRun, host: Host): Promise<RunEnd> {
  if (run.plan.to === 'xlsx') return bookToStdout(run, host);
  const { plan, law, source, pool, signal } = run;
  const totals = startTotals(undefined, plan.chain === true);
  if (plan.to === 'csv') host.out(csvHeading(plan, law));
  for await (const { done } of runChunks(source, pool, { row: 1, offset: 0 }, totals, signal)) {
    host.out(Buffer.from(done.text).toString('utf8'));
  }
  return { totals, complete: signal?.aborted !== true };
}

/** A workbook is put together in a folder of its own, which nobody else may read; of a run that fails nothing is sent. */
async function bookToStdout(run: FileRun, host: Host): Promise<RunEnd> {
  const folder = await writing(tmpdir(), () => mkdtemp(join(tmpdir(), 'nd178-')));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const to = join(folder, 'nd178.xlsx');
    const end = await runFile({ ...run, to });
    if (!end.complete) return end;
    const book = await open(to);
    // Whoever reads may go away in the middle and end the program: nothing is left behind then.
    await remove().catch(() => undefined);
    await host.bytes?.(book.createReadStream());
    return end;
  } finally {
    await remove();
  }
}
