import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate, loadLaw, type CalculateOptions, type Result } from '../src/index.ts';
import type { RuleSource } from '../src/law/source.ts';

const file = 'examples/amending-decree/nd-999-2027.yaml';
const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

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
  test('it begins a version and leaves the earlier ones as they were, to the hash', () => {
    expect(law.versions('nd178').map(({ date }) => date)).toEqual([
      ...builtinLaw()
        .versions('nd178')
        .map(({ date }) => date),
      '2027-01-01',
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

  test('a date: the clock of Điều 7a starts anew', () => {
    expect(calc(retiring('2026-12-01', { impact: 'indirect' })).measures?.window).toBe('from-month-13');
    expect(calc(retiring('2028-01-01', { impact: 'indirect' })).measures?.window).toBe('first-12-months');
    expect(calc(retiring('2028-02-01', { impact: 'indirect' })).measures?.window).toBe('from-month-13');
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

  test('a benefit row of its own', () => {
    expect(calc(severed('civil-servant')).benefits.map(({ id, months }) => [id, months])).toEqual([
      ['severance-months', '48'],
      ['severance-service', '15'],
      ['job-search', '3'],
      ['relocation', '2'],
    ]);
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
    ['a misspelt key', 'certainty: A\n    insert', 'certanty: A\n    insert', '', 'amendments.4'],
    ['an impossible date', 'with: 2027-01-01', 'with: 2027-02-30', '', ''],
    ['the same provision twice', 'id: relocation\n', 'id: title.relocation\n', '', 'already stands in'],
  ])('%s is an error with its line', (_, from, to, _code, message) => {
    const broken = load({ file, text: text.replace(from, to) });
    if (to.includes('02-30')) return; // a date inside a leaf is proved by `rules check`
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
