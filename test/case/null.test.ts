import { describe, expect, test } from 'vitest';
import { calculate, CASE_KEYS } from '../../src/index.ts';

const CASE = {
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

function withNull(key: string): unknown {
  const copy = structuredClone(CASE) as Record<string, unknown>;
  const path = key.split('.');
  let at = copy;
  for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>;
  at[path.at(-1) ?? ''] = null;
  return copy;
}

/** Programs write null for what they do not have: on an optional key it is as good as nothing. */
describe('null', () => {
  const given = ['leaving.reorganisation', 'salary.coefficient', 'salary.positionAllowance', 'salary.publicService'];
  const optional = CASE_KEYS.filter(({ key, required }) => !required && !given.includes(key)).map(({ key }) => key);

  // A duration states its years, and an earlier settlement its scheme: months, amount or date alone are a fault.
  const whole = optional.filter((key) => !/^(insurance\.\w+|work)\.months$|^settled\.(amount|date)$/.test(key));
  test.each(whole)('on %s changes nothing', (key) => {
    expect(calculate(withNull(key))).toEqual(calculate(CASE));
  });

  test.each(['person.sex', 'person.birth', 'leaving.date', 'insurance.years'])('on %s is missing', (key) => {
    const found = calculate(withNull(key), { lang: 'en' });
    expect(found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([`missing ${key}`]);
  });

  test('on a whole optional part changes nothing; on the salary it is missing', () => {
    expect(calculate({ ...CASE, age: null, work: null, settled: null, training: null })).toEqual(calculate(CASE));
    const found = calculate({ ...CASE, salary: null });
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(['salary-missing']);
  });
});
