import {
  OLD_ENCODING_NAMES,
  fromOldEncoding,
  isUnicodeVietnamese,
  OLD_ENCODINGS,
  type OldEncoding,
} from '../base/old-encodings.ts';
import { composed } from '../base/text.ts';
import type { Note } from './note.ts';
import type { TableRow } from './cell.ts';

/**
 * Syllables that lists, forms and names are full of. None is what a syllable of Unicode within Latin-1 (toàn, khoá, bé, tù)
 * would be converted to.
 */
const SYLLABLES: ReadonlySet<string> = new Set(
  (
    'họ và tên ngày tháng số năm bậc cấp chức nhập kết quả thời điểm nghỉ hưu hưởng trợ lương hiện tuổi trước đối tượng hệ đơn vị giới tính nữ chế ' +
    'độ quyết định sắp xếp tổng cộng việt hội độc lập hạnh tỉnh huyện phường sở người văn thị nguyễn trần phạm đức đặng ' +
    'bùi đỗ chuyên dưỡng vượt hợp đồng gửi mức tiền đến của được đủ nhiệm bảo hiểm'
  ).split(' '),
);

/** So many different syllables are no chance. */
const FEWEST_SYLLABLES = 3;

/** Longer texts are no headings, and no names. */
const LONGEST_LOOKED_AT = 300;

/** What no Vietnamese word in Unicode has: a sign among its letters, a capital behind a small one; two letters for one. */
const ODD: Readonly<Record<OldEncoding, RegExp>> = {
  tcvn3:
    /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]|[a-z][\u00c0-\u00de]/,
  vni: /[ñ]|[aeouyôö][ùøûõïâáàåãäêéèúüë]/i,
};

/**
 * The old encoding that texts were typed in: the one by which they hold the most syllables of lists; undefined where they
 * hold too few. Texts that are Unicode by their letters count for nothing.
 */
export function oldEncodingOf(texts: Iterable<string>): OldEncoding | undefined {
  const found = new Map<OldEncoding, Set<string>>(OLD_ENCODINGS.map((encoding) => [encoding, new Set()]));
  for (const given of texts) {
    const text = composed(given.slice(0, LONGEST_LOOKED_AT));
    if (!/[\u00a1-\u00ff]/.test(text) || isUnicodeVietnamese(text)) continue;
    for (const word of text.split(/[\s,.;:()/"-]+/)) {
      for (const [encoding, syllables] of found) {
        const read = fromOldEncoding(word, encoding).toLowerCase();
        if (SYLLABLES.has(read) && ODD[encoding].test(word)) syllables.add(read);
      }
    }
  }
  const [best] = [...found].sort(([, a], [, b]) => b.size - a.size);
  return best && best[1].size >= FEWEST_SYLLABLES ? best[0] : undefined;
}

/** {@link oldEncodingOf} the texts of rows. */
export function oldEncodingOfRows(rows: readonly TableRow[]): OldEncoding | undefined {
  return oldEncodingOf(rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string')));
}

/** A row with its texts as Unicode. Beside texts that are Unicode already, only those are changed that no Unicode is like. */
export function unicodeRow(row: TableRow, encoding: OldEncoding): TableRow {
  const isMixed = row.cells.some((cell) => typeof cell === 'string' && isUnicodeVietnamese(cell));
  const isOld = (text: string): boolean => !isMixed || ODD[encoding].test(text);
  const cells = row.cells.map((cell) =>
    typeof cell === 'string' && isOld(cell) ? fromOldEncoding(cell, encoding) : cell,
  );
  return { ...row, cells };
}

/** What has to be told of the old encoding that texts seem to be in, and of the one that they were read in. */
export function oldEncodingNote(found: OldEncoding | undefined, read: OldEncoding | undefined): Note[] {
  if (read !== undefined) {
    const name = OLD_ENCODING_NAMES[read];
    return [
      {
        code: 'old-encoding',
        vi: `Chữ phông cũ ${name} được đổi sang Unicode.`,
        en: `Texts in the old font ${name} read as Unicode.`,
      },
    ];
  }
  if (found === undefined) return [];
  const name = OLD_ENCODING_NAMES[found];
  return [
    {
      code: 'old-encoding',
      vi: `Có chữ giống phông cũ ${name}, không phải Unicode; nếu đúng, đọc bằng --text-encoding ${found}.`,
      en: `Some texts look like the old font ${name} and are not Unicode; if so, read them with --text-encoding ${found}.`,
    },
  ];
}
