import { readFile } from 'node:fs/promises';
import type { Lang } from '../../src/base/text.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { markWorkbook, type WorkbookEdits } from '../../src/workbook/mark/workbook.ts';
import type { OpenOptions } from '../../src/workbook/open.ts';
import type { SheetPlan } from '../../src/workbook/plan.ts';
import { saveXlsx } from '../../src/workbook/save.ts';
import { xlsxBytes } from './old-book.ts';
import { readFault } from './system-fault.ts';
import { writeOutput } from './output-file.ts';
import { sameFile } from './same-file.ts';

/** Writes a workbook to a file, which stands in its place when it is complete; `sources` are never overwritten. Throws {@link FileRefused}. */
export async function saveBook(
  path: string,
  sheets: readonly SheetPlan[],
  lang: Lang = 'vi',
  sources: readonly string[] = [],
): Promise<void> {
  await writeOutput(path, (sink) => saveXlsx(sink, sheets, lang), sources);
}

/**
 * Writes a copy of a workbook with edits. The source is never touched; the target is put in its place when it is
 * complete. Throws {@link FileRefused} for what the reader refuses too, and a RangeError for a sheet or cell that is not
 * there.
 */
export async function markBook(
  source: string,
  target: string,
  edits: WorkbookEdits,
  options: OpenOptions = {},
): Promise<void> {
  if (await sameFile(source, target)) throw new FileRefused('same-file');
  const marked = await markWorkbook(sourceOf(await bytesOf(source)), edits, options);
  await writeOutput(target, (sink) => marked.save(sink), [source]);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await xlsxBytes(await readFile(path));
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('not-found', { file: path, why: readFault(error) });
  }
}
