import { monthOf, monthText } from './calendar.ts';
import { halfYears } from './facts.ts';
import { baseSalaryIn } from './law.ts';
import { covered, NOT_RE_ELECTED, subjectOf } from './nd177.ts';
import { salaryOn } from './neighbour-facts.ts';
import { ratio } from './rational.ts';
import {
  always,
  countable,
  MID_MONTH,
  type NeighbourFacts,
  type PayLine,
  SENIORITY_ONLY,
  type Scheme,
  TO_AGE,
} from './scheme.ts';

/** Decree 177/2024 Điều 4: the wait for the age, on full salary every month. */

function obstacle({ monthsEarly }: NeighbourFacts): string | undefined {
  if (monthsEarly < 1) return 'at-age';
  return monthsEarly < 24 ? undefined : 'too-far-to-wait';
}

/**
 * Month after month from the leaving month to that of the age, both counted: rank, position, over-frame, professional
 * seniority, retained difference, committee allowance, by the base salary of that month. A salary told as a sum stays.
 */
function everyMonth({ c, date, ageMonth, readings }: NeighbourFacts): PayLine[] {
  const lines: PayLine[] = [];
  const told = c.salary.monthly !== undefined || c.salary.contract !== undefined;
  let before: number | undefined;
  for (let month = monthOf(date); month <= (ageMonth ?? 0); month += 1) {
    const base = baseSalaryIn(month);
    const last = lines.at(-1);
    if (last && (told || base === before)) {
      last.months = last.months.plus(ratio(1));
      last.until = monthText(month);
    } else {
      const worth = salaryOn(ND177_4, c, readings, base);
      const at = monthText(month);
      lines.push({ id: 'waiting-salary', months: ratio(1), base: 'salary', worth, from: at, until: at });
    }
    before = base;
  }
  return lines;
}

export const ND177_4: Scheme = {
  id: 'nd177-4',
  from: '2025-01-01',
  groups: always(NOT_RE_ELECTED),
  covers: covered,
  labourAge: true,
  readings: MID_MONTH,
  blocks: true,
  afterAge: 'refused',
  measures: [...TO_AGE, 'waitingMonths'],
  percents: SENIORITY_ONLY,
  retainedFrom: '2025-01-01',
  committee: true,
  ownMonth: true,
  byContract: false,
  serviceMonths: countable,
  serviceHalves: halfYears,
  subject: subjectOf,
  routes: [{ name: 'waiting', obstacle, lines: everyMonth }],
};
