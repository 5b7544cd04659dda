import { correspondingDay, monthOf } from './calendar.ts';
import { earlyRetirementLines, earlyRetirementObstacle, type Line } from './early.ts';
import { establishFacts, type Facts, halfYears } from './facts.ts';
import { ratio } from './rational.ts';
import { READINGS, resolveReadings } from './readings.ts';
import {
  always,
  ALL_PERCENTS,
  CIVIL,
  countable,
  drawsPension,
  MID_MONTH,
  type NeighbourFacts,
  type PayLine,
  SALARY_ROUNDING,
  type Scheme,
  TO_AGE,
  type Unseen,
} from './scheme.ts';
import { severanceLines, severanceObstacle } from './severance.ts';
import type { OracleCase } from './types.ts';

/** Resolution 07/2025/NQ-CP: five groups that Decree 178 leaves out. */

const CADRES = new Set(['cadre', 'commune-cadre']);
const PROFESSIONAL = 'contract-professional';
const UNION = 'union-official';
const OFF_QUOTA = 'association-off-quota';

/** Điều 1 and 3. */
const BY_AGE: ReadonlySet<string> = new Set([...CIVIL, PROFESSIONAL]);
/** Điều 3 and 5. */
const BELOW_AGE: ReadonlySet<string> = new Set([PROFESSIONAL, UNION]);

/** Past the age of Appendix II after 15 hard years, or a cadre past that of Appendix I; Điều 3 to 5 by who they are. */
function subject(f: NeighbourFacts): string | undefined {
  if (!CIVIL.has(f.group)) return undefined;
  if (f.schedule === 'reduced') return f.hardWorkTooShort ? 'hazardous-work-under-15-years' : undefined;
  return f.schedule === 'normal' && CADRES.has(f.group) ? undefined : 'not-past-age-subject';
}

/** What the counting of months needs: since when a cadre draws the pension; the clock of Decree 178 for Điều 3. */
function lacks(c: OracleCase, readings: Readonly<Record<string, string>>): string | undefined {
  const { person, leaving } = c;
  if (CADRES.has(person.group) && drawsPension(c) && person.pensionSince === undefined)
    return 'missing: person.pensionSince';
  if (person.group !== PROFESSIONAL || (leaving.impact ?? 'direct') !== 'direct') return undefined;
  if (leaving.reorganisation === undefined) return 'missing: leaving.reorganisation';
  const late = leaving.date > correspondingDay(leaving.reorganisation, 12);
  const open = readings['window-event'] === 'decision' && leaving.decided === undefined;
  return open && late ? 'missing: leaving.decided' : undefined;
}

/** Điều 2: a cadre who draws a pension or benefit counts from its beginning, at whatever age. */
function monthsSince(c: OracleCase): number | undefined {
  const { person, leaving } = c;
  if (!CADRES.has(person.group) || !drawsPension(c) || person.pensionSince === undefined) return undefined;
  return monthOf(leaving.date) - monthOf(person.pensionSince);
}

function pastObstacle(f: NeighbourFacts): string | undefined {
  if (f.monthsPast < 1) return 'not-past-age';
  if (f.group !== PROFESSIONAL) return undefined;
  if (f.schedule !== 'reduced') return 'not-past-appendix-2';
  return f.hardWorkTooShort ? 'hazardous-work-under-15-years' : undefined;
}

/** 15 up to 15 months, half a month for each month beyond, 24 at most. */
function pastLines({ monthsPast }: NeighbourFacts): PayLine[] {
  const halves = 30 + Math.max(0, monthsPast - 15);
  return [{ id: 'past-age', months: ratio(Math.min(48, halves), 2), base: 'salary' }];
}

