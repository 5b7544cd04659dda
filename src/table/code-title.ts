import type { Words } from '../base/text.ts';
import { provisionsOf } from '../law/act.ts';
import type { Law } from '../law/law.ts';
import { CODE_TITLES } from '../messages/titles.ts';

/** What a code of an issue or a finding is about (tên của mã): the engine's words, or those of the law that tells it; undefined for a code that there is none of. */
export function codeTitle(law: Law, code: string): Words | undefined {
  return CODE_TITLES[code] ?? law.derived(lawTitles).get(code);
}

/** By code: the first sentence of the first provision that tells it. */
function lawTitles({ acts }: Law): ReadonlyMap<string, Words> {
  const titles = new Map<string, Words>();
  for (const act of acts.values()) {
    for (const provision of provisionsOf(act)) {
      const telling = provision.kind === 'plausible' ? provision.doubt : provision;
      if (!telling || !('code' in telling) || !('message' in telling) || titles.has(telling.code)) continue;
      const { vi, en } = telling.message;
      titles.set(telling.code, { vi: firstSentence(vi), en: firstSentence(en) });
    }
  }
  return titles;
}

function firstSentence(text: string): string {
  return (/^.*?(?=[.:;](?:\s|$))/.exec(text)?.[0] ?? text).trim();
}
