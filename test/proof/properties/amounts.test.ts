import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate, type Result } from '../../../src/index.ts';
import { Decimal } from '../../../src/base/decimal.ts';
import { anyInterpretations, soundCase } from '../oracle/arbitrary.ts';
import type { OracleCase } from '../oracle/types.ts';
import { runs } from '../../support/effort.ts';
import { duration } from '../../support/person.ts';

/** Laws of arithmetic that hold whatever the decree says. */

const RUNS = { numRuns: runs(1000), seed: 178 };

function resultOf(one: unknown, interpretations: Record<string, string> = {}): Result | undefined {
  const found = calculate(one, { scheme: 'nd178', interpretations });
  return found.ok ? found.value : undefined;
}

function rows(result: Result): string {
  return [result.law.version, result.outcome, ...result.benefits.map((line) => line.row)].join();
}

describe('amounts', () => {
  test('scale exactly with a monthly salary of whole thousands', () => {
    const thousands = fc.integer({ min: 1, max: 200_000 });
    fc.assert(
      fc.property(soundCase, anyInterpretations, thousands, fc.integer({ min: 2, max: 9 }), (one, readings, n, k) => {
        const at = (salary: number): Result | undefined =>
          resultOf({ ...one, salary: { monthly: String(salary) } }, readings);
        const [single, many] = [at(n * 1000), at(k * n * 1000)];
        expect(single === undefined).toBe(many === undefined);
        if (!single || !many) return;
        expect(many.total).toBe(String(BigInt(single.total) * BigInt(k)));
        const scaled = single.benefits.map((line) => String(BigInt(line.amount) * BigInt(k)));
        expect(many.benefits.map((line) => line.amount)).toEqual(scaled);
      }),
      RUNS,
    );
  });

  test('never fall when the salary rises by a đồng, or a coefficient by a hundredth', () => {
    const richer = ({ salary, ...one }: OracleCase): OracleCase => {
      const more = (text: string, by: string): string => new Decimal(text).plus(by).toFixed();
      if (salary.contract !== undefined) return { ...one, salary: { contract: more(salary.contract, '1') } };
      if (salary.monthly !== undefined) return { ...one, salary: { monthly: more(salary.monthly, '1') } };
      return { ...one, salary: { ...salary, coefficient: more(salary.coefficient ?? '0', '0.01') } };
    };
    fc.assert(
      fc.property(soundCase, anyInterpretations, (one, readings) => {
        const [poor, rich] = [resultOf(one, readings), resultOf(richer(one), readings)];
        if (!poor || !rich) return;
        expect(rows(rich)).toBe(rows(poor));
        expect(BigInt(rich.total) >= BigInt(poor.total)).toBe(true);
      }),
      RUNS,
    );
  });

  test('never fall with more service, or more months early, while the same rows pay', () => {
    const longer = (one: OracleCase, by: number): OracleCase => {
      const { insurance } = one;
      const months = insurance.years * 12 + insurance.months + by;
      return { ...one, insurance: { ...insurance, ...duration(months) } };
    };
    const younger = (one: OracleCase, by: number): OracleCase => {
      const [year = 0, month = 1] = one.person.birth.split('-').map(Number);
      const birth = year * 12 + month - 1 + by;
      const text = `${Math.floor(birth / 12)}-${String((birth % 12) + 1).padStart(2, '0')}`;
      return { ...one, person: { ...one.person, birth: text } };
    };
    const change = fc.constantFrom(longer, younger);
    let compared = 0;
    fc.assert(
      fc.property(soundCase, anyInterpretations, change, fc.integer({ min: 1, max: 24 }), (one, readings, make, by) => {
        const [less, more] = [resultOf(one, readings), resultOf(make(one, by), readings)];
        if (!less || !more || rows(less) !== rows(more)) return;
        compared += 1;
        expect(BigInt(more.total) >= BigInt(less.total)).toBe(true);
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThanOrEqual(Math.floor(RUNS.numRuns / 5));
  });

  test('add up: components to the salary, lines to the total; nothing is negative', () => {
    const sum = (amounts: readonly { amount: string }[]): string =>
      amounts.reduce((total, { amount }) => total.plus(amount), new Decimal(0)).toFixed();
    fc.assert(
      fc.property(soundCase, anyInterpretations, (one, readings) => {
        const result = resultOf(one, readings);
        if (!result) return;
        expect(sum(result.salary)).toBe(result.measures?.monthlySalary ?? '0');
        expect(sum(result.benefits)).toBe(result.total);
        for (const { amount, months } of [...result.benefits]) {
          expect(amount).toMatch(/^\d+$/);
          expect(Number(months)).toBeGreaterThan(0);
        }
        for (const { amount } of result.salary) expect(amount).toMatch(/^\d+(\.\d+)?$/);
        for (const { alternatives } of result.interpretations)
          for (const { total } of alternatives) expect(total).toMatch(/^\d+$/);
      }),
      RUNS,
    );
  });

  test('are paid if and only if the outcome says so', () => {
    fc.assert(
      fc.property(soundCase, anyInterpretations, (one, readings) => {
        const result = resultOf(one, readings);
        if (!result) return;
        expect(result.total !== '0').toBe(result.outcome === 'paid');
        expect(result.route !== null && result.benefits.length > 0).toBe(result.outcome === 'paid');
      }),
      RUNS,
    );
  });
});
