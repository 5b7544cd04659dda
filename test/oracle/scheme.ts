import type { Duration, OracleCase } from './types.ts';
import type { Rational } from './rational.ts';

/** What a line is a multiple of. */
export type Base = 'salary' | 'average' | 'allowance' | 'statutory' | 'difference' | 'fee';

/** A benefit before it is turned into money; `most`: never more than so many of another base. */
export interface PayLine {
  id: string;
  months: Rational;
  base: Base;
  most?: { base: Base; months: number };
}

/** What the Articles of the neighbouring acts ask about one person. */
export interface NeighbourFacts {
  c: OracleCase;
  date: string;
  group: string;
  impact: string;
  schedule: string;
  readings: Readonly<Record<string, string>>;
  bases: Readonly<Partial<Record<Base, Rational>>>;
  /** The month in which the age is reached. */
  ageMonth: number | undefined;
  monthsEarly: number;
  /** Months worked past the month in which the pension would have started. */
  monthsPast: number;
  /** Age in months at leaving. */
  ageMonths: number;
  /** Years early and years of service, counted in half years. */
  earlyHalves: number;
  serviceMonths: number;
  serviceHalves: number;
  pensionEligible: boolean;
  /** Appendix II, and the case says that the hard work was shorter than 15 years. */
  hardWorkTooShort: boolean;
}

/** One way of leaving under a scheme. */
export interface SchemeRoute {
  name: string;
  /** Only taken when the case asks for it. */
  byName?: boolean;
  /** Whom it is for; everybody of the scheme if not said. */
  groups?: ReadonlySet<string>;
  /** Why the person is not entitled; undefined if entitled. */
  obstacle: (facts: NeighbourFacts) => string | undefined;
  /** What is paid, or the key that is missing for it. */
  lines: (facts: NeighbourFacts) => PayLine[] | Missing;
}

/** A key that the case would have to give. */
export interface Missing {
  missing: string;
}

export type AfterAge = 'known' | 'counted' | 'refused' | 'unasked';

/** A neighbouring act as the oracle sees it. */
export interface Scheme {
  id: string;
  /** The first and the last leaving day it covers. */
  from: string;
  to?: string;
  /** Whom it covers, and from which day. */
  groups: ReadonlyMap<string, string>;
  /** A monthly allowance may stand for the salary. */
  byAllowance?: boolean;
  /** Điều 4 of Decree 178 keeps people from it; the digest says so of Decree 154, of the others it is a reading. */
  blocks?: boolean;
  /**
   * Who leaves after the age, or was born before the tables begin and so is past it: `known` as being at the age;
   * `counted` by the months past it; `refused` as a mistake. `unasked`: the age plays no part.
   */
  afterAge: AfterAge | ((group: string) => AfterAge);
  /** The measures that the scheme speaks of. */
  measures: readonly string[];
  /** Open questions with their options, the default first. */
  readings: Readonly<Record<string, readonly string[]>>;
  routes: readonly SchemeRoute[];
  /** Allowances by percentage that count to the salary. */
  percents: readonly string[];
  /** From when the retained difference counts to the salary. */
  retainedFrom: string;
  serviceMonths: (insurance: OracleCase['insurance']) => number;
  /** Odd months to half years; the result counts half years. */
  serviceHalves: (months: number) => number;
  /** Why the person is no subject of the act; undefined if it applies. */
  subject?: (facts: NeighbourFacts) => string | undefined;
  /** The scheme whose earlier payment is set off. */
  setsOff?: string;
}

/** The civil staff of these acts. */
export const CIVIL: ReadonlySet<string> = new Set([
  'cadre',
  'civil-servant',
  'public-employee',
  'contract-worker',
  'commune-cadre',
  'commune-civil-servant',
  'association-staff',
]);

/** The percentages of Điều 5 khoản 6 of Decree 178 that the civil staff may have. */
export const ALL_PERCENTS: readonly string[] = [
  'overFrame',
  'profession',
  'preferential',
  'responsibility',
  'publicService',
  'party',
  'specific',
];

/** Decree 154 Điều 5 khoản 1, Decree 29: only over-frame and professional seniority. */
export const SENIORITY_ONLY: readonly string[] = ['overFrame', 'profession'];

/** The salary, the age and the months to it. */
export const TO_AGE: readonly string[] = ['monthlySalary', 'normalRetirement', 'pensionStart', 'monthsEarly'];

/** Questions that all acts which count months early share. */
export const MID_MONTH = { 'mid-month-leaving': ['month', 'whole-months'] } as const;
export const SALARY_ROUNDING = { 'salary-rounding': ['component', 'exact'] } as const;

/** Groups that are covered as long as the scheme is. */
export function always(groups: Iterable<string>): ReadonlyMap<string, string> {
  return new Map([...groups].map((group) => [group, '']));
}

const inMonths = (duration: Duration): number => duration.years * 12 + duration.months;

/** Service that counts: not yet paid out. */
export function countable(insurance: OracleCase['insurance']): number {
  return inMonths(insurance.countable ?? insurance);
}

/** Decree 154 Điều 5 khoản 4: in the public sector and not yet paid out; the shorter of both. */
export function publicAndCountable(insurance: OracleCase['insurance']): number {
  return Math.min(inMonths(insurance.publicSector ?? insurance), countable(insurance));
}
