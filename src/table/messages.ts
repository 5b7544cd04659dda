import type { Lang } from '../base/text.ts';
import { fill, type Params } from '../messages/issue.ts';
import { SPELLING_ISSUES } from '../messages/spelling.ts';

const OWN_ISSUES = {
  'no-header': {
    vi: 'Không tìm thấy hàng tiêu đề trong {rows} hàng đầu. Cần một hàng có tên cột như trong mẫu (nd178 template) hoặc tên khóa như person.birth.',
    en: 'No header row was found in the first {rows} rows. Give one row of column names as in the template (nd178 template) or keys such as person.birth.',
  },
  'missing-columns': {
    vi: 'Hàng tiêu đề {row} thiếu cột bắt buộc: {columns}. Thêm các cột này.[ Nếu cả danh sách có chung một giá trị thì cho bằng lệnh: {set}.]',
    en: 'The header in row {row} lacks required columns: {columns}. Add them.[ Where one value counts for the whole list, give it by the command: {set}.]',
  },
  'set-unknown-key': {
    vi: '--set: không có khóa hay cột "{key}".[ Có phải "{near}"?] Ví dụ: --set person.group=civil-servant, --set "Nhóm đối tượng=công chức".',
    en: '--set: there is no key or column "{key}".[ Did you mean "{near}"?] For example: --set person.group=civil-servant.',
  },
  'set-without-value': {
    vi: '--set {key}: thiếu giá trị của {title}. Viết --set "{key}=giá trị".',
    en: '--set {key}: the value of {title} is missing. Write --set "{key}=value".',
  },
  'set-twice': {
    vi: '--set {key}: {title} được cho hai lần. Chỉ cho một lần.',
    en: '--set {key}: {title} is given twice. Give it once.',
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
  'percent-or-coefficient': {
    vi: '"{value}" không rõ là tỷ lệ hay hệ số: tiêu đề không ghi %. Nếu là phần trăm thì viết {percentVi}, hoặc thêm (%) vào tiêu đề; nếu là hệ số hay số tiền thì không đưa vào cột này.',
    en: '"{value}" may be a ratio or a coefficient: the heading does not say %. If it is a per cent, write {percent}, or add (%) to the heading; a coefficient or an amount does not belong in this column.',
  },
  'also-amounts': {
    vi: 'Cùng hàng này, ô {cells} cũng ghi số tiền thay cho hệ số.',
    en: 'In the same row {cells} holds an amount for a coefficient as well.',
  },
  'inexact-number': {
    vi: 'Số {value} trong ô có quá nhiều chữ số nên không chính xác. Làm tròn trong tệp, hoặc định dạng ô là văn bản và gõ lại.',
    en: 'The number {value} in the cell has too many digits to be exact. Round it in the file, or format the cell as text and type it again.',
  },
  'ambiguous-percent': {
    vi: '"{value}" không rõ là phần trăm hay tỷ lệ. Viết "{value}%", hoặc tỷ lệ nhỏ hơn 1 (25% = 0,25); trong bảng tính có thể định dạng ô theo %.',
    en: '"{value}" may be a percentage or a ratio. Write "{value}%", or a ratio below 1 (25% = 0.25); in a spreadsheet the cell may be formatted as a percentage.',
  },
  'unexpected-percent': {
    vi: '"{value}" là phần trăm, nhưng giá trị này không tính theo phần trăm. Bỏ dấu % hoặc định dạng %.',
    en: '"{value}" is a percentage, but this value is none. Remove the % sign or format.',
  },
  'serial-number': {
    vi: 'Số {value} ở chỗ của ngày có thể là ngày của Excel mất định dạng. Định dạng ô theo ngày, hoặc viết dd/MM/yyyy.',
    en: 'The number {value} in place of a date may be an Excel date that lost its format. Format the cell as a date, or write dd/MM/yyyy.',
  },
  'broken-character': {
    vi: 'Có ký tự hỏng: tệp không theo đúng bảng mã đã đoán. Lưu lại tệp bằng UTF-8, hoặc chỉ rõ bảng mã (--encoding).',
    en: 'There is a broken character: the file is not in the encoding guessed. Save it as UTF-8, or name the encoding (--encoding).',
  },
  'impossible-date': {
    vi: '["{value}" không phải một ngày có thật.][ Có phải {near} (ngày trước, tháng sau)?][Không đọc được ngày từ "{unread}".] Viết ngày/tháng/năm (dd/MM/yyyy){more}.',
    en: '["{value}" is not an existing date.][ Did you mean {near} (the day first, then the month)?]["{unread}" cannot be read as a date.] Write day/month/year (dd/MM/yyyy){more}.',
  },
  'date-not-expected': {
    vi: 'Ô chứa ngày {value}, nhưng cột này không phải cột ngày. Có thể Excel đã tự đổi; định dạng ô là văn bản và gõ lại.',
    en: 'The cell holds the date {value}, but this is not a column of dates. Excel may have changed it; format the cell as text and type it again.',
  },
  'unknown-word': {
    vi: 'Không nhận giá trị "{value}".[ Có phải "{near}"?] Các giá trị: {known}.',
    en: '"{value}" is not a value of this column.[ Did you mean "{near}"?] Values: {known}.',
  },
  'cell-error': {
    vi: 'Ô có lỗi {value}. Sửa công thức trong ô.',
    en: 'The cell holds the error {value}. Correct its formula.',
  },
  'merged-cell': {
    vi: 'Ô nằm trong vùng ô gộp {value}, nên không rõ giá trị của riêng hàng này. Bỏ gộp (Unmerge Cells) rồi ghi giá trị vào từng hàng.',
    en: 'The cell is one of the merged cells {value}, so that the value of this row is not known. Unmerge them and write the value into each row.',
  },
  'both-ticked': {
    vi: 'Cả hai cột Nam và Nữ đều được đánh dấu ({value}). Chỉ để dấu ở một cột.',
    en: 'Both columns, men (Nam) and women (Nữ), are ticked ({value}). Leave the tick in one of them.',
  },
  'none-ticked': {
    vi: 'Cột Nam và cột Nữ đều không được đánh dấu. Đánh dấu x vào một cột.',
    en: 'Neither the column of men (Nam) nor that of women (Nữ) is ticked. Put an x into one of them.',
  },
  'unclear-tick': {
    vi: 'Không rõ cột Nam hay cột Nữ được đánh dấu: "{value}". Đánh dấu x vào một cột, để trống cột kia.',
    en: 'It is not clear which column is ticked, men (Nam) or women (Nữ): "{value}". Put an x into one of them and leave the other blank.',
  },
  'two-births': {
    vi: 'Cả hai cột ngày sinh Nam và Nữ đều có giá trị ({value}). Chỉ ghi ở cột đúng giới tính.',
    en: 'Both columns of births, men (Nam) and women (Nữ), are filled ({value}). Fill in the one of the person alone.',
  },
  'no-birth': {
    vi: 'Cột ngày sinh Nam và cột ngày sinh Nữ đều trống. Ghi ngày sinh vào cột đúng giới tính.',
    en: 'The columns of births, men (Nam) and women (Nữ), are both blank. Write the birth into the one of the person.',
  },
  'sex-twice': {
    vi: 'Giới tính ghi hai nơi khác nhau ({value}): cột giới tính, và cột Nam hoặc Nữ có ngày sinh. Sửa một trong hai.',
    en: 'The sex is said in two ways ({value}): in its own column, and by the column (Nam or Nữ) that holds the birth. Correct one of them.',
  },
  'span-of-months': {
    vi: '"{value}": nếu tính cả tháng cuối là {one}, nếu không là {other}. Ghi số năm và số tháng theo sổ BHXH.',
    en: '"{value}": with its last month that is {one}, without it {other}. Write the years and months of the insurance book.',
  },
  'ditto-of-own': {
    vi: '"{value}" (như trên) không dùng ở cột này: giá trị là của từng người. Ghi giá trị vào ô.',
    en: '"{value}" (as above) cannot stand in this column: values are each person\'s own. Write the value into the cell.',
  },
  'ditto-alone': {
    vi: '"{value}" (như trên), nhưng hàng trên không có giá trị. Ghi giá trị vào ô.',
    en: '"{value}" (as above), but nothing stands above. Write the value into the cell.',
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
  'no-person': {
    vi: 'Hàng "{text}" không có ô bắt buộc nào ({columns}). Nếu là tên đơn vị, hàng cộng hoặc chữ ký thì xóa hàng; nếu là một người thì bổ sung các ô này.',
    en: 'The row "{text}" fills none of the required cells ({columns}). Delete it if it is the name of a unit, a sum or a signature; if it is a person, fill in these cells.',
  },
  'row-too-long': {
    vi: 'Hàng dài hơn giới hạn (--max-row-bytes). Có thể một dấu nháy kép không đóng; sửa hàng này.',
    en: 'The row is longer than the limit (--max-row-bytes). A double quote may never be closed; correct the row.',
  },
} as const;

/** What may be wrong with a table, a row or a cell: the reason and the way out. `[...]` is left out when not known. */
export const TABLE_ISSUES: Omit<typeof SPELLING_ISSUES, keyof typeof OWN_ISSUES> & typeof OWN_ISSUES = {
  ...SPELLING_ISSUES,
  ...OWN_ISSUES,
};

/** The stable code of a fault of a table. */
export type TableIssueCode = keyof typeof TABLE_ISSUES;

/** The text of a fault of a table in a language. */
export function tableMessage(lang: Lang, code: TableIssueCode, params: Params = {}): string {
  return fill(TABLE_ISSUES[code][lang], params);
}
