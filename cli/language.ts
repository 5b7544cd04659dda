import type { Command } from 'commander';
import type { Lang } from '../src/base/text.ts';
import { hostLang, type Host } from './host.ts';

const languages = new WeakMap<Command, Lang>();

/** The language of a command line, known before it is parsed: help and usage errors need it. */
export function languageOf(args: readonly string[], host: Pick<Host, 'env'>): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = at < 0 ? undefined : args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
  return hostLang(host, given);
}

/** Notes the language of a program. */
export function speak(program: Command, lang: Lang): void {
  languages.set(program, lang);
}

/** The language of the program that a command belongs to. */
export function spoken(command: Command): Lang {
  for (let at: Command | null = command; at; at = at.parent) {
    const lang = languages.get(at);
    if (lang) return lang;
  }
  return 'vi';
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
  'Global Options:': 'Tùy chọn chung:',
};

/** A heading of the help in Vietnamese. */
export function helpTitle(title: string, lang: Lang): string {
  return lang === 'vi' ? (TITLES[title] ?? title) : title;
}

const ERRORS: readonly (readonly [pattern: RegExp, vi: string])[] = [
  [/^error: unknown option '(.*)'/, 'không có tùy chọn "$1".'],
  [/^error: unknown command '(.*)'/, 'không có lệnh "$1".'],
  [/^error: too many arguments.*/, 'thừa tham số; lệnh nhận ít hơn.'],
  [/^error: missing required argument '(.*)'/, 'thiếu tham số "$1".'],
  [/^error: option '(.*)' argument missing/, 'tùy chọn "$1" thiếu giá trị.'],
  [/^error: required option '(.*)' not specified/, 'thiếu tùy chọn "$1".'],
  [
    /^error: option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*)\./,
    'tùy chọn "$1" không nhận "$2". Các giá trị: $3.',
  ],
  [/\(Did you mean one of (.*)\?\)/, 'Có phải một trong: $1?'],
  [/\(Did you mean (.*)\?\)/, 'Có phải "$1"?'],
];

/** A usage error of the command line in the language of the user. */
export function usageError(text: string, lang: Lang): string {
  return lang === 'vi' ? ERRORS.reduce((told, [pattern, vi]) => told.replace(pattern, vi), text) : text;
}
