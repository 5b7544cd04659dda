import fc from 'fast-check';
import { salary } from '../proof/oracle/arbitrary-parts.ts';
import { shiftDays } from '../proof/oracle/calendar.ts';
import { SCALE_STEPS } from '../proof/oracle/scales.ts';
import type { OracleSalary } from '../proof/oracle/types.ts';

/** The pieces of which cases of the neighbouring schemes are made: each crowds around the thresholds of the law. */

/** Absent so many times in ten. */
export function optional<T>(arbitrary: fc.Arbitrary<T>, absentOf10: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: absentOf10, arbitrary: fc.constant(undefined) }, { weight: 10 - absentOf10, arbitrary });
}

/** The days on which one of the acts or the base salary changes something, and the ends of the regimes. */
const TURNING_DAYS = [
  '2023-07-20',
  '2023-08-01',
  '2024-07-01',
  '2024-08-01',
  '2025-01-01',
  '2025-03-15',
  '2025-06-16',
  '2025-07-01',
  '2025-09-01',
  '2025-09-17',
  '2025-12-31',
  '2026-03-15',
  '2026-05-31',
  '2026-07-01',
  '2026-08-01',
  '2030-12-31',
] as const;

/**
 * Leaving days from one day on: around the days of the scheme's own turns, around all turning days until `last`, the
 * 1st of a month or any day before `to`; some outside.
 */
export function leavingDay(from: string, to: string, last: string, turns: readonly string[]): fc.Arbitrary<string> {
  const turning = fc
    .tuple(fc.constantFrom(...TURNING_DAYS), fc.integer({ min: -1, max: 1 }))
    .map(([day, shift]) => shiftDays(day, shift));
  const own = fc
    .tuple(fc.constantFrom(...turns), fc.integer({ min: -1, max: 1 }))
    .map(([day, shift]) => shiftDays(day, shift));
  const within = (day: string): boolean => day >= from && day <= to;
  const any = fc.integer({ min: 0, max: 2800 }).map((days) => shiftDays('2023-07-01', days));
  const first = any.map((day) => `${day.slice(0, 8)}01`);
  return fc.oneof(
    { weight: 6, arbitrary: own },
    { weight: 8, arbitrary: turning.filter((day) => day >= from && day <= last) },
    { weight: 12, arbitrary: first.filter(within) },
    { weight: 5, arbitrary: any.filter(within) },
    { weight: 1, arbitrary: turning },
  );
}

const ODD = fc.constantFrom(0, 1, 2, 3, 5, 6, 7, 11);

/** Months early of who retires early: 1 to 60 with the edges 23, 24, 59, 60, and the odd months of every rounding. */
const usualEarly: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(1, 2, 23, 24, 25, 59, 60, 61),
  fc.tuple(fc.integer({ min: 2, max: 4 }), ODD).map(odd),
  fc.tuple(fc.integer({ min: 2, max: 4 }), ODD).map(odd),
);

/** Months early of anybody, around 61, 119, 120, 121 as well. */
const longEarly: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 61, 62, 119, 120, 121),
  fc.tuple(fc.integer({ min: 5, max: 9 }), ODD).map(odd),
  fc.integer({ min: 1, max: 240 }),
);

/** Months early of who waits for the age, around 24. */
const nearEarly: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, 2, 6, 7, 22, 23, 23, 24, 25),
  fc.integer({ min: 1, max: 23 }),
  fc.integer({ min: 1, max: 23 }),
);

/** Months early, so many of ten beyond 60, so many less than about 24. */
export function early(long: number, near: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 10 - long - near, arbitrary: usualEarly },
    { weight: long, arbitrary: longEarly },
    { weight: near, arbitrary: nearEarly },
  );
}

/** Months past the age, around the 15 and 24 months of salary. */
export const past: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, 14, 15, 16, 32, 33, 34),
  fc.integer({ min: 0, max: 50 }),
);

/** Age in months at leaving, around 45 years. */
export const ageAtLeaving: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(538, 539, 540, 541),
  fc.integer({ min: 300, max: 700 }),
);

