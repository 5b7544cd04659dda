import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseCaseFile } from '../../../src/case/file/read.ts';
import { batchTable, type BatchLine } from '../../../src/batch.ts';
import { calculate, CASE_KEYS } from '../../../src/index.ts';
import { csvLine } from '../../../src/table/csv.ts';
import { nested } from '../../support/cases.ts';
import { runs } from '../../support/effort.ts';
import { command, testFolder } from '../../support/table.ts';

/*
 * One case gives one answer, whichever way it comes in: library, NDJSON, case file, flags, CSV, rows of a workbook. The
 * values are written as people write them, with slips: words in Vietnamese and English, decimal commas, dates of several
 * forms, per cents, durations, months beyond eleven, words that are none.
 */

const file = testFolder();

/** What was asked, key by key, as it was typed. */
type Typed = Readonly<Record<string, string>>;

/** What came of it: the outcome with its total and findings, or the issues by code and key. */
type Answer = string;

const one = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const maybe = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 2, arbitrary: one('') }, { weight: 1, arbitrary: value });
const mostly = (value: fc.Arbitrary<string>, ...slips: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: one('', ...slips) });

const day = (from: number, to: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .chain(([y, m, d]) => {
      const pad = (n: number): string => String(n).padStart(2, '0');
      return one(`${y}-${pad(m)}-${pad(d)}`, `${pad(d)}/${pad(m)}/${y}`, `${d}/${m}/${y}`, `01/${pad(m)}/${y}`);
    });

const percent = mostly(one('25%', '5%', '25 %', '0,25', '7,5%'), '25', '2500%', 'x', '-5%', '25%%');

const CASE: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'person.name': maybe(one('A', 'Nguyễn Thị B', 'Trần Văn C'.normalize('NFD'))),
  'person.birth': mostly(fc.oneof(day(1963, 1985), one('1966', '01/1966', '1966-01')), '31/02/1966', '1966-13', '66'),
  'person.sex': mostly(one('male', 'female', 'Nam', 'nữ', 'NỮ', 'Nữ'.normalize('NFD')), 'x', '1', 'trai'),
  'person.group': mostly(
    one('civil-servant', 'Công chức', 'viên chức', 'public-employee', 'CC', 'VC', 'cán bộ', 'HĐLĐ', 'army-officer'),
    'công chưc',
    'nhân viên',
  ),
  'leaving.route': mostly(
    one('auto', 'early-retirement', 'nghỉ hưu trước tuổi', 'severance', 'thôi việc', 'Nghỉ thôi việc'),
    'nghỉ',
    'retire',
  ),
  'leaving.date': mostly(day(2025, 2026), '31/04/2025', '2025-02-30', '1/5/25', 'tháng 5'),
  'leaving.reorganisation': mostly(day(2025, 2025), 'x'),
  'leaving.impact': maybe(one('direct', 'indirect', 'chịu tác động trực tiếp')),
  'insurance.years': mostly(
    fc.integer({ min: 10, max: 38 }).chain((n) => one(String(n), `${n} năm`, `${n} năm 7 tháng`, `${n}-07`)),
    '-3',
    '28,5',
    'x',
    '120',
  ),
  'insurance.months': maybe(one('0', '7', '11', '12', '22', 'x')),
  'salary.coefficient': mostly(one('4.65', '4,65', '2,34', '6.1', '3,99', '4'), '465', 'x', '4,6,5', '-1', '1,000'),
  'salary.positionAllowance': maybe(one('0.6', '0,6', '6', '1,0')),
  'salary.publicService': maybe(percent),
  'salary.overFrame': maybe(one('5%', '8%', '0,05', 'VK 8%', '1%')),
  'salary.contract': maybe(one('12000000', '12.000.000', '12,5', '12 triệu')),
  'age.schedule': maybe(one('normal', 'reduced', 'x')),
  acceptImplausible: maybe(one('có', 'true', 'không', 'x')),
};

const typed: fc.Arbitrary<Typed> = fc
  .record(CASE)
  .map((all) => Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== '' && key !== 'schema')));

/** A table has no keys, only its columns; both sides of a fault are told by code and key. */
function answerOf(line: BatchLine): Answer {
  if (line.schema === 'nd178/refusal@1') return issuesText(line.issues);
  const findings = line.findings.map(({ code, severity }) => `${severity} ${code}`).sort();
  return [line.outcome, line.total, ...findings].join('\n');
}

function issuesText(issues: readonly { readonly code: string; readonly path: string }[]): Answer {
  return [...new Set(issues.map(({ code, path }) => `${code} ${path}`))].sort().join('\n');
}

function byLibrary(raw: unknown): Answer {
  const found = calculate(raw);
  return found.ok ? answerOf(found.value as unknown as BatchLine) : issuesText(found.issues);
}

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
