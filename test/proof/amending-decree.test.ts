import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calculation } from '../../src/engine/calculate.ts';
import { explain } from '../../src/explanation/explanation.ts';
import { checkScheme } from '../../src/lawbook/check/check.ts';
import { builtinLaw, calculate, loadLaw, type CalculateOptions, type Result } from '../../src/index.ts';
import type { RuleSource } from '../../src/law/source.ts';

const file = 'examples/amending-decree/nd-999-2027.yaml';
const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

function load(source: RuleSource): ReturnType<typeof loadLaw> {
  return loadLaw([source], { lang: 'en' });
}

const loaded = load({ file, text });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
const { law, place } = loaded.value;

function calc(one: unknown, options: CalculateOptions = { law }): Result {
  const result = calculate(one, { scheme: 'nd178', lang: 'en', ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const person = { sex: 'male', birth: '1968-01', group: 'public-employee' };
const salary = { monthly: '10000000' };
const retiring = (date: string, more: object = {}): unknown => ({
  person,
  leaving: { route: 'early-retirement', date, reorganisation: '2025-12-01', ...more },
  insurance: { years: 34 },
  salary,
});
const severed = (group: string, birth = '1985-01'): unknown => ({
  person: { sex: 'male', birth, group },
  leaving: { route: 'severance', date: '2027-01-01', reorganisation: '2026-12-01' },
  insurance: { years: 10 },
  salary,
});

describe('a new amending decree is one file', () => {
  test('it is whole', () => {
    expect(checkScheme(law, 'nd178')).toEqual([]);
  });

  test('it begins versions and leaves the earlier ones as they were, to the hash', () => {
    expect(law.versions('nd178').map(({ date }) => date)).toEqual([
      ...builtinLaw()
        .versions('nd178')
        .map(({ date }) => date),
      '2027-01-01',
      '2027-07-01',
      '2028-01-01',
    ]);
    for (const { date } of builtinLaw().versions('nd178')) {
      const [ours, theirs] = [law.at('nd178', date), builtinLaw().at('nd178', date)];
      expect(ours.ok && ours.value.hash).toBe(theirs.ok && theirs.value.hash);
    }
  });

  test('a rate: 0.6 from month 13, for who leaves from the day it applies', () => {
    expect(calc(retiring('2026-12-31')).benefits[0]).toMatchObject({ id: 'early-months', months: '19' });
    const after = calc(retiring('2027-01-01'));
    expect(after.law).toMatchObject({ version: '2027-01-01', acts: expect.arrayContaining(['nd-999-2027']) });
    expect(after.benefits[0]).toMatchObject({
      months: '22.2',
      cite: [
        { act: 'nd-178-2024', at: 'Điều 7 khoản 1 điểm b', amendedBy: 'nd-999-2027', amendedAt: 'Điều 1 khoản 1' },
      ],
    });
  });

  test('a tier: 4 + 0.5 × 19 + 0.5 × 4', () => {
    const find = (date: string): string | undefined =>
      calc(retiring(date)).benefits.find(({ id }) => id === 'service')?.months;
    expect(find('2026-12-01')).toBe('13.5');
    expect(find('2027-01-01')).toBe('15.5');
  });

  test('a clock: 18 months of Điều 7a from the later of two days', () => {
    const window = (date: string, reorganisation?: string): string | undefined =>
      calc(retiring(date, { impact: 'indirect', ...(reorganisation === undefined ? {} : { reorganisation }) })).measures
        ?.window;
    expect(window('2026-12-01')).toBe('from-month-13');
    // Reorganised before the decree: 18 months from 2027-01-01 end on 2028-07-01.
    expect([window('2028-07-01'), window('2028-07-02')]).toEqual(['first-12-months', 'from-month-13']);
    // Reorganised on 2027-03-01: 18 months end on 2028-09-01.
    expect([window('2028-09-01', '2027-03-01'), window('2028-09-02', '2027-03-01')]).toEqual([
      'first-12-months',
      'from-month-13',
    ]);
    const worked = calculation(retiring('2028-07-01', { impact: 'indirect' }), { law, scheme: 'nd178', lang: 'vi' });
    if (!worked.ok || 'refused' in worked.value) throw new Error('not worked');
    const told = JSON.stringify(explain(worked.value, { law, lang: 'vi' }));
    expect(told).toContain(
      'thời hạn 18 tháng từ 01/01/2027 đến hết 01/07/2028; ngày nghỉ 01/07/2028 ≤ 01/07/2028: trong 18 tháng đầu',
    );
    expect(told).not.toContain('12 tháng đầu');
  });

  test('a threshold: severance from 12 months before the age', () => {
    // age reached 2028-05 (1966-05 + 62 years), pension 2028-06: 17 months early
    expect(calc(severed('public-employee', '1966-05')).outcome).toBe('paid');
    expect(calc(severed('public-employee', '1966-05'), {}).outcome).toBe('nothing');
    expect(calc(severed('public-employee', '1966-03')).measures?.monthsEarly).toBe(12);
    expect(calc(severed('public-employee', '1966-03')).outcome).toBe('paid');
    expect(calc(severed('public-employee', '1966-02')).measures?.monthsEarly).toBe(11);
    expect(calc(severed('public-employee', '1966-02')).outcome).toBe('nothing');
  });

  test('a benefit with a least and a most in đồng, and one in đồng', () => {
    const lines = (group: string, monthly = '10000000'): unknown[] =>
      calc({ ...(severed(group) as object), salary: { monthly } }).benefits.map(({ id, months, amount }) => [
        id,
        months,
        amount,
      ]);
    expect(lines('civil-servant')).toEqual([
      ['severance-months', '48', '480000000'],
      ['severance-service', '15', '150000000'],
      ['job-search', '3', '30000000'],
      ['relocation', '2', '20000000'],
      // 5,000,000 + 10 × 300,000
      ['training-grant', '0', '8000000'],
    ]);
    expect(lines('civil-servant', '7000000')[3]).toEqual(['relocation', '2', '15000000']);
    expect(lines('civil-servant', '25000001')[3]).toEqual(['relocation', '2', '50000000']);
  });

  test('for everybody but one group', () => {
    const ids = (group: string): string[] => calc(severed(group)).benefits.map(({ id }) => id);
    expect(ids('public-employee')).toContain('relocation');
    expect(ids('contract-worker')).not.toContain('relocation');
    expect(ids('contract-worker')).toContain('training-grant');
  });

  test('a limit over the sum: 22.2 + 17.5 + 15.5 = 55.2 months, at most 50', () => {
    const found = calc(retiring('2027-01-01'));
    expect(found.benefits.map(({ id, amount, reduced }) => [id, amount, reduced])).toEqual([
      ['early-months', '222000000', undefined],
      ['early-years', '175000000', undefined],
      // 15.5 months less 5.2
      ['service', '103000000', '52000000'],
    ]);
    expect(found.total).toBe('500000000');
    expect(found.findings.map(({ code }) => code)).toContain('total-limited');
    // On a salary of 50 million the limit in đồng is the lower one: 55.2 × 50,000,000 > 2,000,000,000 < 50 × 50,000,000.
    expect(calc({ ...(retiring('2027-01-01') as object), salary: { monthly: '50000000' } }).total).toBe('2000000000');
    expect(calc(retiring('2026-12-31')).findings.map(({ code }) => code)).not.toContain('total-limited');
  });

  test('a change for half a year: 4 months of job search, then 3 again', () => {
    const search = (date: string): string | undefined =>
      calc({
        ...(severed('civil-servant') as object),
        leaving: { route: 'severance', date, reorganisation: '2026-12-01' },
      }).benefits.find(({ id }) => id === 'job-search')?.months;
    expect(['2027-06-30', '2027-07-01', '2027-12-31', '2028-01-01'].map(search)).toEqual(['3', '4', '4', '3']);
  });

  test('a transition: who left in the last quarter of 2026 for less is topped up', () => {
    const long = { reorganisation: '2025-06-01' };
    const topUp = (date: string): string | undefined => calc(retiring(date, long)).topUp?.amount;
    // Leaving 2026-12-01, 38 months early: 0.5 × 38 + 5 × 3.5 + 13.5 = 50 months; under the decree 0.6 × 38 + 17.5 + 15.5 = 55.8, at most 50.
    expect(topUp('2026-12-01')).toBe('0');
    expect([topUp('2026-09-30'), topUp('2027-01-01')]).toEqual([undefined, undefined]);
    const short = { ...(retiring('2026-12-01', long) as object), insurance: { years: 20 } };
    // 19 + 17.5 + (4 + 0.5 × 5) = 43; 22.8 + 17.5 + 6.5 = 46.8: 3.8 months more.
    expect(calc(short).topUp).toMatchObject({ version: '2027-01-01', total: '468000000', amount: '38000000' });
  });

  test('a subject group, unknown before', () => {
    const result = calc(severed('data-officer'));
    expect(result.outcome).toBe('paid');
    expect(result.benefits[0]?.cite[0]).toMatchObject({ act: 'nd-178-2024', at: 'Điều 9', amendedBy: 'nd-999-2027' });
    const before = calculate(severed('data-officer'), { scheme: 'nd178', law, asOf: '2026-12-31', lang: 'en' });
    expect(before.ok ? [] : before.issues.map(({ code, message }) => [code, message.includes('2027-01-01')])).toEqual([
      ['group-not-covered', true],
    ]);
  });

  test('its provisions are found by file and line', () => {
    const found = place('nd-999-2027', 'relocation');
    expect(
      text
        .split('\n')
        .slice((found?.line ?? 0) - 1, (found?.line ?? 0) + 6)
        .join('\n'),
    ).toContain('id: relocation');
  });

  test.each([
    [
      'a quote that does not stand there',
      'expect: "0.5"',
      'expect: "0.7"',
      'different-text',
      'expects "0.7" but finds "0.5"',
    ],
    [
      'a wrong address',
      'at: Điều 7 khoản 1 điểm b, leaf',
      'at: Điều 7 khoản 1 điểm c, leaf',
      '',
      'stands at Điều 7 khoản 1 điểm b',
    ],
    [
      'a missing target',
      'provision: early-months.after.24-to-60',
      'provision: early-months.after.24-to-61',
      '',
      'has no provision',
    ],
    [
      'an unknown act',
      'replace: {act: nd-178-2024, provision: clock.7a',
      'replace: {act: nd-777-2024, provision: clock.7a',
      '',
      'not among the acts',
    ],
    ['a float instead of a quoted decimal', '- {rate: "2"}', '- {rate: 2.5}', '', 'terms.0.rate'],
    ['an unknown word of the vocabulary', 'base: monthlySalary', 'base: dailySalary', '', 'base'],
    ['a misspelt key', 'certainty: A\n    insert', 'certanty: A\n    insert', '', 'amendments.6'],
    [
      'an impossible date',
      'with: {later: [leaving.reorganisation, 2027-01-01]}',
      'with: {later: [leaving.reorganisation, 2027-02-30]}',
      '',
      'clock.7a is no longer valid at starts.later.1: not an existing date YYYY-MM-DD',
    ],
    ['a month count as text', 'with: 18', 'with: "18"', '', 'clock.7a is no longer valid at months'],
    ['a last day before the first', 'until: 2027-12-31', 'until: 2027-06-30', '', 'so it never holds'],
    ['the same provision twice', 'id: relocation\n', 'id: title.relocation\n', '', 'already stands in'],
  ])('%s is an error with its line', (_, from, to, _code, message) => {
    const broken = load({ file, text: text.replace(from, to) });
    expect(broken.ok).toBe(false);
    if (broken.ok) return;
    expect(broken.issues[0]?.path).toMatch(new RegExp(`^${file}:\\d+$`));
    expect(broken.issues.map((one) => one.message).join('\n')).toContain(message);
  });

  test('two acts that set one leaf on one day are an error that names both', () => {
    const twin = text.replaceAll('nd-999-2027', 'nd-998-2027');
    const both = loadLaw(
      [
        { file: 'a.yaml', text },
        { file: 'b.yaml', text: twin },
      ],
      { lang: 'en' },
    );
    const messages = both.ok ? '' : both.issues.map((one) => one.message).join('\n');
    expect(messages).toContain('nd-998-2027');
    expect(messages).toContain('nd-999-2027');
  });
});