/** Years and odd months as months. */
function odd([years, months]: readonly [number, number]): number {
  return years * 12 + months;
}

/** Months of service: 15 and 20 years ± half a year ± a month, the odd months of every rounding, and anything. */
export const service: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom(15, 20), fc.integer({ min: -8, max: 8 })).map(odd) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.integer({ min: 15, max: 40 }), fc.constantFrom(0, 1, 2, 3, 5, 6, 7, 11)).map(odd),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 480 }) },
  { weight: 1, arbitrary: fc.integer({ min: 168, max: 182 }) },
);

/** Service that counts, seldom none at all. */
export const partOfService: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: service },
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(15, 16, 19, 20), fc.integer({ min: 0, max: 7 })).map(odd) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

/** Short service, around the 6 and 12 months of Decree 170. */
export const shortService: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(1, 2, 3, 5, 6, 7, 11, 12, 13, 14, 15),
  fc.integer({ min: 1, max: 120 }),
);

/** Months of part-time work, around 5 years. */
export const work: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(1, 2, 3, 5, 6, 7, 11, 12, 59, 60, 61, 66, 67),
  fc.integer({ min: 0, max: 300 }),
);

const amount = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String);

const percent = fc.oneof(
  fc.nat(40).map((n) => `${String(n)}%`),
  fc.constantFrom('5.5%', '0.125', '33.33%'),
);

/** A grade and a step in place of the coefficient, the months on the step in place of the over-frame. */
const scaled: fc.Arbitrary<OracleSalary> = fc
  .record(
    {
      grade: fc.constantFrom(...SCALE_STEPS),
      last: fc.boolean(),
      at: fc.nat(11),
      stepMonths: fc.oneof(fc.constantFrom(0, 23, 24, 25, 35, 36, 37, 47, 48, 60), fc.nat(200)),
      positionAllowance: fc.constantFrom('0.2', '0.6', '1.25'),
      profession: percent,
      publicService: fc.constant('25%'),
      retained: fc.constantFrom('0.33', '0.4'),
    },
    { requiredKeys: ['grade', 'last', 'at'] },
  )
  .map(({ grade: [scale, steps], last, at, stepMonths, ...rest }) => {
    const months = stepMonths === undefined || !(last || at === 0) ? {} : { stepMonths };
    return { scale, step: last ? steps : 1 + (at % steps), ...months, ...rest };
  });

/** Amounts with a part of a đồng, now and then. */
const uneven = (min: number, max: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: amount(min, max) },
    { weight: 1, arbitrary: amount(min, max).map((text) => `${text}.5`) },
  );

const allowance: fc.Arbitrary<OracleSalary> = fc.record({ allowance: uneven(500_000, 6_000_000) });
const monthly: fc.Arbitrary<OracleSalary> = fc.record({ monthly: uneven(2_000_000, 60_000_000) });

/** Every form of salary, in the shares of full staff and of part-time staff. */
export const salaries: { full: fc.Arbitrary<OracleSalary>; part: fc.Arbitrary<OracleSalary> } = {
  full: fc.oneof(
    { weight: 12, arbitrary: salary },
    { weight: 6, arbitrary: scaled },
    { weight: 1, arbitrary: allowance },
  ),
  part: fc.oneof(
    { weight: 10, arbitrary: allowance },
    { weight: 7, arbitrary: monthly },
    { weight: 1, arbitrary: salary },
  ),
};

/** The average salary, more often there than not when asked. */
export const average: fc.Arbitrary<string> = uneven(2_000_000, 40_000_000);

/** Training: 5, 6, 7 months, and fees on both sides of six months of salary; keys missing now and then. */
export const training: fc.Arbitrary<{ months?: number; fee?: string }> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      months: fc.oneof(fc.constantFrom(5, 6, 7), fc.integer({ min: 1, max: 24 })),
      fee: fc.oneof(amount(1_000_000, 60_000_000), amount(20_000_000, 250_000_000)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { months: 6 },
      { fee: '9000000' },
      { months: 0, fee: '9000000' },
      { months: 5, fee: '0' },
    ),
  },
);
