import { describe, expect, test } from 'vitest';
import { calculate, type CalculateOptions, type Result } from '../../../src/index.ts';
import { builtinActs, builtinSchemes } from '../../../src/law/builtin.ts';
import { buildLaw } from '../../../src/law/law.ts';
import { lawWith } from '../../support/altered.ts';

/** The pension told beside a result: when there is one, what it consists of, and what it rests on. */

const MAN = {
  person: { sex: 'male', birth: '1967-06', group: 'civil-servant' },
  leaving: { route: 'auto', date: '2026-01-01' },
  insurance: { years: 22, months: 4 },
  salary: { monthly: '10000000', average: '8000000' },
};

function told(
  options: CalculateOptions = {},
  insurance: object = MAN.insurance,
  salary: object = MAN.salary,
): Result['pension'] {
  const found = calculate({ ...MAN, insurance, salary }, { scheme: 'nd154', pension: true, lang: 'en', ...options });
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value.pension;
}

const keys = (one: object | undefined): string => Object.keys(one ?? {}).join();

describe('the pension', () => {
  test('is told only when asked for, to who is entitled, where the insurance law is loaded', () => {
    expect(keys(told())).toBe('version,years,rate,monthly,cite');
    expect(told({ pension: false })).toBeUndefined();
    expect(told({}, { ...MAN.insurance, pensionEligible: false })).toBeUndefined();
    const without = buildLaw(
      builtinActs(),
      builtinSchemes().filter(({ scheme }) => scheme !== 'pension'),
    );
    expect(told({ law: without })).toBeUndefined();
  });

  test('rests on the rate, and on the rule of surplus years and of the cut where they are told', () => {
    const [rate, surplus, cut] = ['pension-rate.2024.men', 'pension-surplus.2024.men', 'pension-cut.2024'];
    const acts = (one: Result['pension']): number | undefined => one?.cite.length;
    expect(told()?.cite[0]).toEqual({ act: 'luat-bhxh-2024', at: 'Mức lương hưu hằng tháng', amendedBy: null });
    const few = lawWith({ [surplus ?? '']: null });
    expect([acts(told()), acts(told({ law: few })), acts(told({ acceptUnverified: [cut ?? ''] }))]).toEqual([2, 1, 3]);
    expect(told({ law: lawWith({ [rate ?? '']: null }) })).toBeUndefined();
  });

  test('has no amount where no average is given', () => {
    const long = told({}, { years: 37 }, { monthly: '10000000' });
    expect([keys(long), keys(long?.oneOff)]).toEqual(['version,years,rate,oneOff,cite', 'years,months']);
  });

  test('counts whole years where the law does not round odd months', () => {
    const law = lawWith({ 'odd-months.pension.2024': null });
    // 22 years: 45 + 2 × 2
    expect(told({ law })).toMatchObject({ years: '22', rate: '49%' });
    expect(told({ law }, { years: 23, months: 11 })).toMatchObject({ years: '23', rate: '51%' });
  });

  test('shows the cut that is waived when its rule is known, or accepted: 2 % for each of 3.5 years', () => {
    // Born 1967-06: 62 years in 2029-06, pension from 2029-07, 42 months early.
    expect(told({ acceptUnverified: ['pension-cut.2024'] })).toMatchObject({ rate: '50%', cutRate: '43%' });
    expect(told({ law: lawWith({ 'pension-cut.2024': { certainty: 'B' } }) })).toMatchObject({ cutRate: '43%' });
    expect(keys(told({ acceptUnverified: ['pension-cut.2014'] }))).not.toContain('cutRate');
    const all = lawWith({ 'pension-cut.2024': { certainty: 'B', yearly: '20' } });
    expect(told({ law: all })).toMatchObject({ cutRate: '0%' });
  });

  test('is not told by a scheme that does not ask who is entitled to one', () => {
    const salary = { coefficient: '4', positionAllowance: '0.5' };
    const one = { ...MAN, salary, post: { termEnds: '2027-01-31' } };
    const found = calculate(one, { scheme: 'nd178-11', pension: true });
    expect(found.ok && [found.value.outcome, found.value.pension]).toEqual(['paid', undefined]);
  });

  test('is told by a scheme that counts no years early when the case itself states who is entitled: nothing is cut', () => {
    const insurance = { ...MAN.insurance, pensionEligible: true };
    const one = { ...MAN, insurance, person: { ...MAN.person, birth: '1963-01', group: 'cadre' } };
    const found = calculate(one, { scheme: 'nq07', pension: true, acceptUnverified: ['pension-cut.2024'] });
    expect(found.ok && found.value.pension).toMatchObject({ rate: '50%', cutRate: '50%' });
  });
});
