import type { Issue } from '../base/checked.ts';
import { isObject } from '../base/json.ts';
import { nearest, type Lang } from '../base/text.ts';
import type { CalculateOptions } from '../engine/calculate.ts';
import { REQUEST_OPTIONS } from '../engine/options.ts';
import { issue } from '../messages/issue.ts';
import { optionIssues, type KnownOptions } from '../messages/options.ts';

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
  if (!isObject(given) || !Object.hasOwn(given, 'case') || Object.hasOwn(given, 'schema')) return undefined;
  return given as unknown as CaseRequest;
}

/** The name under which an answer goes out, where a value has one that can be given back. */
export function requestName(given: unknown): string | number | undefined {
  const name = isObject(given) ? given['request'] : undefined;
  return isRequestName(name) ? name : undefined;
}

/** Of many keys that there are none of the first ones tell what is wrong. */
const MOST_UNKNOWN = 20;

/**
 * What is wrong with a request beside its case: keys that there are none of, its name, its options. `lang`: of the words,
 * where its options name no language.
 */
export function requestIssues(asked: CaseRequest, lang: Lang, known: KnownOptions = REQUEST_OPTIONS): Issue[] {
  const { request, options = {} } = asked;
  const words = requestLang(asked, lang);
  const unknown = Object.keys(asked).filter((name) => !NAMES.has(name));
  const issues: Issue[] = unknown
    .slice(0, MOST_UNKNOWN)
    .map((key) => issue(words, 'unknown-key', key, { key, near: nearest(key, NAMES) }));
  if (!isRequestName(request))
    issues.push(issue(words, 'wrong-type', 'request', { title: 'request', expected: '"…" (≤ 200)' }));
  return [...issues, ...optionIssues(options, known, words)];
}

/** The language that the options of a request name, else that of the run. */
export function requestLang({ options }: CaseRequest, lang: Lang): Lang {
  const said: unknown = isObject(options) ? options.lang : undefined;
  return said === 'vi' || said === 'en' ? said : lang;
}

/** Whether the name of a request can be given back: a text of at most 200 letters, or a whole number. */
export function isRequestName(name: unknown): name is string | number | undefined {
  if (name === undefined || Number.isSafeInteger(name)) return true;
  return typeof name === 'string' && name.length <= LONGEST;
}
