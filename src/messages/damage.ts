import { fill, type Params } from './issue.ts';
import { FileRefused } from './refused.ts';

/** What is wrong with a part of a workbook that is damaged. */
const DAMAGES = {
  crc: { vi: 'sai tổng kiểm tra (CRC)', en: 'wrong checksum (CRC)' },
  deflate: { vi: 'dữ liệu nén sai (deflate)', en: 'wrong packed data (deflate)' },
  size: { vi: 'kích thước ghi sai', en: 'it is not of the size that is stated' },
  zip: { vi: 'cấu trúc zip sai', en: 'wrong structure of the zip file' },
  xml: { vi: 'XML sai', en: 'wrong XML' },
  encoding: { vi: 'ký tự không đúng bảng mã', en: 'characters that are none in its encoding' },
  overlap: { vi: 'dùng chung dữ liệu với phần khác', en: 'it shares bytes with another part' },
  missing: {
    vi: 'phần này không có trong tệp[, nhưng {by} gọi đến]',
    en: 'it is not in the file[, though {by} names it]',
  },
  'many-parts': { vi: 'tệp có quá {limit} phần', en: 'the file has more than {limit} parts' },
  'many-styles': { vi: 'quá {limit} kiểu ô', en: 'more than {limit} cell styles' },
  'long-format': { vi: 'định dạng số dài quá {limit} ký tự', en: 'a number format longer than {limit} characters' },
  'two-parts': { vi: 'hai phần cùng tên {value}', en: 'two parts named {value}' },
  'two-of-kind': { vi: 'hai phần cùng loại {value}', en: 'two parts of the kind {value}' },
  'two-relations': { vi: 'hai quan hệ cùng mã {value}', en: 'two relations of the id {value}' },
  'two-sheets': {
    vi: 'hai trang tính trùng tên hoặc trùng phần: "{value}"',
    en: 'two sheets of one name or one part: "{value}"',
  },
  'sheet-without-part': { vi: 'trang tính "{value}" không có phần nào', en: 'the sheet "{value}" has no part' },
  'two-tables': { vi: 'hai danh sách hàng (sheetData)', en: 'two lists of rows (sheetData)' },
  row: {
    vi: 'hàng "{value}" không hợp lệ, lặp lại hoặc đi lùi',
    en: 'the row "{value}" is none, stands twice or goes back',
  },
  'row-in-row': { vi: 'một hàng nằm trong hàng {value}', en: 'a row inside of row {value}' },
  cell: { vi: 'ô "{value}"[ ở hàng {row}] không hợp lệ', en: 'the cell "{value}" is none[ of row {row}]' },
  'two-cells': { vi: 'ô {cell} có hai lần', en: 'the cell {cell} stands twice' },
  'cell-in-cell': { vi: 'một ô nằm trong ô {cell}', en: 'a cell inside of {cell}' },
  'cell-outside': { vi: 'một ô nằm ngoài các hàng', en: 'a cell outside of the rows' },
  'two-values': { vi: 'ô {cell} có hai giá trị', en: 'the cell {cell} has two values' },
  'text-for-value': {
    vi: 'ô {cell} có văn bản (<is>) thay cho giá trị',
    en: 'the cell {cell} has a text (<is>) in place of its value',
  },
  text: {
    vi: 'ô {cell} gọi văn bản "{value}" không có',
    en: 'the cell {cell} names a text "{value}" that is not there',
  },
  style: {
    vi: 'ô {cell} gọi kiểu "{value}" không có',
    en: 'the cell {cell} names a style "{value}" that is not there',
  },
  number: { vi: 'ô {cell} chứa "{value}", không phải số', en: 'the cell {cell} holds "{value}", which is no number' },
  truth: {
    vi: 'ô {cell} chứa "{value}", không phải đúng/sai',
    en: 'the cell {cell} holds "{value}", which is no truth value',
  },
  type: {
    vi: 'ô {cell} thuộc loại "{value}" không có',
    en: 'the cell {cell} is of a type "{value}" that does not exist',
  },
  merge: { vi: 'vùng ô gộp "{value}" không hợp lệ', en: 'the merged range "{value}" is none' },
} as const;

/** What may be wrong with a part. */
export type DamageCode = keyof typeof DAMAGES;

/** As much of what a file says as a message about a damage holds. */
const MOST_SHOWN = 40;

/** The refusal of a workbook for what is wrong with a part; `value`: what the file says there, told by its beginning. */
export function damaged(part: string, code: DamageCode = 'xml', params: Params = {}): FileRefused {
  const { value } = params;
  const shown = value === undefined ? params : { ...params, value: String(value).slice(0, MOST_SHOWN) };
  const why = { vi: fill(DAMAGES[code].vi, shown), en: fill(DAMAGES[code].en, shown) };
  return new FileRefused('damaged-workbook', { part, why });
}
