import type { Issue } from '../base/checked.ts';
import { isObject } from '../base/json.ts';
import { nearest, type Lang, type Words } from '../base/text.ts';
import { issue } from './issue.ts';

/** What an option has to be. */
export interface Option {
  readonly fits: (value: unknown) => boolean;
  /** For people: what to write. */
  readonly expected: Words;
  /** Whether nothing can be done without it. */
  readonly needed?: true;
}

/** Every option of a type and no other: one too many, or one too few, is an error of the compiler. */
export type OptionsOf<T> = { readonly [N in keyof Required<T>]: Option };

/** The options that a function knows, by name. */
export type KnownOptions = Readonly<Record<string, Option>>;

const isText = (value: unknown): boolean => typeof value === 'string';

/** One of a few words. */
export function oneOf(...words: readonly string[]): Option {
  const quoted = words.map((word) => `"${word}"`);
  const listed = (or: string): string => [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].join(` ${or} `);
  return {
    fits: (value) => words.some((word) => word === value),
    expected: { vi: listed('hoặc'), en: listed('or') },
  };
}

/** An option that has to be given. */
export function needed(option: Option): Option {
  return { ...option, needed: true };
}

export const LANG: Option = oneOf('vi', 'en' satisfies Lang);
export const TEXT: Option = { fits: isText, expected: { vi: 'một văn bản', en: 'a text' } };
export const TEXTS: Option = {
  fits: (value) => Array.isArray(value) && value.every(isText),
  expected: { vi: 'một danh sách văn bản', en: 'a list of texts' },
};
export const FLAG: Option = {
  fits: (value) => typeof value === 'boolean',
  expected: { vi: 'true hoặc false', en: 'true or false' },
};
/** A number of a row, counted from 1. */
export const ROW: Option = {
  fits: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  expected: { vi: 'một số nguyên từ 1', en: 'a whole number from 1' },
};
export const FUNCTION: Option = {
  fits: (value) => typeof value === 'function',
  expected: { vi: 'một hàm', en: 'a function' },
};
export const OBJECT: Option = { fits: isObject, expected: { vi: 'một đối tượng', en: 'an object' } };
export const LIST: Option = {
  fits: (value) => Array.isArray(value),
  expected: { vi: 'một danh sách', en: 'a list' },
};
export const SIGNAL: Option = {
  fits: (value) => isObject(value) && typeof value['throwIfAborted'] === 'function',
  expected: { vi: 'một AbortSignal', en: 'an AbortSignal' },
};
export const LAW: Option = {
  fits: (value) => isObject(value) && typeof value['versions'] === 'function',
  expected: {
    vi: 'bộ luật đã nạp (value.law của loadLaw); tên chế độ đặt ở scheme',
    en: 'a law that was loaded (value.law of loadLaw); the name of a scheme goes into scheme',
  },
};

/** Of many options that there are none of the first ones tell what is wrong. */
const MOST_WRONG = 20;

const NO_ISSUES: readonly Issue[] = [];

/**
 * Options that a program without types may get wrong, so that nothing can be calculated or said with them: a name that
 * is none, a value of another kind, one that is needed and missing. What is undefined is not given. `lang`: of the words,
 * where the options name no language.
 */
export function optionIssues(options: unknown, known: KnownOptions, lang: Lang = 'vi'): readonly Issue[] {
  if (!isObject(options)) {
    const expected = { vi: 'một đối tượng, ví dụ {lang: "en"}', en: 'an object, for example {lang: "en"}' };
    return [wrong(lang, 'options', options, expected)];
  }
  const said = options['lang'];
  const words: Lang = said === 'en' || said === 'vi' ? said : lang;
  let issues: Issue[] | undefined;
  for (const name in known) {
    const option = known[name];
    if (option?.needed === true && options[name] === undefined)
      (issues ??= []).push(wrong(words, name, undefined, option.expected));
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (option?.fits(value) === true) continue;
    if (issues?.length === MOST_WRONG) break;
    (issues ??= []).push(option ? wrong(words, name, value, option.expected) : unknown(words, name, known));
  }
  return issues ?? NO_ISSUES;
}

/** Options of a function whose answer has no place for issues: throws a `TypeError` with what is wrong with them. */
export function demandOptions(options: unknown, known: KnownOptions): void {
  const issues = optionIssues(options, known);
  if (issues.length > 0) throw new TypeError(issues.map(({ message }) => message).join('\n'));
}

function wrong(lang: Lang, name: string, value: unknown, expected: Words): Issue {
  const given = typeof value === 'string' ? `"${value}"` : value === null ? 'null' : typeof value;
  return issue(lang, 'wrong-option', name, { name, given, expected: expected[lang] });
}

function unknown(lang: Lang, name: string, known: KnownOptions): Issue {
  const names = Object.keys(known);
  return issue(lang, 'wrong-option', name, { unknown: name, near: nearest(name, names), known: names.join(', ') });
}
