import type { Lang } from '../../src/base/text.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Law } from '../../src/law/law.ts';
import { EXIT, Exit } from '../exit.ts';

/** The built-in law, with the rule files of a folder laid over it. */
export function loadRules(folder: string | undefined, lang: Lang): Law {
  if (folder === undefined) return builtinLaw();
  throw new Exit(EXIT.usage, lang === 'vi' ? '--rules chưa dùng được.' : '--rules is not available yet.');
}
