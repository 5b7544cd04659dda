import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../src/engine/result.ts';
import type { Refusal } from '../../src/table/outcome.ts';
import type { BatchFlags } from '../batch/flags.ts';
import { runBatch } from '../commands/batch.ts';
import { EXIT, Exit } from '../exit.ts';
import { removedOnSignal } from '../files/leaving.ts';
import type { Host } from '../host.ts';
import { personOfRow, type PaperOptions, type Person } from '../../src/papers/person.ts';

/** The people of a list of cases, read and checked as `nd178 batch` does. */
export async function peopleOfList(
  from: string,
  flags: BatchFlags,
  host: Host,
  options: PaperOptions,
): Promise<Person[]> {
  return (await outcomes(from, flags, host)).map((row) => personOfRow(row, options));
}

/** What the batch gives for each row of a list; the rows themselves are read by it alone. */
async function outcomes(from: string, flags: BatchFlags, host: Host): Promise<(Result | Refusal)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nd178-papers-'));
  const cleanup = removedOnSignal(folder);
  try {
    const output = join(folder, 'records.ndjson');
    await runBatch(from, { ...flags, output, to: 'ndjson' }, host).catch((error: unknown) => {
      if (!(error instanceof Exit) || error.code !== EXIT.someRefused) throw error;
    });
    const lines = (await readFile(output, 'utf8')).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Result | Refusal);
  } finally {
    await rm(folder, { recursive: true, force: true });
    cleanup();
  }
}
