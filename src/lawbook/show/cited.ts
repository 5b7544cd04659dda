import type { Lang } from '../../base/text.ts';
import { formatDate } from '../../explanation/format.ts';
import { wordLabel } from '../../explanation/labels.ts';
import type { Change } from '../../law/change.ts';
import { numberedAct, officialAct, officialPlace } from '../../law/citation.ts';
import type { Law } from '../../law/law.ts';

/** A place in an act as papers cite it: "khoản 6 Điều 1 Nghị định số 67/2025/NĐ-CP". `whole`: the act with its day. */
export function citedAt(law: Law, { act, at }: { act: string; at: string }, lang: Lang, whole = false): string {
  const name = (whole ? officialAct : numberedAct)(law.acts.get(act), act, lang);
  const place = placeOf(at, lang);
  if (place.includes(numberless(name))) return name;
  // A provision that is known by its subject alone stands behind the act, as no paper would cite it before.
  if (!/\d|^(Phụ lục|Appendix)/u.test(place)) return `${name} (${place.charAt(0).toLowerCase()}${place.slice(1)})`;
  return lang === 'vi' ? `${place} ${name}` : `${place} of ${name}`;
}

/** A place in an act; a letter has sections (mục) instead of articles. */
export function placeOf(at: string, lang: Lang): string {
  const place = officialPlace(at, lang);
  return /^[IVX]+\.\d+$/.test(place) ? `${lang === 'vi' ? 'mục' : 'section'} ${place}` : place;
}

/** "Công văn 6383" stands for the whole act: an address that only repeats the act says nothing more. */
function numberless(name: string): string {
  return name.replace(/ số /u, ' ').split('/')[0] ?? name;
}

/** Who changed a provision, as the law says it: "Được sửa đổi, bổ sung tại khoản 6 Điều 1 Nghị định số 67/2025/NĐ-CP". */
export function changeText(law: Law, change: Change, inside: string, lang: Lang): string {
  const vi = lang === 'vi';
  const guided = change.kind === 'guidance' && law.acts.get(inside)?.kind !== 'guidance';
  const verb = guided
    ? vi
      ? 'Theo hướng dẫn tại'
      : 'As guided by'
    : change.leaf === ''
      ? vi
        ? 'Được bổ sung tại'
        : 'Inserted by'
      : vi
        ? 'Được sửa đổi, bổ sung tại'
        : 'As amended by';
  const from = formatDate(change.from, lang);
  const held = change.until === undefined ? from : `${from} – ${formatDate(change.until, lang)}`;
  const said = `${verb} ${citedAt(law, change, lang)}${clauseUnknown(change, lang)}`;
  return change.until === undefined
    ? `${said}, ${vi ? 'áp dụng từ ngày' : 'from'} ${held}`
    : `${said}, ${vi ? 'áp dụng' : 'for'} ${held}`;
}

/** That an amending article is known without its clause, and how well; empty where the clause is known. */
export function clauseUnknown({ kind, at, certainty }: Change, lang: Lang): string {
  if (kind !== 'amending' || !/^Điều \d\S*$/u.test(at)) return '';
  const word = wordLabel('certainty', certainty, lang);
  const place = officialPlace(at, lang);
  return lang === 'vi'
    ? ` (chỉ xác định được đến ${place}, chưa rõ khoản; mức chắc chắn: ${word})`
    : ` (known to ${place} only, not to its clause; certainty: ${word})`;
}
