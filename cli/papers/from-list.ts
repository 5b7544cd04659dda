import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculation } from '../../src/engine/calculate.ts';
import type { Result } from '../../src/engine/result.ts';
import { refusalSheet } from '../../src/explanation/refusal.ts';
import { rowRefusal } from '../../src/papers/row-refusal.ts';
import type { Refusal } from '../../src/table/outcome.ts';
import type { BatchFlags } from '../batch/flags.ts';
import { runBatch } from '../commands/batch.ts';
import { EXIT, Exit } from '../exit.ts';
import { removedOnSignal } from '../files/leaving.ts';
import type { Host } from '../host.ts';
import type { PaperOptions, Person } from './person.ts';

/** The people of a list of cases, read and checked as `nd178 batch` does. */
export async function peopleOfList(
  from: string,
  flags: BatchFlags,
  host: Host,
  options: PaperOptions,
): Promise<Person[]> {
  return (await outcomes(from, flags, host)).map((row) => personOf(row, options));
}

/** What the batch gives for each row of a list; the rows themselves are read by it alone. */
async function outcomes(from: string, flags: BatchFlags, host: Host): Promise<(Result | Refusal)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nd178-papers-'));
  const kept = removedOnSignal(folder);
  try {
    const output = join(folder, 'records.ndjson');
    await runBatch(from, { ...flags, output, to: 'ndjson' }, host).catch((error: unknown) => {
      if (!(error instanceof Exit) || error.code !== EXIT.someRefused) throw error;
    });
    const lines = (await readFile(output, 'utf8')).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Result | Refusal);
  } finally {
    await rm(folder, { recursive: true, force: true });
    kept();
  }
}

function personOf(row: Result | Refusal, { core, law }: PaperOptions): Person {
  const { lang } = core;
  if ('issues' in row) return { who: row.id ?? String(row.row), page: rowRefusal(row, lang) };
  const worked = calculation(row.case, core);
  const who = row.case.person.name ?? row.id ?? '';
  return !worked.ok || 'refused' in worked.value
    ? { who, page: refusalSheet(row, { lang, law }) }
    : { who, worked: worked.value };
}
