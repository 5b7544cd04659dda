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
  /** What a month is worth where it is not what the base is worth on leaving, and the months it is paid for. */
  worth?: Rational;
  from?: string;
  until?: string;
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
  /** Its amounts were not seen: whoever would be paid by it is refused. */
  unseen?: (facts: NeighbourFacts) => boolean;
  /** What is paid, or the key that is missing for it, or the Article whose amount nobody has seen. */
  lines: (facts: NeighbourFacts) => PayLine[] | Missing | Unseen;
}

/** A key that the case would have to give. */
export interface Missing {
  missing: string;
}

/** The chosen option of each open question. */
export type Chosen = Readonly<Record<string, string>>;
/** An Article whose amount was not seen: the case is refused by its name. */
export interface Unseen {
  unseen: string;
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
  /** Allowances by percentage that count to the salary; a reading may decide. */
  percents: readonly string[] | ((readings: Chosen) => readonly string[]);
  /** From when the retained difference counts to the salary; a reading may decide. */
  retainedFrom: string | ((readings: Chosen) => string);
  /** The salary of a labour contract is no salary of the scheme. */
  byContract?: false;
  /** The committee allowance counts to the salary. */
  committee?: true;
  /** The base salary of the leaving month itself makes the salary, not that of the month before. */
  ownMonth?: true;
  /** The age is that of labour law, for the forces as well. */
  labourAge?: true;
  /** Whom of a group it covers; everybody if not said. */
  covers?: (person: OracleCase['person']) => boolean;
  serviceMonths: (insurance: OracleCase['insurance'], c: OracleCase) => number;
  /** Odd months to half years; the result counts half years. */
  serviceHalves: (months: number, c: OracleCase) => number;
  /** The same for the months early; as Decree 178 has it if not said. */
  earlyHalves?: (months: number, c: OracleCase) => number;
  /** The month whose base salary counts; the one before the leaving if not said. */
  salaryMonth?: (c: OracleCase) => number;
  /** Percentages that count for some groups only. */
  percentsOf?: (c: OracleCase) => readonly string[];
  /** Why the group is not covered though it is listed. */
  misfit?: (c: OracleCase) => string | undefined;
  /** Why the case is turned away by name. */
  refuses?: (c: OracleCase) => string | undefined;
  /** Why the person is no subject of the act; undefined if it applies. */
  subject?: (facts: NeighbourFacts) => string | undefined;
  /** What the case must give to be counted at all; undefined if nothing is lacking. */
  lacks?: (c: OracleCase, readings: Readonly<Record<string, string>>) => string | undefined;
  /** Months since another day than that of the age, for whom the act says so. */
  monthsSince?: (c: OracleCase) => number | undefined;
  /** The Article under which the person stands and which nobody has seen; undefined if all were. */
  unseen?: (facts: NeighbourFacts) => string | undefined;
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

/** Whether the person draws a pension or benefit on the day of leaving: as stated, else by the day it began. */
export function drawsPension({ person, leaving }: OracleCase): boolean {
  const { pensioner, pensionSince } = person;
  return pensioner ?? (pensionSince !== undefined && pensionSince <= leaving.date);
}

/**
 * Whether the reason of leaving is one of streamlining: not given, or any but the own wish, which counts only beside a
 * reorganisation.
 */
export function isStreamlined({ leaving }: OracleCase): boolean {
  return leaving.ground !== 'wish' || leaving.reorganisation !== undefined;
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
