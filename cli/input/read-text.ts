import type { Issue } from '../../src/base/checked.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Host } from '../host.ts';
import { readFault } from '../files/system-fault.ts';

/** Most bytes of a file that holds one case; the record of a case is a tenth of it. */
export const MOST_CASE_BYTES: number = 1 << 16;

/**
 * The text of a file, or what is wrong with it in the language of the user. `advice`: what to say of a file that is no
 * text of a case, where its name tells what it is.
 */
export function readText(
  host: Host,
  file: string,
  lang: Lang,
  { most = MOST_CASE_BYTES, advice }: { readonly most?: number; readonly advice?: string | undefined } = {},
): string | Issue {
  try {
    return host.read(file, most).replace(/^\uFEFF/, '');
  } catch (error) {
    if (advice !== undefined && isNoCase(error)) return { code: 'other-command', path: '', message: advice };
    return { code: 'unreadable-file', path: '', message: unreadable(file, error, lang, most) };
  }
}

/** Why a file cannot be read as text, in the language of the user: an error of the system, another encoding, its size. */
export function unreadable(file: string, error: unknown, lang: Lang, most: number = MOST_CASE_BYTES): string {
  const [vi, en] = reason(error, most);
  if (lang === 'vi') return `Không đọc được ${file === '-' ? 'đầu vào chuẩn' : `"${file}"`}: ${vi}`;
  return `Cannot read ${file === '-' ? 'standard input' : `"${file}"`}: ${en}`;
}

function isNoCase(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || code === 'ERR_TOO_LARGE';
}

function reason(error: unknown, most: number): [vi: string, en: string] {
  const { code } = error as { code?: unknown };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return ['không phải văn bản UTF-8. Lưu lại tệp với bảng mã UTF-8.', 'it is not UTF-8 text. Save it in UTF-8.'];
  }
  if (code === 'ERR_TOO_LARGE') {
    const size = `${Math.round(most / 1024)} KB`;
    return [
      `lớn hơn ${size}, không thể là một hồ sơ. Nhiều hồ sơ thì dùng: nd178 batch.`,
      `it is larger than ${size}, more than one case can be. For many cases use: nd178 batch.`,
    ];
  }
  const { vi, en } = readFault(error);
  return [`${vi}.`, `${en}.`];
}
