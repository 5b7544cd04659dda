import { Option, type Command } from 'commander';
import { CASE_KEYS, type CaseKey } from '../../src/case/keys.ts';
import { Spelling } from '../../src/case/spelling/spelling.ts';
import { titleAndCode } from '../../src/case/spelling/words.ts';
import { AUTO } from '../../src/engine/schemes.ts';
import { vocabularyOf } from '../../src/engine/vocabulary.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Lang } from '../../src/base/text.ts';
import { usage } from '../options.ts';

const VALUES = {
  text: { vi: 'chữ', en: 'text' },
  word: { vi: 'từ', en: 'word' },
  day: { vi: 'dd/mm/yyyy', en: 'YYYY-MM-DD' },
  birth: { vi: 'dd/mm/yyyy', en: 'YYYY-MM-DD' },
  age: { vi: '58|61y3m', en: '58|61y3m' },
  flag: { vi: 'có|không', en: 'true|false' },
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
  const inherited = command.configureHelp();
  // Groups and routes stand in the law, which is looked into only where help is asked for.
  const described = (option: Option): string =>
    (inherited.optionDescription?.(option) ?? option.description) + wordsOf(option, lang);
  return command.configureHelp({ ...inherited, optionDescription: described });
}

/** The words that the flag of a key takes, each by its title with the word of the contract. */
function wordsOf({ long }: Option, lang: Lang): string {
  const words = vocabularyOf(builtinLaw(), AUTO).get(long?.slice(2) ?? '');
  return words === undefined ? '' : `: ${words.map((word) => titleAndCode(word, lang)).join(', ')}`;
}

function flag(key: CaseKey, lang: Lang): Option {
  const value = VALUES[key.type][lang];
  const option = new Option(
    key.type === 'flag' ? `--${key.key} [${value}]` : `--${key.key} <${value}>`,
    key.title[lang],
  );
  option.helpGroup(lang === 'vi' ? 'Các khóa của hồ sơ (ghi đè tệp):' : 'Keys of the case (they override the file):');
  return option;
}

/**
 * The case as the flags state it, and the keys they set. A flag of a truth value that stands alone is true. Throws a
 * usage error for one that is neither true nor false: it may have taken the name of the file.
 */
export function caseOfFlags(options: Readonly<Record<string, unknown>>, lang: Lang): Map<string, unknown> {
  const given = new Map<string, unknown>();
  for (const { key, type } of FLAG_KEYS) {
    const value = options[key];
    if (value === undefined) continue;
    if (type === 'flag' && typeof value === 'string' && 'fault' in OWN_WORDS.read(key, value, lang)) {
      const vi = `--${key}: "${value}" không phải có (true) hoặc không (false).`;
      throw usage(lang, vi, `--${key}: "${value}" is neither true (yes) nor false (no).`);
    }
    given.set(key, value);
  }
  return given;
}

const OWN_WORDS = new Spelling(new Map());
