import { describe, expect, test } from 'vitest';
import { calculate, type Result } from '../../../src/index.ts';
import type { OracleCase } from '../oracle/types.ts';
import { disagreement } from '../../support/engines.ts';
import { duration, personWith, type Wanted } from '../../support/person.ts';

/** The boundary errors met in existing tools (practice, 1 to 9). Salary 10,000,000, so that months can be read off. */

const NAMED = { scheme: 'nd178' };

function paid(wanted: Wanted, change: (one: OracleCase) => OracleCase = (one) => one): Result {
  const one = change(personWith(wanted) as OracleCase);
  const found = calculate(one, NAMED);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  expect(disagreement({ case: one, asked: {} })).toBeUndefined();
  return found.value;
}

function months(result: Result, id: string): string | undefined {
  return result.benefits.find((line) => line.id === id)?.months;
}

describe('boundary errors of existing tools', () => {
  test('1: leaving exactly on 2025-07-01 is not before it', () => {
    const on = (date: string): Result => paid({ date, monthsEarly: 40, insurance: 180 });
    expect(on('2025-06-30').measures?.pensionEligible).toBe(false);
    expect(on('2025-07-01')).toMatchObject({ law: { version: '2025-07-01' }, route: 'early-retirement' });
    expect(months(paid({ date: '2025-07-01', monthsEarly: 40, insurance: 240 }), 'service')).toBe('6.5');
  });

  test('2: exactly 12 months after the merger is inside, on every route and for every person', () => {
    for (const group of ['civil-servant', 'public-employee', 'defence-worker', 'police-worker']) {
      for (const insurance of [150, 300]) {
        const on = (date: string): unknown =>
          paid({ date, monthsEarly: 40, group, insurance, reorganisation: '2025-03-01' }).measures?.window;
        expect([on('2026-03-01'), on('2026-04-01')]).toEqual(['first-12-months', 'from-month-13']);
      }
    }
  });

  test.each([
    ['2025-02-01', 240, '5'],
    ['2025-05-01', 180, '4'],
    ['2025-05-01', 240, '5'],
    ['2025-08-01', 180, '4'],
    ['2025-08-01', 240, '6.5'],
  ])('3: leaving %s, exactly %i months of insurance pay the first block: %s', (date, insurance, expected) => {
    expect(months(paid({ date, monthsEarly: 84, insurance, pensionEligible: true }), 'service')).toBe(expected);
  });

  test('4: a missing merger date, leaving date or salary is an issue, never a default', () => {
    const one = personWith({ date: '2025-05-01', monthsEarly: 40 }) as OracleCase;
    const { route, date, reorganisation } = one.leaving;
    const codes = (changed: object): string[] => {
      const found = calculate({ ...one, ...changed }, NAMED);
      return found.ok ? [] : found.issues.map((issue) => `${issue.code} ${issue.path}`);
    };
    expect(codes({ leaving: { route, date } })).toEqual(['reorganisation-missing leaving.reorganisation']);
    expect(codes({ leaving: { route, reorganisation } })).toEqual(['missing leaving.date']);
    expect(codes({ salary: {} })).toEqual(['salary-missing salary']);
    expect(codes({ salary: { monthly: '0' } })).toEqual(['salary-zero salary.monthly']);
  });

  test('5: insured time that the dates do not allow is refused, not paid', () => {
    const one = personWith({ date: '2025-05-01', monthsEarly: 40 }) as OracleCase;
    const found = calculate({ ...one, insurance: duration(720) }, NAMED);
    expect(found.ok ? [] : found.issues.map((issue) => issue.code)).toEqual(['insurance-longer-than-life']);
  });

  test('6: a remainder of exactly 6 months is half a year, in every quantity', () => {
    const result = paid({ date: '2025-08-01', monthsEarly: 42, insurance: 246 });
    expect(result.measures).toMatchObject({ yearsEarly: '3.5', serviceYears: '20.5' });
    expect(months(result, 'early-years')).toBe('17.5');
    const severed = paid({ date: '2025-08-01', monthsEarly: 42, insurance: 126 });
    expect(months(severed, 'severance-service')).toBe('15.75');
  });

  test('7: the month of the age counts: a colonel of May 1971 leaving on 2025-06-01 is 48 months early', () => {
    const colonel = (one: OracleCase): OracleCase => ({
      ...one,
      person: { ...one.person, birth: '1971-05', rank: 'đại tá' },
      age: { schedule: 'limit' },
    });
    const wanted: Wanted = { date: '2025-06-01', monthsEarly: 48, group: 'army-officer', schedule: 'limit' };
    expect(paid(wanted, colonel).measures).toMatchObject({ monthsEarly: 48, normalRetirement: '2029-05' });
  });

  test('8: the band is chosen by months everywhere: 61 months, 5.5 years, are over five years', () => {
    const result = paid({ date: '2025-05-01', monthsEarly: 61 });
    expect([months(result, 'early-months'), months(result, 'early-years')]).toEqual(['54', '22']);
    const inside = paid({ date: '2025-05-01', monthsEarly: 55 });
    expect([months(inside, 'early-months'), months(inside, 'early-years')]).toEqual(['55', '25']);
    expect(inside.measures?.yearsEarly).toBe('5');
  });

  test('9: one engine: a case and its own result as input give one answer, by every route asked', () => {
    for (const route of ['auto', 'early-retirement', 'severance']) {
      const result = paid({ date: '2025-05-01', monthsEarly: 60, route, insurance: 264 });
      const again = calculate(result.case, NAMED);
      expect(again.ok && again.value).toEqual(result);
    }
  });
});