/** Điều 3: below the age a contract professional is paid as a contract worker under Decree 178. */
function as178(f: NeighbourFacts): Facts | string {
  const { 'mid-month-leaving': middle = 'month', 'salary-rounding': rounding = 'component', ...others } = f.readings;
  const readings = resolveReadings({ ...others, 'mid-month-leaving': middle, 'salary-rounding': rounding });
  const version = f.date >= '2026-07-01' ? '2026-07-01' : '2025-07-01';
  return establishFacts({ ...f.c, person: { ...f.c.person, group: 'contract-worker' } }, version, readings);
}

function obstacleAs178(f: NeighbourFacts, obstacle: (facts: Facts) => string | undefined): string | undefined {
  if (f.impact !== 'direct') return 'not-directly-affected';
  if (f.monthsEarly < 1) return 'at-age';
  const facts = as178(f);
  return typeof facts === 'string' ? facts : obstacle(facts);
}

function linesAs178(f: NeighbourFacts, lines: (facts: Facts) => Line[]): PayLine[] {
  const facts = as178(f);
  if (typeof facts === 'string') throw new Error(facts);
  return lines(facts).map(([id, months]) => ({ id, months, base: 'salary' }));
}

/** Điều 5: a union official up to 10 years before the age, entitled to a pension. */
function unionObstacle(f: NeighbourFacts): string | undefined {
  if (f.monthsEarly < 1) return 'at-age';
  if (!f.pensionEligible) return 'not-pensionable';
  return f.monthsEarly > 120 ? 'too-early' : undefined;
}

/** 0.8 a month, and from 2 years on 4 a year early; over 5 years nobody has seen. */
function unionLines(f: NeighbourFacts): PayLine[] | Unseen {
  if (f.monthsEarly > 60) return { unseen: 'Điều 5' };
  const months: PayLine = { id: 'early-months', months: ratio(8 * f.monthsEarly, 10), base: 'salary' };
  if (f.monthsEarly < 24) return [months];
  return [months, { id: 'early-years', months: ratio(2 * f.earlyHalves), base: 'salary' }];
}

function earlyObstacle(f: NeighbourFacts): string | undefined {
  return f.group === UNION ? unionObstacle(f) : obstacleAs178(f, earlyRetirementObstacle);
}

function leaverObstacle(f: NeighbourFacts): string | undefined {
  if (f.group !== UNION) return obstacleAs178(f, severanceObstacle);
  if (f.monthsEarly < 1) return 'at-age';
  return unionObstacle(f) === undefined ? 'entitled-to-early-retirement' : undefined;
}

export const NQ07: Scheme = {
  id: 'nq07',
  from: '2025-09-17',
  groups: always([...CIVIL, PROFESSIONAL, UNION, OFF_QUOTA]),
  readings: {
    ...MID_MONTH,
    ...SALARY_ROUNDING,
    'window-event': READINGS['window-event'],
    'under-24-window': READINGS['under-24-window'],
    'service-from-july-2025': READINGS['service-from-july-2025'],
    'service-under-15': READINGS['service-under-15'],
  },
  blocks: true,
  afterAge: 'counted',
  measures: [...TO_AGE, 'yearsEarly', 'serviceYears', 'monthsPast'],
  percents: ALL_PERCENTS,
  retainedFrom: '2025-03-15',
  serviceMonths: countable,
  serviceHalves: halfYears,
  lacks,
  monthsSince,
  subject,
  // Điều 4: people outside the quota at associations.
  unseen: (f) => (f.group === OFF_QUOTA ? 'Điều 4' : undefined),
  routes: [
    { name: 'past-age', groups: BY_AGE, obstacle: pastObstacle, lines: pastLines },
    {
      name: 'early-retirement',
      groups: BELOW_AGE,
      obstacle: earlyObstacle,
      lines: (f) => (f.group === UNION ? unionLines(f) : linesAs178(f, earlyRetirementLines)),
    },
    {
      name: 'severance',
      groups: BELOW_AGE,
      obstacle: leaverObstacle,
      lines: (f) => (f.group === UNION ? { unseen: 'Điều 5' } : linesAs178(f, severanceLines)),
    },
  ],
};
