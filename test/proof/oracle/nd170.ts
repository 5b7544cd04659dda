import { ratio, ZERO } from './rational.ts';
import {
  always,
  type NeighbourFacts,
  type PayLine,
  publicAndCountable,
  SALARY_ROUNDING,
  type Scheme,
  SENIORITY_ONLY,
} from './scheme.ts';
import type { OracleCase } from './types.ts';

/** Decree 170/2025 Điều 58, as amended by Decree 300/2026: civil servants who resign of their own will. */

/** Decree 300: from this day, unless the file was handed in complete, or the decision taken, before it. */
const AMENDED = '2026-08-01';

function byDecree300({ leaving: { date, filed = date, decided = date } }: OracleCase): boolean {
  return [date, filed, decided].every((day) => day >= AMENDED);
}

/** Điều 59 khoản 1; khoản 3 (new): time insured for unemployment does not count. */
function serviceMonths(insurance: OracleCase['insurance'], c: OracleCase): number {
  const time = publicAndCountable(insurance);
  const { unemployment } = insurance;
  if (!byDecree300(c) || !unemployment) return time;
  return Math.max(0, time - (unemployment.years * 12 + unemployment.months));
}

/** Odd months under 3 count nothing, 3 to 6 half a year, more than 6 a whole one. The result counts half years. */
function halves(months: number): number {
  const odd = months % 12;
  return 2 * Math.floor(months / 12) + (odd < 3 ? 0 : odd <= 6 ? 1 : 2);
}

const pay = (support: PayLine['months'], service: PayLine['months']): PayLine[] => [
  { id: 'resignation-support', months: support, base: 'salary' },
  { id: 'resignation-service', months: service, base: 'salary' },
];

/** Until July 2026: 3 and 1.5 a year. From August: half a month a year. Service of 6 to under 12 months in all: 1. */
function lines({ c, serviceMonths: served, serviceHalves, readings }: NeighbourFacts): PayLine[] {
  const half = byDecree300(c);
  if (served < 6 && readings['under-six-months'] !== 'formula') return [];
  if (served >= 6 && served < 12) {
    return readings['short-service'] === 'three-plus-one' && !half ? pay(ratio(3), ratio(1)) : pay(ratio(1), ZERO);
  }
  return half ? pay(ZERO, ratio(serviceHalves, 4)) : pay(ratio(3), ratio(3 * serviceHalves, 4));
}

export const ND170: Scheme = {
  id: 'nd170',
  from: '2025-07-01',
  // Cadres by inference: the table of `auto` sends them here.
  groups: always(['civil-servant', 'commune-civil-servant', 'cadre', 'commune-cadre']),
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
  serviceMonths,
  serviceHalves: halves,
  subject: ({ c }) => ((c.leaving.ground ?? 'wish') === 'wish' ? undefined : 'not-by-own-wish'),
  routes: [{ name: 'resignation', obstacle: () => undefined, lines }],
};
