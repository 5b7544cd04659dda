import type { Lang } from '../base/text.ts';
import type { Block, Document } from '../explanation/document.ts';

/** The page of somebody for whom no sheet could be made: who and where, and the blocks that say why. */
export function noSheetPage(
  {
    sheet,
    row,
    who,
  }: { readonly sheet?: string | undefined; readonly row: number | undefined; readonly who?: string | undefined },
  why: readonly Block[],
  lang: Lang,
): Document {
  const title = lang === 'vi' ? 'Chưa lập được bảng tính' : 'No sheet could be made';
  const place = [sheet, `${lang === 'vi' ? 'hàng' : 'row'} ${row}`, who].filter(Boolean);
  return {
    lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: place.join(' · '), tone: 'strong' },
      ...why,
    ],
  };
}
