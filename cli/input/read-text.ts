import type { Issue } from '../../src/base/checked.ts';
import type { Lang } from '../../src/base/text.ts';
import type { Host } from '../host.ts';

/** Most bytes of a file that holds one case. */
export const MOST_CASE_BYTES: number = 1 << 20;

/** The text of a file, or what is wrong with it in the language of the user. */
export function readText(host: Host, file: string, lang: Lang, most: number = MOST_CASE_BYTES): string | Issue {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const name = file === '-' ? say('đầu vào chuẩn', 'standard input') : `"${file}"`;
  try {
    return host.read(file, most).replace(/^\uFEFF/, '');
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const [vi, en] = reason(typeof code === 'string' ? code : '', most);
    return {
      code: 'unreadable-file',
      path: '',
      message: say(`Không đọc được ${name}: ${vi}`, `Cannot read ${name}: ${en}`),
    };
  }
}

function reason(code: string, most: number): [vi: string, en: string] {
  if (code === 'ENOENT')
    return ['không có tệp này. Kiểm tra tên và thư mục.', 'there is no such file. Check its name and folder.'];
  if (code === 'EISDIR') return ['đây là thư mục, không phải tệp.', 'this is a folder, not a file.'];
  if (code === 'EACCES' || code === 'EPERM') return ['không có quyền đọc.', 'no permission to read it.'];
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
  return [`lỗi ${code || 'không rõ'}.`, `error ${code || 'unknown'}.`];
}
