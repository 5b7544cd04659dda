import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretationsOf, neighbourCase, SCHEME_IDS } from '../../support/population-neighbours.ts';
import { neighbour, type NeighbourResult, SCHEMES } from './neighbours.ts';
import type { OracleCase } from './types.ts';

/** The generated cases reach all of the neighbouring acts. */

const SAMPLES = 3000;

const drawn = new Map<string, { c: OracleCase; result: NeighbourResult }[]>();

function sampled(id: string): { c: OracleCase; result: NeighbourResult }[] {
  const there = drawn.get(id);
  if (there) return there;
  const cases = fc.sample(neighbourCase(id), { seed: 29, numRuns: SAMPLES });
  const all = cases.map((c) => ({ c, result: neighbour(id, c) }));
  drawn.set(id, all);
  return all;
}

function counts(values: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

/** Every benefit of every scheme. */
const BENEFITS: Readonly<Record<string, readonly string[]>> = {
  nd154: [
    'early-years, service',
    'job-search, severance-service',
    'training-salary, training-fee, training-job-search, training-service',
    'transfer-support, transfer-service',
    'allowance-months, allowance-years, allowance-support',
    'allowance-at-age',
  ],
  nd29: ['early-years, service', 'job-search, severance-service'],
  nd177: ['early-years, service', 'severance-service'],
  'nd177-4': ['waiting-salary', 'waiting-salary, waiting-salary'],
  nq07: [
    'past-age',
    'early-months',
    'early-months, early-years',
    'early-months, early-years, service',
    'severance-months, severance-service',
  ],
  nd170: ['resignation-support, resignation-service', 'resignation-support', 'resignation-service'],
  nd338: ['early-years, service', 'demobilisation-job, demobilisation-service', 'severance-service'],
  'nd178-11': ['retained-leadership'],
  'nd178-12': ['secondment-commune', 'secondment-province'],
};

/** Groups that an act names and whose amounts nobody has seen. */
const UNSEEN: readonly string[] = ['association-off-quota'];

/** How many of the cases that are paid or not say a measure of that value. */
function standing(all: readonly { result: NeighbourResult }[], measure: string, value: number | string): number {
  return all.filter(({ result }) => result.measures?.[measure] === value).length;
}

describe('the generated cases stand at the thresholds', () => {
  it.each([
    ...[0, 1, 23, 24, 59, 60, 61].map((m) => ['nd154', 'monthsEarly', m] as const),
    ...[23, 24, 59, 60, 61, 119, 120, 121].map((m) => ['nd29', 'monthsEarly', m] as const),
    ...[1, 2, 24, 59, 60, 61].map((m) => ['nd177', 'monthsEarly', m] as const),
    ...[1, 6, 7, 22, 23, 24].map((m) => ['nd177-4', 'monthsEarly', m] as const),
    ...[1, 2, 23, 24, 27, 30, 31].map((m) => ['nd338', 'monthsEarly', m] as const),
    ...[0, 1, 14, 15, 16, 32, 33, 34].map((m) => ['nq07', 'monthsPast', m] as const),
    ...['14.5', '15', '15.5', '19.5', '20', '20.5'].flatMap((years) =>
      ['nd154', 'nd29', 'nd177', 'nd338'].map((id) => [id, 'serviceYears', years] as const),
    ),
    ...['0', '0.5', '1', '1.5'].map((years) => ['nd170', 'serviceYears', years] as const),
  ])('%s: %s = %s', (id, measure, value) => {
    expect(standing(sampled(id), measure, value)).toBeGreaterThan(3);
  });

  it.each([
    ['nd154', ['2025-06-15', '2025-06-16', '2025-06-30', '2025-07-01', '2026-05-31', '2026-06-01', '2026-07-01']],
    ['nd154', ['2026-07-31', '2026-08-01', '2030-12-31', '2031-01-01']],
    ['nd29', ['2023-07-19', '2023-07-20', '2023-08-01', '2024-07-31', '2024-08-01', '2025-06-15', '2025-06-16']],
    ['nd177', ['2025-01-01', '2025-03-14', '2025-03-15', '2025-06-30', '2025-07-01']],
    ['nd177-4', ['2025-01-01', '2026-06-30', '2026-07-01']],
    ['nq07', ['2025-09-16', '2025-09-17', '2025-09-18']],
    ['nd170', ['2025-06-30', '2025-07-01', '2026-07-31', '2026-08-01', '2026-08-02']],
    ['nd338', ['2025-09-01', '2025-09-02', '2025-12-31', '2026-07-01', '2026-08-31', '2026-09-01', '2026-09-02']],
    ['nd178-11', ['2025-01-01', '2026-06-30', '2026-07-01']],
  ] as const)('%s: leaving on %j', (id, dates) => {
    const all = sampled(id);
    for (const date of dates) expect(all.filter(({ c }) => c.leaving.date === date).length, date).toBeGreaterThan(3);
  });
});

describe.each(SCHEME_IDS)('the generated cases of %s', (id) => {
  const all = sampled(id);

  it('show every outcome', () => {
    const outcomes = counts(all.map(({ result }) => result.outcome));
    expect(outcomes.get('paid')).toBeGreaterThan(SAMPLES * 0.3);
    for (const outcome of ['refused', 'invalid']) expect(outcomes.get(outcome)).toBeGreaterThan(10);
  });

  it('are paid every benefit, to every group', () => {
    const paid = all.filter(({ result }) => result.outcome === 'paid');
    const lines = counts(paid.map(({ result }) => (result.benefits ?? []).map((line) => line.id).join(', ')));
    for (const benefit of BENEFITS[id] ?? []) expect(lines.get(benefit), benefit).toBeGreaterThan(20);
    const groups = counts(paid.map(({ c }) => c.person.group));
    const scheme = SCHEMES.get(id);
    // Some groups are there to be turned away by name.
    const payable = ([group]: [string, string]): boolean =>
      !UNSEEN.includes(group) && scheme?.refuses?.({ person: { group } } as OracleCase) === undefined;
    expect([...groups.keys()].sort()).toEqual(
      [...(scheme?.groups ?? [])]
        .filter(payable)
        .map(([group]) => group)
        .sort(),
    );
  });

  it('depend on every reading', () => {
    const questions = Object.entries(SCHEMES.get(id)?.readings ?? {});
    for (const [question, options] of questions) {
      const differ = all.filter(({ c, result }) => {
        const other = neighbour(id, c, { interpretations: { [question]: options[1] ?? '' } });
        return JSON.stringify(other) !== JSON.stringify(result);
      });
      expect(differ.length, question).toBeGreaterThan(10);
    }
  });

  it('give lines that add up', () => {
    fc.assert(
      fc.property(neighbourCase(id), interpretationsOf(id), (c, interpretations) => {
        const { outcome, benefits = [], total = '0' } = neighbour(id, c, { interpretations });
        expect(BigInt(total) > 0n).toBe(outcome === 'paid');
        expect(String(benefits.reduce((so, { amount }) => so + BigInt(amount), 0n))).toBe(total);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
