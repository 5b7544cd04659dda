import { Option, type Command } from 'commander';
import { CASE_KEYS, type CaseKey } from '../../src/case/keys.ts';
import type { Lang } from '../../src/base/text.ts';
import { usage } from '../options.ts';

const VALUES = {
  text: { vi: 'chữ', en: 'text' },
  word: { vi: 'từ', en: 'word' },
  day: { vi: 'YYYY-MM-DD', en: 'YYYY-MM-DD' },
  birth: { vi: 'YYYY-MM-DD', en: 'YYYY-MM-DD' },
  flag: { vi: 'true|false', en: 'true|false' },
  count: { vi: 'số', en: 'number' },
  decimal: { vi: 'số', en: 'decimal' },
  percent: { vi: '25%', en: '25%' },
  dong: { vi: 'đồng', en: 'dong' },
} as const;

/** The keys that are flags of their own; `--law` is an option of the command and goes before what the case names. */
const FLAG_KEYS = CASE_KEYS.filter(({ key }) => key !== 'law');

/** Adds one flag for each key of the case (`--person.birth 1966-01-15`). */
export function caseFlags(command: Command, lang: Lang): Command {
  for (const key of FLAG_KEYS) command.addOption(flag(key, lang));
  return command;
}

function flag(key: CaseKey, lang: Lang): Option {
  const value = VALUES[key.type][lang];
  const words = key.words === undefined ? '' : ` (${key.words.join(', ')})`;
  const option = new Option(
    key.type === 'flag' ? `--${key.key} [${value}]` : `--${key.key} <${value}>`,
    key.title[lang] + words,
  );
  option.helpGroup(lang === 'vi' ? 'Các khóa của hồ sơ (ghi đè tệp):' : 'Keys of the case (they override the file):');
  return option;
}

/** The case as the flags state it, and the keys they set. Throws a usage error for a flag that is neither true nor false. */
export function caseOfFlags(options: Readonly<Record<string, unknown>>, lang: Lang): Map<string, unknown> {
  const given = new Map<string, unknown>();
  for (const { key, type } of FLAG_KEYS) {
    const value = options[key];
    if (value !== undefined) given.set(key, type === 'flag' ? truth(key, value, lang) : value);
  }
  return given;
}

function truth(key: string, value: unknown, lang: Lang): boolean {
  if (value === true || value === 'true') return true;
  if (value === 'false') return false;
  throw usage(
    lang,
    `--${key}: "${String(value)}" không phải true hoặc false.`,
    `--${key}: "${String(value)}" is neither true nor false.`,
  );
}

/** A case with values laid over it, key by key; the given value stays as it is. */
export function withKeys(raw: unknown, values: ReadonlyMap<string, unknown>): unknown {
  if (values.size === 0) return raw;
  if (raw !== undefined && !isGroup(raw)) return raw;
  const made: Record<string, unknown> = { ...raw };
  for (const [key, value] of values) set(made, key.split('.'), value);
  return made;
}

function set(into: Record<string, unknown>, [head = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[head] = value;
    return;
  }
  const there = into[head];
  const inner: Record<string, unknown> = isGroup(there) ? { ...there } : {};
  set(inner, rest, value);
  into[head] = inner;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
