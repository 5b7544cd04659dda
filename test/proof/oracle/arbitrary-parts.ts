import fc from 'fast-check';
import { correspondingDay, shiftDays } from './calendar.ts';
import type { Band } from './cells.ts';
import type { OracleSalary } from './types.ts';

/** The pieces from which whole cases are put together: each crowds around the thresholds of the law. */

/** The days on which the law or the base salary used changes, the end of 7a's clock, and ends of short months. */
const TURNING_DAYS = [
  '2025-01-01',
  '2025-03-15',
  '2025-07-01',
  '2025-08-01',
  '2026-03-15',
  '2026-07-01',
  '2026-08-01',
  '2025-03-01',
  '2025-09-01',
  '2026-03-01',
];

/** The 1st of a month in practice, most of them in 2025. */
const FIRST_DAYS = fc
  .oneof(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 35 }))
  .map((months) => correspondingDay('2025-01-01', months));

/** Any day, the four months between Decree 67 and July 2025 as likely as the years after. */
const ANY_DAY = fc.oneof(fc.integer({ min: 0, max: 1094 }), fc.integer({ min: 73, max: 180 }));

/** A leaving day not before `from` and not after `to`: around the turning days, the 1st of a month, or any day. */
export function leavingDay(from: string, to: string): fc.Arbitrary<string> {
  const turning = fc
    .tuple(fc.constantFrom(...TURNING_DAYS), fc.integer({ min: -1, max: 1 }))
    .map(([day, shift]) => shiftDays(day, shift));
  const any = ANY_DAY.map((days) => shiftDays('2025-01-01', days));
  return fc
    .oneof({ weight: 5, arbitrary: turning }, { weight: 4, arbitrary: FIRST_DAYS }, { weight: 2, arbitrary: any })
    .filter((day) => day >= from && day <= to);
}

function crowded(min: number, max: number, edges: readonly number[]): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...edges) },
    { weight: 1, arbitrary: fc.integer({ min, max }) },
  );
}

/** Months early within each band, its edges and the odd months 0, 1, 5, 6, 7, 11 first. */
export const monthsEarlyIn: { [B in Band]: fc.Arbitrary<number> } = {
  'under-24': crowded(1, 23, [1, 5, 6, 7, 11, 12, 13, 22, 23]),
  '24-60': crowded(24, 60, [24, 25, 29, 30, 31, 35, 36, 37, 59, 60]),
  '61-120': crowded(61, 120, [61, 62, 65, 66, 67, 71, 72, 73, 119, 120]),
  'over-120': crowded(121, 200, [121, 122, 125, 126, 127]),
};

const ODD_MONTHS = fc.constantFrom(-7, -6, -5, -1, 0, 1, 5, 6, 7);

function aroundYears(...years: number[]): fc.Arbitrary<number> {
  return fc.tuple(fc.constantFrom(...years), ODD_MONTHS).map(([year, odd]) => year * 12 + odd);
}

/** Insurance that is mostly enough for a pension (around 15 and 20 years, and longer), in months. */
export const longService: fc.Arbitrary<number> = fc.oneof(aroundYears(15, 20), fc.integer({ min: 180, max: 480 }));

/** Insurance that is mostly too short for a pension (around 5, 15 and 20 years, and shorter), in months. */
export const shortService: fc.Arbitrary<number> = fc.oneof(
  aroundYears(1, 5, 15, 20),
  fc.integer({ min: 1, max: 239 }),
  fc.constantFrom(1, 2, 6, 7, 59, 60, 61),
);

/** Service that counts, around 15 and 20 years or anything, in months. */
export const countableService: fc.Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: aroundYears(15, 16, 17, 19, 20) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 480 }) },
);

/** How long the reorganisation lies back, as months and days, so that the 12 months are surely running or over. */
export const termRunning: fc.Arbitrary<readonly [number, number]> = fc.oneof(
  fc.constantFrom([12, 0] as const, [12, 1] as const, [11, 0] as const, [0, 0] as const, [0, 1] as const),
  fc.tuple(fc.integer({ min: -2, max: 11 }), fc.integer({ min: 0, max: 30 })),
);
export const termOver: fc.Arbitrary<readonly [number, number]> = fc.oneof(
  fc.constantFrom([12, -1] as const, [13, 0] as const, [12, -4] as const),
  fc.tuple(fc.integer({ min: 12, max: 30 }), fc.integer({ min: -30, max: -4 })),
);

const twoDecimals = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((n) => `${String(Math.floor(n / 100))}.${String(n % 100).padStart(2, '0')}`);

const COEFFICIENT = fc.oneof(
  { weight: 6, arbitrary: twoDecimals(135, 1200) },
  { weight: 1, arbitrary: fc.constantFrom('4', '2.345', '6.7812345', '3.3333333', '10.00') },
);

const PERCENT = fc.oneof(
  { weight: 4, arbitrary: fc.nat(70).map((n) => `${String(n)}%`) },
  // A bare 1 may be one per cent or all: it is refused.
  { weight: 1, arbitrary: twoDecimals(0, 100).map((ratio) => (ratio === '1.00' ? '100%' : ratio)) },
  { weight: 1, arbitrary: fc.constantFrom('5.5%', '0.125', '12.75%', '0.333', '0%', '100%', '33.33%') },
);

const COMPONENTS = fc.record(
  {
    coefficient: COEFFICIENT,
    positionAllowance: fc.oneof(fc.constantFrom('0', '0.2', '0.6', '1.3'), twoDecimals(0, 130)),
    overFrame: PERCENT,
    profession: PERCENT,
    preferential: PERCENT,
    responsibility: PERCENT,
    publicService: fc.oneof(fc.constant('25%'), PERCENT),
    party: fc.oneof(fc.constant('30%'), PERCENT),
    specific: PERCENT,
    retained: twoDecimals(0, 90),
  },
  { requiredKeys: ['coefficient'] },
);

/** Whole amounts whose last digits make halves and other remainders likely. */
const AMOUNT = fc
  .oneof(fc.integer({ min: 2_000_000, max: 60_000_000 }), fc.constantFrom(10_000_000, 10_000_001))
  .map(String);

/** A monthly salary: mostly its components, else a contract or the amount itself. */
export const salary: fc.Arbitrary<OracleSalary> = fc.oneof(
  { weight: 6, arbitrary: COMPONENTS },
  { weight: 1, arbitrary: fc.record({ contract: AMOUNT }) },
  { weight: 2, arbitrary: fc.record({ monthly: AMOUNT }) },
);
