import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAsOf, anyCase, anyInterpretations } from './arbitrary.ts';
import { cellName, cellOf, LAWFUL_CELLS } from './cells.ts';
import { GROUPS } from './law.ts';
import { oracle } from './nd178.ts';
import { READINGS } from './readings.ts';

/** The generated cases reach all of the law. */

const SAMPLES = 5000;
const cases = fc.sample(anyCase, { seed: 178, numRuns: SAMPLES });
const results = cases.map((c) => ({ c, result: oracle(c) }));

function count(values: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

describe('the generated cases', () => {
  it('are mostly paid, and show every outcome', () => {
    const outcomes = count(results.map(({ result }) => result.outcome));
    const share = (name: string): number => (outcomes.get(name) ?? 0) / SAMPLES;
    expect(share('paid')).toBeGreaterThan(0.65);
    expect(share('nothing')).toBeGreaterThan(0.04);
    expect(share('refused')).toBeGreaterThan(0.02);
    expect(share('invalid')).toBeGreaterThan(0.05);
    expect(share('invalid')).toBeLessThan(0.18);
  });

  it('fill every box in which the law pays', () => {
    const counts = count(
      results.map(({ c, result }) => {
        const cell = cellOf(c, result);
        return cell && cellName(cell);
      }),
    );
    const thin = LAWFUL_CELLS.map(cellName).filter((name) => (counts.get(name) ?? 0) < 5);
    expect(thin).toEqual([]);
    expect([...counts.keys()].sort()).toEqual(LAWFUL_CELLS.map(cellName).sort());
  });

  it('are paid under every version and to every group', () => {
    const paid = results.filter(({ result }) => result.outcome === 'paid');
    const versions = count(paid.map(({ result }) => result.version));
    const groups = count(paid.map(({ c }) => c.person.group));
    expect([...versions.keys()].sort()).toEqual(['2025-01-01', '2025-03-15', '2025-07-01', '2026-07-01']);
    expect([...groups.keys()].sort()).toEqual([...GROUPS.keys()].sort());
    expect(Math.min(...versions.values(), ...groups.values())).toBeGreaterThan(100);
  });

  it.each([
    ...[1, 22, 23, 24, 25, 59, 60, 61, 119, 120, 121].map((m) => ['monthsEarly', m] as const),
    ...['14.5', '15', '15.5', '19.5', '20', '20.5'].map((y) => ['serviceYears', y] as const),
    ...[59, 60].map((n) => ['severanceMonths', n] as const),
  ])('stand at the threshold %s = %s', (measure, value) => {
    expect(results.filter(({ result }) => result.measures?.[measure] === value).length).toBeGreaterThan(10);
  });

  it.each(Object.entries(READINGS).flatMap(([id, options]) => options.slice(1).map((option) => [id, option])))(
    'depend on the reading %s=%s',
    (id = '', option = '') => {
      const differ = cases.filter((c, i) => {
        const other = oracle(c, { interpretations: { [id]: option } });
        return JSON.stringify(other) !== JSON.stringify(results[i]?.result);
      });
      expect(differ.length).toBeGreaterThan(20);
    },
  );

  it('never stop the oracle, and the total is the sum of the lines', () => {
    const anyRun = fc.tuple(anyCase, anyInterpretations, anyAsOf);
    const check = ([c, interpretations, asOf]: [...Parameters<typeof run>]): void => run(c, interpretations, asOf);
    fc.assert(fc.property(anyRun, check), { seed: 67, numRuns: 3000 });
  });
});

function run(c: Parameters<typeof oracle>[0], interpretations: Record<string, string>, asOf: string | undefined): void {
  const result = oracle(c, { interpretations, ...(asOf === undefined ? {} : { asOf }) });
  expect(result.total !== undefined).toBe(result.outcome === 'paid');
  if (result.outcome !== 'paid') return;
  const total = (result.benefits ?? []).reduce((so, { amount }) => so + BigInt(amount), 0n);
  expect(result.total).toBe(String(total));
  expect(total > 0n).toBe(true);
}
