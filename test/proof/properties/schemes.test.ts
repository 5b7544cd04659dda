import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate, type Result } from '../../../src/index.ts';
import { Decimal } from '../../../src/base/decimal.ts';
import type { OracleCase } from '../oracle/types.ts';
import { runs } from '../../support/effort.ts';
import { duration } from '../../support/person.ts';
import { interpretationsOf, neighbourCase, SCHEME_IDS } from '../../support/population-neighbours.ts';

/** Laws of arithmetic under the schemes beside Decree 178; under it they stand in `amounts.test.ts`. */

const RUNS = { numRuns: runs(300), seed: 154 };

type Readings = Record<string, string>;

function resultOf(scheme: string, one: OracleCase, interpretations: Readings): Result | undefined {
  const found = calculate(one, { scheme, interpretations });
  return found.ok ? found.value : undefined;
}

function rows(result: Result): string {
  return [result.law.version, result.outcome, ...result.benefits.map((line) => line.row)].join();
}

/** A case of a scheme with chosen readings. */
function asked(scheme: string): fc.Arbitrary<[OracleCase, Readings]> {
  return fc.tuple(neighbourCase(scheme), interpretationsOf(scheme));
}

/** The case with every amount of money in whole thousands: so many for each. */
function inThousands(scheme: string, { salary, training, post, ...one }: OracleCase, thousands: number): OracleCase {
  const dong = String(thousands * 1000);
  const average = salary.average === undefined ? {} : { average: dong };
  // The allowance kept by Điều 11 is a coefficient; the base salary turns it into đồng.
  const coefficients = { coefficient: '4', positionAllowance: new Decimal(thousands).div(100).toFixed() };
  const form = salary.allowance === undefined ? { monthly: dong } : { allowance: dong };
  return {
    ...one,
    salary: scheme === 'nd178-11' ? { ...coefficients, ...average } : { ...form, ...average },
    ...(training ? { training: { ...training, fee: dong } } : {}),
    ...(post ? { post: { ...post, newAllowance: '0' } } : {}),
  };
}

/** Only Resolution 07 counts them, of who is past the age; elsewhere they are so many months early less. */
const PAST = 'months past the age';
const EARLY = 'months early';

/** Whether the result counts such months: early ones below the age, later ones past it. */
function counts(name: string, { measures }: Result): boolean {
  const past = (measures?.monthsPast ?? 0) > 0;
  return name === PAST ? past : name === EARLY ? !past : true;
}

/** The same case with more of something: service, months early, work, training, months past the age, term. */
const MORE: Readonly<Record<string, (one: OracleCase, by: number) => OracleCase>> = {
  service: ({ insurance, ...one }, by) => {
    const months = insurance.years * 12 + insurance.months + by;
    return { ...one, insurance: { ...insurance, ...duration(months) } };
  },
  [EARLY]: (one, by) => born(one, by),
  [PAST]: (one, by) => born(one, -by),
  work: ({ work = duration(0), ...one }, by) => ({ ...one, work: duration(work.years * 12 + work.months + by) }),
  training: ({ training, ...one }, by) => ({ ...one, training: { ...training, months: (training?.months ?? 0) + by } }),
};

function born(one: OracleCase, by: number): OracleCase {
  const [year = 0, month = 1] = one.person.birth.split('-').map(Number);
  const birth = year * 12 + month - 1 + by;
  const text = `${Math.floor(birth / 12)}-${String((birth % 12) + 1).padStart(2, '0')}`;
  return { ...one, person: { ...one.person, birth: text } };
}

function richer({ salary, ...one }: OracleCase): OracleCase {
  const more = (text: string, by: string): string => new Decimal(text).plus(by).toFixed();
  const { contract, monthly, allowance, average, coefficient } = salary;
  return {
    ...one,
    salary: {
      ...salary,
      ...(average === undefined ? {} : { average: more(average, '1') }),
      ...(contract === undefined ? {} : { contract: more(contract, '1') }),
      ...(monthly === undefined ? {} : { monthly: more(monthly, '1') }),
      ...(allowance === undefined ? {} : { allowance: more(allowance, '1') }),
      ...(coefficient === undefined ? {} : { coefficient: more(coefficient, '0.01') }),
    },
  };
}

const sum = (amounts: readonly { amount: string }[]): string =>
  amounts.reduce((total, { amount }) => total.plus(amount), new Decimal(0)).toFixed();

describe.each(SCHEME_IDS)('amounts under %s', (scheme) => {
  // Điều 12 pays multiples of the base salary of the State.
  test.skipIf(scheme === 'nd178-12')('scale exactly with salary, allowance, average and fee of whole thousands', () => {
    const thousands = fc.integer({ min: 1, max: 200_000 });
    let paid = 0;
    fc.assert(
      fc.property(asked(scheme), thousands, fc.integer({ min: 2, max: 9 }), ([one, readings], n, k) => {
        const [single, many] = [n, k * n].map((each) => resultOf(scheme, inThousands(scheme, one, each), readings));
        expect(single === undefined).toBe(many === undefined);
        if (!single || !many) return;
        expect(many.total).toBe(String(BigInt(single.total) * BigInt(k)));
        const scaled = single.benefits.map((line) => String(BigInt(line.amount) * BigInt(k)));
        expect(many.benefits.map((line) => line.amount)).toEqual(scaled);
        if (single.outcome === 'paid') paid += 1;
      }),
      RUNS,
    );
    expect(paid).toBeGreaterThan(RUNS.numRuns / 6);
  });

  test('never fall when every salary rises by a đồng, or a coefficient by a hundredth', () => {
    fc.assert(
      fc.property(asked(scheme), ([one, readings]) => {
        const [poor, rich] = [one, richer(one)].map((each) => resultOf(scheme, each, readings));
        if (!poor || !rich) return;
        expect(rows(rich)).toBe(rows(poor));
        expect(BigInt(rich.total) >= BigInt(poor.total)).toBe(true);
      }),
      RUNS,
    );
  });

  const rising = Object.entries(MORE).filter(([name]) => scheme === 'nq07' || name !== PAST);

  test.each(rising)('never fall with more %s while the same rows pay', (name, make) => {
    fc.assert(
      fc.property(asked(scheme), fc.integer({ min: 1, max: 24 }), ([one, readings], by) => {
        const [less, more] = [one, make(one, by)].map((each) => resultOf(scheme, each, readings));
        if (!less || !more || rows(less) !== rows(more) || !counts(name, less)) return;
        expect(BigInt(more.total) >= BigInt(less.total)).toBe(true);
      }),
      RUNS,
    );
  });

  test('add up, are never negative, and are paid if and only if the outcome says so', () => {
    fc.assert(
      fc.property(asked(scheme), ([one, readings]) => {
        const result = resultOf(scheme, one, readings);
        if (!result) return;
        expect(sum(result.salary)).toBe(result.measures?.monthlySalary ?? '0');
        expect(sum(result.benefits)).toBe(result.total);
        for (const { amount, months } of result.benefits) {
          expect(amount).toMatch(/^\d+$/);
          expect(Number(months)).toBeGreaterThan(0);
        }
        expect(result.route !== null && result.benefits.length > 0).toBe(result.outcome === 'paid');
        expect(result.outcome === 'paid' || result.total === '0').toBe(true);
        if (result.raise) {
          const due = BigInt(result.total) - BigInt(result.raise.paid);
          expect(result.raise.due).toBe(String(due > 0n ? due : 0n));
        }
      }),
      RUNS,
    );
  });
});
