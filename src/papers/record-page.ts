import type { Lang } from '../base/text.ts';
import type { Document } from '../explanation/document.ts';
import type { Law } from '../law/law.ts';
import { replayItems } from '../records/replay-document.ts';
import type { Replayed } from '../records/replay.ts';
import { noSheetPage } from './no-sheet-page.ts';

const DIFFERS = {
  vi: 'Bản ghi này tính lại không ra đúng như đã ghi, nên không lập bảng tính từ nó. Tìm lại tệp gốc, hoặc tính lại từ danh sách.',
  en: 'Computed again, this record does not give what it says, so no sheet is made from it. Find the original file, or compute from the list again.',
} as const;

const REFUSED = { vi: 'Đã bị từ chối khi tính.', en: 'It was refused when computed.' } as const;

/** The page of a recorded person whose record is not what is computed for it today: no sheet, but what differs and why. */
export function recordPage(
  who: string,
  replayed: Pick<Replayed, 'row' | 'causes' | 'issues' | 'differences'>,
  { lang, law }: { readonly lang: Lang; readonly law: Law },
): Document {
  const why = [
    { kind: 'text', text: DIFFERS[lang] },
    { kind: 'list', items: replayItems(replayed, law, lang) },
  ] as const;
  return noSheetPage({ row: replayed.row, who }, why, lang);
}

/** The page of a person whom a result workbook names as refused, with the reason that stands there. */
export function refusedRowPage(
  who: string,
  { row, sheet, reason }: { readonly row: number; readonly sheet: string; readonly reason: string },
  lang: Lang,
): Document {
  const text = reason === '' ? REFUSED[lang] : reason;
  return noSheetPage({ sheet, row, who }, [{ kind: 'list', items: [{ text, tone: 'error' }] }], lang);
}
