import type { Issue } from '../base/checked.ts';
import { isObject } from '../base/json.ts';
import { nearest, type Lang, type OneOf, type Words } from '../base/text.ts';
import { issue } from '../messages/issue.ts';
import type { Law } from '../law/law.ts';
import type { SchemeId } from '../../rules/names.generated.ts';

/** How to calculate. Nothing here depends on a clock, a file system or the environment. */
export interface CalculateOptions {
  /** The law; default: the built-in rule files. */
  readonly law?: Law | undefined;
  /** The scheme, or `auto` to find it; default: the one that the case names in `law`, else `auto`. */
  readonly scheme?: OneOf<SchemeId | 'auto'> | undefined;
  /** Pins the version of the law in force on that day (YYYY-MM-DD); default: the leaving date. */
  readonly asOf?: string | undefined;
  /** Chosen readings of open legal questions, by name; the others stay at their defaults. */
  readonly interpretations?: Readonly<Record<string, string>> | undefined;
  /** Names of unverified provisions (certainty U) that the caller accepts. */
  readonly acceptUnverified?: readonly string[] | undefined;
  /** Adds the pension on leaving, for information, apart from what is settled. */
  readonly pension?: boolean | undefined;
  /** Language of messages; default Vietnamese. It never changes an amount. */
  readonly lang?: Lang | undefined;
}

interface Option {
  readonly fits: (value: unknown) => boolean;
  /** What it has to be. */
  readonly expected: Words;
}

const LANGS: ReadonlySet<unknown> = new Set<Lang>(['vi', 'en']);

const isText = (value: unknown): boolean => typeof value === 'string';

/** What each option of a calculation has to be. */
const OPTIONS: { readonly [N in keyof Required<CalculateOptions>]: Option } = {
  lang: { fits: (value) => LANGS.has(value), expected: { vi: '"vi" hoặc "en"', en: '"vi" or "en"' } },
  law: {
    fits: (value) => isObject(value) && typeof value['versions'] === 'function',
    expected: {
      vi: 'bộ luật đã nạp (value của loadLaw); tên chế độ đặt ở scheme',
      en: 'a law that was loaded (the value of loadLaw); the name of a scheme goes into scheme',
    },
  },
  scheme: {
    fits: isText,
    expected: { vi: 'tên một chế độ, hoặc "auto"', en: 'the name of a scheme, or "auto"' },
  },
  asOf: {
    fits: isText,
    expected: { vi: 'một ngày viết theo dạng YYYY-MM-DD', en: 'a day written YYYY-MM-DD' },
  },
  interpretations: {
    fits: (value) => isObject(value) && Object.values(value).every(isText),
    expected: {
      vi: 'một đối tượng {tên câu hỏi: tên cách hiểu}',
      en: 'an object {name of the question: name of the option}',
    },
  },
  acceptUnverified: {
    fits: (value) => Array.isArray(value) && value.every(isText),
    expected: { vi: 'một danh sách tên quy định', en: 'a list of names of provisions' },
  },
  pension: { fits: (value) => typeof value === 'boolean', expected: { vi: 'true hoặc false', en: 'true or false' } },
};

/** Of many options that there are none of the first ones tell what is wrong. */
const MOST_WRONG = 20;

/** What a batch reads beside the options of a calculation, which each of its rows is given as well. */
export const BATCH_OPTIONS: readonly string[] = [
  ...['firstRow', 'unit', 'set', 'textEncoding', 'passedOver', 'told', 'sha256', 'file', 'sheet', 'signal'],
];

const NO_ISSUES: readonly Issue[] = [];

/**
 * Options that a program without types may get wrong, so that nothing can be calculated or said with them: a name that
 * is none, a value of another kind. What is undefined is not given. `further`: names that the caller reads beside those
 * of a calculation.
 */
export function optionIssues(options: unknown, further: readonly string[]): readonly Issue[] {
  if (!isObject(options)) {
    const expected = { vi: 'một đối tượng, ví dụ {lang: "en"}', en: 'an object, for example {lang: "en"}' };
    return [wrong('vi', 'options', options, expected)];
  }
  let issues: Issue[] | undefined;
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const option: Option | undefined = Object.hasOwn(OPTIONS, name) ? OPTIONS[name as keyof typeof OPTIONS] : undefined;
    if (option ? option.fits(value) : further.includes(name)) continue;
    const lang: Lang = options['lang'] === 'en' ? 'en' : 'vi';
    if (issues?.length === MOST_WRONG) break;
    (issues ??= []).push(option ? wrong(lang, name, value, option.expected) : unknown(lang, name, further));
  }
  return issues ?? NO_ISSUES;
}

function wrong(lang: Lang, name: string, value: unknown, expected: Words): Issue {
  const given = typeof value === 'string' ? `"${value}"` : value === null ? 'null' : typeof value;
  return issue(lang, 'wrong-option', name, { name, given, expected: expected[lang] });
}

function unknown(lang: Lang, name: string, further: readonly string[]): Issue {
  const names = [...Object.keys(OPTIONS), ...further];
  return issue(lang, 'wrong-option', name, { unknown: name, near: nearest(name, names), known: names.join(', ') });
}
