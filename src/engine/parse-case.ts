import { bad, type Checked } from '../base/checked.ts';
import type { Case } from '../case/case.ts';
import type { CaseInput, Unread } from '../case/input.ts';
import { parseCase as parse, type ParseOptions as CaseOptions } from '../case/parse.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Law } from '../law/law.ts';
import type { CaseIssue } from '../messages/issue.ts';
import { LANG, LAW, optionIssues, type OptionsOf } from '../messages/options.ts';
import { AUTO } from './schemes.ts';
import { spellingOf } from './vocabulary.ts';

/** How to read a case. */
export interface ParseOptions extends CaseOptions {
  /** The law whose groups and routes are read by their names; default: the built-in rule files. */
  readonly law?: Law | undefined;
}

const OPTIONS: OptionsOf<ParseOptions> = { lang: LANG, law: LAW };

/**
 * Reads a case (hồ sơ) as people write it: structure, spelling, dates, numbers, and what must hold whatever the law
 * says. Gives the case with its defaults, unchangeable, or every fault at once. What depends on the law (whether it
 * covers a group, whether the birth is covered) is told by `calculate`.
 */
export function parseCase(raw: CaseInput | Unread, options: ParseOptions = {}): Checked<Case, CaseIssue> {
  const wrong = optionIssues(options, OPTIONS);
  if (wrong.length > 0) return bad([...wrong]);
  const { law = builtinLaw(), ...how } = options;
  return parse(raw, how, spellingOf(law, AUTO));
}
