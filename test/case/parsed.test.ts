import { describe, expect, test } from 'vitest';
import { parseCase } from '../../src/index.ts';
import { isParsed, monthsOf } from '../../src/case/parse.ts';
import { LEAST, readLeast, type Parts } from '../support/least-case.ts';

/** What a case becomes when it is read. */

test('the least case gets its defaults, and no key that was not given', () => {
  expect(readLeast({})).toEqual({
    person: { sex: 'female', birth: '1970', group: 'cadre' },
    leaving: { route: 'auto', date: '2025-05-01', impact: 'direct', blocked: 'none' },
    age: {},
    insurance: {
      years: 20,
      months: 0,
      publicSector: { years: 20, months: 0 },
      countable: { years: 20, months: 0 },
    },
    salary: { monthly: '10000000' },
  });
  const keys = (one: object): string[] =>
    Object.entries(one).flatMap(([key, value]) => [key, ...(typeof value === 'object' ? keys(value as object) : [])]);
  expect(keys(readLeast({})).join()).toBe(
    'person,sex,birth,group,leaving,route,date,impact,blocked,age,insurance,years,months,publicSector,years,months,' +
      'countable,years,months,salary,monthly',
  );
});

test('the fullest case keeps everything', () => {
  const full = {
    id: '7',
    law: 'nd178',
    person: { name: 'A B', sex: 'male', birth: '1970-05-20', group: 'army-officer', rank: 'đại tá', pensioner: false },
    leaving: {
      route: 'severance',
      date: '2025-05-01',
      impact: 'indirect',
      blocked: 'none',
      reorganisation: '2025-03-01',
      decided: '2025-04-01',
      voluntary: true,
    },
    age: { schedule: 'limit', limit: '58' },
    insurance: {
      years: 20,
      months: 5,
      publicSector: { years: 10, months: 1 },
      countable: { years: 11, months: 0 },
      hazardous: { years: 3, months: 11 },
      pensionEligible: true,
    },
    work: { years: 4, months: 2 },
    training: { months: 3, fee: '1000000' },
    settled: { scheme: 'nd29', amount: '5', date: '2024-05-01' },
    post: { termEnds: '2026-05-01', newAllowance: '0.5' },
    salary: { monthly: '10000000' },
  };
  const found = parseCase(full);
  expect(found.ok && found.value).toEqual(full);
  expect(found.ok && Object.keys(found.value)).toEqual(Object.keys(full));
});

describe('parts that only some schemes ask for may be given in part', () => {
  test.each([
    [{ training: { months: 3 } }, { training: { months: 3 } }],
    [{ training: { fee: '5' } }, { training: { fee: '5' } }],
    [{ settled: { scheme: 'nd29' } }, { settled: { scheme: 'nd29' } }],
    [{ post: { termEnds: '2026-05-01' } }, { post: { termEnds: '2026-05-01' } }],
    [{ post: { newAllowance: '0' } }, { post: { newAllowance: '0' } }],
    [{ work: { years: 0 } }, { work: { years: 0, months: 0 } }],
  ] as [Parts, object][])('%j', (given, expected) => {
    const { work, training, settled, post } = readLeast(given);
    const parts = Object.entries({ work, training, settled, post }).filter(([, part]) => part !== undefined);
    // A key that was not given is not there, rather than undefined.
    expect(Object.fromEntries(parts)).toStrictEqual(expected);
  });
});

