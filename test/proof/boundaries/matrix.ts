import { correspondingDay, shiftDays } from '../oracle/calendar.ts';
import type { Probe } from '../../support/engines.ts';
import { personWith, type Wanted } from '../../support/person.ts';

/** The boundary matrix of practice: every combination of the values at which existing tools went wrong. */

const ODD_MONTHS = [0, 1, 5, 6, 7, 11, 12, 13];

/** Around every limit, and three years with every number of odd months. */
const MONTHS_EARLY = [23, 24, 59, 60, 61, 119, 120, 121, ...ODD_MONTHS.map((odd) => 36 + odd)];

/** 15 and 20 years and half a year either side, and seventeen years with every number of odd months. */
const SERVICE = [174, 180, 186, 234, 240, 246, ...ODD_MONTHS.map((odd) => 204 + odd)];

/** Months since the reorganisation, and days: 11, 12, 13 months ago, and the day before and after each. */
const SINCE = [11, 12, 13].flatMap((months) => [-1, 0, 1].map((days) => [months, days] as const));

const LAW_DATES = ['2025-01-01', '2025-03-15', '2025-07-01', '2026-07-01'];
const LEAVING = LAW_DATES.flatMap((date) => [-1, 0, 1].map((days) => shiftDays(date, days)));

/** Who leaves. The age limit reaches every number of months early; the other schedules only some, on some days. */
const PEOPLE: readonly Partial<Wanted>[] = [
  { group: 'army-officer', schedule: 'limit' },
  { group: 'civil-servant' },
  { group: 'commune-cadre', sex: 'female' },
  { group: 'public-employee', sex: 'female', schedule: 'reduced' },
  { group: 'police-worker', impact: 'indirect' },
  { group: 'cadre', impact: 're-election' },
];

/** Every combination once: the people in turn, and who has an age limit where nobody else is so many months early. */
export function matrixProbes(): Probe[] {
  const found: Probe[] = [];
  let turn = 0;
  for (const date of LEAVING)
    for (const [months, days] of SINCE)
      for (const monthsEarly of MONTHS_EARLY)
        for (const service of SERVICE) {
          const reorganisation = shiftDays(correspondingDay(date, -months), days);
          const wanted = { date, reorganisation, monthsEarly, insurance: service };
          turn = (turn + 1) % PEOPLE.length;
          const one = personWith({ ...wanted, ...PEOPLE[turn] }) ?? personWith({ ...wanted, ...PEOPLE[0] });
          if (one) found.push({ case: one, asked: {} });
        }
  return found;
}

/** The days around which each scheme that needs no clock changes. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  nd154: ['2025-06-16', '2025-07-01', '2026-07-01', '2026-08-01', '2030-12-31'],
  nd29: ['2023-07-20', '2023-08-01', '2024-07-01', '2024-08-01', '2025-01-01', '2025-06-15'],
};

/** Who leaves under Decree 154 or 29, each in every combination. */
const STAFF: readonly Partial<Wanted>[] = [
  { group: 'civil-servant', schedule: 'limit' },
  { group: 'commune-civil-servant', schedule: 'limit' },
  { group: 'commune-cadre', schedule: 'limit', impact: 'indirect' },
  { group: 'commune-cadre', sex: 'female' },
  { group: 'public-employee', sex: 'female', schedule: 'reduced', hazardous: 180 },
  { group: 'cadre', impact: 'indirect', pensionEligible: true },
];

/** The schemes with a matrix of their own beside that of Decree 178. */
export const MATRIX_SCHEMES: readonly string[] = Object.keys(DAYS);

/** The matrix under a scheme without a clock: days, months early, service, people; who cannot be is left out. */
export function schemeMatrix(scheme: string): Probe[] {
  const days = (DAYS[scheme] ?? []).flatMap((date) => [-1, 0, 1].map((step) => shiftDays(date, step)));
  return days.flatMap((date) =>
    MONTHS_EARLY.flatMap((monthsEarly) =>
      SERVICE.flatMap((insurance) =>
        STAFF.flatMap((person): Probe[] => {
          const salary = { monthly: '10000000', average: '8000001' };
          const one = personWith({ date, monthsEarly, insurance, salary, ...person });
          return one ? [{ case: one, asked: { scheme } }] : [];
        }),
      ),
    ),
  );
}
