import { describe, expect, test } from 'vitest';
import type { Law, Result, ResultBenefit } from '../../../src/index.ts';
import { calculation } from '../../../src/engine/calculate.ts';
import { explain } from '../../../src/explanation/explanation.ts';
import { checkScheme } from '../../../src/lawbook/check/check.ts';
import { diffOf } from '../../../src/lawbook/diff/diff.ts';
import type { LawVersion } from '../../../src/law/version.ts';
import { lawWithDecree, row, severed, TITLE } from './decree.ts';

/** Amounts and limits in đồng, each on both sides and with its arithmetic. */

const grantOf = (law: Law, monthly: string, more = {}): ResultBenefit | undefined =>
  severed(law, monthly, more).benefits.find(({ id }) => id === 'grant');

const version = (law: Law, date: string): LawVersion => {
  const found = law.at('nd178', date);
  if (!found.ok) throw new Error(date);
  return found.value;
};

const noted = (law: Law, { case: one }: Result, label: string): readonly string[] => {
  const worked = calculation(one, { law, scheme: 'nd178', lang: 'en' });
  if (!worked.ok || 'refused' in worked.value) throw new Error('not worked');
  const steps = explain(worked.value, { law, lang: 'en' }).sections.flatMap((section) => section.steps);
  return steps.filter((step) => step.label === label).flatMap((step) => [step.text, ...step.notes]);
};

describe('an amount in đồng', () => {
  test('is paid to the đồng, whatever the salary, and pays no months', () => {
    const law = lawWithDecree(TITLE, row('base: dong\nterms:\n  - {rate: "5000000"}'));
    for (const monthly of ['10000000', '7654321'])
      expect(grantOf(law, monthly)).toMatchObject({ months: '0', amount: '5000000', formula: '5000000' });
    expect(checkScheme(law, 'nd178')).toEqual([]);
  });

  test('may be so much for each year: 5,000,000 + 300,000 × 22', () => {
    const terms = 'base: dong\nterms:\n  - {rate: "5000000"}\n  - {rate: "300000", per: serviceYears}';
    const law = lawWithDecree(TITLE, row(terms));
    expect(grantOf(law, '10000000')).toMatchObject({ amount: '11600000', formula: '(5000000 + 300000 × 22)' });
    const [text, ...notes] = noted(law, severed(law, '10000000'), 'Test grant');
    expect(text).toBe('5,000,000 VND + 300,000 VND × 22 = 11,600,000 VND');
    expect(notes).toContain('300,000 VND for each year; service years 22 years');
  });

  test('is exact where the whole numbers of a computer end: 99,999,999,999 × 60', () => {
    const law = lawWithDecree(TITLE, row('base: dong\nterms:\n  - {rate: "99999999999", per: severanceMonths}'));
    expect(grantOf(law, '10000000')?.amount).toBe('5999999999940');
  });
});

