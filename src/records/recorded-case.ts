import type { Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import { givenAt } from '../case/flat.ts';
import { CASE_KEYS } from '../case/keys.ts';
import { parseCase } from '../case/parse.ts';
import { isPlainText, Spelling } from '../case/spelling/spelling.ts';
import { AUTO } from '../engine/schemes.ts';
import { vocabularyOf } from '../engine/vocabulary.ts';
import type { Law } from '../law/law.ts';

const TEXTS = CASE_KEYS.filter(({ type }) => type === 'text').map(({ key }) => key);

/**
 * The case of a record, to be computed again as it stands: a text that was recorded with a break of line or a control
 * character, which a case is no longer read with, is what was computed then.
 */
export function recordedCase(one: Case, law: Law, lang: Lang): Case {
  const odd = TEXTS.some((key) => {
    const text = givenAt(one, key);
    return typeof text === 'string' && !isPlainText(text);
  });
  if (!odd) return one;
  const read = parseCase(one, { lang }, law.derived(literalSpelling));
  return read.ok ? read.value : one;
}

function literalSpelling(law: Law): Spelling {
  return new Spelling(vocabularyOf(law, AUTO), true, true);
}
