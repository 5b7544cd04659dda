import { LONGEST_TYPED } from '../base/lengths.ts';
import type { Lang } from '../base/text.ts';
import { fill, type Params } from '../messages/issue.ts';

/** Chooses between a Vietnamese and an English text. */
export function sayIn(lang: Lang): (vi: string, en: string) => string {
  return (vi, en) => (lang === 'vi' ? vi : en);
}

/** What is said of a cell. `{title}` is the heading of the column. */
export const CELL_MESSAGES = {
  right: { vi: 'Đúng.', en: 'Right.' },
  'capped-right': {
    vi: 'Đúng về tiền: ghi {declared} là mức tối đa để tính; số tháng nghỉ sớm thực là {computed}.',
    en: 'Right for money: {declared} is the most that counts; the months early are {computed}.',
  },
  'merged-right': {
    vi: 'Đúng: gộp với cột {other}, tổng các cột là {computed}.',
    en: 'Right: merged with column {other}, together they are {computed}.',
  },
  'wrong-measure': {
    vi: '{title}: khai {declared}, tính được {computed}. {why}',
    en: '{title}: declared {declared}, computed {computed}. {why}',
  },
  'wrong-amount': {
    vi: '{title}: khai {declared}, tính được {computed}, chênh lệch {difference}. {why}',
    en: '{title}: declared {declared}, computed {computed}, difference {difference}. {why}',
  },
  'not-due': {
    vi: '{title}: khai {declared} nhưng không có khoản này. {why}',
    en: '{title}: declared {declared} but nothing is due here. {why}',
  },
  'not-declared': {
    vi: '{title}: để trống nhưng được hưởng {computed}. {why}',
    en: '{title}: left blank but {computed} is due. {why}',
  },
  'wrong-sum': {
    vi: '{title}: khai {declared}, tổng các khoản là {computed}, chênh lệch {difference}.',
    en: '{title}: declared {declared}, the sum is {computed}, difference {difference}.',
  },
  'other-window': {
    vi: '{title}: khai {declared} theo {window}; {why}',
    en: '{title}: declared {declared} as for {window}; {why}',
  },
  'other-band': {
    vi: '{title}: khai {declared} theo mức của {months} tháng nghỉ sớm (số năm làm tròn); mức hưởng xét theo số tháng thực. {why}',
    en: '{title}: declared {declared} at the rate of {months} months early (rounded years); the band goes by the months themselves. {why}',
  },
  'other-version': {
    vi: '{title}: khai {declared}, đúng với luật trước {date} hoặc sau đó, không phải luật của ngày nghỉ {leaving} (tính được {computed}). {why}',
    en: '{title}: declared {declared}, which the law before or after {date} gives, not that of the leaving date {leaving} (computed {computed}). {why}',
  },
  'other-reading': {
    vi: '{title}: khai {declared} đúng theo cách hiểu {reading}={option}, tính được {computed} theo cách hiểu đang chọn {reading}={chosen}. {why}',
    en: '{title}: declared {declared} is right under the reading {reading}={option}; computed {computed} under the chosen {reading}={chosen}. {why}',
  },
  'other-facts': {
    vi: '{title}: khai {declared}, tính được {computed}; khai sẽ đúng nếu {facts}. {why}',
    en: '{title}: declared {declared}, computed {computed}; it would be right if {facts}. {why}',
  },
  follows: {
    vi: '{title}: sai theo ô {cause}; giá trị đúng là {computed}.',
    en: '{title}: wrong because of {cause}; the right value is {computed}.',
  },
  'other-sheet': {
    vi: '{title}: lấy theo ô {cause} của trang {sheet}, ô đó sai; giá trị đúng là {computed}.',
    en: '{title}: taken from {cause} of sheet {sheet}, which is wrong; the right value is {computed}.',
  },
  'differs-from-salary-sheet': {
    vi: '{title}: khai {declared}, biểu I.5 (trang {sheet}, hàng {row}) tính được {computed}.',
    en: '{title}: declared {declared}, form I.5 (sheet {sheet}, row {row}) gives {computed}.',
  },
  undecided: {
    vi: '{title}: chưa kết luận được, còn tùy {facts}.',
    en: '{title}: cannot be decided, it depends on {facts}.',
  },
  'needs-data': {
    vi: '{title}: không kiểm tra được vì thiếu hoặc không đọc được: {what}.',
    en: '{title}: cannot be checked, this is missing or unreadable: {what}.',
  },
  'not-computable': {
    vi: '{title}: không tính được. {why}',
    en: '{title}: cannot be computed. {why}',
  },
  blank: {
    vi: '{title}: để trống; tính được {computed}.',
    en: '{title}: left blank; computed {computed}.',
  },
  'ambiguous-duration': {
    vi: '{title}: "{declared}" có thể là số năm thập phân hoặc năm-tháng; tính lại từ ngày tháng được {computed}. Ghi rõ năm và tháng.',
    en: '{title}: "{declared}" may be decimal years or years and months; computed from the dates: {computed}. Write years and months.',
  },
  'unreadable-date': {
    vi: '{title}: không đọc chắc chắn được "{declared}" là ngày tháng nào. Ghi dạng dd/mm/yyyy hoặc mm/yyyy.',
    en: '{title}: "{declared}" cannot be read as a date with certainty. Write dd/mm/yyyy or mm/yyyy.',
  },
  'unreadable-rank': {
    vi: '{title}: không rõ cấp bậc hoặc nhóm đối tượng "{declared}". Ghi đủ cấp bậc, hoặc cho nhóm bằng --map.',
    en: '{title}: the rank or group "{declared}" is not known. Write the rank in full, or give the group with --map.',
  },
  'unreadable-duration': {
    vi: '{title}: không đọc chắc chắn được "{declared}" là bao nhiêu năm, tháng.',
    en: '{title}: "{declared}" cannot be read as a length of time with certainty.',
  },
  'unreadable-amount': {
    vi: '{title}: không đọc chắc chắn được "{declared}" là số nào.',
    en: '{title}: "{declared}" cannot be read as a number with certainty.',
  },
  'formula-without-value': {
    vi: '{title}: công thức chưa có giá trị lưu. Mở tệp, tính lại và lưu.',
    en: '{title}: a formula without a stored value. Open the file, recalculate and save.',
  },
  'merged-cell': {
    vi: '{title}: "{declared}" ở {range} không rõ là của riêng ô này: {shared}',
    en: '{title}: "{declared}" in {range} may not be of this cell alone: {shared}',
  },
  'text-too-long': {
    vi: '{title}: ô dài hơn {longest} ký tự, không đọc. Rút ngắn.',
    en: '{title}: the cell is longer than {longest} characters and is not read. Shorten it.',
  },
  'unreadable-cell': {
    vi: '{title}: ô lỗi ("{declared}").',
    en: '{title}: the cell holds an error ("{declared}").',
  },
} as const;

