import type { Lang } from '../base/text.ts';
import type { Act } from './act.ts';
import type { Law } from './law.ts';
import type { Cite } from './version.ts';

/** An address as the rule files write it: article, then clauses, then point. */
const PLACE = /^Điều (\S+)(?: khoản (\S+(?:, (?:khoản )?\S+)*))?(?: điểm (\S+))?$/u;

/**
 * A legal address in the order in which papers write it (Nghị định 30/2020/NĐ-CP): "Điều 7 khoản 2 điểm a" is
 * "điểm a khoản 2 Điều 7". An address that names no article stays as it is.
 */
export function officialPlace(at: string, lang: Lang): string {
  const places = at.split(/, (?=Điều )/u).map((one) => inOrder(one, lang));
  return places.join(lang === 'vi' ? ' và ' : ' and ');
}

function inOrder(at: string, lang: Lang): string {
  const found = PLACE.exec(at);
  if (!found) return lang === 'en' ? at.replace(/^Phụ lục /u, 'Appendix ') : at;
  const [, article = '', clauses, point] = found;
  const parts =
    lang === 'vi'
      ? [point && `điểm ${point}`, clauses && `khoản ${clauses}`, `Điều ${article}`]
      : [
          point && `point ${point}`,
          clauses && `clause ${clauses.replace(/khoản /gu, 'clause ')}`,
          `Article ${article}`,
        ];
  return parts.filter((part) => part !== undefined).join(lang === 'vi' ? ' ' : ', ');
}

/** An act with its number, day and who issued it; its title where the rule file does not tell them. */
export function officialAct(act: Act | undefined, id: string, lang: Lang): string {
  return act?.official?.[lang] ?? act?.title[lang] ?? id;
}

/** An act by its number alone ("Nghị định số 67/2025/NĐ-CP"), as one that amends is named. */
export function numberedAct(act: Act | undefined, id: string, lang: Lang): string {
  return officialAct(act, id, lang).split(lang === 'vi' ? ' ngày ' : ' of ')[0] ?? id;
}

/** Whether an address names a place of the act ("Điều 5", "Phụ lục I", "II.6"), and not only what is ruled there. */
function isPlace(at: string): boolean {
  return /^(?:(?:Điều|khoản|Bảng|Mục|Chương) [\dIVX]|Phụ lục [\dA-Z]|[IVX]+\.)/u.test(at);
}

/**
 * A legal basis as papers write it: "điểm a khoản 2 Điều 7 Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ,
 * được sửa đổi, bổ sung tại khoản 6 Điều 1 Nghị định số 67/2025/NĐ-CP". An address that is no place of the act stands
 * behind it: "Nghị định số 73/2024/NĐ-CP ngày 30/6/2024 của Chính phủ (mức lương cơ sở)".
 */
export function officialBasis(
  law: Law,
  { act, at, amendedBy, amendedAt }: Omit<Cite, 'certainty'>,
  lang: Lang,
  place: string = officialPlace(at, lang),
): string {
  const of = (where: string, name: string): string => (lang === 'vi' ? `${where} ${name}` : `${where} of ${name}`);
  const name = officialAct(law.acts.get(act), act, lang);
  const title = law.acts.get(act)?.title[lang] ?? act;
  const hasPlace = title.startsWith(at) || at.includes(title);
  const whole = hasPlace
    ? name
    : isPlace(at)
      ? of(place, name)
      : `${name} (${place.charAt(0).toLowerCase()}${place.slice(1)})`;
  if (amendedBy === null) return whole;
  const by = numberedAct(law.acts.get(amendedBy), amendedBy, lang);
  const amendment = amendedAt !== undefined && isPlace(amendedAt) ? of(officialPlace(amendedAt, lang), by) : by;
  return lang === 'vi' ? `${whole}, được sửa đổi, bổ sung tại ${amendment}` : `${whole}, as amended by ${amendment}`;
}

/**
 * Several addresses of one act, in the order of papers: clauses of one article are named together ("khoản 1, khoản 3
 * Điều 5; điểm a khoản 2 Điều 7").
 */
export function officialPlaces(places: readonly string[], lang: Lang): string {
  const clauses = new Map<string, string[]>();
  for (const at of new Set(places)) {
    const [, article, clause] = /^(Điều \S+) (khoản \S+)$/u.exec(at) ?? [];
    const key = article ?? at;
    clauses.set(key, [...(clauses.get(key) ?? []), ...(clause === undefined ? [] : [clause])]);
  }
  return [...clauses].map(([at, of]) => officialPlace([at, of.join(', ')].join(' ').trim(), lang)).join('; ');
}

/** Places without those that only name the article or clause of another: where "khoản 2 điểm a" stands, "khoản 2" says nothing more. */
export function narrowest<C extends Pick<Cite, 'act' | 'at'>>(cites: readonly C[]): readonly C[] {
  return cites.filter(
    ({ act, at }) => !cites.some((other) => other.act === act && other.at !== at && other.at.startsWith(`${at} `)),
  );
}
