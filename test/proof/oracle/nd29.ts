import { halfYears, totalMonths } from './facts.ts';
import { ratio, ZERO } from './rational.ts';
import {
  always,
  CIVIL,
  countable,
  isStreamlined,
  MID_MONTH,
  type NeighbourFacts,
  type PayLine,
  SALARY_ROUNDING,
  type Scheme,
  SENIORITY_ONLY,
  TO_AGE,
  type Unseen,
} from './scheme.ts';

/** Decree 29/2023 (tinh giản biên chế), until Decree 154 replaced it. */

function isCommune({ group }: NeighbourFacts): boolean {
  return group === 'commune-cadre' || group === 'commune-civil-servant';
}

/** Women of communes with 15 to under 20 years of insurance: Điều 5 khoản 5 and Điều 8 khoản 2. */
function isShortInsuredWoman(f: NeighbourFacts): boolean {
  const insured = totalMonths(f.c.insurance);
  return isCommune(f) && f.c.person.sex === 'female' && insured >= 180 && insured < 240;
}

/** Điều 8 khoản 1: who the rearrangement of communes makes redundant, up to 120 months early. */
function reach(f: NeighbourFacts): number {
  return isCommune(f) && f.impact === 'direct' && f.schedule !== 'reduced' ? 120 : 60;
}

/** Điều 5, 8: entitled to a pension, which then took 20 years of insurance (15 for women of communes), or as stated. */
function earlyObstacle(f: NeighbourFacts): string | undefined {
  if (f.monthsEarly < 1) return 'at-age';
  if (!f.pensionEligible) return 'not-pensionable';
  if (f.monthsEarly > reach(f)) return 'too-early';
  return f.hardWorkTooShort ? 'hazardous-work-under-15-years' : undefined;
}

/** 3 (beyond 60 months 1.5) a year early; 5 for 20 years and half a month a year more. Under 24 months nothing. */
function earlyLines(f: NeighbourFacts): PayLine[] | Unseen {
  if (f.monthsEarly < 24) return [];
  if (isShortInsuredWoman(f)) {
    // Điều 5 khoản 5 is known to be there, its number is not.
    if (f.monthsEarly <= 60) return { unseen: 'Điều 5 khoản 5' };
    return [
      { id: 'early-years', months: ratio(3 * f.earlyHalves, 4), base: 'average' },
      { id: 'service', months: ratio(5), base: 'average' },
    ];
  }
  const perYear = f.monthsEarly <= 60 ? ratio(3) : ratio(3, 2);
  return [
    { id: 'early-years', months: perYear.times(ratio(f.earlyHalves, 2)), base: 'average' },
    { id: 'service', months: serviceMonths(f), base: 'average' },
  ];
}

function serviceMonths(f: NeighbourFacts): PayLine['months'] {
  if (f.serviceHalves >= 40) return ratio(20 + f.serviceHalves - 40, 4);
  return f.readings['service-under-20'] === 'nothing' ? ZERO : ratio(5);
}

/** Điều 7 khoản 1: severance at once. */
function severanceObstacle(f: NeighbourFacts): string | undefined {
  if (f.monthsEarly < 1) return 'at-age';
  return earlyObstacle(f) === undefined ? 'entitled-to-early-retirement' : undefined;
}

/** 3 of the salary of now; 1.5 of the average salary a year. */
function severanceLines(f: NeighbourFacts): PayLine[] {
  return [
    { id: 'job-search', months: ratio(3), base: 'salary' },
    { id: 'severance-service', months: ratio(3 * f.serviceHalves, 4), base: 'average' },
  ];
}

export const ND29: Scheme = {
  id: 'nd29',
  from: '2023-07-20',
  to: '2025-06-15',
  groups: always(CIVIL),
  readings: { ...MID_MONTH, ...SALARY_ROUNDING, 'service-under-20': ['five-flat', 'nothing'] },
  blocks: true,
  afterAge: 'refused',
  measures: [...TO_AGE, 'yearsEarly', 'serviceYears'],
  percents: SENIORITY_ONLY,
  retainedFrom: '2023-07-20',
  serviceMonths: countable,
  serviceHalves: halfYears,
  subject: (f) => (f.impact === 're-election' ? 'impact' : isStreamlined(f.c) ? undefined : 'ground'),
  routes: [
    { name: 'early-retirement', obstacle: earlyObstacle, lines: earlyLines },
    { name: 'severance', obstacle: severanceObstacle, lines: severanceLines },
  ],
};
