import type { Lang } from '../base/text.ts';
import { fill, type Params } from '../messages/issue.ts';

/** What may be wrong with a table, a row or a cell: the reason and the way out. `[...]` is left out when not known. */
export const TABLE_ISSUES = {
  'no-header': {
    vi: 'Không tìm thấy hàng tiêu đề trong {rows} hàng đầu. Cần một hàng có tên cột như trong mẫu (nd178 template) hoặc tên khóa như person.birth.',
    en: 'No header row was found in the first {rows} rows. Give one row of column names as in the template (nd178 template) or keys such as person.birth.',
  },
  'missing-columns': {
    vi: 'Hàng tiêu đề {row} thiếu cột bắt buộc: {columns}. Thêm các cột này.',
    en: 'The header in row {row} lacks required columns: {columns}. Add them.',
  },
  'duplicate-column': {
    vi: 'Các cột {cells} cùng là "{title}" ({key}). Chỉ giữ một cột, hoặc đổi tên các cột kia.',
    en: 'The columns {cells} are all "{title}" ({key}). Keep one of them, or rename the others.',
  },
  'forbidden-column': {
    vi: 'Không nhận cột có tên "{heading}" ({cells}). Đổi tên cột.',
    en: 'A column named "{heading}" ({cells}) is not accepted. Rename it.',
  },
  'unknown-key-column': {
    vi: 'Không có khóa "{heading}" ({cells}).[ Có phải "{near}"?] Sửa tên cột; nếu là cột riêng, đặt tên không có dạng khóa.',
    en: 'There is no key "{heading}" ({cells}).[ Did you mean "{near}"?] Correct the heading; a column of your own needs a name that does not look like a key.',
  },
  'unit-in-heading': {
    vi: 'Ô {cells}: tiêu đề "{heading}" ghi "{hint}", nhưng cột {title} ({key}) được đọc {readIn}. Đổi các giá trị cho đúng rồi sửa tiêu đề; nếu là cột khác, đặt tên khác.',
    en: 'Cell {cells}: the heading "{heading}" says "{hint}", but the column {title} ({key}) is read {readIn}. Convert the values and correct the heading; if it is another column, rename it.',
  },
  'unit-notice': {
    vi: 'Ô {cells} ghi "{value}", nhưng các cột tiền ({columns}) được đọc theo đồng. Đổi các số tiền sang đồng rồi sửa ô này.',
    en: 'Cell {cells} says "{value}", but the columns of money ({columns}) are read in đồng. Convert the amounts to đồng and correct that cell.',
  },
  'unclear-group': {
    vi: 'Tiêu đề "{heading}" ({title}, {key}) chia thành {subs} ({cells}) mà không rõ cột nào mang giá trị. Gộp vào một cột có tiêu đề "{title}", hoặc đặt cho mỗi cột một tên như trong mẫu (nd178 template).',
    en: 'The heading "{heading}" ({title}, {key}) is divided into {subs} ({cells}), and it is not clear which column holds the value. Put the values into one column headed "{title}", or name each column as in the template (nd178 template).',
  },
  'cell-beyond-header': {
    vi: 'Ô này ("{value}") nằm ngoài các cột có tiêu đề, nên các ô trong hàng có thể bị lệch cột (ví dụ dấu phẩy thập phân trong tệp ngăn cách bằng dấu phẩy). Sửa hàng: đặt giá trị có dấu ngăn cách trong dấu nháy kép, xóa ô thừa, hoặc đặt tên cho cột.',
    en: 'This cell ("{value}") stands behind the last heading, so the cells of the row may be shifted (a decimal comma in a file separated by commas, for example). Correct the row: put values that hold a separator in double quotes, delete the cell, or give its column a heading.',
  },
  'cell-without-heading': {
    vi: 'Ô này ("{value}") không có tiêu đề, mà đứng sau cột "{heading}": có thể tiêu đề đó gộp nhiều cột, hoặc các ô bị lệch. Đặt tên cho cột (ví dụ "{example}"), hoặc xóa ô.',
    en: 'This cell ("{value}") has no heading and stands behind the column "{heading}": that heading may span several columns, or cells are shifted. Give the column a heading (for example "{example}"), or clear the cell.',
  },
  'no-unit-column': {
    vi: 'Không có cột đơn vị "{unit}".[ Có phải "{near}"?]',
    en: 'There is no unit column "{unit}".[ Did you mean "{near}"?]',
  },
  'ambiguous-number': {
    vi: '"{value}" có thể là {one} hoặc {other}. Viết lại không có dấu nhóm (ví dụ {one}), hoặc thêm một số 0 sau phần thập phân ({more}).',
    en: '"{value}" may be {one} or {other}. Write it without grouping (for example {one}), or with one more zero after the decimals ({more}).',
  },
  'ambiguous-money': {
    vi: 'Các dấu trong "{value}" không nhóm số tiền một cách thống nhất: có thể là {one} đồng, có thể không. Viết lại không có dấu nhóm (ví dụ {one}).',
    en: 'The marks in "{value}" do not group the amount in one way: it may be {one} đồng, or not. Write it without grouping (for example {one}).',
  },
  'percent-or-coefficient': {
    vi: '"{value}" không rõ là tỷ lệ hay hệ số: tiêu đề không ghi %. Nếu là phần trăm thì viết {percent}, hoặc thêm (%) vào tiêu đề; nếu là hệ số hay số tiền thì không đưa vào cột này.',
    en: '"{value}" may be a ratio or a coefficient: the heading does not say %. If it is a per cent, write {percent}, or add (%) to the heading; a coefficient or an amount does not belong in this column.',
  },
  dash: {
    vi: 'Ô chỉ có dấu "{value}". Để trống ô; ở cột số cũng có thể ghi 0.',
    en: 'The cell holds only "{value}". Leave it blank; in a column of numbers 0 will do too.',
  },
  'duration-in-years': {
    vi: '"{value}" gồm cả năm và tháng, hoặc không chỉ là số năm. Ghi số năm vào cột "{years}" và số tháng lẻ (0 đến 11) vào cột "{months}".',
    en: '"{value}" holds years and months, or not years alone. Put the years into the column "{years}" and the months beyond them (0 to 11) into "{months}".',
  },
  'fraction-of-years': {
    vi: '"{value}" không phải số năm tròn, và không rõ phần lẻ là tháng hay phần của năm. Ghi số năm vào cột "{years}" và số tháng lẻ (0 đến 11) vào cột "{months}".',
    en: '"{value}" is not a whole number of years, and its fraction may be months or a part of a year. Put the years into the column "{years}" and the months beyond them (0 to 11) into "{months}".',
  },
  'months-beyond-year': {
    vi: '{value} tháng lẻ bên cạnh {years} năm: số tháng lẻ chỉ từ 0 đến 11. Nếu {value} là tổng số tháng thì ghi {wholeYears} vào cột năm và {rest} vào cột này.',
    en: '{value} months beside {years} years: the months beyond full years are 0 to 11. If {value} is the total, write {wholeYears} in the column of years and {rest} here.',
  },
  'not-a-number': {
    vi: '"{value}" không phải số. Viết bằng chữ số, ví dụ 4,65 hoặc 15.356.250.',
    en: '"{value}" is not a number. Write digits, for example 4.65 or 15,356,250.',
  },
  'inexact-number': {
    vi: 'Số {value} trong ô có quá nhiều chữ số nên không chính xác. Làm tròn trong tệp, hoặc định dạng ô là văn bản và gõ lại.',
    en: 'The number {value} in the cell has too many digits to be exact. Round it in the file, or format the cell as text and type it again.',
  },
  'ambiguous-percent': {
    vi: '"{value}" không rõ là phần trăm hay tỷ lệ. Viết "{value}%", hoặc định dạng ô theo %, hoặc viết tỷ lệ nhỏ hơn 1 (25% = 0,25).',
    en: '"{value}" may be a percentage or a ratio. Write "{value}%", or format the cell as a percentage, or write a ratio below 1 (25% = 0.25).',
  },
  'unexpected-percent': {
    vi: '"{value}" là phần trăm, nhưng cột này không phải cột phần trăm. Bỏ dấu % hoặc định dạng %.',
    en: '"{value}" is a percentage, but this is not a column of percentages. Remove the % sign or format.',
  },
  'ambiguous-date': {
    vi: '"{value}" có thể là năm 19{year} hoặc 20{year}. Viết đủ bốn chữ số năm, ví dụ 01/05/2025.',
    en: '"{value}" may be 19{year} or 20{year}. Write the year with four digits, for example 01/05/2025.',
  },
  'incomplete-date': {
    vi: '"{value}" chưa đủ ngày, tháng, năm. Viết đủ, ví dụ 01/05/2025.',
    en: '"{value}" lacks the day. Write day/month/year, for example 01/05/2025.',
  },
  'impossible-date': {
    vi: '"{value}" không phải một ngày có thật. Viết ngày/tháng/năm (dd/MM/yyyy){more}.',
    en: '"{value}" is not an existing date. Write day/month/year (dd/MM/yyyy){more}.',
  },
  'date-with-time': {
    vi: '"{value}" có cả giờ trong ngày. Chỉ ghi ngày/tháng/năm (dd/MM/yyyy).',
    en: '"{value}" holds a day and a time of day. Write the day alone (dd/MM/yyyy).',
  },
  'serial-number': {
    vi: 'Số {value} ở cột ngày có thể là ngày của Excel mất định dạng. Định dạng ô theo ngày, hoặc viết dd/MM/yyyy.',
    en: 'The number {value} in a column of dates may be an Excel date that lost its format. Format the cell as a date, or write dd/MM/yyyy.',
  },
  'date-not-expected': {
    vi: 'Ô chứa ngày {value}, nhưng cột này không phải cột ngày. Có thể Excel đã tự đổi; định dạng ô là văn bản và gõ lại.',
    en: 'The cell holds the date {value}, but this is not a column of dates. Excel may have changed it; format the cell as text and type it again.',
  },
  'unknown-word': {
    vi: 'Không nhận giá trị "{value}".[ Có phải "{near}"?] Các giá trị: {known}.',
    en: '"{value}" is not a value of this column.[ Did you mean "{near}"?] Values: {known}.',
  },
  'ambiguous-word': {
    vi: '"{value}" có thể là {known}. Viết rõ một trong các giá trị này.',
    en: '"{value}" may be {known}. Write one of them.',
  },
  'cell-error': {
    vi: 'Ô có lỗi {value}. Sửa công thức trong ô.',
    en: 'The cell holds the error {value}. Correct its formula.',
  },
  'merged-cell': {
    vi: 'Ô nằm trong vùng ô gộp {value}, nên không rõ giá trị của riêng hàng này. Bỏ gộp (Unmerge Cells) rồi ghi giá trị vào từng hàng.',
    en: 'The cell is one of the merged cells {value}, so that the value of this row is not known. Unmerge them and write the value into each row.',
  },
  'formula-without-value': {
    vi: 'Công thức trong ô chưa được tính. Mở tệp bằng Excel hoặc LibreOffice, tính lại rồi lưu.',
    en: 'The formula in the cell was never computed. Open the file in Excel or LibreOffice, recalculate and save.',
  },
  'date-out-of-range': {
    vi: 'Số ngày {value} nằm ngoài lịch. Viết lại ngày.',
    en: 'The day number {value} is outside the calendar. Write the date again.',
  },
  'time-of-day': {
    vi: 'Ô chứa giờ {value}, không phải giá trị của cột này. Sửa ô.',
    en: 'The cell holds a time of day ({value}), which is no value of this column. Correct it.',
  },
  'not-a-value': {
    vi: 'Ô chứa một đối tượng của chương trình ({value}), không phải giá trị. Truyền chuỗi, số, ngày (Date) hoặc để trống; của công thức hay chữ có định dạng thì truyền kết quả.',
    en: 'The cell holds an object of a program ({value}), not a value. Pass a text, a number, a Date or nothing; of a formula or formatted text, its result.',
  },
  'text-too-long': {
    vi: 'Ô dài hơn {value} ký tự. Rút ngắn.',
    en: 'The cell is longer than {value} characters. Shorten it.',
  },
  'control-character': {
    vi: 'Ô chứa ký tự điều khiển (ví dụ NUL). Xóa nội dung ô và gõ lại.',
    en: 'The cell holds a control character (such as NUL). Clear it and type it again.',
  },
  'broken-character': {
    vi: 'Có ký tự hỏng: tệp không theo đúng bảng mã đã đoán. Lưu lại tệp bằng UTF-8, hoặc chỉ rõ bảng mã (--encoding).',
    en: 'There is a broken character: the file is not in the encoding guessed. Save it as UTF-8, or name the encoding (--encoding).',
  },
  'too-many-cells': {
    vi: 'Hàng có nhiều ô hơn giới hạn (--max-columns). Xóa các ô thừa.',
    en: 'The row has more cells than the limit (--max-columns). Delete those that are not needed.',
  },
  'unclosed-quote': {
    vi: 'Dấu nháy kép mở ở hàng này không đóng.[ Vì thế {lines} dòng tiếp theo nằm trong một ô và chưa được tính.] Thêm dấu nháy đóng, hoặc bỏ dấu nháy mở.',
    en: 'A double quote opened in this row is never closed.[ So the next {lines} lines stand in one cell and were not worked out.] Close it, or remove it.',
  },
  'stray-quote': {
    vi: 'Có chữ sau dấu nháy kép đóng. Viết đôi dấu nháy bên trong ("").',
    en: 'There is text after a closing double quote. Double the quotes inside a value ("").',
  },
  'not-a-row': {
    vi: 'Hàng không phải một dãy ô. Truyền mỗi hàng là một mảng, theo thứ tự các cột.',
    en: 'The row is no list of cells. Pass each row as an array, in the order of the columns.',
  },
  'not-json': {
    vi: 'Dòng này không phải JSON hợp lệ. Mỗi dòng là một hồ sơ JSON.',
    en: 'The line is not valid JSON. Each line is one case in JSON.',
  },
  'forbidden-key': { vi: 'Không nhận khóa "{key}".', en: 'The key "{key}" is not accepted.' },
  'no-person': {
    vi: 'Hàng "{text}" không có ô bắt buộc nào ({columns}). Nếu là tên đơn vị, hàng cộng hoặc chữ ký thì xóa hàng; nếu là một người thì bổ sung các ô này.',
    en: 'The row "{text}" fills none of the required cells ({columns}). Delete it if it is the name of a unit, a sum or a signature; if it is a person, fill in these cells.',
  },
  'row-too-long': {
    vi: 'Hàng dài hơn giới hạn (--max-row-bytes). Có thể một dấu nháy kép không đóng; sửa hàng này.',
    en: 'The row is longer than the limit (--max-row-bytes). A double quote may never be closed; correct the row.',
  },
} as const;

/** The stable code of a fault of a table. */
export type TableIssueCode = keyof typeof TABLE_ISSUES;

/** The text of a fault of a table in a language. */
export function tableMessage(lang: Lang, code: TableIssueCode, params: Params = {}): string {
  return fill(TABLE_ISSUES[code][lang], params);
}
