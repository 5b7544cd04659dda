import { halfYears } from './facts.ts';
import { groupName } from './law.ts';
import { type Rational, ratio, ZERO } from './rational.ts';
import {
  always,
  ALL_PERCENTS,
  type Chosen,
  countable,
  MID_MONTH,
  type NeighbourFacts,
  type PayLine,
  SALARY_ROUNDING,
  SENIORITY_ONLY,
  type Scheme,
  TO_AGE,
} from './scheme.ts';
import type { OracleCase } from './types.ts';

/** Decree 177/2024: who is not re-elected, not reappointed, or leaves a committee post on their own wish. */

/**
 * Điều 2: (1), (4), (5) cadres; (2) officers, professional soldiers, defence employees, cipher staff paid like soldiers of
 * the army and the police; (3) civil servants in term posts of committee structure. No defence workers.
 */
export const NOT_RE_ELECTED: readonly string[] = [
  'cadre',
  'commune-cadre',
  'army-officer',
  'professional-soldier',
  'defence-employee',
  'police-officer',
  'cipher',
  'cipher-army',
  'cipher-police',
  'civil-servant',
  'commune-civil-servant',
];

/** Of the cipher staff only who is paid like soldiers or the police. */
export function covered(person: OracleCase['person']): boolean {
  return groupName(person) !== 'cipher';
}

/** That Decree 177 is not for who is cut by a reorganisation. */
export function subjectOf({ impact }: NeighbourFacts): string | undefined {
  return impact === 're-election' ? undefined : 'impact';
}

function early(f: NeighbourFacts): string | undefined {
  if (f.monthsEarly < 1) return 'at-age';
  return f.pensionEligible ? undefined : 'not-pensionable';
}

function kept(f: NeighbourFacts): string | undefined {
  if (f.monthsEarly < 1) return 'at-age';
  return f.pensionEligible ? 'pensionable' : undefined;
}

/** Five months for the first `years` years, half a month for each year beyond. */
function fiveAndBeyond(years: number, halves: number): Rational {
  return ratio(20 + halves - 2 * years, 4);
}

/**
 * Điều 3(2)c: 20 years and more, or 15 and more while entitled to a pension; both sentences from the start. Which of the
 * two governs 20 years and more from 2025-07-01 on is open, as it is under Decree 178.
 */
function serviceMonths({ serviceHalves: halves, readings, date }: NeighbourFacts): Rational {
  if (halves < 30) return readings['service-under-15'] === 'nothing' ? ZERO : ratio(5);
  if (halves < 40) return fiveAndBeyond(15, halves);
  const byTwenty = date < '2025-07-01' || readings['service-from-july-2025'] === 'under-20-only';
  return fiveAndBeyond(byTwenty ? 20 : 15, halves);
}

/** Điều 3(2)b: five months a year early; the text has no cap, the ministry's form may count five years at most. */
function yearsPaid({ earlyHalves, monthsEarly, readings }: NeighbourFacts): number {
  return monthsEarly > 60 && readings['nd177-years-cap'] === 'five' ? 10 : earlyHalves;
}

function retired(f: NeighbourFacts): PayLine[] {
  return [
    { id: 'early-years', months: ratio(5 * yearsPaid(f), 2), base: 'salary' },
    { id: 'service', months: serviceMonths(f), base: 'salary' },
  ];
}

/** Điều 3(2)k, of who is not entitled to a pension: half a month a year, the insurance is kept. */
function keptInsurance({ serviceHalves }: NeighbourFacts): PayLine[] {
  return [{ id: 'severance-service', months: ratio(serviceHalves, 4), base: 'salary' }];
}

/** The list of Decree 178, or rank, position, over-frame, professional seniority and the retained difference. */
const asWaiting = (readings: Chosen): boolean => readings['nd177-salary'] === 'as-4-2a';

export const ND177: Scheme = {
  id: 'nd177',
  from: '2025-01-01',
  groups: always(NOT_RE_ELECTED),
  covers: covered,
  readings: {
    ...MID_MONTH,
    ...SALARY_ROUNDING,
    'forces-percent-base': ['salary-and-position', 'with-seniority'],
    'nd177-salary': ['as-178', 'as-4-2a'],
    'nd177-years-cap': ['none', 'five'],
    'service-from-july-2025': ['all', 'under-20-only'],
    'service-under-15': ['five-flat', 'nothing'],
  },
  blocks: true,
  afterAge: 'refused',
  measures: [...TO_AGE, 'yearsEarly', 'serviceYears'],
  percents: (readings) => (asWaiting(readings) ? SENIORITY_ONLY : ALL_PERCENTS),
  retainedFrom: (readings) => (asWaiting(readings) ? '2025-01-01' : '2025-03-15'),
  serviceMonths: countable,
  serviceHalves: halfYears,
  subject: subjectOf,
  setsOff: 'nd178',
  routes: [
    { name: 'early-retirement', obstacle: early, lines: retired },
    { name: 'severance', obstacle: kept, lines: keptInsurance },
  ],
};
