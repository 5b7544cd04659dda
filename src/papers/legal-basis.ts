import type { Lang } from '../base/text.ts';
import type { Calculation } from '../engine/derivation.ts';
import { usedRules } from '../engine/used-rules.ts';
import { narrowest, numberedAct, officialAct, officialBasis, officialPlaces } from '../law/citation.ts';
import type { Law } from '../law/law.ts';
import type { Cite } from '../law/version.ts';

/** Every place of the law that had a part in what this person is paid, each once, in the order of their part. */
export function citesOf({ derivation, topUp, raise }: Calculation): Cite[] {
  const all = [
    ...usedRules(derivation, derivation).flatMap((rule) => rule.cites),
    ...(topUp?.cite ?? []),
    ...(raise?.cite ?? []),
  ];
  const found = new Map<string, Cite>();
  for (const cite of all) {
    const key = [cite.act, cite.at, cite.amendedBy, cite.amendedAt].join('|');
    if (!found.has(key)) found.set(key, cite);
  }
  return [...found.values()];
}

/**
 * The legal basis of a paper, an act and who amended it to a line: "khoản 1 Điều 5; điểm a khoản 2 Điều 7 Nghị định số
 * 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ, được sửa đổi, bổ sung tại khoản 6 Điều 1 Nghị định số 67/2025/NĐ-CP".
 */
export function legalBases(law: Law, cites: readonly Cite[], lang: Lang): string[] {
  const groups = new Map<string, Cite[]>();
  for (const cite of inOrder(law, narrowest(cites))) {
    const key = [cite.act, cite.amendedBy, cite.amendedAt].join('|');
    groups.set(key, [...(groups.get(key) ?? []), cite]);
  }
  return [...groups.values()].map((group) => basisOfGroup(law, group, lang));
}

/**
 * The acts of a legal basis without their places, an act to a line, as the grounds of a decision name them: "Nghị định số
 * 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ, được sửa đổi, bổ sung bởi Nghị định số 67/2025/NĐ-CP".
 */
export function actBases(law: Law, cites: readonly Cite[], lang: Lang): string[] {
  const changes = new Map<string, Set<string>>();
  for (const { act, amendedBy } of inOrder(law, cites)) {
    const by = changes.get(act) ?? new Set<string>();
    if (amendedBy !== null && amendedBy !== act) by.add(amendedBy);
    changes.set(act, by);
  }
  return [...changes].map(([act, by]) => {
    const name = officialAct(law.acts.get(act), act, lang);
    const names = [...by].map((one) => numberedAct(law.acts.get(one), one, lang));
    if (names.length === 0) return name;
    return `${name}, ${lang === 'vi' ? 'được sửa đổi, bổ sung bởi' : 'as amended by'} ${names.join(', ')}`;
  });
}

function basisOfGroup(law: Law, group: readonly Cite[], lang: Lang): string {
  const [first] = group;
  const places = officialPlaces(
    group.map(({ at }) => at),
    lang,
  );
  return first ? officialBasis(law, first, lang, places) : '';
}

/** The rank of acts in a list of legal bases: codes and laws, decrees and resolutions, circulars, letters. */
const RANKS: readonly RegExp[] = [/^(?:Bộ luật|Luật) /u, /^Nghị (?:định|quyết) /u, /^Thông tư /u];

function rankOf(law: Law, act: string): number {
  const title = law.acts.get(act)?.title.vi ?? '';
  const rank = RANKS.findIndex((one) => one.test(title));
  return rank === -1 ? RANKS.length : rank;
}

/** Acts by rank, then by their day, as the grounds of a decision name them; places by article, clause, point. */
function inOrder(law: Law, cites: readonly Cite[]): Cite[] {
  const issued = (act: string): string => law.acts.get(act)?.issued ?? '';
  return [...cites].sort(
    (one, other) =>
      rankOf(law, one.act) - rankOf(law, other.act) ||
      compared(issued(one.act), issued(other.act)) ||
      compared(one.act, other.act) ||
      compared(placeKey(one.at), placeKey(other.at)),
  );
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A place so written that places stand in the order of the act: Điều 9 before Điều 10, điểm đ between d and e. */
function placeKey(at: string): string {
  return at
    .replace(/\d+/gu, (number) => number.padStart(4, '0'))
    .replaceAll('đ', 'd~')
    .replaceAll('Đ', 'D~');
}
