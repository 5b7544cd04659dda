import type { Checked, Issue } from '../../src/base/checked.ts';
import { isObject, readJson } from '../../src/base/json.ts';
import { jsonText } from '../../src/base/printable.ts';
import type { Lang } from '../../src/base/text.ts';
import type { CalculateOptions } from '../../src/engine/calculate.ts';
import { compare, COMPARE_REQUEST_OPTIONS, variantIssues, type Variant } from '../../src/engine/compare.ts';
import { MOST_VARIANTS } from '../../src/engine/variants.ts';
import { explainCase } from '../../src/explanation/of-case.ts';
import type { Law } from '../../src/law/law.ts';
import { issue } from '../../src/messages/issue.ts';
import { jsonIssues } from '../../src/messages/json-issues.ts';
import { lineOf } from '../../src/table/batch.ts';
import { caseOutcome, refusalOf } from '../../src/table/batch-rows.ts';
import { requestIssues, requestLang, requestName, requestOf, type CaseRequest } from '../../src/table/request.ts';
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
  const asked = requestOf(value.given) ?? { case: value.given };
  const wrong = requestIssues(asked, options.lang);
  if (wrong.length > 0) return refused(wrong, requestName(value.given));
  return answered(asked, explainCase(asked.case, underOwn(options, asked)));
};

/** A case under variants: the comparison. */
export const compared: Answering = (text, options) => {
  const value = valueOf(text, options.lang);
  if ('refused' in value) return value.refused;
  if (!isObject(value.given))
    return refused([issue(options.lang, 'wrong-type', '', { title: '', expected: COMPARED })]);
  const { variants, ...rest } = value.given;
  const asked = rest as unknown as CaseRequest;
  const lang = requestLang(asked, options.lang);
  const wrong = [
    ...('case' in rest ? [] : [issue(lang, 'missing', 'case', { title: 'case', key: 'case' })]),
    ...requestIssues(asked, lang, COMPARE_REQUEST_OPTIONS),
    ...variantIssues(variants, lang),
    ...(Array.isArray(variants) && (variants.length === 0 || variants.length > MOST_VARIANTS)
      ? [issue(lang, 'wrong-type', 'variants', { title: 'variants', expected: `1–${MOST_VARIANTS}` })]
      : []),
  ];
  if (wrong.length > 0) return refused(wrong.slice(0, MOST_TOLD), requestName(rest));
  return answered(asked, compare(asked.case, variants as readonly Variant[], underOwn(options, asked)));
};

/** What a body to compare holds. */
const COMPARED = `{request?, case, variants: [{scheme?, asOf?, route?, date?, interpretations?}, …], options?}`;

/** The options of the server, and over them those of the request. */
function underOwn(options: ServedOptions, asked: CaseRequest): CalculateOptions {
  return { ...options, ...asked.options, lang: requestLang(asked, options.lang) };
}

/** The value under the name of its request; else the refusal. */
function answered(asked: CaseRequest, found: Checked<object>): Answer {
  const request = requestName(asked);
  if (!found.ok) return refused(found.issues, request);
  return { status: 200, json: jsonText(request === undefined ? found.value : { ...found.value, request }) };
}

/** One slip makes many faults; the first ones tell it. */
const MOST_TOLD = 20;

function refused(issues: readonly Issue[], request?: string | number): Answer {
  const refusal = refusalOf(undefined, 1, {}, issues);
  return { status: 422, json: jsonText(request === undefined ? refusal : { ...refusal, request }) };
}

/** The value of a body; a refusal where its JSON says something that a program would read otherwise. */
function valueOf(text: string, lang: Lang): { readonly given: unknown } | { readonly refused: Answer } {
  const read = readJson(text);
  if (read.ok) return { given: read.value };
  if (read.faults.length === 0) throw new Problem(400, NOT_JSON);
  return { refused: refused(jsonIssues(lang, read.faults)) };
}
