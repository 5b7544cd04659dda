import type { Lang } from '../base/text.ts';
import type { Document } from '../explanation/document.ts';
import type { Refusal } from '../table/outcome.ts';

/** The page of a row that could not be read: where, why, and what to do. */
export function rowRefusal({ row, id, sheet, issues }: Refusal, lang: Lang): Document {
  const title = lang === 'vi' ? 'Chưa lập được bảng tính' : 'No sheet could be made';
  const place = [sheet, `${lang === 'vi' ? 'hàng' : 'row'} ${row}`, id].filter((part) => part !== undefined);
  return {
    lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: place.join(' · '), tone: 'strong' },
      {
        kind: 'list',
        items: issues.map(({ cell, column, message }) => ({
          text: [[cell, column].filter((part) => part !== undefined).join(', '), message].filter(Boolean).join(': '),
          tone: 'error' as const,
        })),
      },
    ],
  };
}
