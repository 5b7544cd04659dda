import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseCaseFile } from '../../../src/case/file/read.ts';
import { batchTable, type BatchLine } from '../../../src/batch.ts';
import { CASE_KEYS } from '../../../src/index.ts';
import { csvLine } from '../../../src/table/csv.ts';
import { nested } from '../../support/cases.ts';
import { answerOf, byLibrary, CASE, issuesText, typed, type Answer, type Typed } from '../../support/typed-cases.ts';
import { runs } from '../../support/effort.ts';
import { command, testFolder } from '../../support/table.ts';

/*
 * One case gives one answer, whichever way it comes in: library, NDJSON, case file, flags, CSV, rows of a workbook. The
 * values are written as people write them, with slips.
 */

const file = testFolder();

function byFile(one: Typed): Answer {
  const read = parseCaseFile(stringify(nested(one)), 'vi');
  if (Array.isArray(read)) return issuesText(read);
  return byLibrary(read.raw);
}

async function byFlags(one: Typed): Promise<Answer> {
  const flags = Object.entries(one).map(([key, value]) => `--${key}=${value}`);
  const { out, err } = await command('calc', ...flags, '--format', 'json', '--quiet');
  return out === '' ? err : answerOf(JSON.parse(out) as BatchLine);
}

const KEYS = CASE_KEYS.map(({ key }) => key).filter((key) => key in CASE);

async function byList(all: readonly Typed[], name: string, text: string): Promise<Answer[]> {
  const to = file(`${name}.out.ndjson`);
  await command('batch', file(name, text), '-o', to, '--quiet', '--max-row-bytes', '100000');
  const lines = readFileSync(to, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(all.length);
  return lines.map((line) => answerOf(JSON.parse(line) as BatchLine));
}

async function byRows(all: readonly Typed[]): Promise<Answer[]> {
  const table = await batchTable([KEYS, ...all.map((one) => KEYS.map((key) => one[key] ?? null))]);
  if (!table.ok) throw new Error(table.issues[0]?.message);
  const answers: Answer[] = [];
  for await (const line of table.value) answers.push(answerOf(line));
  return answers;
}

// Twenty thousand cases at full effort; fewer than in proportion otherwise, since each goes in six ways.
test('one case gives one answer at every entrance', async () => {
  const all = fc.sample(typed, { numRuns: runs(runs(20_000)), seed: 19 });
  const csv = csvLine(KEYS) + all.map((one) => csvLine(KEYS.map((key) => one[key] ?? null))).join('');
  const entrances: Readonly<Record<string, readonly Answer[]>> = {
    ndjson: await byList(all, 'list.ndjson', all.map((one) => `${JSON.stringify(nested(one))}\n`).join('')),
    csv: await byList(all, 'list.csv', csv),
    rows: await byRows(all),
    file: all.map(byFile),
  };
  const differences: unknown[] = [];
  for (const [at, one] of all.entries()) {
    const answer = byLibrary(nested(one));
    const others = Object.entries(entrances).filter(([, answers]) => answers[at] !== answer);
    if (at % 20 === 0 && (await byFlags(one)) !== answer) others.push(['flags', [await byFlags(one)]]);
    for (const [name, answers] of others)
      differences.push({ name, one, library: answer, other: answers.length === 1 ? answers[0] : answers[at] });
  }
  expect(differences.slice(0, 3), `${differences.length} differences`).toEqual([]);
});