/** Why a value may not be of one cell alone, and the way out. */
export const SHARED_BY = {
  people: {
    vi: 'ô gộp qua hàng của nhiều người. Bỏ gộp (Unmerge Cells) rồi ghi giá trị của từng người vào hàng của người đó.',
    en: 'the cells are merged over the rows of several people. Unmerge them and write the value of each person into the row of that person.',
  },
  columns: {
    vi: 'ô gộp qua nhiều cột. Bỏ gộp (Unmerge Cells) rồi ghi từng giá trị vào cột của nó.',
    en: 'the cells are merged over several columns. Unmerge them and write each value into its own column.',
  },
  rows: {
    vi: 'người này có nhiều hàng (ô họ tên gộp) và mỗi hàng một giá trị. Ghi mỗi người một hàng.',
    en: 'the person fills several rows (the name is merged), each with a value of its own. Write one row for each person.',
  },
} as const;

/** The stable code of what is said of a cell. */
export type CellCode = keyof typeof CELL_MESSAGES;

/** What is said of a cell, in a language. */
export function cellMessage(lang: Lang, code: CellCode, params: Params): string {
  return fill(CELL_MESSAGES[code][lang], { longest: LONGEST_TYPED, ...params })
    .replace(/\s+/g, ' ')
    .trim();
}

/** Remarks on a whole sheet. */
export const SHEET_MESSAGES = {
  'no-header': {
    vi: 'Không tìm thấy hàng tiêu đề của biểu; dùng --map (nd178 audit --propose-map).',
    en: 'The heading of the form was not found; use --map (nd178 audit --propose-map).',
  },
  'no-number-row': {
    vi: 'Không có hàng đánh số cột; nhận cột theo chữ của tiêu đề.',
    en: 'No row numbers the columns; they were recognised by their headings.',
  },
  shifted: {
    vi: 'Các cột đánh số lệch {offset} so với biểu; đã tính đến.',
    en: 'The columns are numbered {offset} off the form; taken into account.',
  },
  'columns-missing': {
    vi: 'Không thấy cột: {columns}.',
    en: 'Columns not found: {columns}.',
  },
  'merged-rows': {
    vi: 'Ô gộp qua nhiều hàng: giá trị được tính cho từng người ở cột: {columns}.',
    en: 'Cells merged over several rows: the value counts for each person in the columns: {columns}.',
  },
  'rows-after-end': {
    vi: 'Có {count} hàng giống hàng người sau dòng Tổng cộng (hàng {row}); không kiểm tra.',
    en: '{count} rows that look like people stand below the total (row {row}); they are not checked.',
  },
  'scheme-missing': {
    vi: 'Chế độ {scheme} chưa có trong quy tắc; biểu này chưa kiểm tra được.',
    en: 'The scheme {scheme} is not in the rules; this form cannot be checked.',
  },
} as const;

/** The stable code of a remark on a sheet. */
export type SheetCode = keyof typeof SHEET_MESSAGES;

/** A remark on a sheet, in a language. */
export function sheetMessage(lang: Lang, code: SheetCode, params: Params = {}): string {
  return fill(SHEET_MESSAGES[code][lang], params);
}
