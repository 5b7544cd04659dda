import { oracle } from './nd178.ts';
import type { Duration, OracleCase, OracleOptions, OracleResult } from './types.ts';

/**
 * People for rows computed by hand. S is 10,000,000 unless a row says otherwise, so a line of n months is
 * n x 10,000,000. A man born from 1966-04 on reaches the age 62 years later; his pension starts the month after:
 * born 1968-04, May 2030, 60 months after a leaving in May 2025.
 */

export interface Change {
  person?: Partial<OracleCase['person']>;
  leaving?: Partial<OracleCase['leaving']>;
  age?: OracleCase['age'];
  insurance?: Partial<OracleCase['insurance']>;
  salary?: OracleCase['salary'];
  work?: OracleCase['work'];
  training?: OracleCase['training'];
  settled?: OracleCase['settled'];
  post?: OracleCase['post'];
}

/** A civil servant, 60 months early, 22 years of insurance, in the first 12 months; with the changes asked for. */
export function person(change: Change = {}): OracleCase {
  return {
    acceptImplausible: true,
    person: { sex: 'male', birth: '1968-04-15', group: 'civil-servant', ...change.person },
    leaving: { route: 'auto', date: '2025-05-01', reorganisation: '2025-03-01', ...change.leaving },
    ...(change.age ? { age: change.age } : {}),
    insurance: { years: 22, months: 0, ...change.insurance },
    salary: change.salary ?? { monthly: '10000000' },
    ...(change.work ? { work: change.work } : {}),
    ...(change.training ? { training: change.training } : {}),
    ...(change.settled ? { settled: change.settled } : {}),
    ...(change.post ? { post: change.post } : {}),
  };
}

export function months(result: OracleResult): Record<string, string> {
  return Object.fromEntries((result.benefits ?? []).map((line) => [line.id, line.months]));
}

/** The months of each line, in the order of the Articles, or the outcome if nothing is paid. */
export function lines(c: OracleCase, options?: OracleOptions): string {
  const result = oracle(c, options);
  return result.outcome === 'paid' ? Object.values(months(result)).join(' ') : result.outcome;
}

export function reading(id: string, option: string): OracleOptions {
  return { interpretations: { [id]: option } };
}

export function years(text: string): Duration {
  const [y, m] = text.split('-').map(Number);
  return { years: y ?? 0, months: m ?? 0 };
}
