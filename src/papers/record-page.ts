import type { Lang } from '../base/text.ts';
import type { Document } from '../explanation/document.ts';
import type { Law } from '../law/law.ts';
import { replayItems } from '../records/replay-document.ts';
import type { Replayed } from '../records/replay.ts';

/** The page of a recorded person whose record is not what is computed for it today: no sheet, but what differs and why. */
export function recordPage(
  who: string,
  replayed: Pick<Replayed, 'row' | 'causes' | 'issues' | 'differences'>,
  { lang, law }: { readonly lang: Lang; readonly law: Law },
): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = say('Chưa lập được bảng tính', 'No sheet could be made');
  const place = [say(`hàng ${replayed.row}`, `row ${replayed.row}`), who].filter((part) => part !== '');
  return {
    lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: place.join(' · '), tone: 'strong' },
      {
        kind: 'text',
        text: say(
          'Bản ghi này tính lại không ra đúng như đã ghi, nên không lập bảng tính từ nó. Tìm lại tệp gốc, hoặc tính lại từ danh sách.',
          'Computed again, this record does not give what it says, so no sheet is made from it. Find the original file, or compute from the list again.',
        ),
      },
      { kind: 'list', items: replayItems(replayed, law, lang) },
    ],
  };
}

/** The page of a person whom a result workbook names as refused, with the reason that stands there. */
export function refusedRowPage(
  who: string,
  { row, sheet, reason }: { readonly row: number; readonly sheet: string; readonly reason: string },
  lang: Lang,
): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = say('Chưa lập được bảng tính', 'No sheet could be made');
  const place = [sheet, say(`hàng ${row}`, `row ${row}`), who].filter((part) => part !== '');
  return {
    lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: place.join(' · '), tone: 'strong' },
      {
        kind: 'list',
        items: [
          {
            text: reason === '' ? say('Đã bị từ chối khi tính.', 'It was refused when computed.') : reason,
            tone: 'error',
          },
        ],
      },
    ],
  };
}
