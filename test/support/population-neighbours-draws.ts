import fc from 'fast-check';
import type { OracleCase } from '../proof/oracle/types.ts';
import * as parts from './population-neighbours-parts.ts';
import { optional } from './population-neighbours-parts.ts';

/** What is drawn for one case of a neighbouring scheme, and how each scheme is aimed at. */

/** What the cases of a scheme are mostly like. */
export interface Aim {
  from: string;
  /** Most leave by `to`, some around the turning days until `last`. */
  to: string;
  last: string;
  /** The days on which the scheme itself turns. */
  turns: readonly string[];
  /** How many of ten leave more than 60 months early, how many by Appendix II. */
  long: number;
  /** How many of ten leave less than about two years early. */
  near: number;
  reduced: number;
  /** How many of ten are told by months past the age, by age, and the rest by months early. */
  past: number;
  byAge: number;
  impacts: readonly string[];
  /** How many of ten have little service. */
  short: number;
  /** How many of ten lack the average salary. */
  noAverage: number;
  /** Groups that come more often than the others. */
  often: readonly string[];
  /** How many of ten lack the day of the reorganisation. */
  noReorganisation: number;
}

const USUAL = ['direct', 'direct', 'direct', 'direct', 'indirect', 'indirect', 're-election'];
const RE_ELECTION = ['re-election', 're-election', 're-election', 're-election', 're-election', 'direct'];
export const aim = (change: Partial<Aim>): Aim => ({
  from: '2025-01-01',
  to: '2027-12-31',
  last: '2031-01-02',
  turns: ['2025-03-15', '2025-07-01'],
  long: 4,
  near: 0,
  reduced: 3,
  past: 1,
  byAge: 1,
  impacts: USUAL,
  short: 1,
  noAverage: 9,
  often: [],
  noReorganisation: 4,
  ...change,
});

/** Why people leave; by their own wish more often than not. */
const GROUNDS = [
  'wish',
  'wish',
  'wish',
  'reorganisation',
  'leadership',
  'health',
  'job-position',
  'standard',
  'quality',
];

export const AIMS: Readonly<Record<string, Aim>> = {
  nd154: aim({ from: '2025-06-15', to: '2026-12-31', turns: ['2025-06-16', '2025-07-01', '2026-05-31'] }),
  nd29: aim({
    from: '2023-07-19',
    to: '2025-06-16',
    last: '2025-06-16',
    turns: ['2023-07-20', '2025-06-15'],
    noAverage: 1,
    noReorganisation: 2,
    impacts: [...USUAL, 'direct', 'direct', 'indirect', 'indirect'],
  }),
  nd177: aim({ impacts: RE_ELECTION, long: 2, byAge: 0 }),
  'nd177-4': aim({
    impacts: RE_ELECTION,
    long: 0,
    near: 9,
    byAge: 0,
    turns: ['2025-01-01', '2026-07-01', '2025-07-01'],
  }),
  nq07: aim({
    from: '2025-09-16',
    to: '2028-12-31',
    turns: ['2025-09-17', '2025-11-01', '2025-11-02'],
    past: 9,
    reduced: 7,
    often: [...Array<string>(9).fill('contract-professional'), 'union-official', 'union-official', 'cadre', 'cadre'],
    noReorganisation: 1,
    impacts: [...Array<string>(12).fill('direct'), 'indirect', 're-election'],
  }),
  nd170: aim({ from: '2025-06-30', turns: ['2025-07-01', '2026-08-01', '2026-08-02'], short: 5 }),
  nd338: aim({
    from: '2025-09-01',
    turns: ['2025-09-02', '2026-07-01', '2026-09-01', '2026-09-01'],
    impacts: ['direct', 'direct', 'direct', 'direct', 'indirect', 're-election'],
    long: 5,
    past: 0,
    byAge: 0,
    short: 3,
    noAverage: 4,
  }),
  'nd178-11': aim({ turns: ['2025-01-01', '2026-07-01'] }),
  'nd178-12': aim({ turns: ['2025-01-01', '2026-07-01'] }),
};

