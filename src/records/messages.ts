import type { Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import { fill, type Params } from '../messages/issue.ts';

const MESSAGES = {
  'not-a-record': {
    vi: 'Không phải bản ghi: cần một đối tượng JSON có "schema": "nd178/result@1" (kết quả của calc --format json hoặc batch).',
    en: 'Not a record: expected a JSON object with "schema": "nd178/result@1" (what calc --format json or batch writes).',
  },
  'not-json': {
    vi: 'Dòng này không phải JSON (bị cắt hoặc sửa hỏng). Lấy lại tệp gốc.',
    en: 'This line is not JSON (cut off or damaged). Get the original file.',
  },
  'duplicate-key': {
    vi: 'Một khóa đứng hai lần trong cùng một đối tượng: không rõ giá trị nào là thật. Lấy lại tệp gốc.',
    en: 'A key stands twice in one object: nobody can tell which value is meant. Get the original file.',
  },
  'forbidden-key': {
    vi: 'Có khóa mà không bản ghi nào có ("__proto__", "constructor", "prototype"). Lấy lại tệp gốc.',
    en: 'There is a key that no record has ("__proto__", "constructor", "prototype"). Get the original file.',
  },
  'inexact-number': {
    vi: 'Có số mà máy tính không giữ được đủ chữ số; bản ghi viết số như vậy trong dấu nháy. Lấy lại tệp gốc.',
    en: 'There is a number that loses digits when it is stored; a record writes such a number in quotes. Get the original file.',
  },
  'no-law-version': {
    vi: 'Dòng có kết quả nhưng ô phiên bản luật ({cell}) trống, bị cắt hoặc bị sửa; cần dạng nd178@2025-03-15. Không đối chiếu được: lấy lại tệp gốc.',
    en: 'The row holds a result, but its law version ({cell}) is blank, cut or altered; it is written nd178@2025-03-15. It cannot be checked: get the original file.',
  },
  'refused-yet-computable': {
    vi: 'Dòng ghi là từ chối, nhưng hồ sơ ở dòng này tính được. Lấy lại tệp gốc, hoặc tính lại bằng nd178 batch.',
    en: 'The row says it was refused, but its case can be computed. Get the original file, or run nd178 batch again.',
  },
  'doubled-column': {
    vi: 'Cột "{heading}" đứng hai lần ({cells}): không rõ cột nào là kết quả. Xóa cột thêm vào.',
    en: 'The column "{heading}" stands twice ({cells}): nobody can tell which is the result. Delete the one that was added.',
  },
  'foreign-column': {
    vi: 'Giữa các cột kết quả có cột lạ "{heading}" ({cell}): tiêu đề bị sửa hoặc cột được chèn. Lấy lại tệp gốc.',
    en: 'Among the columns of the result stands another one, "{heading}" ({cell}): a heading was altered or a column inserted. Get the original file.',
  },
  'line-too-long': {
    vi: 'Dòng dài quá giới hạn, không thể là một bản ghi.',
    en: 'The line is longer than any record can be.',
  },
  'unknown-record-version': {
    vi: 'Bản ghi thuộc phiên bản "{schema}" mà bộ tính này không biết. Dùng bản nd178 mới hơn.',
    en: 'The record is of version "{schema}", which this engine does not know. Use a newer nd178.',
  },
  'record-structure': {
    vi: 'Cấu trúc bản ghi sai ở {path} ({what}).',
    en: 'The record is malformed at {path} ({what}).',
  },
} as const;

/** The stable code of an issue with a record. */
export type RecordIssueCode = keyof typeof MESSAGES;

/** An issue with a record, in a language. */
export function recordIssue(lang: Lang, code: RecordIssueCode, path: string, params: Params = {}): Issue {
  return { code, path, message: fill(MESSAGES[code][lang], { path, ...params }) };
}
