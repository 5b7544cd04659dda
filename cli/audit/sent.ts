import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SentBook } from '../../src/audit/workbook.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import type { Limits } from '../../src/workbook/limits.ts';
import { xlsxBytes } from '../files/old-book.ts';
import { readFault } from '../files/system-fault.ts';

/** A workbook as .xlsx: an older one is converted first. Throws {@link FileRefused}. */
export async function sentBook(path: string, { fileBytes }: Limits): Promise<SentBook> {
  return { file: basename(path), bytes: await xlsxBytes(await bytesOf(path, fileBytes)) };
}

async function bytesOf(path: string, limit: number): Promise<Buffer> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > limit) throw new FileRefused('file-too-large', { limit });
    return bytes;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('not-found', { file: path, why: readFault(error) });
  }
}
