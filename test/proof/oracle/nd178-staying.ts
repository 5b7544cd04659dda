import { monthOf } from './calendar.ts';
import { halfYears } from './facts.ts';
import { GROUPS } from './law.ts';
import { ratio } from './rational.ts';
import { READINGS } from './readings.ts';
import { ALL_PERCENTS, countable, type NeighbourFacts, type PayLine, type Missing, type Scheme } from './scheme.ts';

/** Decree 178 Điều 11 and 12: who stays in service. The leaving date is the day of the new post or secondment. */

const STAYING = {
  from: '2025-01-01',
  groups: new Map([...GROUPS].map(([name, { from }]) => [name, from])),
  // Neither Article pays a part of the salary: the question only moves the salary that is told beside the payment.
  readings: { 'forces-percent-base': READINGS['forces-percent-base'] },
  afterAge: 'unasked',
  measures: ['monthlySalary'],
  // The base salary of the month of the new post or secondment itself.
  ownMonth: true,
  percents: ALL_PERCENTS,
  retainedFrom: '2025-03-15',
  serviceMonths: countable,
  serviceHalves: halfYears,
} as const;

/** Điều 11: the difference to the old leadership allowance to the end of the term, both months counted, at least 6. */
function retained({ c, date }: NeighbourFacts): PayLine[] | Missing {
  const ends = c.post?.termEnds;
  if (ends === undefined) return { missing: 'post.termEnds' };
  const months = monthOf(ends) - monthOf(date) + 1;
  return [{ id: 'retained-leadership', months: ratio(Math.max(6, months)), base: 'difference' }];
}

const entitled = (): undefined => undefined;

export const ND178_11: Scheme = {
  ...STAYING,
  id: 'nd178-11',
  routes: [{ name: 'retained-leadership', obstacle: entitled, lines: retained }],
};

const secondment = (name: string, months: number): Scheme['routes'][number] => ({
  name,
  byName: true,
  obstacle: entitled,
  lines: () => [{ id: name, months: ratio(months), base: 'statutory' }],
});

/** Điều 12 khoản 1: three years in a commune; khoản 2: from the centre to a province. */
export const ND178_12: Scheme = {
  ...STAYING,
  id: 'nd178-12',
  routes: [secondment('secondment-commune', 10), secondment('secondment-province', 3)],
};
