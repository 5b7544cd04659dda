import { describe, expect, test } from 'vitest';
import { calculate, type CalculateOptions } from '../../../src/index.ts';

/** A base or a quantity that a paying row needs and the case does not give is told with its key, never taken as 0. */

const PERSON = { sex: 'male', birth: '1985-02', group: 'civil-servant' };
const PART_TIME = { sex: 'male', birth: '1968-11', group: 'commune-part-time' };
const CADRE = {
  person: { sex: 'male', birth: '1967-02', group: 'cadre' },
  leaving: { route: 'early-retirement', date: '2025-08-01', impact: 're-election' },
  insurance: { years: 26, months: 4 },
  salary: { monthly: '10000000' },
};
const TRAINED = {
  law: 'nd154',
  person: PERSON,
  leaving: { route: 'severance-after-training', date: '2026-01-01' },
  insurance: { years: 12 },
  salary: { monthly: '10000000' },
};

function issues(one: unknown, options: CalculateOptions = {}): string[] {
  const found = calculate(one, { lang: 'en', ...options });
  return found.ok
    ? [found.value.outcome]
    : found.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

describe('what a row needs and the case does not give', () => {
  test.each([
    [
      'the average salary',
      { ...TRAINED, law: 'nd29', leaving: { route: 'severance', date: '2024-01-01' } },
      'salary.average',
    ],
    ['the months of training', { ...TRAINED, training: { fee: '1000000' } }, 'training.months'],
    ['the fee', { ...TRAINED, training: { months: 3 } }, 'training.fee'],
    [
      'the end of the term',
      {
        ...TRAINED,
        law: 'nd178-11',
        leaving: { route: 'auto', date: '2026-01-01' },
        salary: { coefficient: '4', positionAllowance: '0.5' },
      },
      'post.termEnds',
    ],
    [
      'the time of part-time work',
      {
        law: 'nd154',
        person: PART_TIME,
        leaving: { route: 'auto', date: '2026-01-01' },
        insurance: { years: 5 },
        salary: { allowance: '4000000' },
      },
      'work.years',
    ],
  ])('%s', (_what, one, key) => {
    const told = issues(one);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`needed-by-benefit ${key}: Missing `);
    expect(told[0]).toContain(`(${key})`);
    expect(told[0]).toMatch(new RegExp(`Give ${key.replace('.', '\\.')}\\.$`));
  });

  test('both together, each once', () => {
    expect(issues(TRAINED).map((text) => text.split(':')[0])).toEqual([
      'needed-by-benefit training.months',
      'needed-by-benefit training.fee',
    ]);
  });

  test('what was paid before, where it is raised', () => {
    const told = issues({ ...CADRE, settled: { scheme: 'nd177' } });
    expect(told).toEqual([
      'missing settled.amount: Missing Amount already paid (settled.amount). Give settled.amount.',
    ]);
  });
});

describe('an earlier settlement', () => {
  test('that no rule raises is a warning that names it', () => {
    const found = calculate(
      { ...CADRE, settled: { scheme: 'nd170', amount: '50000000' } },
      { lang: 'en', scheme: 'nd178' },
    );
    const told = found.ok ? found.value.findings.find(({ code }) => code === 'already-settled') : undefined;
    expect(told).toMatchObject({ severity: 'warning' });
    expect(told?.message).toContain('Voluntary resignation of civil servants, Decree 170/2025/NĐ-CP');
    expect(found.ok && found.value.raise).toBeUndefined();
  });

  test('that is raised tells both amounts', () => {
    const found = calculate(
      { ...CADRE, settled: { scheme: 'nd177', amount: '100000000' } },
      { lang: 'en', scheme: 'nd178' },
    );
    const due = found.ok ? found.value.raise?.due : undefined;
    expect(found.ok && found.value.findings.find(({ code }) => code === 'raised')?.message).toBe(
      `Already paid 100000000 VND under "Not re-elected or reappointed, Decree 177/2024/NĐ-CP"; ${due} VND still due.`,
    );
  });
});

describe('the pension, for information', () => {
  const asked = (one: unknown): unknown => {
    const found = calculate(one, { scheme: 'nd178', pension: true });
    return found.ok ? found.value.pension : found.issues;
  };

  test('stands only where the person is entitled to one', () => {
    const severed = { ...CADRE, leaving: { ...CADRE.leaving, impact: 'direct', reorganisation: '2025-03-01' } };
    expect(asked({ ...severed, insurance: { years: 10 } })).toBeUndefined();
    expect(asked({ ...severed, insurance: { years: 20 } })).toMatchObject({ years: '20', rate: '45%' });
  });

  test('has amounts only where the average is given, and the cut only where it is accepted', () => {
    expect(asked({ ...CADRE, insurance: { years: 37 } })).toEqual(
      expect.not.objectContaining({ monthly: expect.anything() as unknown, cutRate: expect.anything() as unknown }),
    );
    const salary = { ...CADRE.salary, average: '9000000' };
    // 75 %; two years above 35: half a month each
    expect(asked({ ...CADRE, insurance: { years: 37 }, salary })).toMatchObject({
      rate: '75%',
      monthly: '6750000',
      oneOff: { years: '2', months: '1', amount: '9000000' },
    });
  });
});
