import type { CalculateOptions } from '../engine/calculate.ts';

/** The options that one case may have for itself: those of `calculate` that can be written as JSON. */
export type RequestOptions = Omit<CalculateOptions, 'law'>;

/** A case with what belongs to it alone (một yêu cầu tính): `{"request": "a-17", "case": {...}, "options": {...}}`. */
export interface CaseRequest {
  /** The name by which the answer is known again; it stands in the answer as it was given. */
  readonly request?: string | number | undefined;
  readonly case: unknown;
  /** Over those of the run. */
  readonly options?: RequestOptions | undefined;
}

const NAMES: ReadonlySet<string> = new Set(['request', 'case', 'options']);

/** Most letters of the name of a request. */
const LONGEST = 200;

/** The request that a value is; undefined for a case, for a record, and for what is neither. */
export function requestOf(given: unknown): CaseRequest | undefined {
  if (typeof given !== 'object' || given === null || !('case' in given) || 'schema' in given) return undefined;
  return Object.keys(given).every((name) => NAMES.has(name)) ? (given as CaseRequest) : undefined;
}

/** Whether the name of a request can be given back: a text of at most 200 letters, or a whole number. */
export function isRequestName(name: unknown): name is string | number | undefined {
  if (name === undefined || Number.isSafeInteger(name)) return true;
  return typeof name === 'string' && name.length <= LONGEST;
}
