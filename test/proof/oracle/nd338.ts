import { monthOf } from './calendar.ts';
import { halfYears } from './facts.ts';
import { groupName } from './law.ts';
import { ratio, type Rational, ZERO } from './rational.ts';
import {
  always,
  MID_MONTH,
  type NeighbourFacts,
  type PayLine,
  publicAndCountable,
  SALARY_ROUNDING,
  type Scheme,
  TO_AGE,
} from './scheme.ts';
import type { OracleCase } from './types.ts';

/**
 * Who leaves the army outside Decree 178: Decree 338/2026 for decisions from 2026-09-01, before it Decrees 21/2009 and
 * 151/2016. The police are here to be turned away.
 */

const SOLDIERS = new Set(['army-officer', 'professional-soldier', 'cipher', 'cipher-army']);
const WORKERS = new Set(['defence-worker', 'defence-employee']);
const POLICE = new Set(['police-officer', 'police-worker', 'cipher-police']);

/** Of the police, or cipher staff paid like them. */
function ofThePolice({ person }: OracleCase): boolean {
  return POLICE.has(groupName(person));
}

/** The day of the decision where it is told, else of the leaving. */
function byDecree338({ leaving: { date, decided } }: OracleCase): boolean {
  return (decided ?? date) >= '2026-09-01';
}

/** Before: under 3 odd months nothing, 3 to 6 half a year, more a whole one. Decree 338: 1 to 6, more than 6. */
function halves(months: number, c: OracleCase): number {
  if (byDecree338(c)) return halfYears(months);
  const odd = months % 12;
  return 2 * Math.floor(months / 12) + (odd < 3 ? 0 : odd <= 6 ? 1 : 2);
}

/** No officer has over-frame seniority; the others do. */
function percentsOf(c: OracleCase): readonly string[] {
  return c.person.group === 'army-officer' || ofThePolice(c) ? ['profession'] : ['overFrame', 'profession'];
}

/** Three grounds by Decree 338; before it only redundancy. */
function wrongGround(c: OracleCase): boolean {
  const { ground } = c.leaving;
  const paying = byDecree338(c) ? ['reorganisation', 'leadership', 'health'] : ['reorganisation'];
  return ground !== undefined && !paying.includes(ground);
}

/** Before the limit of the rank; before Decree 338 by a whole year at least. */
function earlyObstacle({ c, monthsEarly, pensionEligible }: NeighbourFacts): string | undefined {
  if (monthsEarly < (byDecree338(c) ? 1 : 12)) return 'not-early';
  if (!pensionEligible) return 'not-pensionable';
  return wrongGround(c) ? 'ground' : undefined;
}

/** 5 for the first 20 years, half a month for each year more; 15 to under 20: 5 flat; fewer: no text in Decree 338. */
function serviceMonths({ c, serviceHalves, readings }: NeighbourFacts): Rational {
  if (serviceHalves >= 40) return ratio(20 + (serviceHalves - 40), 4);
  if (serviceHalves >= 30 || !byDecree338(c)) return ratio(5);
  return readings['service-under-15'] === 'nothing' ? ZERO : ratio(5);
}

function earlyLines(f: NeighbourFacts): PayLine[] {
  const rate = byDecree338(f.c) ? 5 : 3;
  const average = !byDecree338(f.c) && f.readings['army-salary-before-338'] === 'average-five-years';
  const base = average ? 'average' : 'salary';
  return [
    { id: 'early-years', months: ratio(rate * f.earlyHalves, 2), base },
    { id: 'service', months: serviceMonths(f), base },
  ];
}

const notYet = ({ c }: NeighbourFacts): boolean => !byDecree338(c);
const canRetire = ({ pensionEligible }: NeighbourFacts): string | undefined =>
  pensionEligible ? 'can-retire' : undefined;

export const ND338: Scheme = {
  id: 'nd338',
  from: '2025-09-02',
  groups: always([...SOLDIERS, ...WORKERS, ...POLICE]),
  readings: {
    ...MID_MONTH,
    ...SALARY_ROUNDING,
    'service-under-15': ['five-flat', 'nothing'],
    'army-salary-before-338': ['month-before', 'average-five-years'],
  },
  blocks: true,
  afterAge: 'refused',
  measures: [...TO_AGE, 'yearsEarly', 'serviceYears'],
  percents: [],
  percentsOf,
  retainedFrom: '2025-09-02',
  // Converted to the pay system of the leaving (Decree 338); before it that of the month before.
  salaryMonth: (c) => monthOf(c.leaving.date) - (byDecree338(c) ? 0 : 1),
  serviceMonths: publicAndCountable,
  serviceHalves: halves,
  earlyHalves: halves,
  misfit: ({ person, salary }) => {
    if (groupName(person) === 'cipher') return 'group-not-covered';
    return salary.contract === undefined ? undefined : 'salary-form-not-in-scheme';
  },
  refuses: (c) => (ofThePolice(c) ? 'acts-of-the-police-not-seen' : undefined),
  subject: ({ impact }) => (impact === 're-election' ? 'impact' : undefined),
  routes: [
    { name: 'early-retirement', obstacle: earlyObstacle, lines: earlyLines },
    {
      name: 'demobilisation',
      groups: new Set([...SOLDIERS, ...POLICE]),
      obstacle: canRetire,
      unseen: notYet,
      lines: ({ serviceHalves }) => [
        { id: 'demobilisation-job', months: ratio(3), base: 'salary' },
        { id: 'demobilisation-service', months: ratio(3 * serviceHalves, 4), base: 'salary' },
      ],
    },
    {
      // Officers and professional soldiers are demobilised instead: nothing here.
      name: 'severance',
      obstacle: canRetire,
      unseen: (f) => notYet(f) && WORKERS.has(f.group) && f.serviceHalves > 0,
      lines: ({ group, serviceHalves }) => [
        { id: 'severance-service', months: WORKERS.has(group) ? ratio(3 * serviceHalves, 4) : ZERO, base: 'salary' },
      ],
    },
  ],
};
