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
