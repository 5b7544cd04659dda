import type * as z from 'zod';
import type { Issue } from '../../src/base/checked.ts';
import { readJson } from '../../src/base/json.ts';
import { jsonText } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import { compare, type CompareOptions, type Variant } from '../../src/engine/compare.ts';
import { optionIssues } from '../../src/engine/options.ts';
import type { CalculateOptions } from '../../src/engine/calculate.ts';
import { explainCase } from '../../src/explanation/of-case.ts';
import type { Law } from '../../src/law/law.ts';
import { issue } from '../../src/messages/issue.ts';
import { jsonIssues } from '../../src/messages/json-issues.ts';
import { lineOf } from '../../src/table/batch.ts';
import { caseOutcome, refusalOf } from '../../src/table/batch-rows.ts';
import { requestOf, type CaseRequest } from '../../src/table/request.ts';
import { compareRequestSchema } from '../../src/table/request-schema.ts';
import { nativeSha256 } from '../files/sha256.ts';
import { NOT_JSON, Problem } from './problem.ts';

/** The options of the server, which those of a call go over. */
export type ServedOptions = CalculateOptions & { readonly lang: Lang; readonly law: Law };

/** What is answered: JSON, and whether it is what was asked for or a refusal. */
export interface Answer {
  readonly status: 200 | 422;
  readonly json: string;
}

/** Makes an answer of the text of a body. Throws {@link Problem} for what is no JSON. */
export type Answering = (text: string, options: ServedOptions) => Answer;

/** A case, or a request: its record, or a refusal. */
export const calculated: Answering = (text, options) => {
  const value = valueOf(text, options.lang);
  if ('refused' in value) return value.refused;
  const outcome = caseOutcome(value.given, 1, options);
  return { status: outcome.result ? 200 : 422, json: jsonText(lineOf(outcome, nativeSha256)) };
};

/** A case, or a request: its explanation; where no version of the law covers it, its record. */
export const explained: Answering = (text, options) => {
  const value = valueOf(text, options.lang);
  if ('refused' in value) return value.refused;
  const { request, case: one, options: own = {} } = requestOf(value.given) ?? asRequest(value.given);
  const wrong = optionIssues(own, []);
  if (wrong.length > 0) return refused(wrong);
  const found = explainCase(one, { ...options, ...own, law: options.law });
  if (!found.ok) return refused(found.issues);
  return { status: 200, json: jsonText(request === undefined ? found.value : { ...found.value, request }) };
};

/** A case under variants: the comparison. */
export const compared: Answering = (text, options) => {
  const value = valueOf(text, options.lang);
  if ('refused' in value) return value.refused;
  const { given } = value;
  if (typeof given !== 'object' || given === null) throw new Problem(400, NOT_JSON);
  const { case: one, variants, options: own = {} } = given as Partial<CompareRequest>;
  const { accrue, ...core } = own;
  const wrong = optionIssues(core, []);
  if (wrong.length > 0) return refused(wrong);
  const checked = compareRequestSchema.safeParse({ ...given, case: EXAMPLE });
  if (!checked.success) {
    const lang = core.lang ?? options.lang;
    return refused(checked.error.issues.flatMap((fault) => structureIssues(fault, lang)).slice(0, MOST_TOLD));
  }
  const both: CompareOptions = { ...options, ...core, law: options.law, accrue };
  const found = compare(one, variants ?? [], both);
  return found.ok ? { status: 200, json: jsonText(found.value) } : refused(found.issues);
};

interface CompareRequest extends CaseRequest {
  readonly variants: readonly Variant[];
  readonly options?: CompareRequestOptions;
}

type CompareRequestOptions = Omit<CompareOptions, 'law'>;

/** A case in whose place that of the caller is checked, with every fault told, by the calculation itself. */
const EXAMPLE = {
  person: { sex: '', birth: '', group: '' },
  leaving: { route: '', date: '' },
  insurance: { years: 0 },
  salary: {},
};

/** What stands under the keys of a request to compare. */
const EXPECTED: Readonly<Record<string, string>> = {
  variants: '[{scheme?, asOf?, route?, date?, interpretations?}, …] (1–240)',
  options: '{scheme?, asOf?, interpretations?, acceptUnverified?, pension?, lang?, accrue?}',
};

function structureIssues(fault: z.core.$ZodIssue, lang: Lang): Issue[] {
  const path = fault.path.map(String).join('.');
  if (fault.code === 'unrecognized_keys')
    return fault.keys.slice(0, MOST_TOLD).map((name) => {
      const key = path === '' ? name : `${path}.${name}`;
      return issue(lang, 'unknown-key', key, { key });
    });
  const expected = EXPECTED[path.split('.')[0] ?? ''] ?? '{case, variants, options?}';
  return [issue(lang, 'wrong-type', path, { title: path, expected })];
}

/** One slip makes many faults; the first ones tell it. */
const MOST_TOLD = 20;

function asRequest(given: unknown): CaseRequest {
  return { case: given };
}

function refused(issues: readonly Issue[]): Answer {
  return { status: 422, json: jsonText(refusalOf(undefined, 1, {}, issues)) };
}

/** The value of a body; a refusal where its JSON says something that a program would read otherwise. */
function valueOf(text: string, lang: Lang): { readonly given: unknown } | { readonly refused: Answer } {
  const read = readJson(text);
  if (read.ok) return { given: read.value };
  if (read.faults.length === 0) throw new Problem(400, NOT_JSON);
  return { refused: refused(jsonIssues(lang, read.faults)) };
}
