import { correspondingDay, dayOf, monthOf } from './calendar.ts';
import { baseSalaryFor, type Group, groupOf } from './law.ts';
import type { Rational } from './rational.ts';
import type { Readings } from './readings.ts';
import { retirementMonth, type Schedule, scheduleOf } from './retirement.ts';
import { monthlySalary } from './salary.ts';
import type { Duration, OracleCase, Version, Window } from './types.ts';

/** Everything the Articles on benefits ask about one person. */
export interface Facts {
  version: Version;
  readings: Readings;
  leavingDate: string;
  group: Group;
  impact: string;
  schedule: Schedule;
  salary: Rational;
  /** The month in which the age is reached. */
  ageMonth: number;
  /** m, whole months. */
  monthsEarly: number;
  /** Years early and service years, counted in half years. */
  earlyHalves: number;
  serviceHalves: number;
  severanceMonths: number;
  window: Window;
  pensionEligible: boolean;
  /** Months of heavy, toxic or dangerous work, if the case says. */
  hazardousMonths: number | undefined;
}

/** Whole months of a length of service. */
export function totalMonths(duration: Duration): number {
  return duration.years * 12 + duration.months;
}

/** Điều 5 khoản 3: odd months 1 to 6 are half a year, 7 to 11 a whole one. The result counts half years. */
export function halfYears(months: number): number {
  const odd = months % 12;
  return 2 * Math.floor(months / 12) + (odd === 0 ? 0 : odd <= 6 ? 1 : 2);
}

/** Điều 5 khoản 1, TT 01 Điều 3 khoản 3: from the leaving month to the month the normal pension starts. */
export function monthsEarly(c: OracleCase, ageReached: number, midMonth: string | undefined): number {
  const lostMonth = midMonth === 'whole-months' && dayOf(c.leaving.date) > 1;
  return ageReached + 1 - monthOf(c.leaving.date) - (lostMonth ? 1 : 0);
}

/**
 * TT 01 Điều 3 khoản 1 (direct) and Điều 7a (indirect, from 2025-03-15): 12 months by the Civil Code, the last day
 * included; a day before the start is inside. Điều 7b has no clock.
 */
function windowOf(c: OracleCase, version: Version, readings: Readings): Window | 'decision-date-missing' {
  const { date, reorganisation, decided, impact = 'direct' } = c.leaving;
  if (impact === 're-election' || (impact === 'indirect' && version < '2025-03-15')) return 'none';
  const start = impact === 'indirect' ? '2025-03-15' : (reorganisation ?? '');
  const lastDay = correspondingDay(start, 12);
  const inside = (day: string): Window => (day <= lastDay ? 'first-12-months' : 'from-month-13');
  // Điều 7a itself speaks of leaving within the term; only the clock of TT 01 is open to two readings.
  if (impact === 'indirect' || readings['window-event'] === 'leaving') return inside(date);
  if (decided !== undefined) return inside(decided);
  // Whoever left inside the term was also decided inside it; otherwise only the decision can tell.
  return date <= lastDay ? 'first-12-months' : 'decision-date-missing';
}

/**
 * Insurance enough for a pension: 20 years before 2025-07-01, 15 from it (Law 41/2024); women commune cadres and
 * civil servants 15 years always. The case may say otherwise.
 */
export function pensionEligible(c: OracleCase, version: string): boolean {
  const { person, insurance } = c;
  const commune = person.group === 'commune-cadre' || person.group === 'commune-civil-servant';
  const fifteen = version >= '2025-07-01' || (commune && person.sex === 'female');
  return insurance.pensionEligible ?? totalMonths(insurance) >= (fifteen ? 180 : 240);
}

function salaryOf(c: OracleCase, group: Group, version: Version, readings: Readings, asOf?: string): Rational {
  return monthlySalary(c.salary, {
    pay: group.pay,
    baseSalary: baseSalaryFor(c.leaving.date, asOf),
    retainedCounts: version >= '2025-03-15',
    rounding: readings['salary-rounding'],
    forcesBase: readings['forces-percent-base'],
  });
}

/** Establishes the facts of a sound case under one version of the law, or names the input error met on the way. */
export function establishFacts(c: OracleCase, version: Version, readings: Readings, asOf?: string): Facts | string {
  const group = groupOf(c.person);
  if (!group || version < group.from) return 'group-not-covered';
  const ageReached = retirementMonth(c);
  if (typeof ageReached === 'string') return ageReached;
  if (ageReached + 1 < monthOf(c.leaving.date)) return 'leaving-after-age';
  // Leaving within the very month in which the pension starts: nothing is early under either reading.
  const early = Math.max(0, monthsEarly(c, ageReached, readings['mid-month-leaving']));
  const window = windowOf(c, version, readings);
  if (window === 'decision-date-missing') return window;
  const { insurance } = c;
  return {
    version,
    readings,
    leavingDate: c.leaving.date,
    group,
    impact: c.leaving.impact ?? 'direct',
    schedule: scheduleOf(c),
    salary: salaryOf(c, group, version, readings, asOf),
    ageMonth: ageReached,
    monthsEarly: early,
    earlyHalves: halfYears(early),
    serviceHalves: halfYears(totalMonths(insurance.countable ?? insurance)),
    severanceMonths: Math.min(60, totalMonths(insurance.publicSector ?? insurance)),
    window,
    pensionEligible: pensionEligible(c, version),
    hazardousMonths: insurance.hazardous && totalMonths(insurance.hazardous),
  };
}
