import fc from 'fast-check';
import type { BatchLine } from '../../src/batch.ts';
import { calculate } from '../../src/index.ts';

/*
 * Cases as people type them, with slips: words in Vietnamese and English, decimal commas, dates of several forms, per
 * cents, durations, months beyond eleven, words that are none. And what comes of a case, in a form that every entrance
 * can be compared by.
 */

/** What was asked, key by key, as it was typed. */
export type Typed = Readonly<Record<string, string>>;

/** What came of it: the outcome with its total and findings, or the issues by code and key. */
export type Answer = string;

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

/** What may be typed under each key. */
export const CASE: Readonly<Record<string, fc.Arbitrary<string>>> = {
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

/** A case as it is typed. */
export const typed: fc.Arbitrary<Typed> = fc
  .record(CASE)
  .map((all) => Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== '' && key !== 'schema')));

/** A table has no keys, only its columns; both sides of a fault are told by code and key. */
export function answerOf(line: BatchLine): Answer {
  if (line.schema === 'nd178/refusal@1') return issuesText(line.issues);
  const findings = line.findings.map(({ code, severity }) => `${severity} ${code}`).sort();
  return [line.outcome, line.total, ...findings].join('\n');
}

/** The faults by code and key. */
export function issuesText(issues: readonly { readonly code: string; readonly path: string }[]): Answer {
  return [...new Set(issues.map(({ code, path }) => `${code} ${path}`))].sort().join('\n');
}

/** What the library gives. */
export function byLibrary(raw: unknown): Answer {
  const found = calculate(raw);
  return found.ok ? answerOf(found.value as unknown as BatchLine) : issuesText(found.issues);
}