describe('a value that only looks like what is asked for', () => {
  test.each([
    [{ age: [] }, 'not-an-object age'],
    [{ training: [] }, 'not-an-object training'],
    [{ insurance: { years: NaN } }, 'wrong-type insurance.years'],
    [{ insurance: { years: Infinity } }, 'wrong-type insurance.years'],
    [{ insurance: { years: 20, pensionEligible: 1 } }, 'wrong-type insurance.pensionEligible'],
    [{ salary: [] }, 'not-an-object salary'],
  ])('%o is refused', (given, told) => {
    const found = parseCase({ ...LEAST, ...given });
    expect(found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([told]);
  });

  test('is refused once, whatever else is missing beside it', () => {
    for (const insurance of [
      { years: 'x', months: 5 },
      { years: 81, months: 5 },
    ]) {
      const found = parseCase({ ...LEAST, insurance });
      expect(found.ok ? [] : found.issues.map(({ path }) => path)).toEqual(['insurance.years']);
    }
  });
});

describe('a duration is carried to whole years', () => {
  test.each([
    [
      { years: '20', months: ' 11 ' },
      { years: 20, months: 11 },
    ],
    [
      { years: 0, months: 24 },
      { years: 2, months: 0 },
    ],
    [{ years: 80 }, { years: 80, months: 0 }],
  ])('%j', (given, expected) => {
    const birth = { person: { birth: '1940-01' } };
    expect(readLeast({ ...birth, insurance: given }).insurance).toMatchObject({ ...expected, publicSector: expected });
    expect(monthsOf(expected)).toBe(expected.years * 12 + expected.months);
  });
});

test('texts are composed and trimmed; what is blank or null is not given', () => {
  expect(readLeast({ person: { group: ' cadre' } }).person.group).toBe('cadre');
  expect(readLeast({ person: { group: 'cadre ' } }).person.group).toBe('cadre');
  const decomposed = 'Đại tá'.normalize('NFD');
  expect(readLeast({ person: { rank: ` ${decomposed} `, name: '  ' } }).person).toEqual({
    ...LEAST.person,
    rank: 'Đại tá',
  });
  expect(readLeast({ person: { name: null, pensioner: null }, leaving: { decided: null, impact: null } })).toEqual(
    readLeast({}),
  );
});

test('a case that was read is taken as it is; one that looks like it is read again', () => {
  const one = readLeast({});
  const again = parseCase(one);
  expect(again.ok && again.value).toBe(one);
  expect([isParsed(one), isParsed({ ...one }), isParsed(null), isParsed('x')]).toEqual([true, false, false, false]);
  const other = parseCase({ ...one });
  expect(other.ok && other.value).not.toBe(one);
  expect(other).toEqual({ ok: true, value: one });
});

test('insurance may be as long as the life until leaving, not a month longer', () => {
  const person = { ...LEAST.person, birth: '2000-05' };
  const code = (insurance: object, date = '2025-05-01'): string => {
    const found = parseCase({ ...LEAST, person, insurance, leaving: { ...LEAST.leaving, date } });
    return found.ok ? 'read' : found.issues.map((one) => one.code).join();
  };
  expect([code({ years: 25 }), code({ years: 25, months: 1 })]).toEqual(['read', 'insurance-longer-than-life']);
  expect([code({ years: 0 }, '2000-05-31'), code({ years: 0 }, '2000-06-01')]).toEqual([
    'leaving-before-birth',
    'read',
  ]);
});

test('the day of a birth or a leaving may stand between blanks, and the month of a full birth counts', () => {
  expect(readLeast({ leaving: { date: ' 2025-05-01 ' } }).leaving.date).toBe('2025-05-01');
  const code = (months: number): string => {
    const found = parseCase({
      ...LEAST,
      person: { ...LEAST.person, birth: '2000-05-20' },
      insurance: { years: 25, months },
    });
    return found.ok ? 'read' : found.issues.map((one) => one.code).join();
  };
  expect([code(0), code(1)]).toEqual(['read', 'insurance-longer-than-life']);
});

test('a list where one value belongs is told with a value of its kind', () => {
  const salary = { retained: [0, 5], publicService: {}, contract: [] };
  const found = parseCase({ salary, insurance: { years: [] } }, { lang: 'en' });
  const told = found.ok ? [] : found.issues.filter(({ code }) => code === 'wrong-type');
  expect(told.map(({ path, message }) => `${path} ${message.split('expected ')[1] ?? ''}`).sort()).toEqual([
    'insurance.years 22.',
    'salary.contract "15356250".',
    'salary.publicService "25%".',
    'salary.retained "4.65".',
  ]);
});
