import { bad, good, type Checked } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import type { CaseInput, Unread } from '../case/input.ts';
import { calculation, type CalculateOptions } from '../engine/calculate.ts';
import { CALCULATE_OPTIONS } from '../engine/options.ts';
import { recordOf, type ResultRecord } from '../engine/receipt.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { CaseIssue } from '../messages/issue.ts';
import { demandOptions, LANG, LAW, optionIssues, type OptionsOf } from '../messages/options.ts';
import type { Law } from '../law/law.ts';
import type { Document } from './document.ts';
import { explain, type Explanation } from './explanation.ts';
import { explanationDocument } from './explanation-document.ts';
import { refusalSheet } from './refusal.ts';

/**
 * How the result of a case came about, step by step, each with its legal basis (diễn giải). A case that no version of the
 * law covers has no steps: its record is given, with the reason among its findings.
 */
export function explainCase(
  input: CaseInput | Unread,
  options: CalculateOptions = {},
): Checked<Explanation | ResultRecord, CaseIssue> {
  const wrong = optionIssues(options, CALCULATE_OPTIONS);
  if (wrong.length > 0) return bad([...wrong]);
  const worked = calculation(input, options);
  if (!worked.ok) return worked;
  if ('refused' in worked.value) return good(recordOf(worked.value.refused));
  const { lang = 'vi', law = builtinLaw(), asOf } = options;
  return good(explain(worked.value, { lang, law, asOf }));
}

/** How an explanation is laid out. */
export interface ExplanationPaperOptions {
  readonly lang?: Lang | undefined;
  /** The law of the result; default: the built-in rule files. */
  readonly law?: Law | undefined;
}

const PAPER_OPTIONS: OptionsOf<ExplanationPaperOptions> = { lang: LANG, law: LAW };

/**
 * An explanation as a document, to be laid out by {@link documentText} or written as DOCX. Throws a `TypeError` for an
 * option that there is none of.
 */
export function explanationPaper(
  explained: Explanation | ResultRecord,
  options: ExplanationPaperOptions = {},
): Document {
  demandOptions(options, PAPER_OPTIONS);
  const { lang = 'vi', law = builtinLaw() } = options;
  return 'sections' in explained ? explanationDocument(explained, lang) : refusalSheet(explained, { lang, law });
}