export interface Draws {
  group: number;
  stranger: number;
  female: boolean;
  date: string;
  by: number;
  early: number;
  limit: number;
  committee: string | undefined;
  past: number;
  ageAtLeaving: number;
  schedule: string | undefined;
  route: number;
  impact: string;
  blocked: string | undefined;
  voluntary: boolean | undefined;
  decided: number | undefined;
  ground: string | undefined;
  reorganisation: number | undefined;
  filed: number | undefined;
  unemployment: number | undefined;
  rank: number;
  long: number;
  short: number;
  isShort: number;
  publicSector: number | undefined;
  countable: number | undefined;
  hazardous: number | undefined;
  pensionEligible: boolean | undefined;
  pensioner: boolean | undefined;
  pensionSince: number | undefined;
  otherPosts: number | undefined;
  full: OracleCase['salary'];
  part: OracleCase['salary'];
  average: string | undefined;
  work: number | undefined;
  training: OracleCase['training'];
  settled: OracleCase['settled'];
  term: number | undefined;
  newAllowance: string | undefined;
}

export function draws({
  from,
  to,
  last,
  turns,
  long,
  near,
  reduced,
  impacts,
  noAverage,
  noReorganisation,
}: Aim): fc.Arbitrary<Draws> {
  return fc.record({
    group: fc.nat(1000),
    stranger: fc.nat(39),
    female: fc.boolean(),
    date: parts.leavingDay(from, to, last, turns),
    by: fc.nat(9),
    early: parts.early(long, near),
    limit: fc.constantFrom(52, 55, 58, 60),
    committee: optional(fc.constantFrom('0.3', '0.4', '0.125'), 3),
    past: parts.past,
    ageAtLeaving: parts.ageAtLeaving,
    schedule: fc.nat(39).map((n) => (n < 4 * reduced ? 'reduced' : { 38: 'limit', 37: 'normal' }[n])),
    route: fc.nat(1000),
    impact: fc.constantFrom(...impacts),
    blocked: optional(
      fc.nat(14).map((n) => ['pregnancy-or-small-child', 'discipline-or-inspection'][n] ?? 'none'),
      6,
    ),
    voluntary: optional(fc.boolean(), 6),
    decided: optional(fc.oneof(fc.constantFrom(0, 1, 30), fc.nat(200)), 6),
    ground: optional(fc.constantFrom(...GROUNDS), 6),
    reorganisation: optional(fc.integer({ min: 0, max: 500 }), noReorganisation),
    filed: optional(fc.oneof(fc.constantFrom(0, 1, 2, 31), fc.nat(120)), 7),
    unemployment: optional(parts.partOfService, 7),
    rank: fc.nat(1000),
    long: parts.service,
    short: parts.shortService,
    isShort: fc.nat(9),
    publicSector: optional(parts.partOfService, 6),
    countable: optional(parts.partOfService, 6),
    hazardous: optional(fc.constantFrom(179, 180, 181, 240), 5),
    pensionEligible: optional(fc.boolean(), 8),
    pensioner: optional(fc.boolean(), 7),
    pensionSince: optional(parts.past, 6),
    otherPosts: optional(fc.oneof(fc.constantFrom(1, 6, 7, 19, 20, 21), fc.nat(120)), 6),
    full: parts.salaries.full,
    part: parts.salaries.part,
    average: optional(parts.average, noAverage),
    work: optional(parts.work, 1),
    training: parts.training,
    settled: optional(
      fc.record(
        {
          scheme: fc.constantFrom('nd29', 'nd29', 'nd177', 'nd178'),
          amount: fc.oneof(fc.constantFrom('1', '100000000'), fc.nat(900_000_000).map(String)),
          date: fc.constantFrom('2024-12-31', '2025-01-01', '2025-01-02', '2024-06-01', '2025-05-01'),
        },
        { requiredKeys: ['scheme'] },
      ),
      8,
    ),
    term: optional(fc.oneof(fc.constantFrom(0, 4, 5, 6, 7), fc.nat(60)), 1),
    newAllowance: optional(fc.constantFrom('0', '0.1', '0.2', '0.45'), 3),
  });
}
