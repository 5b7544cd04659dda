import { halfYears } from './facts.ts';
import { ratio } from './rational.ts';
import {
  always,
  ALL_PERCENTS,
  CIVIL,
  countable,
  type NeighbourFacts,
  type PayLine,
  SALARY_ROUNDING,
  type Scheme,
  TO_AGE,
} from './scheme.ts';

/** Resolution 07/2025/NQ-CP: people past the age who leave at once. */

const CADRES = new Set(['cadre', 'commune-cadre']);

/** Past the age of Appendix II after 15 hard years, or a cadre past that of Appendix I. */
function subject(f: NeighbourFacts): string | undefined {
  if (f.schedule === 'reduced') return f.hardWorkTooShort ? 'hazardous-work-under-15-years' : undefined;
  return f.schedule === 'normal' && CADRES.has(f.group) ? undefined : 'not-past-age-subject';
}

/** 15 up to 15 months, half a month for each month beyond, 24 at most. */
function lines({ monthsPast }: NeighbourFacts): PayLine[] {
  const halves = 30 + Math.max(0, monthsPast - 15);
  return [{ id: 'past-age', months: ratio(Math.min(48, halves), 2), base: 'salary' }];
}

export const NQ07: Scheme = {
  id: 'nq07',
  from: '2025-09-17',
  groups: always(CIVIL),
  readings: SALARY_ROUNDING,
  blocks: true,
  afterAge: 'counted',
  measures: [...TO_AGE, 'monthsPast'],
  percents: ALL_PERCENTS,
  retainedFrom: '2025-03-15',
  serviceMonths: countable,
  serviceHalves: halfYears,
  subject,
  routes: [{ name: 'past-age', obstacle: ({ monthsPast }) => (monthsPast < 1 ? 'not-past-age' : undefined), lines }],
};
