import { bad, type Checked, type Issue } from '../base/checked.ts';
import type { Lang, OneOf } from '../base/text.ts';
import type { Sex } from '../case/enumerations.ts';
import { caseKey } from '../case/keys.ts';
import { birthMonth } from '../case/parse.ts';
import { readBirthText } from '../case/spelling/dates.ts';
import type { Spelled } from '../case/spelling/numbers.ts';
import { indexWords, readWord } from '../case/spelling/words.ts';
import type { CalculateOptions } from '../engine/calculate.ts';
import { CALCULATE_OPTIONS } from '../engine/options.ts';
import { AUTO } from '../engine/schemes.ts';
import { vocabularyOf } from '../engine/vocabulary.ts';
import { mainScheme } from '../law/act.ts';
import { builtinLaw } from '../law/builtin.ts';
import { issue } from '../messages/issue.ts';
import { optionIssues, type OptionsOf } from '../messages/options.ts';
import { retirementTable, type RetirementTable } from './retirement.ts';

/** Whose retirement age is asked for. */
export interface RetirementPerson {
  /** Day, month or year of birth, as people write it. */
  readonly birth: string;
  /** `male`, `female`, or as people write it. */
  readonly sex: OneOf<Sex>;
}

/** Under which law the age is asked for: those options of `calculate` that bear on it. */
export interface RetirementOptions {
  readonly law?: CalculateOptions['law'];
  readonly scheme?: CalculateOptions['scheme'];
  /** Pins the version of the law in force on that day (YYYY-MM-DD); default: the last version. */
  readonly asOf?: string | undefined;
  readonly lang?: Lang | undefined;
}

const { law, scheme, asOf, lang } = CALCULATE_OPTIONS;
const OPTIONS: OptionsOf<RetirementOptions> = { law, scheme, asOf, lang };

/**
 * The normal retirement month and the start of the pension of a birth under every schedule of the law (tuổi nghỉ hưu).
 * Without a day (`asOf`) by the last version. Issues tell `birth` or `sex` that cannot be read, a scheme that there is none
 * of, a birth before all tables.
 */
export function retirementAge(
  { birth, sex }: RetirementPerson,
  options: RetirementOptions = {},
): Checked<RetirementTable> {
  const wrong = optionIssues(options, OPTIONS);
  if (wrong.length > 0) return bad([...wrong]);
  const { law = builtinLaw(), scheme, asOf, lang = 'vi' } = options;
  const name = scheme === undefined || scheme === AUTO ? mainScheme(law.schemes.values()) : scheme;
  const version = law.at(name, asOf ?? law.versions(name).at(-1)?.date ?? '', lang);
  const day = readBirthText(birth);
  const word = readWord(indexWords(vocabularyOf(law, name).get('person.sex') ?? []), sex, lang);
  const issues: Issue[] = [
    ...(version.ok ? [] : version.issues),
    ...('fault' in day ? [faultIssue('birth', day, lang)] : []),
    ...('fault' in word ? [faultIssue('sex', word, lang)] : []),
  ];
  if (!version.ok || 'fault' in day || 'fault' in word) return bad(issues);
  const month = birthMonth(day.value);
  return retirementTable({ law, version: version.value, sex: word.value as Sex, birth: day.value, month, lang });
}

type Fault = Extract<Spelled<string>, { fault: unknown }>;

/** What is wrong with the birth or the sex, by its name for people. */
function faultIssue(path: 'birth' | 'sex', { fault, params }: Fault, lang: Lang): Issue {
  const title = caseKey(`person.${path}`)?.title[lang] ?? path;
  return issue(lang, fault, path, { ...params, title, form: `dd/MM/yyyy${String(params?.['more'] ?? '')}` });
}
