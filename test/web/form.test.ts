import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultOf } from '../../src/engine/result.ts';
import { builtinLaw, calculate, CASE_KEYS, recordOf } from '../../src/index.ts';
import { caseFile, caseOfTexts, openCase } from '../../web/form/open.ts';
import { formReader, type FormRead } from '../../web/form/read.ts';
import { issuesText, typed, type Answer, byLibrary } from '../support/typed-cases.ts';
import { nested } from '../support/cases.ts';

const law = builtinLaw();
const read = formReader(law, 'vi');

function answerOf({ issues, worked }: FormRead): Answer {
  if (worked === undefined) return issuesText(issues);
  const result = 'refused' in worked ? worked.refused : resultOf(worked, 'vi');
  const findings = result.findings.map(({ code, severity }) => `${severity} ${code}`).sort();
  return [result.outcome, result.total, ...findings].join('\n');
}

const CASES = 2000;

test('the form gives what the library gives for the same texts', () => {
  const all = fc.sample(typed, { numRuns: CASES, seed: 23 });
  const paid = all.filter((one) => answerOf(read(one)).startsWith('paid'));
  const differences = all.filter((one) => answerOf(read(one)) !== byLibrary(nested(one)));
  expect(differences.slice(0, 3)).toEqual([]);
  expect(paid.length).toBeGreaterThan(CASES / 40);
});

const CASE = {
  'person.name': 'Nguyễn Văn A',
  'person.sex': 'male',
  'person.birth': '15/01/1966',
  'person.group': 'công chức',
  'leaving.route': 'auto',
  'leaving.date': '01/05/2025',
  'leaving.reorganisation': '1/3/2025',
  'insurance.years': '22 năm',
  'salary.coefficient': '4,65',
  'salary.positionAllowance': '0,6',
  'salary.publicService': '25%',
};

describe('a case as a file', () => {
  test('what is saved is opened as it was typed, and the command line takes it', () => {
    const opened = openCase(caseFile(CASE, 'vi'), law, 'vi');
    expect(opened).toEqual({ texts: { ...CASE, 'person.group': 'civil-servant' }, told: [], unshown: [] });
    const found = calculate(caseOfTexts(CASE));
    expect(found.ok && found.value.total).toBe('744778125');
  });

  test('the record of a result is opened as its case, and gives the same record', () => {
    const found = calculate(caseOfTexts(CASE));
    if (!found.ok) throw new Error('not worked out');
    const record = recordOf(found.value);
    const { texts = {}, unshown } = openCase(JSON.stringify(record), law, 'vi');
    expect(unshown).toEqual([]);
    const { worked } = read(texts);
    if (!worked || 'refused' in worked) throw new Error('not worked out');
    expect(recordOf(resultOf(worked, 'vi')).receipt.output).toBe(record.receipt.output);
  });

  test('what has no field is told, and a file that is no case says why', () => {
    expect(openCase('person: {sexe: nam, sex: nam}\n', law, 'vi').unshown).toEqual(['person.sexe']);
    expect(openCase('person: [1, 2]\n', law, 'vi').unshown).toEqual(['person']);
    // A blank group is no value; a blank key that is none is told as one that has a value.
    expect(openCase('person: {sex: nam, sexe: }\nsalary:\n', law, 'vi').unshown).toEqual(['person.sexe']);
    expect(openCase('PK\u0003\u0004...', law, 'vi').told[0]).toMatch(/^Đây là sổ tính/);
    expect(openCase('- a\n- b\n', law, 'vi').texts).toBeUndefined();
    expect(openCase('person: {sex: nam\n', law, 'vi').told[0]).toMatch(/^Dòng \d+:\d+: Cú pháp/);
  });
});

// Ten faults as an officer types them: each is told at its field, in Vietnamese.
test.each([
  ['person.birth', '31/02/1966', 'không phải một ngày có thật'],
  ['person.birth', '66', 'ngày/tháng/năm'],
  ['person.sex', 'trai gái', 'Không nhận giá trị'],
  ['person.group', 'công nhân viên', 'Không nhận giá trị'],
  ['leaving.date', '2025/13/01', 'dd/MM/yyyy'],
  ['insurance.years', '22,5', 'Số tháng lẻ'],
  ['insurance.months', '-3', '-3'],
  ['salary.coefficient', '465', '465'],
  ['salary.publicService', '25', '25%'],
  ['salary.positionAllowance', '10%', '%'],
])('%s: "%s" is told at its field', (key, value, part) => {
  const { issues, worked } = read({ ...CASE, [key]: value });
  expect(worked).toBeUndefined();
  const own = issues.filter(({ path }) => path === key);
  expect(own.map(({ message }) => message).join('\n')).toContain(part);
  expect(own.map(({ message }) => message).join('\n')).not.toContain('cột');
});

test('every key of a case has one field, whatever stands in it', () => {
  for (const { key } of CASE_KEYS)
    expect(
      read({ [key]: '\u0007' }).issues.map(({ path }) => path),
      key,
    ).toContain(key);
});
