import type { Lang } from '../base/text.ts';
import { CASE_KEYS, caseKey } from './keys.ts';

/** Where a person writes a case: in columns of a table, as flags of a command, or as answers to questions. */
export type Medium = 'columns' | 'flags' | 'answers';

/** How a key is called where it is not the key itself that people write. */
export interface MediumOptions {
  readonly lang: Lang;
  /** The heading of the column of a key, where a table has one. */
  readonly heading?: (key: string) => string | undefined;
}

const KEYS = CASE_KEYS.map(({ key }) => key)
  .filter((key) => key.includes('.'))
  .sort((a, b) => b.length - a.length)
  .map((key) => key.replaceAll('.', '\\.'))
  .join('|');

const NAMED = new RegExp(`(?<![\\w.-])(${KEYS})(?!\\w|\\.\\w)`, 'g');
const TITLES = CASE_KEYS.flatMap(({ key, title }) => [
  [`${title.vi} (${key})`, title.vi, key] as const,
  [`${title.en} (${key})`, title.en, key] as const,
]);

/** A title inside of a sentence, with its key. */
const INSIDE = CASE_KEYS.map(
  ({ key, title: { vi } }) => [`${vi.charAt(0).toLowerCase()}${vi.slice(1)} (${key})`, key] as const,
);

/** How a file says that a value beyond the plausible is true; the heading that stands before it tells the others. */
const ACCEPTED = / \((acceptImplausible): true\)/g;

/**
 * A message about a case in the words of the medium it was written in: who fills in a spreadsheet is told the heading of
 * the column, who uses flags the flag, never the key of a file. What the message quotes stays as it is.
 */
export function inMedium(message: string, medium: Medium, options: MediumOptions): string {
  return outsideQuotes(message, (part) => renamed(part, medium, options));
}

/** A message in other words, but for what it quotes: that is what somebody wrote. */
export function outsideQuotes(message: string, said: (part: string) => string): string {
  return message
    .split(/("[^"]*")/)
    .map((part, at) => (at % 2 === 1 ? part : said(part)))
    .join('');
}

function renamed(text: string, medium: Medium, options: MediumOptions): string {
  if (!text.includes('.')) return text;
  let said = text.replace(ACCEPTED, medium === 'flags' ? ' (--$1)' : '');
  for (const [written, title, key] of medium === 'flags' ? [] : TITLES)
    if (said.includes(written)) said = said.replaceAll(written, options.heading?.(key) ?? title);
  for (const [written, key] of medium === 'flags' ? [] : INSIDE)
    if (said.includes(written)) said = said.replaceAll(written, called(key, medium, options));
  return said.replace(NAMED, (key: string) => called(key, medium, options));
}

function called(key: string, medium: Medium, { lang, heading }: MediumOptions): string {
  if (medium === 'flags') return `--${key}`;
  const title = heading?.(key) ?? caseKey(key)?.title[lang] ?? key;
  if (medium === 'answers') return `"${title}"`;
  return lang === 'vi' ? `cột "${title}"` : `the column "${title}"`;
}
