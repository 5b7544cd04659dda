import { unlink } from 'node:fs/promises';
import type { Words } from '../../src/base/text.ts';

/** The code of an error of the system (`ENOENT`); empty for any other error. */
export function systemCode(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : '';
}

/** An error as the system gives it. */
export function systemFault(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Removes a file, where there is one; never a folder. */
export async function removeFile(path: string): Promise<void> {
  await orNothing(unlink(path));
}

/** What was asked for, or undefined where the system says that there is no such file (or another of these codes). */
export async function orNothing<T>(asked: Promise<T>, codes: readonly string[] = ['ENOENT']): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (codes.includes(systemCode(error))) return undefined;
    throw error;
  }
}

const NO_SPACE: Words = {
  vi: 'hết chỗ trên đĩa. Dọn chỗ, hoặc ghi vào ổ khác',
  en: 'no space is left on the disk. Make room, or write to another disk',
};
const NAME_TOO_LONG: Words = { vi: 'tên dài quá. Đặt tên ngắn hơn', en: 'the name is too long. Choose a shorter one' };

const READ: Readonly<Record<string, Words>> = {
  ENOENT: { vi: 'không có tệp này. Kiểm tra tên và thư mục', en: 'there is no such file. Check its name and folder' },
  ENOTDIR: {
    vi: 'một phần của đường dẫn không phải thư mục. Kiểm tra đường dẫn',
    en: 'a part of the path is not a folder. Check the path',
  },
  EISDIR: { vi: 'đây là thư mục, không phải tệp. Chọn một tệp', en: 'this is a folder, not a file. Choose a file' },
  EACCES: {
    vi: 'không có quyền đọc. Xin quyền, hoặc chép tệp ra chỗ khác',
    en: 'no permission to read it. Ask for it, or copy the file elsewhere',
  },
  EBUSY: { vi: 'chương trình khác đang giữ tệp. Đóng tệp ở đó', en: 'another program holds it. Close it there' },
  ENAMETOOLONG: NAME_TOO_LONG,
};

const WRITE: Readonly<Record<string, Words>> = {
  ENOENT: {
    vi: 'không có thư mục này. Tạo thư mục, hoặc sửa đường dẫn',
    en: 'there is no such folder. Make it, or correct the path',
  },
  ENOTDIR: READ['ENOTDIR'] as Words,
  EISDIR: { vi: 'đây là thư mục. Thêm tên tệp', en: 'this is a folder. Add the name of a file' },
  EACCES: {
    vi: 'không có quyền ghi. Xin quyền, hoặc ghi vào thư mục khác',
    en: 'no permission to write. Ask for it, or write to another folder',
  },
  EROFS: { vi: 'ổ đĩa chỉ đọc. Ghi vào ổ khác', en: 'the disk is read-only. Write to another one' },
  EBUSY: { vi: 'chương trình khác đang mở tệp. Đóng tệp ở đó', en: 'another program has it open. Close it there' },
  ELOOP: { vi: 'liên kết trỏ vòng tròn. Sửa liên kết', en: 'its links go round in a circle. Correct them' },
  ENOSPC: NO_SPACE,
  EDQUOT: NO_SPACE,
  EFBIG: {
    vi: 'tệp lớn hơn mức ổ đĩa cho phép. Ghi vào ổ khác',
    en: 'the file is larger than the disk allows. Write to another disk',
  },
  ENAMETOOLONG: NAME_TOO_LONG,
  EIO: {
    vi: 'ổ đĩa không ghi đủ. Kiểm tra ổ đĩa, hoặc ghi vào ổ khác',
    en: 'the disk did not take all of it. Check the disk, or write to another one',
  },
  EREPLACED: {
    vi: 'chương trình khác đã xóa hoặc thay tệp đang ghi. Không để chương trình nào khác động vào thư mục này',
    en: 'another program deleted or replaced the file under way. Keep other programs out of this folder',
  },
};

/** Why a file cannot be read, in words, with the way out; no full stop at the end. */
export function readFault(error: unknown): Words {
  return wordsOf(READ, systemCode(error));
}

/** Why a file cannot be written, in words, with the way out; no full stop at the end. */
export function writeFault(error: unknown): Words {
  return wordsOf(WRITE, systemCode(error));
}

function wordsOf(table: Readonly<Record<string, Words>>, code: string): Words {
  const fault = table[code === 'EPERM' ? 'EACCES' : code];
  if (fault) return fault;
  return {
    vi: `hệ thống báo lỗi${code && ` ${code}`}. Kiểm tra ổ đĩa và đường dẫn`,
    en: `the system reports an error${code && ` (${code})`}. Check the disk and the path`,
  };
}
