import { describe, expect, test } from 'vitest';
import { calculate, type Law } from '../../../src/index.ts';
import { calculation } from '../../../src/engine/calculate.ts';
import { lawWith } from '../../support/altered.ts';
import { personWith } from '../../support/person.ts';

/** A grade and step in place of a coefficient: what they give, and what is told of one that there is not. */

function told(salary: object, law?: Law): string[] {
  const one = { ...personWith({ date: '2025-05-01', monthsEarly: 40 }), salary };
  const found = calculate(one, { scheme: 'nd178', lang: 'en', ...(law ? { law } : {}) });
  if (!found.ok) return found.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`);
  return found.value.salary.map(({ component, given, amount }) => `${component} ${given} = ${amount}`);
}

function rules(salary: object, law?: Law): string[] {
  const one = { ...personWith({ date: '2025-05-01', monthsEarly: 40 }), salary };
  const found = calculation(one, { scheme: 'nd178', ...(law ? { law } : {}) });
  return found.ok && 'derivation' in found.value ? found.value.derivation.salary.scale.map(({ id }) => id) : [];
}

describe('a grade and step', () => {
  test('give the coefficient of the step, whatever the case of the letter', () => {
    // 6.20 + 0.36 = 6.56; 6.56 × 2,340,000 = 15,350,400
    expect(told({ scale: 'a3.1', step: 2 })).toEqual(['coefficient 6.56 = 15350400']);
    expect(rules({ scale: 'A3.1', step: 2 })).toEqual(['pay-scale.a3.1']);
    expect(rules({ coefficient: '6.56' })).toEqual([]);
  });

  test('are those of the scale that is named, also where another reaches the same coefficient', () => {
    // 1.50 + 2 × 0.18 = 1.86; 1.86 × 2,340,000 = 4,352,400
    expect([told({ scale: 'B', step: 1 }), told({ scale: 'C2', step: 3 })]).toEqual(
      Array(2).fill(['coefficient 1.86 = 4352400']),
    );
    expect([rules({ scale: 'B', step: 1 }), rules({ scale: 'C2', step: 3 })]).toEqual([
      ['pay-scale.b'],
      ['pay-scale.c2'],
    ]);
  });

  test('with months on the last step give over-frame seniority', () => {
    // 6.20 + 5 × 0.36 = 8; 36 months give 5 %: 18,720,000 × 5 % = 936,000; 0.5 × 2,340,000 = 1,170,000
    const last = { scale: 'A3.1', step: 6, stepMonths: 36, positionAllowance: '0.5' };
    const lines = ['coefficient 8 = 18720000', 'positionAllowance 0.5 = 1170000'];
    expect(told(last)).toEqual([...lines, 'overFrame 5% = 936000']);
    expect(told({ ...last, stepMonths: 35 })).toEqual(lines);
    expect(rules(last)).toEqual(['pay-scale.a3.1', 'over-frame.a']);
    const without = lawWith({ 'over-frame.a': null });
    expect(told(last, without)).toEqual(lines);
    // 25 % of 18,720,000 + 1,170,000: of a seniority that the law does not know there is nothing
    const service = 'publicService 25% = 4972500';
    expect(told({ ...last, publicService: '25%' }, without)).toEqual([...lines, service]);
    expect(rules(last, without)).toEqual(['pay-scale.a3.1']);
  });
});

test('a component that the law does not count is no base of a percentage either', () => {
  // 4 × 2,340,000 = 9,360,000; 10 % of it is 936,000; 25 % of both 2,574,000, of the first alone 2,340,000
  const salary = { coefficient: '4', overFrame: '10%', publicService: '25%' };
  const lines = ['coefficient 4 = 9360000', 'overFrame 10% = 936000', 'publicService 25% = 2574000'];
  expect(told(salary)).toEqual(lines);
  expect(told(salary, lawWith({ 'component.overFrame': null }))).toEqual([lines[0], 'publicService 25% = 2340000']);
});

test('the base salary is that of the month before, and of the leaving month itself where the law does not say so', () => {
  const may = { 'base-salary.2024-07': { since: '2025-05' } };
  const none = 'rule-defect rules: Defect in a rule file: no statutory base salary before 2025-05';
  expect(told({ coefficient: '4' }, lawWith(may))).toEqual([none]);
  // 4 × 2,340,000
  expect(told({ coefficient: '4' }, lawWith({ ...may, 'base-salary-month': null }))).toEqual([
    'coefficient 4 = 9360000',
  ]);
});

test('a salary is rounded for those whom the rule names, and not for others who have the same', () => {
  const rounds = { mode: 'up', step: '1000000', when: { group: ['public-employee'] } };
  const law = lawWith({ 'rounding.component': { when: { group: ['cadre'] } }, 'rounding.component-exact': rounds });
  const salaryOf = (group: string): string | undefined => {
    const one = personWith({ date: '2025-05-01', monthsEarly: 40, group, salary: { coefficient: '4' } });
    const found = calculate(one, { scheme: 'nd178', law });
    return found.ok ? found.value.salary[0]?.amount : undefined;
  };
  // 4 × 2,340,000
  expect(['public-employee', 'civil-servant', 'public-employee'].map(salaryOf)).toEqual([
    '10000000',
    '9360000',
    '10000000',
  ]);
});

describe('is told with the way out', () => {
  const steps = 'Steps (coefficients): 1: 6.2; 2: 6.56; 3: 6.92; 4: 7.28; 5: 7.64; 6: 8.';
  test.each([
    [
      { scale: 'A9', step: 5 },
      'unknown-word salary.scale: Pay scale (salary.scale): "A9" is not a value. Did you mean "A0"? ' +
        'Values: A0, A1, A2.1, A2.2, A3.1, A3.2, B, C1, C2, C3.',
    ],
    [{ scale: 'A3.1', step: 0 }, `no-such-step salary.step: Pay scale A3.1 has no step 0. ${steps}`],
    [{ scale: 'A3.1', step: 7 }, `no-such-step salary.step: Pay scale A3.1 has no step 7. ${steps}`],
    [
      { scale: 'A3.1', step: 5, stepMonths: 36 },
      'not-the-last-step salary.stepMonths: Months on the last step (salary.stepMonths): over-frame seniority ' +
        'counts on the last step only (step 6 of scale A3.1); the case says step 5.',
    ],
    [{ scale: 'A3.1' }, 'missing salary.step: Missing Step (salary.step). Give salary.step.'],
    [{ step: 1 }, 'missing salary.scale: Missing Pay scale (salary.scale). Give salary.scale.'],
  ])('%j', (salary, message) => {
    expect(told(salary)).toEqual([message]);
  });
});
