import { LONGEST_TYPED } from '../base/lengths.ts';
import type { Lang, Words } from '../base/text.ts';
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
  'implied-salary': {
    vi: '{title}: khai {declared}, tính được {computed}; các số tiền của hàng này đều tính theo lương {salary}, không phải {own}. {why}',
    en: '{title}: declared {declared}, computed {computed}; the amounts of this row were all computed on a salary of {salary}, not {own}. {why}',
  },
  'unrounded-years': {
    vi: '{title}: khai {declared} theo số năm chưa làm tròn ({years}), tính được {computed}. {why}',
    en: '{title}: declared {declared} for the years unrounded ({years}), computed {computed}. {why}',
  },
  uncapped: {
    vi: '{title}: khai {declared} cho cả {months} tháng; tối đa tính {cap} tháng, được {computed}. {why}',
    en: '{title}: declared {declared} for all {months} months; {cap} are the most that count: {computed}. {why}',
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
  'two-births': {
    vi: '{title}: ghi ở cả cột Nam và cột Nữ ("{declared}"). Giữ lại một.',
    en: '{title}: written both under men and under women ("{declared}"). Keep one.',
  },
  implausible: {
    vi: '{title}: {why} Chưa kết luận các ô tính theo số này.',
    en: '{title}: {why} Nothing that stands on it is judged.',
  },
  'other-money-unit': {
    vi: '{title}: khai {declared}, nhỏ hoặc lớn hơn số tính được ({computed}) khoảng {times} lần: có thể ghi theo đơn vị tiền khác. Ghi theo đồng, hoặc ghi dòng ĐVT trên bảng.',
    en: '{title}: declared {declared}, some {times} times off what is computed ({computed}): it may be in another unit of money. Write đồng, or a line ĐVT above the table.',
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

/** Of a cell that hangs on the same as one before it in the row. */
const UNDECIDED_TOO: Words = {
  vi: '{title}: chưa kết luận được, cùng lý do với ô {before}.',
  en: '{title}: cannot be decided, for the same reason as {before}.',
};

/** What is said of a cell, in a language. */
export function cellMessage(lang: Lang, code: CellCode, params: Params): string {
  const text = code === 'undecided' && params['before'] !== undefined ? UNDECIDED_TOO : CELL_MESSAGES[code];
  return fill(text[lang], { longest: LONGEST_TYPED, ...params })
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
  'by-headings': {
    vi: 'Tên trang và tiêu đề không nêu biểu nào; nhận là {form} theo chữ của các cột. Kiểm tra lại.',
    en: 'Neither the tab nor a title names a form; taken for {form} by the headings of its columns. Check it.',
  },
  'hidden-sheet': {
    vi: 'Trang bị ẩn trong sổ tính; vẫn kiểm tra.',
    en: 'The workbook hides this sheet; it is audited all the same.',
  },
  'hidden-rows': {
    vi: '{count} người ở hàng bị ẩn (hàng {rows}); vẫn kiểm tra và tính vào tổng.',
    en: '[{many} people stand in hidden rows (rows {rows}); they are audited and count all the same.][{one} person stands in a hidden row (row {rows}), and is audited and counts all the same.]',
  },
  'money-unit': {
    vi: 'Số tiền đọc theo đơn vị {dong} đồng (hàng {row}: "{text}").',
    en: 'Amounts are read in units of {dong} đồng (row {row}: "{text}").',
  },
  'scheme-missing': {
    vi: 'Chế độ {scheme} chưa có trong quy tắc; biểu này chưa kiểm tra được.',
    en: 'The scheme {scheme} is not in the rules; this form cannot be checked.',
  },
} as const;

/** The stable code of a remark on a sheet. */
export type SheetCode = keyof typeof SHEET_MESSAGES;

/** A number under the name by which English words it: `one`, or `many`. */
function numbered(count: Params[string]): Params {
  if (count === undefined) return {};
  return String(count) === '1' ? { one: count } : { many: count };
}

/** A remark on a sheet, in a language. */
export function sheetMessage(lang: Lang, code: SheetCode, params: Params = {}): string {
  return fill(SHEET_MESSAGES[code][lang], { ...params, ...numbered(params['count']) });
}

/** Why people were not read: the stable code. */
export type NotReadCode = 'no-form' | 'other-act' | 'no-header' | 'no-name' | 'scheme-missing';

/** Why people were not read. `{rows}`: their rows. */
const NOT_READ: Readonly<Record<NotReadCode, Words>> = {
  'no-form': {
    vi: 'Trang "{sheet}" không phải biểu nào của phụ lục nhưng có {people} hàng giống hàng người (hàng {rows}); chưa kiểm tra. Đổi tên trang hoặc dùng --map.',
    en: 'The sheet "{sheet}" is no annex form, yet [{many} of its rows look like people (rows {rows}); they are][{one} of its rows looks like a person (row {rows}); it is] not checked. Rename the sheet, or use --map.',
  },
  'other-act': {
    vi: 'Trang "{sheet}" là biểu theo {act}; chưa có biểu này để kiểm tra[, {people} người chưa kiểm tra (hàng {rows})]. Để tính số phải trả: nd178 batch {file} --sheet "{sheet}" --law {scheme} -o ket-qua.xlsx.',
    en: 'The sheet "{sheet}" is an annex of {act}, of which there is no form to check it by[; {people} people are not checked (rows {rows})]. To compute what is due: nd178 batch {file} --sheet "{sheet}" --law {scheme} -o results.xlsx.',
  },
  'no-header': {
    vi: 'Trang "{sheet}": không tìm thấy hàng tiêu đề, {people} hàng giống hàng người chưa kiểm tra (hàng {rows}). Dùng --map.',
    en: 'Sheet "{sheet}": no heading was found, [{many} rows that look like people are not checked (rows {rows})][{one} row that looks like a person is not checked (row {rows})]. Use --map.',
  },
  'no-name': {
    vi: 'Trang "{sheet}": {people} hàng có số liệu của người nhưng không có họ tên, chưa kiểm tra (hàng {rows}).',
    en: 'Sheet "{sheet}": [{many} rows hold the data of somebody but no name; they are not checked (rows {rows})][{one} row holds the data of somebody but no name; it is not checked (row {rows})].',
  },
  'scheme-missing': {
    vi: 'Trang "{sheet}": chế độ của biểu chưa có trong quy tắc, {people} người chưa kiểm tra (hàng {rows}).',
    en: 'Sheet "{sheet}": the scheme of the form is not in the rules; [{many} people are not checked (rows {rows})][{one} person is not checked (row {rows})].',
  },
};

/** Why people were not read, in a language. */
export function notReadMessage(lang: Lang, code: NotReadCode, params: Params): string {
  return fill(NOT_READ[code][lang], { ...params, ...numbered(params['people']) });
}

const DOUBLES: Readonly<Record<'double-certain' | 'double-likely' | 'double-possible' | 'top-up', Words>> = {
  'double-certain': {
    vi: 'Người này đã có ở {where}, hàng {row}; chỉ tính một lần.',
    en: 'This person stands in {where}, row {row}, already; counted once.',
  },
  'double-likely': {
    vi: 'Có thể là cùng một người với {where}, hàng {row} (một ngày tháng ghi khác, còn lại giống nhau); chỉ tính một lần. Kiểm tra lại.',
    en: 'Likely the same person as in {where}, row {row} (one date is written otherwise, all else is the same); counted once. Check it.',
  },
  'double-possible': {
    vi: 'Tên chỉ khác một chữ với {where}, hàng {row}, ngày tháng và số tiền giống nhau: có thể là cùng một người. Vẫn tính cả hai; kiểm tra lại.',
    en: 'The name is one letter from that in {where}, row {row}; dates and amount are the same: possibly the same person. Both count; check it.',
  },
  'top-up': {
    vi: 'Người này đã có ở {where}, hàng {row}; hai khoản cộng lại đúng bằng mức được hưởng: là cấp bù phần chênh lệch, không trùng.',
    en: 'This person stands in {where}, row {row}, already; both together are what is due: the difference is topped up, nothing is paid twice.',
  },
};

/** That somebody stands twice, in a language. */
export function doubleMessage(lang: Lang, code: keyof typeof DOUBLES, params: Params): string {
  return fill(DOUBLES[code][lang], params);
}

const SUMS: Readonly<Record<'sum-right' | 'sum-wrong', Words>> = {
  'sum-right': {
    vi: '{cell} "{label}": đúng bằng tổng các hàng {rows}.',
    en: '{cell} "{label}": the sum of rows {rows}.',
  },
  'sum-wrong': {
    vi: '{cell} "{label}": ghi {declared}, cộng các hàng {rows} được {sum}, chênh lệch {difference}.',
    en: '{cell} "{label}": {declared} is written, rows {rows} add up to {sum}, difference {difference}.',
  },
};

/** What is said of a declared sum, in a language. */
export function sumMessage(lang: Lang, code: keyof typeof SUMS, params: Params): string {
  return fill(SUMS[code][lang], params);
}
