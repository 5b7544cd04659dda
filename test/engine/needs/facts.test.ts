import { describe, expect, test } from 'vitest';
import { calculate, type CalculateOptions } from '../../../src/index.ts';
import type { Provision } from '../../../src/law/provision.ts';
import { lawWith } from '../../support/altered.ts';

/** What a rule may ask of a case: each fact is what the case states or what follows from it. */

const ONE = {
  person: { sex: 'male', birth: '1968-01', group: 'civil-servant' },
  leaving: { route: 'auto', date: '2025-05-20', impact: 'direct', reorganisation: '2025-03-30' },
  insurance: { years: 30 },
  salary: { monthly: '10000000' },
};

function told(change: object, options: CalculateOptions): string[] {
  const found = calculate({ ...ONE, ...change }, { scheme: 'nd178', lang: 'en', ...options });
  if (found.ok) return found.value.findings.map(({ code }) => code);
  return found.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

/** Of each case in turn: for which of the conditions a remark is made of it. */
function remarked(conditions: readonly object[], changes: readonly object[]): boolean[][] {
  const words = { vi: 'thử', en: 'test' };
  const head = { kind: 'notice', at: 'Điều 1', certainty: 'A', severity: 'info', message: words };
  const notices = conditions.map((when, at) => ({ ...head, id: `notice.${at}`, code: `asked-${at}`, when }));
  const law = lawWith({}, notices as unknown as Provision[]);
  return changes.map((change) => {
    const codes = told(change, { law });
    return notices.map(({ code }) => codes.includes(code));
  });
}

const leaving = (more: object): object => ({ leaving: { ...ONE.leaving, ...more } });

describe('whether the case gives', () => {
  test.each([
    ['leaving.reorganisation', {}, leaving({ reorganisation: null, impact: 're-election' })],
    ['leaving.decided', leaving({ decided: '2025-04-01' }), {}],
    ['insurance.hazardous', { insurance: { years: 30, hazardous: { years: 15 } } }, {}],
    ['salary.contract', { salary: { contract: '10000000' } }, {}],
    ['settled.scheme', { settled: { scheme: 'nd177', amount: '100000' } }, {}],
    [
      'settled.date',
      { settled: { scheme: 'nd177', amount: '100000', date: '2025-02-01' } },
      { settled: { scheme: 'nd177' } },
    ],
  ])('%s', (key, given, lacking) => {
    const asked = [true, false].map((wanted) => ({ given: { [key]: wanted } }));
    expect(remarked(asked, [given, lacking])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

test('the time since the reorganisation is counted in months of the calendar, and not known without its day', () => {
  const months = [2, 0, -1, 12];
  const asked = [
    ...months.map((atLeast) => ({ monthsAfterReorganisation: { atLeast, upTo: atLeast } })),
    { monthsAfterReorganisation: { atLeast: -1 } },
  ];
  const days = ['2025-03-30', '2025-05-20', '2025-05-21', '2024-05-20'];
  const known = remarked(
    asked,
    days.map((reorganisation) => leaving({ reorganisation })),
  );
  expect(known).toEqual(months.map((_, at) => [...months.map((_other, other) => other === at), true]));
  const none = leaving({ reorganisation: null, impact: 're-election' });
  expect(remarked(asked, [none])).toEqual([Array(5).fill(false)]);
});

test('who leaves where no clock runs stands in no window', () => {
  const windows = ['first-12-months', 'from-month-13', 'none'].map((window) => ({ window: [window] }));
  const cases = [{}, leaving({ reorganisation: '2024-03-30' }), leaving({ impact: 're-election' })];
  expect(remarked(windows, cases)).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ]);
});

test('a clock that looks at the decision asks for its day', () => {
  const late = leaving({ reorganisation: '2024-03-30' });
  expect(told(late, { interpretations: { 'window-event': 'decision' } })).toEqual([
    'decision-missing leaving.decided: The day of the decision is missing; the chosen reading counts by it. Give leaving.decided.',
  ]);
});

test('the last month of a term counts where the law says so, and not where it drops it', () => {
  const one = {
    leaving: { route: 'auto', date: '2026-01-15' },
    salary: { coefficient: '4', positionAllowance: '0.5' },
    post: { termEnds: '2026-12-31' },
  };
  const months = (law = lawWith({})): unknown => {
    const found = calculate({ ...ONE, ...one }, { scheme: 'nd178-11', law });
    return found.ok && found.value.measures?.termMonths;
  };
  expect([months(), months(lawWith({ 'term-months': { lastMonth: 'dropped' } }))]).toEqual([12, 11]);
});

test('who was past the age before the tables begin is so from their first month on', () => {
  const person = { ...ONE.person, birth: '1964-01', group: 'cadre' };
  const ages = [{ year: 2026, male: '61-06', female: '57-00' }];
  const covers = { male: '1965-01', female: '1970-01' };
  const law = lawWith({
    'retirement-age.normal': { ages, coversBirthsFrom: covers },
    'notice.after-payment-day': null,
  });
  const at = (date: string): string | undefined =>
    told({ person, leaving: { route: 'auto', date } }, { scheme: 'nq07', law })[0]?.split(':')[0];
  expect([at('2025-12-31'), at('2026-01-01'), at('2026-02-01')]).toEqual([
    'birth-not-covered person.birth',
    'not-past-age',
    'past-before-tables',
  ]);
});

describe('a law without a rule for what every case needs is a defect that names it', () => {
  const nobody = { when: { group: ['cipher'] } };
  test.each([
    ['severance-months', 'severance months', {}, 'nd178'],
    ['months-early.mid-month.month', 'months early', {}, 'nd178'],
    ['pension-time', 'the insurance time of a pension', {}, 'nd178'],
    ['odd-months.early', 'yearsEarly', {}, 'nd178'],
    ['term-months', 'the months to the end of the term', { post: { termEnds: '2026-12-31' } }, 'nd178-11'],
  ])('%s', (id, what, change, scheme) => {
    const law = lawWith({ [id]: nobody });
    expect(told(change, { scheme, law })).toEqual([`rule-defect rules: Defect in a rule file: no rule for ${what}`]);
  });

  test('and so are ages that it does not have for a schedule of its groups', () => {
    const law = lawWith({ 'retirement-age.reduced': null });
    expect(told({ age: { schedule: 'reduced' } }, { law })).toEqual([
      'rule-defect rules: Defect in a rule file: no rule for the retirement age of schedule reduced',
    ]);
  });

  test('and so are odd months that it makes a part of a year too fine to hold', () => {
    const law = lawWith({ 'odd-months.early': { bands: [{ atLeast: 1, years: '0.125' }] } });
    expect(told({}, { law })).toEqual([
      'rule-defect rules: Defect in a rule file: odd-months.early: years out of range',
    ]);
  });
});
