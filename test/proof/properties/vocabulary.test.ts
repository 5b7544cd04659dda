import { describe, expect, test } from 'vitest';
import { calculate, type Law, type Result } from '../../../src/index.ts';
import type { Provision } from '../../../src/law/provision.ts';
import { calculation } from '../../../src/engine/calculate.ts';
import { retirementMonth } from '../../../src/engine/measure/retirement.ts';
import { halfYears } from '../oracle/facts.ts';
import type { OracleCase } from '../oracle/types.ts';
import { lawWith } from '../../support/altered.ts';
import { personWith, type Wanted } from '../../support/person.ts';

/** Words of the rule files that the built-in law does not use, or uses in one way only; and rules that contradict. */

const MAY = { date: '2025-05-01', monthsEarly: 40 } as const;

function under(law: Law, wanted: Wanted): Result {
  const found = calculate(personWith(wanted), { scheme: 'nd178', law });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

function line(result: Result, id: string): { months: string; amount: string } | undefined {
  return result.benefits.find((one) => one.id === id);
}

function defect(law: Law, wanted: Wanted): string {
  const found = calculate(personWith(wanted), { scheme: 'nd178', law, lang: 'en' });
  return found.ok ? found.value.outcome : found.issues.map(({ code, message }) => `${code}: ${message}`).join();
}

describe('a cap of a benefit', () => {
  test.each([
    ['10', '10'],
    ['17.5', '17.5'],
    ['17.6', '17.5'],
    ['0.25', '0.25'],
  ])('of %s months pays %s of 17.5', (cap, months) => {
    expect(line(under(lawWith({ 'early-years.a': { cap } }), MAY), 'early-years')?.months).toBe(months);
  });
});

test('a term tells its rate, the part of the quantity that counted, and what cut it', () => {
  const found = calculation(personWith({ date: '2025-05-01', monthsEarly: 61, insurance: 264 }));
  if (!found.ok || !('derivation' in found.value)) throw new Error('not worked out');
  expect(found.value.derivation.lines.map(({ benefit, terms }) => [benefit, ...terms])).toEqual([
    ['early-months', { rate: '0.9', per: 'monthsEarly', quantity: '60', whole: '61', upTo: '60' }],
    ['early-years', { rate: '4', per: 'yearsEarly', quantity: '5.5', whole: '5.5' }],
    [
      'service',
      { rate: '5', per: undefined, quantity: '1', whole: '1' },
      { rate: '0.5', per: 'serviceYears', quantity: '2', whole: '22', above: '20' },
    ],
  ]);
});

describe('rounding', () => {
  // One month early pays one salary.
  test.each([
    ['1000', 'half-up', '1500', '2000'],
    ['1000', 'half-up', '2500', '3000'],
    ['1000', 'half-up', '2499', '2000'],
    ['1000', 'half-even', '1500', '2000'],
    ['1000', 'half-even', '2500', '2000'],
    ['1000', 'up', '2001', '3000'],
    ['1000', 'down', '2999', '2000'],
    ['1000', 'none', '2999', '2999'],
    ['1', 'down', '2999', '2999'],
    ['1', 'up', '2999.1', '3000'],
    ['1', 'down', '2999.9', '2999'],
    [undefined, 'half-up', '2999.5', '3000'],
    [undefined, 'half-even', '2998.5', '2998'],
  ])('of a line to %s, %s: %s gives %s', (step, mode, monthly, expected) => {
    const law = lawWith({ 'rounding.line': { step, mode } });
    const wanted = {
      date: '2025-05-01',
      monthsEarly: 1,
      schedule: 'limit',
      group: 'army-officer',
      salary: { monthly },
    };
    expect(line(under(law, wanted), 'early-months')?.amount).toBe(expected);
  });

  test('of a line is that of the rule that holds', () => {
    const other = { id: 'rounding.other', kind: 'rounding', at: 'Điều 5', certainty: 'D', of: 'line' } as const;
    const thousands: Provision = { ...other, when: { group: ['civil-servant'] }, step: '1000', mode: 'down' };
    const law = lawWith({ 'rounding.line': { when: { group: ['cadre'] } } }, [thousands]);
    const amount = (group: string): string | undefined =>
      line(under(law, { ...MAY, group, salary: { monthly: '1999.9' } }), 'early-months')?.amount;
    // 40 × 1,999.9 = 79,996
    expect([amount('civil-servant'), amount('cadre')]).toEqual(['79000', '79996']);
  });

  test('of a component stands on its own rule, not on that of a line', () => {
    const law = lawWith({ 'rounding.component': { step: '1000', mode: 'down' }, 'rounding.line': { step: '7' } });
    const result = under(law, { ...MAY, salary: { coefficient: '4.65', publicService: '25%' } });
    expect(result.salary.map(({ amount }) => amount)).toEqual(['10881000', '2720000']);
    expect(line(result, 'early-months')?.amount).toBe('544040000');
  });
});

describe('odd months', () => {
  const bands = [
    { atLeast: 1, under: 7, years: '0.5' },
    { atLeast: 7, under: 12, years: '1' },
  ];
  test('written from and under are those written above and up to', () => {
    const law = lawWith({ 'odd-months.service': { bands } });
    for (let countable = 240; countable < 254; countable += 1) {
      const years = under(law, { ...MAY, insurance: 360, countable }).measures?.serviceYears;
      expect(years).toBe(String(halfYears(countable) / 2));
    }
  });

  test('that no band names give nothing', () => {
    const law = lawWith({ 'odd-months.service': { bands: [{ above: 3, upTo: 5, years: '0.25' }] } });
    const years = [243, 244, 245, 246, 251].map(
      (countable) => under(law, { ...MAY, insurance: 360, countable }).measures?.serviceYears,
    );
    expect(years).toEqual(['20', '20.25', '20.25', '20', '20']);
  });
});

describe('a term', () => {
  test.each([
    ['not-counted', '2025-05-01', 'first-12-months'],
    ['counted', '2025-04-30', 'first-12-months'],
    ['counted', '2025-05-01', 'from-month-13'],
  ])('whose first day is %s, leaving %s: %s', (firstDay, date, window) => {
    const law = lawWith({ 'term-end': { firstDay } });
    const wanted = { date: '2025-05-01', monthsEarly: 40, reorganisation: '2024-05-01' };
    const one = personWith(wanted) as OracleCase;
    const found = calculate({ ...one, leaving: { ...one.leaving, date } }, { scheme: 'nd178', law });
    expect(found.ok && found.value.measures?.window).toBe(window);
  });
});

describe('the salary', () => {
  test('may have a component in đồng', () => {
    const law = lawWith({ 'component.retained': { unit: 'dong' } });
    const result = under(law, { ...MAY, salary: { coefficient: '4', retained: '5000' } });
    expect(result.salary.find(({ component }) => component === 'retained')?.amount).toBe('5000');
    expect(result.measures?.monthlySalary).toBe('9365000');
  });

  test('counts the base salary of another month when the law says so', () => {
    const august = { date: '2026-08-01', monthsEarly: 40, salary: { coefficient: '4' } };
    const salary = (monthsBefore: number): string | undefined =>
      under(lawWith({ 'base-salary-month': { monthsBefore } }), august).measures?.monthlySalary;
    expect([salary(0), salary(1), salary(2)]).toEqual(['10120000', '10120000', '9360000']);
  });

  test('takes the latest base salary, however the rules are named', () => {
    const law = lawWith({ 'base-salary.2024-07': { id: 'base-salary.z' } });
    const salary = { coefficient: '4' };
    expect(under(law, { date: '2026-08-01', monthsEarly: 40, salary }).measures?.monthlySalary).toBe('10120000');
    expect(under(law, { date: '2026-07-01', monthsEarly: 40, salary }).measures?.monthlySalary).toBe('9360000');
  });

  test('knows how each amount was given', () => {
    const given = under(lawWith({}), { ...MAY, salary: { coefficient: '4.65', party: '0.3', overFrame: '7%' } }).salary;
    expect(given.map((one) => `${one.component} ${one.given}`)).toEqual([
      'coefficient 4.65',
      'overFrame 7%',
      'party 30%',
    ]);
  });
});

describe('rules that contradict or lack something are told, never computed with', () => {
  const components = { ...MAY, salary: { coefficient: '4', party: '30%', publicService: '25%' } };
  const others = 'percent-base.state.others';
  const party = 'percent-base.profession-and-party';
  const again: Provision = {
    id: 'early-months.again',
    kind: 'benefit',
    at: 'Điều 7',
    certainty: 'D',
    benefit: 'early-months',
    when: { impact: ['direct'] },
    base: 'monthlySalary',
    terms: [{ rate: '1' }],
  };
  const nothing: Provision = {
    id: 'empty.again',
    kind: 'empty',
    at: 'Điều 7',
    certainty: 'D',
    benefits: ['early-months'],
    when: { impact: ['direct'] },
    message: { vi: 'không có', en: 'nothing' },
  };
  test.each([
    ['a percentage that stands on itself', lawWith({ [party]: { of: ['coefficient', 'party'] } }), components, /party/],
    ['a percentage without a base', lawWith({ [others]: { components: ['profession'] } }), components, /publicService/],
    ['no base salary', lawWith({ 'base-salary.2024-07': null }), components, /base salary/],
    ['two rows for one case', lawWith({}, [again]), MAY, /early-months\.again.*both|early-months.*early-months\.again/],
    ['a row and an empty place for one case', lawWith({}, [nothing]), MAY, /empty\.again/],
    ['no row at all', lawWith({ 'early-years.a': null }), MAY, /early-years/],
    ['no way to count months early', lawWith({ 'months-early.first-day': null }), MAY, /months early/],
    ['no time for a pension', lawWith({ 'pension-time': null }), MAY, /pension/],
  ] as const)('%s', (_, law, wanted, message) => {
    expect(defect(law, wanted)).toMatch(/^rule-defect: /);
    expect(defect(law, wanted)).toMatch(message);
  });

  // A form of salary that no component stands for is a fault of the case: a scheme need not know every form.
  test('no component for what is given', () => {
    const told = defect(lawWith({ 'component.monthly': null }), MAY);
    expect(told).toMatch(/^salary-form-not-in-scheme: .*monthly/);
  });

  test('a schedule that the law does not have gives no age', () => {
    const version = lawWith({}).at('nd178', '2025-05-01');
    expect(version.ok && retirementMonth(version.value, 'early', 'male', 1968 * 12)).toBeUndefined();
  });
});