describe('the least and the most that a row pays', () => {
  const law = lawWithDecree(
    TITLE,
    row('base: monthlySalary\nterms:\n  - {rate: "2"}\nleast: {dong: "15000000"}\nmost: {dong: "50000000"}'),
  );

  test.each([
    // 2 × 7,499,999 = 14,999,998 < 15,000,000
    ['7499999', '15000000', 'max(2 × 7499999, 15000000)'],
    ['7500000', '15000000', '2 × 7500000'],
    ['7500001', '15000002', '2 × 7500001'],
    ['24999999', '49999998', '2 × 24999999'],
    ['25000000', '50000000', '2 × 25000000'],
    // 2 × 25,000,001 = 50,000,002 > 50,000,000
    ['25000001', '50000000', 'min(2 × 25000001, 50000000)'],
  ])('on a salary of %s: %s', (monthly, amount, formula) => {
    expect(grantOf(law, monthly)).toMatchObject({ months: '2', amount, formula });
  });

  test('are explained where they applied', () => {
    expect(noted(law, severed(law, '7000000'), 'Test grant')).toEqual(
      expect.arrayContaining(['2 months × 7,000,000 VND = 14,000,000 VND → 15,000,000 VND', 'at least 15,000,000 VND']),
    );
    expect(noted(law, severed(law, '26000000'), 'Test grant')).toContain('at most 50,000,000 VND');
    const between = noted(law, severed(law, '10000000'), 'Test grant');
    expect(between.filter((note) => /at (least|most)/.test(note))).toEqual([]);
  });

  test('may be months of another base, and the most goes before the least', () => {
    // Statutory base salary 2,340,000: at least 3 × 2,340,000 = 7,020,000; the most is below it.
    const limits = 'least: {base: statutoryBase, months: "3"}\nmost: {dong: "6000000"}';
    const crossed = lawWithDecree(TITLE, row(`base: monthlySalary\nterms:\n  - {rate: "0.5"}\n${limits}`));
    expect(grantOf(crossed, '10000000')).toMatchObject({ amount: '6000000' });
    const only = lawWithDecree(
      TITLE,
      row('base: monthlySalary\nterms:\n  - {rate: "0.5"}\nleast: {base: statutoryBase, months: "3"}'),
    );
    expect(grantOf(only, '10000000')).toMatchObject({ amount: '7020000' });
    expect(grantOf(only, '14040001')).toMatchObject({ amount: '7020001' });
  });

  test('that contradict each other are a defect', () => {
    const limits = (least: string, most: string): string[] => {
      const text = `base: monthlySalary\nterms:\n  - {rate: "2"}\nleast: {dong: "${least}"}\nmost: {dong: "${most}"}`;
      return checkScheme(lawWithDecree(TITLE, row(text)), 'nd178').map(({ code, message }) => `${code} ${message.en}`);
    };
    expect(limits('50000000', '50000000')).toEqual([]);
    expect(limits('50000001', '50000000')).toEqual([
      'empty-interval grant: the interval of dong (least 50000001, most 50000000) holds no value.',
    ]);
  });

  test('are seen by the comparison of two versions', () => {
    const [before, after] = [version(law, '2025-07-01'), version(law, '2026-01-01')];
    const boxes = diffOf(law, before, after).meaning.flatMap(({ benefits }) =>
      benefits.filter(({ benefit }) => benefit === 'grant').flatMap((one) => one.boxes),
    );
    expect(boxes).toEqual([
      {
        where: {},
        before: '0',
        after: 'min(max(2, 15000000 dong), 50000000 dong)',
        difference: '+min(max(2, 15000000 dong), 50000000 dong)',
      },
    ]);
  });
});

