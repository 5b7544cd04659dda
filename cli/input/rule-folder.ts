import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textOfBytes } from '../../src/base/byte-order.ts';
import type { Lang } from '../../src/base/text.ts';
import { checkScheme } from '../../src/lawbook/check/check.ts';
import type { Law } from '../../src/law/law.ts';
import { loadLaw, type LoadedLaw } from '../../src/law/load.ts';
import type { RuleSource } from '../../src/law/source.ts';
import { EXIT, Exit } from '../exit.ts';
import { nativeSha256 } from '../files/sha256.ts';
import { unreadable } from './read-text.ts';

/** Most rule files that a folder may hold; a guard against a wrong folder. */
const MOST_FILES = 500;

/**
 * The law of {@link loadRuleFolder}; refuses what `rules check` finds faulty, with every defect and its place. The
 * source ledger changes no amount: it is demanded by `rules check` alone.
 */
export function checkedFolder(folder: string, lang: Lang): Law {
  const { law, place } = loadRuleFolder(folder, lang);
  const defects = [...law.schemes.keys()].flatMap((scheme) => checkScheme(law, scheme));
  if (defects.length === 0) return law;
  const lines = defects.map(({ act, at, provision, leaf, message }) => {
    const where = place(act, provision ?? '', { at, ...(leaf === undefined ? {} : { leaf }) });
    return `${where ? `${where.file}:${where.line}` : `${act} ${at}`}: ${message[lang]}`;
  });
  throw new Exit(EXIT.ruleDefect, lines.join('\n'));
}

/** Loads the rule files of a folder over the built-in ones. Throws {@link Exit} 3 or 6 with every fault. */
export function loadRuleFolder(folder: string, lang: Lang): LoadedLaw {
  const loaded = loadLaw(ruleFiles(folder, lang), { lang, sha: nativeSha256 });
  if (loaded.ok) return loaded.value;
  throw new Exit(EXIT.ruleDefect, loaded.issues.map((one) => `${one.path}: ${one.message}`).join('\n'));
}

/** The built-in rule files as text, for messages that name file and line; undefined where they are not installed. */
export function builtinFiles(lang: Lang): LoadedLaw | undefined {
  const folder = ['../../rules/', '../../../rules/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(join(path, 'acts')) && existsSync(join(path, 'schemes')));
  if (folder === undefined) return undefined;
  const loaded = loadLaw(ruleFiles(folder, lang, 'rules'), { lang, over: 'nothing' });
  return loaded.ok ? loaded.value : undefined;
}

function ruleFiles(folder: string, lang: Lang, shown: string = folder): RuleSource[] {
  const vi = `Không đọc được thư mục quy tắc "${folder}".`;
  const noFolder = (): Exit => new Exit(EXIT.invalid, lang === 'vi' ? vi : `Cannot read the rule folder "${folder}".`);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw noFolder();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name) && statSync(join(folder, name)).isFile())
    .sort();
  if (names.length === 0 || names.length > MOST_FILES) {
    const text = {
      vi: `Thư mục "${folder}" có ${names.length} tệp .yaml; cần 1 đến ${MOST_FILES}.`,
      en: `The folder "${folder}" holds ${names.length} .yaml files; expected 1 to ${MOST_FILES}.`,
    };
    throw new Exit(EXIT.invalid, text[lang]);
  }
  return names.map((name) => ({ file: join(shown, name), text: ruleText(join(folder, name), lang) }));
}

function ruleText(file: string, lang: Lang): string {
  try {
    return textOfBytes(readFileSync(file));
  } catch (error) {
    throw new Exit(EXIT.invalid, unreadable(file, error, lang));
  }
}
