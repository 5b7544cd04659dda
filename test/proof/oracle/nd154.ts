import { halfYears, totalMonths } from './facts.ts';
import { ratio, ZERO } from './rational.ts';
import {
  always,
  CIVIL,
  drawsPension,
  isStreamlined,
  MID_MONTH,
  type Missing,
  type NeighbourFacts,
  type PayLine,
  publicAndCountable,
  SALARY_ROUNDING,
  type Scheme,
  SENIORITY_ONLY,
  TO_AGE,
  type Unseen,
} from './scheme.ts';

/** Decree 154/2025 (tinh giản biên chế). */

const PART_TIME = new Set(['commune-part-time', 'village-part-time']);

/** Điều 2 khoản 1 and 2. */
const STAFF: ReadonlySet<string> = new Set([...CIVIL, 'contract-professional']);

/** Điều 6: who retires early, 60 months or less before the age. */
function earlyObstacle(f: NeighbourFacts): string | undefined {
  if (f.monthsEarly < 1) return 'at-age';
  if (!f.pensionEligible) return 'not-pensionable';
  if (f.monthsEarly > 60) return 'too-early';
  return f.hardWorkTooShort ? 'hazardous-work-under-15-years' : undefined;
}

/** 5 months for 20 years and half a month for each year more; 15 to under 20 years: 5; fewer: no text. */
function serviceMonths(f: NeighbourFacts): PayLine['months'] {
  if (f.serviceHalves >= 40) return ratio(5 * 4 + (f.serviceHalves - 40), 4);
  if (f.serviceHalves >= 30) return ratio(5);
  return f.readings['service-under-15'] === 'nothing' ? ZERO : ratio(5);
}

/** Under 24 months: only the uncut pension. */
function earlyLines(f: NeighbourFacts): PayLine[] {
  if (f.monthsEarly < 24) return [];
  return [
    { id: 'early-years', months: ratio(5 * f.earlyHalves, 2), base: 'salary' },
    { id: 'service', months: serviceMonths(f), base: 'salary' },
  ];
}

/** Điều 8: below the age and not under Điều 6. */
function severanceObstacle(f: NeighbourFacts): string | undefined {
  if (f.monthsEarly < 1) return 'at-age';
  return earlyObstacle(f) === undefined ? 'entitled-to-early-retirement' : undefined;
}

/** Khoản 1: at once. */
function severanceLines(f: NeighbourFacts): PayLine[] {
  return [
    { id: 'job-search', months: ratio(3), base: 'salary' },
    { id: 'severance-service', months: ratio(3 * f.serviceHalves, 4), base: 'salary' },
  ];
}

/** Khoản 2: after vocational training, under 45 years of age. */
function trainingObstacle(f: NeighbourFacts): string | undefined {
  return severanceObstacle(f) ?? (f.ageMonths < 45 * 12 ? undefined : 'forty-five');
}

/** The salary while training for 6 months at most, the fee up to 6 months of salary, then 3 and half a month a year. */
function trainingLines(f: NeighbourFacts): PayLine[] | Missing {
  const { training } = f.c;
  if (training?.months === undefined) return { missing: 'training.months' };
  return [
    { id: 'training-salary', months: ratio(Math.min(6, training.months)), base: 'salary' },
    { id: 'training-fee', months: ratio(1), base: 'fee', most: { base: 'salary', months: 6 } },
    { id: 'training-job-search', months: ratio(3), base: 'salary' },
    { id: 'training-service', months: ratio(f.serviceHalves, 4), base: 'salary' },
  ];
}

/** Điều 7: moving to a body that the budget does not pay; at any age. */
function transferLines(f: NeighbourFacts): PayLine[] {
  return [
    { id: 'transfer-support', months: ratio(3), base: 'salary' },
    { id: 'transfer-service', months: ratio(f.serviceHalves, 4), base: 'salary' },
  ];
}

function atAge(f: NeighbourFacts): boolean {
  return f.monthsEarly === 0 || drawsPension(f.c);
}

/** Điều 9 (communes; leaving from 2025-07-01) and 10 (villages). */
function partTimeObstacle(f: NeighbourFacts): string | undefined {
  const commune = f.group === 'commune-part-time';
  const { allowance, monthly } = f.c.salary;
  if (allowance === undefined && !(commune && monthly !== undefined)) return 'part-time-needs-allowance';
  return commune && f.date < '2025-07-01' ? 'before-july-2025' : undefined;
}

/**
 * Điều 5 khoản 5 and 6: the time in part-time titles and, with compulsory insurance, in other posts; for the five years,
 * for the years of work and for n.
 */
function worked({ work, insurance: { otherPosts } }: NeighbourFacts['c']): number | undefined {
  return work && totalMonths(work) + (otherPosts ? totalMonths(otherPosts) : 0);
}

/** Điều 9 khoản 1: 0.8 a month, 1.5 a year of work, and 3; khoản 3: 15 who is at the age or draws a pension. */
function partTimeLines(f: NeighbourFacts): PayLine[] | Missing | Unseen {
  // Điều 9 khoản 2: who was moved from a full post has the salary of that time for base.
  const base = f.c.salary.allowance === undefined ? 'salary' : 'allowance';
  if (atAge(f)) {
    if (f.group === 'village-part-time') return { unseen: 'Điều 10 khoản 3' };
    return [{ id: 'allowance-at-age', months: ratio(15), base }];
  }
  const time = worked(f.c);
  if (time === undefined) return { missing: 'work' };
  const counted = time < 60 ? time : Math.min(60, f.monthsEarly);
  return [
    { id: 'allowance-months', months: ratio(8 * counted, 10), base },
    { id: 'allowance-years', months: ratio(3 * halfYears(time), 4), base },
    { id: 'allowance-support', months: ratio(3), base },
  ];
}

export const ND154: Scheme = {
  id: 'nd154',
  from: '2025-06-16',
  to: '2030-12-31',
  groups: always([...STAFF, ...PART_TIME]),
  readings: { ...MID_MONTH, ...SALARY_ROUNDING, 'service-under-15': ['five-flat', 'nothing'] },
  blocks: true,
  byAllowance: true,
  // Only Điều 9 khoản 3 speaks of people past the age.
  afterAge: (group) => (PART_TIME.has(group) ? 'known' : 'refused'),
  measures: [...TO_AGE, 'yearsEarly', 'serviceYears'],
  percents: SENIORITY_ONLY,
  retainedFrom: '2025-06-16',
  serviceMonths: publicAndCountable,
  serviceHalves: halfYears,
  subject: (f) => {
    if (f.impact === 're-election') return 'impact';
    return PART_TIME.has(f.group) || isStreamlined(f.c) ? undefined : 'ground';
  },
  // A letter of 2026 speaks of part-time commune staff who leave later; nobody has seen it.
  unseen: (f) => (f.group === 'commune-part-time' && f.date >= '2026-05-31' ? 'Điều 9' : undefined),
  routes: [
    { name: 'early-retirement', groups: STAFF, obstacle: earlyObstacle, lines: earlyLines },
    { name: 'severance', groups: STAFF, obstacle: severanceObstacle, lines: severanceLines },
    { name: 'part-time', groups: PART_TIME, obstacle: partTimeObstacle, lines: partTimeLines },
    { name: 'severance-after-training', byName: true, groups: STAFF, obstacle: trainingObstacle, lines: trainingLines },
    { name: 'transfer', byName: true, groups: STAFF, obstacle: () => undefined, lines: transferLines },
  ],
  setsOff: 'nd29',
};
