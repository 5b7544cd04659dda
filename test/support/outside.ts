import { readCases, type OutsideSource, type Vetted } from './vetted.ts';

/** A table of retirement ages as it was printed. */
export interface PrintedAges {
  readonly source: OutsideSource;
  readonly schedule: 'normal' | 'reduced';
  /** The first and last birth of a row, the age, the first and last month in which the pension starts. */
  readonly rows: readonly {
    readonly sex: 'male' | 'female';
    readonly age: string;
    readonly births: readonly [string, string];
    readonly pensions: readonly [string, string];
  }[];
}

/** A table of salaries as it was printed: a month's amount by coefficient, or by the steps of a grade. */
export interface PrintedScale {
  readonly source: OutsideSource;
  /** A scheme, a leaving day and a group under which the salary of such a month is computed. */
  readonly law: string;
  readonly date: string;
  readonly group: string;
  readonly rank?: string;
  readonly coefficients: Readonly<Record<string, string>>;
  readonly grades?: Readonly<Record<string, readonly string[]>>;
}

/** Age limits of a group as they were printed. */
export interface PrintedLimits {
  readonly source: OutsideSource;
  readonly group: string;
  readonly rows: readonly {
    readonly sex: 'male' | 'female';
    /** Without them the limit is that of the group. */
    readonly ranks?: readonly string[];
    /** `61y` or `61y3m`. */
    readonly age: string;
    /** The year in which the limit is reached, where the age grows. */
    readonly reached?: number;
    /** The day of the decision, where an older act limits. */
    readonly decided?: string;
  }[];
}

/** What a source prints and nothing here expects, and why. */
export interface Disputed {
  readonly source: OutsideSource;
  readonly prints: string;
  readonly because: string;
}

/** Truth from outside: what others have printed (`test/proof/cases/external.yaml`). */
export interface Outside {
  readonly cases: readonly (Vetted & { readonly source: OutsideSource })[];
  readonly ages: readonly PrintedAges[];
  readonly limits: readonly PrintedLimits[];
  readonly scales: readonly PrintedScale[];
  readonly disputed: readonly Disputed[];
  /** Known to exist, and not to be used. */
  readonly unused: readonly { readonly what: string; readonly because: string }[];
}

/** What the file holds. */
export function outside(): Outside {
  return readCases('external.yaml') as Outside;
}

/** What a case from outside is about, whatever law computes it: the scheme, the route, the group, its salary keys. */
export interface About {
  readonly scheme: string;
  readonly route: string;
  readonly group: string;
  readonly salary: readonly string[];
}

/** What a case from outside is about; the words are those of the case, of its options, or of what it expects. */
export function about({ case: one, options, expect }: Vetted): About {
  const { law, person, leaving, salary } = one as {
    readonly law?: string;
    readonly person: { readonly group: string };
    readonly leaving: { readonly route: string };
    readonly salary: object;
  };
  return {
    scheme: expect.scheme ?? law ?? options?.scheme ?? '',
    route: expect.route ?? leaving.route,
    group: person.group,
    salary: Object.keys(salary),
  };
}

/** Whether a case from outside expects an amount of money, and not only counts. */
export function printsMoney({ expect: { benefits, total, measures, salary, pension } }: Vetted): boolean {
  const monthly = measures?.['monthlySalary'] ?? pension?.['monthly'];
  const lines = benefits?.some(({ amount }) => amount !== undefined) ?? false;
  return lines || (total ?? monthly ?? salary) !== undefined;
}
