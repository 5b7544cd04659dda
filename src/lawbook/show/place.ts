import { unaccented } from '../../base/text.ts';
import type { Law } from '../../law/law.ts';
import type { Consolidated } from '../../law/consolidate.ts';
import type { LawVersion } from '../../law/version.ts';
import { compareAddresses, liesIn } from './address.ts';

/** A part of an address as people type it: with or without accents, in Vietnamese or in English. */
const PART =
  /(?<!\p{L})(?:(điều|dieu|article|khoản|khoan|clause)\s+(\d+\p{L}?)|(điểm|diem|point)\s+(\p{L}|\d+))(?![\p{L}\d])/giu;
const FILED: { readonly [word: string]: 'Điều' | 'khoản' | 'điểm' } = {
  dieu: 'Điều',
  article: 'Điều',
  khoan: 'khoản',
  clause: 'khoản',
  diem: 'điểm',
  point: 'điểm',
};
/** Words between an address and its act: "Điều 5 của Nghị định số 178". */
const BETWEEN = /(?<!\p{L})(của|số|tại|cua|so|tai|of|the|no\.?)(?!\p{L})/giu;
const KIND =
  /^(nghị định|nghi dinh|nđ|nd|decree|thông tư|thong tu|tt|circular|bộ luật|luật|luat|law|code|công văn|cong van|cv|official letter|nghị quyết|nghi quyet|nq|resolution)\.?\s*/iu;
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(nghi dinh|nd|decree)/, 'nghi dinh'],
  [/^(thong tu|tt|circular)/, 'thong tu'],
  [/^(cong van|cv|official)/, 'cong van'],
  [/^(nghi quyet|nq|resolution)/, 'nghi quyet'],
  [/^(bo luat|luat|law|code)/, 'luat'],
];

/** A place as it was typed: the address in the order of the rule files, and the words that name an act. */
export interface TypedPlace {
  readonly at: string;
  readonly act?: string;
}

/**
 * Reads a typed place: "khoản 1 Điều 7", "Điều 7 khoản 1", "Article 7 clause 1", each with or without an act ("Điều 5
 * Nghị định 178"). What names no article is taken as it is, as an address or the id of a provision.
 */
export function readPlace(typed: string): TypedPlace {
  const text = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const parts = new Map<string, string>();
  const rest = text
    .replace(PART, (_, word?: string, number?: string, point?: string, letter?: string) => {
      parts.set(FILED[unaccented(word ?? point ?? '')] ?? '', number ?? letter ?? '');
      return ' ';
    })
    .replace(BETWEEN, ' ')
    .replace(/[\s,;]+/gu, ' ')
    .trim();
  const article = parts.get('Điều');
  if (article === undefined) return { at: text };
  const [clause, point] = [parts.get('khoản'), parts.get('điểm')];
  const at = [`Điều ${article}`, clause && `khoản ${clause}`, point && `điểm ${point}`].filter(Boolean).join(' ');
  return rest === '' ? { at } : { at, act: rest };
}

/** The provisions of a version at or inside a typed place, of that id, or of a whole act; of the act that the place names, or of all. */
export function provisionsAt(law: Law, version: LawVersion, typed: string): Consolidated[] {
  const place = readPlace(typed);
  const acts = new Set(place.act === undefined ? version.acts : actsNamed(law, version, place.act));
  const all = [...version.provisions.values()];
  const found = all.filter(
    ({ provision, act }) =>
      provision.id === typed.trim() || (acts.has(act) && addresses(provision.at).some((at) => liesIn(at, place.at))),
  );
  if (found.length > 0 || !KIND.test(place.at)) return found;
  const whole = actsNamed(law, version, place.at);
  return all.filter(({ act }) => whole.includes(act));
}

/** The acts of a version that words name: "Nghị định 178", "NĐ 178/2024", "Luật Bảo hiểm xã hội". */
export function actsNamed(law: Law, version: LawVersion, words: string): string[] {
  const wanted = plainWords(words.replace(KIND, ''));
  const kind = KINDS.find(([typed]) => typed.test(unaccented(words)))?.[1];
  return version.acts.filter((id) => {
    const act = law.acts.get(id);
    const names = [id, act?.title.vi, act?.title.en, act?.official?.vi].map((name) => plainWords(name ?? ''));
    const ofKind = kind === undefined || unaccented(act?.official?.vi ?? act?.title.vi ?? '').includes(kind);
    return ofKind && names.some((name) => ` ${name} `.includes(` ${wanted} `));
  });
}

/** Letters and numbers alone, so that 178/2024/NĐ-CP is found by 178 and by 178/2024. */
function plainWords(text: string): string {
  return unaccented(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** An address that names several clauses or articles, each for itself. */
function addresses(at: string): string[] {
  return at.split(/, (?=Điều )/u).flatMap((one) => {
    const [first = '', ...more] = one.split(/, (?=khoản )/u);
    const article = /^Điều \d\S*/u.exec(first)?.[0];
    return [one, first, ...(article === undefined ? [] : more.map((clause) => `${article} ${clause}`))];
  });
}

/** Addresses of a version that come nearest to a place where nothing is: of the same article, else the next articles. */
export function placesNear(law: Law, version: LawVersion, typed: string): string[] {
  const { at, act } = readPlace(typed);
  const named = act === undefined ? [] : actsNamed(law, version, act);
  const main = named.length > 0 ? named : version.acts.slice(0, 1);
  const mainAddresses = [...version.provisions.values()]
    .filter((one) => main.includes(one.act))
    .map((one) => one.provision.at);
  const all = [...new Set(mainAddresses.filter((one) => /^Điều \d/u.test(one)))].sort(compareAddresses);
  const article = /^Điều \d\S*/u.exec(at)?.[0];
  const same = article === undefined ? [] : all.filter((one) => liesIn(one, article));
  if (same.length > 0) return same.slice(0, 5);
  const articles = [...new Set(all.map((one) => /^Điều [^\s,]+/u.exec(one)?.[0] ?? one))];
  if (article === undefined) return articles.slice(0, 8);
  const after = articles.findIndex((one) => compareAddresses(one, article) > 0);
  const from = after < 0 ? articles.length : after;
  return articles.slice(Math.max(0, from - 2), from + 2);
}
