/** A length of service in years and months. */
export interface Duration {
  years: number;
  months: number;
}

/** One person, in the public case shape. Enumerated values are plain strings so that bad ones can be expressed. */
export interface OracleCase {
  id?: string;
  law?: string;
  /** Drawn values are not bound to what people really have: the engine must compute them all the same. */
  acceptImplausible?: true;
  person: {
    name?: string;
    sex: string;
    birth: string;
    group: string;
    rank?: string;
    pensioner?: boolean;
    /** How cipher staff are paid: civil (not said), army, police. */
    paidLike?: string;
    pensionSince?: string;
  };
  leaving: {
    route: string;
    date: string;
    reorganisation?: string;
    decided?: string;
    /** The day the complete file was handed in. */
    filed?: string;
    ground?: string;
    programme?: string;
    impact?: string;
    voluntary?: boolean;
    blocked?: string;
  };
  age?: { schedule?: string; limit?: string };
  insurance: Duration & {
    publicSector?: Duration;
    countable?: Duration;
    hazardous?: Duration;
    /** Time insured for unemployment. */
    unemployment?: Duration;
    /** Time in other posts, for part-time staff. */
    otherPosts?: Duration;
    pensionEligible?: boolean;
  };
  salary: OracleSalary;
  /** Time worked as part-time staff. */
  work?: Duration;
  /** Vocational training after leaving: whole months, and the course fee in đồng. */
  training?: { months?: number; fee?: string };
  /** What was paid before, under which scheme. */
  settled?: { scheme?: string; amount?: string; date?: string };
  /** Điều 11: the end of the term, and the position allowance (a coefficient) of the new post. */
  post?: { termEnds?: string; newAllowance?: string };
}

/**
 * Components, or `contract`, or `monthly`, or `allowance`; `average` beside any of them. Coefficients and amounts are
 * decimals, the others per cents. `scale` and `step` stand for the coefficient, `stepMonths` for the over-frame.
 */
export interface OracleSalary {
  coefficient?: string;
  positionAllowance?: string;
  overFrame?: string;
  profession?: string;
  preferential?: string;
  responsibility?: string;
  publicService?: string;
  party?: string;
  specific?: string;
  retained?: string;
  committee?: string;
  contract?: string;
  monthly?: string;
  allowance?: string;
  average?: string;
  scale?: string;
  step?: number;
  stepMonths?: number;
}

export interface OracleOptions {
  /** Chosen reading of each open question; a missing one takes its default. */
  interpretations?: Record<string, string>;
  /** Compute with the law in force on this day instead of the leaving date. */
  asOf?: string;
}

export type Version = '2025-01-01' | '2025-03-15' | '2025-07-01' | '2026-07-01';
export type Route = 'early-retirement' | 'severance';
export type Window = 'first-12-months' | 'from-month-13' | 'none';

export interface OracleMeasures {
  monthlySalary: string;
  normalRetirement: string;
  pensionStart: string;
  monthsEarly: number;
  yearsEarly: string;
  serviceYears: string;
  severanceMonths: number;
  window: Window;
}

export interface OracleBenefit {
  id: string;
  /** How many months of salary the line pays. */
  months: string;
  amount: string;
  /** The first and the last month of a line that pays month by month. */
  from?: string;
  until?: string;
}

export interface OracleResult {
  outcome: 'paid' | 'nothing' | 'refused' | 'invalid';
  /** The route that pays; only with `paid`. */
  route?: Route;
  /** Why there is no payment. */
  reason?: string;
  version?: Version;
  measures?: OracleMeasures;
  benefits?: OracleBenefit[];
  total?: string;
  /** What is still to be paid when another scheme has settled already, VND. */
  due?: string;
}
