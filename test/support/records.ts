import { calculate, recordOf, type CalculateOptions, type ResultRecord } from '../../src/index.ts';

/** A civil servant who leaves 30 months early; the official example C of official letter 1814. */
export const CASE_C = {
  id: 'C',
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22, months: 0 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

/** A record of a case; the case C with what is given changed. */
export function recordFor(change: Record<string, unknown> = {}, options: CalculateOptions = {}): ResultRecord {
  const result = calculate({ ...CASE_C, ...change }, { scheme: 'nd178', ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return recordOf(result.value);
}

/** The same value after it was written and read: what a file holds. */
export function reread<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** A copy in which the value at a dotted path is another one. */
export function altered(value: unknown, path: string, to: unknown): Record<string, unknown> {
  const copy = reread(value) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const at = keys.reduce((node, key) => node[key] as Record<string, unknown>, copy);
  if (to === undefined) Reflect.deleteProperty(at, last);
  else at[last] = to;
  return copy;
}
