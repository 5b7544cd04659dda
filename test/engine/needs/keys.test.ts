import { describe, expect, test } from 'vitest';
import { calculate, type Law } from '../../../src/index.ts';
import { lawWith } from '../../support/altered.ts';
import { personWith } from '../../support/person.ts';

/** For each base, quantity and fact that a rule may name: the key of the case that is asked for when it is not given. */

const PERSON = personWith({ date: '2025-05-01', monthsEarly: 40 });
const BAND = { schedule: ['normal', 'limit'], monthsEarly: { atLeast: 24, upTo: 60 } };

function asked(law: Law, more: object = {}): string[] {
  const found = calculate({ ...PERSON, ...more }, { law, scheme: 'nd178', lang: 'en' });
  return found.ok ? [found.value.outcome] : found.issues.map(({ code, path }) => `${code} ${path}`);
}

const row = (fields: object): Law => lawWith({ 'early-years.a': fields as Readonly<Record<string, unknown>> });

describe('a row that pays', () => {
  test.each([
    ['averageSalary', 'salary.average', { salary: { monthly: '10000000', average: '9000000' } }],
    ['monthlyAllowance', 'salary.allowance', undefined],
    ['positionDifference', 'salary.positionAllowance', { salary: { coefficient: '4', positionAllowance: '0.5' } }],
    ['courseFee', 'training.fee', { training: { fee: '5000000' } }],
  ])('by the %s asks for %s', (base, key, given) => {
    expect(asked(row({ base }))).toEqual([`needed-by-benefit ${key}`]);
    expect(asked(row({ most: { base, months: 2 } }))).toEqual([`needed-by-benefit ${key}`]);
    expect(asked(row({ base, most: { base, months: 2 } }))).toEqual([`needed-by-benefit ${key}`]);
    if (given) expect(asked(row({ base, most: { base, months: 2 } }), given)).toEqual(['paid']);
  });

  test.each(['monthlySalary', 'statutoryBase'])('by the %s asks for nothing', (base) => {
    expect(asked(row({ base }))).toEqual(['paid']);
  });

  test('by the salary asks for it where the case gives an allowance in its place', () => {
    const law = lawWith({ 'allowance-months.commune.under-5-years': { base: 'monthlySalary' } });
    const person = { ...PERSON?.person, group: 'commune-part-time' };
    const leaving = { route: 'auto', date: '2026-01-01' };
    const one = { ...PERSON, person, leaving, work: { years: 3 }, salary: { allowance: '4000000' } };
    const found = calculate(one, { law, scheme: 'nd154' });
    expect(found.ok ? [] : found.issues.map(({ path }) => path)).toEqual(['salary.monthly']);
  });

  test('by the statutory base asks for another day where none was set by then', () => {
    const never = { since: '2099-01' };
    const law = lawWith({
      'early-years.a': { base: 'statutoryBase' },
      'base-salary.2024-07': never,
      'base-salary.2026-07': never,
    });
    expect(asked(law)).toEqual(['needed-by-benefit leaving.date']);
  });

  test.each([
    ['workMonths', 'work.years', { work: { years: 3 } }],
    ['workYears', 'work.years', undefined],
    ['trainingMonths', 'training.months', { training: { months: 3 } }],
    ['termMonths', 'post.termEnds', undefined],
  ])('for each of the %s asks for %s', (per, key, given) => {
    expect(asked(row({ terms: [{ rate: '1', per }] }))).toEqual([`needed-by-benefit ${key}`]);
    if (given) expect(asked(row({ terms: [{ rate: '1', per }] }), given)).toEqual(['paid']);
  });
});

describe('a table of which no row holds asks for what its rows test', () => {
  const tests = (more: object): object => ({ when: { class: { 'early-band': ['a'] }, ...more } });
  test.each([
    [{ hazardousMonths: { atLeast: 180 } }, 'insurance.hazardous.years'],
    [{ settledDate: { atLeast: '2020-01-01' } }, 'settled.date'],
    [{ workMonths: { atLeast: 60 } }, 'work.years'],
  ])('%j', (when, key) => {
    expect(asked(row(tests(when)))).toEqual([`needed-by-benefit ${key}`]);
  });

  test('by itself or through a class', () => {
    const law = lawWith({ 'early-band.a': { when: { ...BAND, hazardousMonths: { atLeast: 1 } } } });
    expect(asked(law)).toEqual(['needed-by-benefit insurance.hazardous.years']);
  });

  test('and is a defect where nothing more could be given', () => {
    const insurance = { years: 30, hazardous: { years: 1 } };
    expect(asked(row(tests({ hazardousMonths: { atLeast: 180 } })), { insurance })).toEqual(['rule-defect rules']);
    for (const when of [{ insuranceMonths: { atLeast: 700 } }, { settledUnder: ['nd29'] }])
      expect(asked(row(tests(when)))).toEqual(['rule-defect rules']);
  });
});
