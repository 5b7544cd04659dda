import type { Lang, Words } from '../../base/text.ts';
import { CASE_KEYS } from '../../case/keys.ts';
import { FACT_LABELS } from '../../explanation/labels.ts';
import { officialPlace } from '../../law/citation.ts';
import type { Law } from '../../law/law.ts';
import type { Provision } from '../../law/provision.ts';

/** The pay tables (bảng lương), which no provision names. */
const PAY_TABLES: { readonly [table: string]: Words } = {
  state: { vi: 'bảng lương của Nhà nước', en: 'state pay table' },
  army: { vi: 'bảng lương của Quân đội', en: 'army pay table' },
  police: { vi: 'bảng lương của Công an', en: 'police pay table' },
  allowance: { vi: 'phụ cấp hằng tháng', en: 'monthly allowance' },
};

/** Names of sections of the case that are no key themselves. */
const SECTIONS: { readonly [key: string]: Words } = {
  'insurance.hazardous': FACT_LABELS.hazardousMonths,
  'insurance.unemployment': FACT_LABELS.unemploymentMonths,
  'insurance.otherPosts': FACT_LABELS.otherPostsMonths,
};

const KEYS = new Map<string, Words>([
  ...CASE_KEYS.map(({ key, title }) => [key, title] as const),
  ...Object.entries(SECTIONS),
]);
const KEY = [...KEYS.keys()]
  .filter((key) => key.includes('.'))
  .sort((a, b) => b.length - a.length)
  .map((key) => key.replaceAll('.', '\\.'))
  .join('|');
const BRACKETED = new RegExp(` \\((?:${KEY}|[a-z0-9-]+=[a-z0-9-]+)\\)`, 'g');
const YES = new RegExp(`(${KEY}) (là|to) true`, 'g');
const NAMED = new RegExp(`(?<![\\w.-])(?:${KEY})(?!\\w|\\.\\w)`, 'g');

/** The title of a key of the case, without the key. */
export function keyName(key: string, lang: Lang): string {
  return KEYS.get(key)?.[lang] ?? key;
}

/** A message of the rule files without keys and codes of the case: what they name is said by its title. */
export function messageText(law: Law, text: string, lang: Lang): string {
  return text
    .replace(BRACKETED, '')
    .replace(YES, (_, key: string) =>
      lang === 'vi' ? `"${keyName(key, lang)}" là "có"` : `"${keyName(key, lang)}" to "yes"`,
    )
    .replace(/\blaw (là|to) (nd\d+)\b/g, (_, verb: string, scheme: string) => {
      const title = law.schemes.get(scheme)?.title[lang] ?? scheme;
      return lang === 'vi' ? `chế độ ${verb} "${title}"` : `the scheme ${verb} "${title}"`;
    })
    .replace(NAMED, (key) => `"${keyName(key, lang)}"`);
}

/** The name of a word that the version itself does not name: a scheme, a pay table, a group or a salary component of another scheme. */
export function lawName(law: Law, fact: string, word: string): Words | undefined {
  if (fact === 'settledUnder' || fact === 'scheme') return law.schemes.get(word)?.title;
  if (fact === 'payTable') return PAY_TABLES[word];
  return titleElsewhere(law, fact, word);
}

/** How another scheme calls a group, a salary component or a benefit. */
function titleElsewhere(law: Law, fact: string, word: string): Words | undefined {
  for (const { provisions = [], amendments = [] } of law.acts.values()) {
    const inserted = amendments.flatMap((one) => ('insert' in one ? [one.provision] : []));
    const found = [...provisions, ...inserted].find((one) => named(one, fact) === word);
    if (found?.title) return found.title;
  }
  return undefined;
}

function named(provision: Provision, fact: string): string | undefined {
  if (provision.kind === 'group' && fact === 'group') return provision.group;
  if (provision.kind === 'component' && fact === 'component') return provision.component;
  return provision.kind === 'benefit-title' && fact === 'benefit' ? provision.benefit : undefined;
}

const PLACE = 'Điều \\d+\\p{L}?(?: khoản \\d+\\p{L}?)?(?: điểm \\p{L}(?!\\p{L}))?';
const ACT_PLACE = new RegExp(
  `((?:Nghị định|Thông tư|Bộ luật|Luật|Công văn|Nghị quyết|Decree|Circular|Law|Resolution) \\d[^\\s;,()]*) (${PLACE})`,
  'gu',
);
const ANY_PLACE = new RegExp(PLACE, 'gu');

/** A text whose addresses stand in the order of papers, in English with English words: "khoản 6 Điều 1 Nghị định 67". */
export function paperOrder(text: string, lang: Lang): string {
  const turned = text
    .replace(
      ACT_PLACE,
      (_, act: string, place: string) => `${officialPlace(place, lang)}${lang === 'vi' ? ' ' : ' of '}${act}`,
    )
    .replace(ANY_PLACE, (place) => officialPlace(place, lang));
  if (lang === 'vi') return turned;
  return turned
    .replaceAll('Phụ lục ', 'Appendix ')
    .replace(/khoản (?=\d)/gu, 'clause ')
    .replace(/điểm (?=\p{L}(?!\p{L}))/gu, 'point ');
}
