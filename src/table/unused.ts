import { folded, unaccented, type Words } from '../base/text.ts';
import { isCounter } from './columns.ts';
import type { Note } from './note.ts';
import type { Header } from './table-header.ts';

/** More headings than that are counted, not shown. */
const MOST_SHOWN = 20;

const PAY =
  /lương|phụ cấp|hệ số|thâm niên|vượt khung|công vụ|bảo hiểm xã hội|\bbhxh|\bpc(?:\s|cv|tn|ut|$)|\bhs(?:l|pc)/u;
const PAY_PLAIN =
  /\bluong\b|phu cap|\bhe so\b|tham nien|vuot khung|cong vu\b|bao hiem xa hoi|salary|allowance|insurance/;

/** Whether a heading speaks of pay or insurance time, accents or none. */
export function looksLikePay(heading: string): boolean {
  const text = folded(heading);
  const plain = unaccented(heading);
  // "Số lượng" without its accents would be pay; only a heading that has none is judged by its bare letters.
  return PAY.test(text) || (text === plain && PAY_PLAIN.test(plain));
}

/** What a reader of a table has to tell about the columns that it keeps but does not use. */
export function unusedColumns({ extras, unit }: Pick<Header, 'extras' | 'unit'>): Note[] {
  const unused = extras.filter(({ index, heading }) => index !== unit?.index && !isCounter(heading));
  const pay = unused.filter(({ heading }) => looksLikePay(heading)).map(({ heading }) => heading);
  const others = unused.filter(({ heading }) => !looksLikePay(heading)).map(({ heading }) => heading);
  const notes: Note[] = [];
  if (pay.length > 0) {
    notes.push({
      code: 'columns-not-used',
      vi: `Cột giống như tiền lương, phụ cấp hoặc thời gian đóng BHXH nhưng KHÔNG được dùng để tính: ${list(pay, 'vi')}. Nếu cần tính, đặt tên như trong mẫu (nd178 template).`,
      en: `Columns that look like pay or insurance time and were NOT used: ${list(pay, 'en')}. If they should count, name them as in the template (nd178 template).`,
    });
  }
  if (others.length > 0) {
    notes.push({
      code: 'columns-not-used',
      vi: `Cột không dùng để tính: ${list(others, 'vi')}.`,
      en: `Columns not used: ${list(others, 'en')}.`,
    });
  }
  return notes;
}

function list(headings: readonly string[], lang: keyof Words): string {
  const shown = headings
    .slice(0, MOST_SHOWN)
    .map((heading) => `"${heading.replace(/\s+/g, ' ').slice(0, 100)}"`)
    .join(', ');
  const rest = headings.length - MOST_SHOWN;
  if (rest <= 0) return shown;
  return lang === 'vi' ? `${shown} và ${rest} cột khác` : `${shown} and ${rest} more`;
}
