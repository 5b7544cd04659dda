import { ratio } from './rational.ts';
import {
  always,
  type NeighbourFacts,
  type PayLine,
  publicAndCountable,
  SALARY_ROUNDING,
  type Scheme,
  SENIORITY_ONLY,
} from './scheme.ts';

/** Decree 170/2025 Điều 58: civil servants who resign of their own will. */

/** Odd months under 3 count nothing, 3 to 6 half a year, more than 6 a whole one. The result counts half years. */
function halves(months: number): number {
  const odd = months % 12;
  return 2 * Math.floor(months / 12) + (odd < 3 ? 0 : odd <= 6 ? 1 : 2);
}

const pay = (support: PayLine['months'], service: PayLine['months']): PayLine[] => [
  { id: 'resignation-support', months: support, base: 'salary' },
  { id: 'resignation-service', months: service, base: 'salary' },
];

/** 3 and 1.5 a year; service of 6 to under 12 months in all: 1. */
function lines({ serviceMonths, serviceHalves, readings }: NeighbourFacts): PayLine[] {
  if (serviceMonths < 6 && readings['under-six-months'] !== 'formula') return [];
  if (serviceMonths >= 6 && serviceMonths < 12) {
    return readings['short-service'] === 'three-plus-one' ? pay(ratio(3), ratio(1)) : pay(ratio(1), ratio(0));
  }
  return pay(ratio(3), ratio(3 * serviceHalves, 4));
}

export const ND170: Scheme = {
  id: 'nd170',
  from: '2025-07-01',
  groups: always(['civil-servant', 'commune-civil-servant']),
  readings: {
    ...SALARY_ROUNDING,
    'short-service': ['one-in-all', 'three-plus-one'],
    'under-six-months': ['nothing', 'formula'],
  },
  blocks: true,
  afterAge: 'unasked',
  measures: ['monthlySalary', 'serviceYears'],
  percents: SENIORITY_ONLY,
  retainedFrom: '2025-07-01',
  serviceMonths: publicAndCountable,
  serviceHalves: halves,
  routes: [{ name: 'resignation', obstacle: () => undefined, lines }],
};
