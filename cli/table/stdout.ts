import type { Host } from '../host.ts';
import { runChunks, startTotals } from './pipeline.ts';
import { csvHeading, runFile, type FileRun, type RunEnd } from './run.ts';
import { sendBook } from './sent-book.ts';

/** Runs a batch to standard output: text as it comes, a workbook when it is complete. */
export async function runToStdout(run: FileRun, host: Host): Promise<RunEnd> {
  const { plan, law, source, pool, signal } = run;
  const totals = startTotals(undefined, plan.chain === true);
  if (plan.to === 'xlsx') {
    let end: RunEnd = { totals, complete: false };
    await sendBook(host, async (to) => (end = await runFile({ ...run, to })).complete);
    return end;
  }
  if (plan.to === 'csv') host.out(csvHeading(plan, law));
  for await (const { done } of runChunks(source, pool, { row: 1, offset: 0 }, totals, signal)) {
    host.out(Buffer.from(done.text).toString('utf8'));
  }
  return { totals, complete: signal?.aborted !== true };
}
