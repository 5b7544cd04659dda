import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lang } from '../../src/base/text.ts';
import type { Host } from '../host.ts';
import { usage } from '../options.ts';
import { removedOnSignal } from './leaving.ts';
import { systemCode, writeFault } from './system-fault.ts';
import { FileRefused } from '../../src/messages/refused.ts';

/** Refuses a workbook on a standard output that is a terminal. Throws a usage error. */
export function checkSendable(host: Host, lang: Lang): void {
  if (host.bytes) return;
  throw usage(
    lang,
    'Không in được sổ tính ra màn hình. Đặt tên tệp (-o ket-qua.xlsx), hoặc nối đầu ra chuẩn vào chương trình khác.',
    'A workbook cannot be shown on a terminal. Name a file (-o results.xlsx), or pipe standard output to another program.',
  );
}

/**
 * Sends a workbook to standard output. It is put together in a folder of its own, which nobody else may read; of one
 * that fails, or that `make` says is not complete, nothing is sent.
 */
export async function sendBook(host: Host, make: (path: string) => Promise<boolean>): Promise<void> {
  const folder = await temporaryFolder();
  const leave = removedOnSignal(folder);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'nd178.xlsx');
    if (!(await make(path))) return;
    const book = await open(path);
    // Whoever reads may go away in the middle and end the program: nothing is left behind then.
    await remove().catch(() => undefined);
    await host.bytes?.(book.createReadStream());
  } finally {
    await remove();
    leave();
  }
}

async function temporaryFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'nd178-'));
  } catch (error) {
    throw systemCode(error) === '' ? error : new FileRefused('not-written', { file: tmpdir(), why: writeFault(error) });
  }
}
