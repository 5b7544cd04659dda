import type { Lang } from '../../base/text.ts';
import { formatDate } from '../../explanation/format.ts';
import { wordLabel } from '../../explanation/labels.ts';
import type { Change } from '../../law/change.ts';
import { numberedAct, officialAct, officialPlace } from '../../law/citation.ts';
import type { Law } from '../../law/law.ts';

/** A place in an act as papers cite it: "khoản 6 Điều 1 Nghị định số 67/2025/NĐ-CP". `whole`: the act with its day. */
export function citedAt(law: Law, { act, at }: { act: string; at: string }, lang: Lang, whole = false): string {
  const name = (whole ? officialAct : numberedAct)(law.acts.get(act), act, lang);
  const place = officialPlace(at, lang);
  if (place.includes(numberless(name))) return name;
  return lang === 'vi' ? `${place} ${name}` : `${place} of ${name}`;
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
  const known = wholeArticle(change) ? uncertain(change, lang) : '';
  const said = `${verb} ${citedAt(law, change, lang)}${known}`;
  return change.until === undefined
    ? `${said}, ${vi ? 'áp dụng từ ngày' : 'from'} ${held}`
    : `${said}, ${vi ? 'áp dụng' : 'for'} ${held}`;
}

/** An amending article that is known without its clause. */
function wholeArticle({ kind, at }: Change): boolean {
  return kind === 'amending' && /^Điều \S+$/u.test(at);
}

function uncertain({ at, certainty }: Change, lang: Lang): string {
  const word = wordLabel('certainty', certainty, lang);
  const place = officialPlace(at, lang);
  return lang === 'vi'
    ? ` (chỉ xác định được đến ${place}, chưa rõ khoản; mức chắc chắn: ${word})`
    : ` (known to ${place} only, not to its clause; certainty: ${word})`;
}
