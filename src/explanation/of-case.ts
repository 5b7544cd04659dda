import { good, type Checked } from '../base/checked.ts';
import type { CaseInput, Unread } from '../case/input.ts';
import { calculation, type CalculateOptions } from '../engine/calculate.ts';
import { recordOf, type ResultRecord } from '../engine/receipt.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { CaseIssue } from '../messages/issue.ts';
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
  const worked = calculation(input, options);
  if (!worked.ok) return worked;
  if ('refused' in worked.value) return good(recordOf(worked.value.refused));
  const { lang = 'vi', law = builtinLaw(), asOf } = options;
  return good(explain(worked.value, { lang, law, asOf }));
}

/** An explanation as a document, to be laid out by {@link documentText} or written as DOCX. */
export function explanationPaper(
  explained: Explanation | ResultRecord,
  { lang = 'vi', law = builtinLaw() }: Pick<CalculateOptions, 'lang' | 'law'> = {},
): Document {
  return 'sections' in explained ? explanationDocument(explained, lang) : refusalSheet(explained, { lang, law });
}