describe('a limit over the sum of the benefits', () => {
  const limit = (most: string, more = ''): string => `
id: limit
kind: total-limit
route: severance
most: [${most}]
${more}`;
  // 22 years: 0.8 × 60 = 48 months, 1.5 × 22 = 33 months, 3 months: 84 months in all.
  const months = (result: Result): [id: string, amount: string, reduced: string | undefined][] =>
    result.benefits.map(({ id, amount, reduced }) => [id, amount, reduced]);

  test.each([
    ['84', undefined, '30000000', '840000000'],
    // 83 months: 10,000,000 off the last line.
    ['83', '10000000', '20000000', '830000000'],
  ])('of %s months takes %s off the last line', (most, reduced, last, total) => {
    const result = severed(lawWithDecree(limit(`{base: monthlySalary, months: "${most}"}`)), '10000000');
    expect(months(result)).toEqual([
      ['severance-months', '480000000', undefined],
      ['severance-service', '330000000', undefined],
      ['job-search', last, reduced],
    ]);
    expect(result.total).toBe(total);
    expect(result.findings.filter(({ code }) => code === 'total-limited')).toHaveLength(reduced === undefined ? 0 : 1);
  });

  test('takes what is left off the line before, and a line may come to nothing; the lines add up to the total', () => {
    const law = lawWithDecree(limit('{base: monthlySalary, months: "60"}'));
    // 840,000,000 − 600,000,000 = 240,000,000: 30,000,000 off job search, 210,000,000 off service.
    const result = severed(law, '10000000');
    expect(months(result)).toEqual([
      ['severance-months', '480000000', undefined],
      ['severance-service', '120000000', '210000000'],
      ['job-search', '0', '30000000'],
    ]);
    expect(result.total).toBe('600000000');
    expect(result.benefits.at(-1)).toMatchObject({ formula: '3 × 10000000 − 30000000', months: '3' });
    expect(result.benefits.at(-1)?.cite.at(-1)).toMatchObject({ act: 'nd-178-2024', at: 'Điều 99 khoản 1' });
    expect(result.findings).toContainEqual({
      code: 'total-limited',
      severity: 'info',
      message:
        'The benefits come to 840000000 VND, more than the 600000000 VND they may come to: 240000000 VND come off, from the last line first.',
      cite: [expect.objectContaining({ at: 'Điều 99 khoản 1', amendedBy: 'nd-998-2026' })],
    });
    expect(noted(law, result, 'Limit over the sum')).toEqual([
      '60 months × current monthly salary = 600,000,000 VND; the lines come to 840,000,000 VND: 240,000,000 VND come off, from the last line first',
    ]);
    expect(checkScheme(law, 'nd178')).toEqual([]);
  });

  test('is the lowest of those that a rule states', () => {
    const law = lawWithDecree(limit('{base: monthlySalary, months: "60"}, {dong: "700000000"}'));
    expect(severed(law, '10000000').total).toBe('600000000');
    // 60 × 11,666,666 = 699,999,960; 60 × 11,666,667 = 700,000,020
    expect(severed(law, '11666666').total).toBe('699999960');
    expect(severed(law, '11666667').total).toBe('700000000');
  });

  test('may count some benefits and hold for some cases', () => {
    const more = 'benefits: [severance-service, job-search]\nwhen: {group: [civil-servant]}';
    const law = lawWithDecree(limit('{base: monthlySalary, months: "30"}', more));
    expect(months(severed(law, '10000000'))).toEqual([
      ['severance-months', '480000000', undefined],
      ['severance-service', '300000000', '30000000'],
      ['job-search', '0', '30000000'],
    ]);
    expect(severed(law, '10000000', { group: 'cadre' }).total).toBe('840000000');
  });

  test('is rounded as a line is', () => {
    // 60.33 × 7,654,321 = 461,785,185.93 → 461,785,186
    const law = lawWithDecree(limit('{base: monthlySalary, months: "60.33"}'));
    expect(severed(law, '7654321').total).toBe('461785186');
  });

  test('that is not verified refuses to pay where it holds, unless it is accepted', () => {
    const law = lawWithDecree(limit('{base: monthlySalary, months: "60"}', 'when: {group: [cadre]}\ncertainty: U'));
    const refused = severed(law, '10000000', { group: 'cadre' });
    expect([refused.outcome, refused.findings.map(({ code }) => code)]).toEqual([
      'refused',
      expect.arrayContaining(['unverified-provision']),
    ]);
    expect(severed(law, '10000000', { group: 'cadre', acceptUnverified: ['limit'] }).total).toBe('600000000');
    expect(severed(law, '10000000').total).toBe('840000000');
  });

  test('names a route and benefits that there are', () => {
    const told = (text: string): string[] =>
      checkScheme(lawWithDecree(text), 'nd178').map(({ code, message }) => `${code} ${message.en}`);
    expect(told(limit('{dong: "1"}', 'benefits: [job-serch]'))).toContain(
      'unknown-word limit: benefit "job-serch" is declared nowhere. Did you mean "job-search"?',
    );
    expect(told(limit('{dong: "1"}', 'benefits: [early-months]'))).toEqual([
      'unknown-word limit: benefit of severance "early-months" is declared nowhere.',
    ]);
    expect(told(limit('{dong: "1"}').replace('route: severance', 'route: severence'))).toContain(
      'unknown-word limit: route "severence" is declared nowhere. Did you mean "severance"?',
    );
  });

  test('is seen by the comparison of two versions', () => {
    const law = lawWithDecree(limit('{base: monthlySalary, months: "60"}, {dong: "9"}', 'when: {group: [cadre]}'));
    const diff = diffOf(law, version(law, '2025-07-01'), version(law, '2026-01-01'));
    expect(diff.meaning).toEqual([
      {
        route: 'severance',
        entitlement: [],
        benefits: [],
        limits: [{ where: { group: ['cadre'] }, before: 'none', after: 'min(60 × monthlySalary, 9 dong)' }],
      },
    ]);
  });
});
