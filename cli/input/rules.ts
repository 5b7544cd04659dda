import type { Lang } from '../../src/base/text.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Law } from '../../src/law/law.ts';
import { nativeSha256 } from '../files/sha256.ts';

/** The built-in law, with the rule files of a folder laid over it. What reads and checks such files is loaded for them alone. */
export async function loadRules(folder: string | undefined, lang: Lang): Promise<Law> {
  if (folder === undefined) return builtinLaw(nativeSha256);
  const { loadRuleFolder } = await import('./rule-folder.ts');
  return loadRuleFolder(folder, lang).law;
}

/** {@link loadRules}, and refuses own rule files that `rules check` finds faulty. */
export async function checkedRules(folder: string | undefined, lang: Lang): Promise<Law> {
  if (folder === undefined) return builtinLaw(nativeSha256);
  const { checkedFolder } = await import('./rule-folder.ts');
  return checkedFolder(folder, lang);
}
