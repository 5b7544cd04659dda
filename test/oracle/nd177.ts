import { halfYears } from './facts.ts';
import { type Rational, ratio, ZERO } from './rational.ts';
import {
  always,
  ALL_PERCENTS,
  countable,
  MID_MONTH,
  type NeighbourFacts,
  type PayLine,
  SALARY_ROUNDING,
  type Scheme,
  TO_AGE,
} from './scheme.ts';

/** Decree 177/2024: cadres who are not re-elected. */

function obstacle(f: NeighbourFacts): string | undefined {
  if (f.monthsEarly < 1) return 'at-age';
  if (!f.pensionEligible) return 'not-pensionable';
  return f.monthsEarly > 60 ? 'too-early' : undefined;
}

/** Five months for the first `years` years, half a month for each year beyond. */
function fiveAndBeyond(years: number, halves: number): Rational {
  return ratio(20 + halves - 2 * years, 4);
}

/**
 * Điều 3 khoản 2: 20 years and more, or 15 and more while entitled to a pension. Which of the two sentences governs
 * is open on either side of 2025-07-01, as it is under Decree 178.
 */
function serviceMonths({ serviceHalves: halves, readings, date }: NeighbourFacts): Rational {
  if (halves < 30) return readings['service-under-15'] === 'nothing' ? ZERO : ratio(5);
  const under20 = halves < 40;
  if (date < '2025-07-01') {
    if (!under20) return fiveAndBeyond(20, halves);
    return readings['service-under-20-before-july-2025'] === 'flat-five' ? ratio(5) : fiveAndBeyond(15, halves);
  }
  const byTwenty = !under20 && readings['service-from-july-2025'] === 'under-20-only';
  return fiveAndBeyond(byTwenty ? 20 : 15, halves);
}

function lines(f: NeighbourFacts): PayLine[] {
  return [
    { id: 'early-years', months: ratio(5 * f.earlyHalves, 2), base: 'salary' },
    { id: 'service', months: serviceMonths(f), base: 'salary' },
  ];
}

export const ND177: Scheme = {
  id: 'nd177',
  from: '2025-01-01',
  groups: always(['cadre', 'commune-cadre']),
  readings: {
    ...MID_MONTH,
    ...SALARY_ROUNDING,
    'service-under-20-before-july-2025': ['fifteen-year-rule', 'flat-five'],
    'service-from-july-2025': ['all', 'under-20-only'],
    'service-under-15': ['five-flat', 'nothing'],
  },
  blocks: true,
  afterAge: 'refused',
  measures: [...TO_AGE, 'yearsEarly', 'serviceYears'],
  percents: ALL_PERCENTS,
  retainedFrom: '2025-03-15',
  serviceMonths: countable,
  serviceHalves: halfYears,
  subject: (f) => (f.impact === 're-election' ? undefined : 'impact'),
  routes: [{ name: 'early-retirement', obstacle, lines }],
};
