import type { Host } from '../host.ts';
import { csvHeading } from '../../src/table/batch-lines.ts';
import { planLayout } from '../../src/table/batch-plan.ts';
import { runParts, startTotals } from '../../src/list/pipeline.ts';
import { runFile, type FileRun, type RunEnd } from './run.ts';
import { nativeSha256 } from '../files/sha256.ts';
import { sendBook } from '../files/sent-book.ts';

/** Runs a batch to standard output: text as it comes, a workbook when it is complete. */
export async function runToStdout(run: FileRun, host: Host): Promise<RunEnd> {
  const { plan, law, source, pool, signal } = run;
  const totals = startTotals(nativeSha256, undefined, plan.chain === true);
  if (plan.to === 'xlsx') {
    let end: RunEnd = { totals, complete: false };
    await sendBook(host, async (to) => (end = await runFile({ ...run, to })).complete);
    return end;
  }
  const out = async (text: string): Promise<void> => (host.outLater ? host.outLater(text) : host.out(text));
  if (plan.to === 'csv') await out(csvHeading(planLayout(plan, law)));
  for await (const { part } of runParts(source, pool, totals, { fromRow: 1, signal }))
    await out(Buffer.from(part.text).toString('utf8'));
  return { totals, complete: signal?.aborted !== true };
}
