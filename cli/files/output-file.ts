import { constants } from 'node:fs';
import { access, lstat, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { FileRefused } from '../../src/messages/refused.ts';
import type { Words } from '../../src/base/text.ts';
import type { Sink } from '../../src/workbook/bytes.ts';
import { removedOnSignal } from './leaving.ts';
import { lockOutput } from './lock.ts';
import { orNothing, removeFile, systemCode, systemFault, writeFault } from './system-fault.ts';
import { FileWriter, isSame } from './writer.ts';

/** Where an output of the user goes: nothing, or a regular file, stands there. */
export interface OutputPlace {
  /** As the user named it, for messages. */
  readonly given: string;
  /** The file itself, behind any symbolic links. */
  readonly path: string;
  /** Permissions and owner of the file that stands there; the one that takes its place keeps them. */
  readonly kept?: { readonly mode: number; readonly uid: number; readonly gid: number };
}

const ONE_GO = '.nd178-new';

/** What the program puts beside an output while it works. */
const BESIDE = ['-new', '-lock', '-lock-old', '-part', '-people', '-book', '-state', '-state-new'].map(
  (end) => `.nd178${end}`,
);
/** These names have to fit as well. */
const LONGEST = '.nd178-state-new';

const MOST_LINKS = 40;

/**
 * Looks at the place of an output before anything is read. Throws {@link FileRefused} where it cannot be written, or
 * where writing it would remove an input.
 */
export async function outputPlace(given: string, inputs: readonly string[] = []): Promise<OutputPlace> {
  try {
    const path = await behindLinks(resolve(given));
    const found = await orNothing(stat(path));
    if (found?.isDirectory() === true || /[/\\]$/.test(given))
      throw new FileRefused('output-is-folder', { file: given });
    if (found && !found.isFile()) throw new FileRefused('output-not-a-file', { file: given });
    if (found) await access(path, constants.W_OK);
    const folder = dirname(path);
    if (!(await stat(folder)).isDirectory()) throw systemFault('ENOTDIR');
    await access(folder, constants.W_OK | constants.X_OK);
    await orNothing(lstat(path + LONGEST));
    await checkInputs(path, given, inputs);
    const { mode = 0, uid = 0, gid = 0 } = found ?? {};
    return { given, path, ...(found ? { kept: { mode: mode & 0o7777, uid, gid } } : {}) };
  } catch (error) {
    throw refused('not-written', error, given);
  }
}

/** What stands beside an output is removed: no input may stand there, under whatever name it was given. */
async function checkInputs(path: string, given: string, inputs: readonly string[]): Promise<void> {
  const looked = (at: string) => stat(at, { bigint: true }).catch(() => undefined);
  for (const input of inputs) {
    const read = input === '-' ? undefined : await looked(input);
    if (!read) continue;
    for (const end of BESIDE) {
      const found = await looked(path + end);
      if (found && isSame(read, found)) throw new FileRefused('input-beside-output', { input, file: given });
    }
  }
}

/** Runs what writes an output; an error of the system becomes a refusal that says what to do, and what is kept. */
export async function writing<T>(given: string | Words, work: () => Promise<T>, kept?: Words): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refused('write-failed', error, given, kept);
  }
}

function refused(code: 'not-written' | 'write-failed', error: unknown, file: string | Words, kept?: Words): unknown {
  if (error instanceof FileRefused || systemCode(error) === '') return error;
  return new FileRefused(code, { file, why: writeFault(error), kept });
}

/** A link that leads nowhere yet is followed too: the file is made where it points. */
async function behindLinks(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const found = await orNothing(lstat(at));
    if (found?.isSymbolicLink() !== true)
      return join((await orNothing(realpath(dirname(at)))) ?? dirname(at), basename(at));
    at = resolve(dirname(at), await readlink(at));
  }
  throw systemFault('ELOOP');
}

/** Makes a file beside an output: what only its owner may read stays so while it is written. */
export async function createBeside(beside: string, { kept }: OutputPlace): Promise<FileWriter> {
  await removeFile(beside);
  return FileWriter.create(beside, kept && (kept.mode & 0o777) | 0o600);
}

/** Puts a complete file in the place of an output, with the permissions and the owner of the one that stood there. */
export async function putInPlace(beside: FileWriter, { path, kept }: OutputPlace): Promise<void> {
  if (kept) await beside.own(kept);
  await beside.moveTo(path);
}

/**
 * Writes an output in one go: `write` fills a file beside it, which is put in its place when it is complete. What
 * stood there stays as it was when anything fails. Throws {@link FileRefused}.
 */
export async function writeOutput(
  given: string,
  write: (sink: Sink) => Promise<void>,
  inputs: readonly string[] = [],
): Promise<void> {
  const output = await openOutput(given, inputs);
  try {
    await writing(given, () => write(output));
    await output.put();
  } finally {
    await output.close();
  }
}

/** An output under way. */
export interface OpenOutput extends Sink {
  /** Puts the output in its place. */
  put(): Promise<void>;
  /** Removes what is not in its place. */
  close(): Promise<void>;
}

/** Opens the place of an output: no other run may write to it until it is closed. Throws {@link FileRefused}. */
export async function openOutput(given: string, inputs: readonly string[] = []): Promise<OpenOutput> {
  const place = await outputPlace(given, inputs);
  const unlock = await writing(given, () => lockOutput(place));
  const beside = place.path + ONE_GO;
  const file = await writing(given, () => createBeside(beside, place)).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const leave = removedOnSignal(beside);
  let placed = false;
  return {
    write: (bytes) => writing(given, () => file.write(bytes)),
    put: async () => {
      await writing(given, () => putInPlace(file, place));
      placed = true;
    },
    close: async () => {
      await (placed ? file.close() : file.remove());
      leave();
      await unlock();
    },
  };
}
