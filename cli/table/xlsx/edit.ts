import { readFile, realpath } from 'node:fs/promises';
import { readFault } from '../../system-fault.ts';
import { FileRefused } from '../refused.ts';
import { writeOutput } from '../output-file.ts';
import { WorkbookEditor, type WorkbookEdits } from './edit-workbook.ts';
import type { OpenOptions } from './open.ts';

export type { WorkbookEdits } from './edit-workbook.ts';

/**
 * Writes a copy of a workbook with edits; everything else stays as it is. The source is never touched; the target is
 * put in its place when it is complete. The same input gives the same bytes. Throws {@link FileRefused} for what the
 * reader refuses too, and a RangeError for a sheet or cell that is not there.
 */
export async function editWorkbook(
  source: string,
  target: string,
  edits: WorkbookEdits,
  options: OpenOptions = {},
): Promise<void> {
  if (await sameFile(source, target)) throw new FileRefused('same-file');
  const editor = await WorkbookEditor.open(await bytesOf(source), options);
  await editor.edit(edits);
  await writeOutput(target, (beside) => editor.parts.save(beside));
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new FileRefused('not-found', { file: path, why: readFault(error) });
  }
}

async function sameFile(source: string, target: string): Promise<boolean> {
  try {
    return (await realpath(source)) === (await realpath(target));
  } catch {
    return false;
  }
}
