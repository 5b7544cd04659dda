import { constants } from 'node:fs';
import {
  access,
  chmod,
  chown,
  lstat,
  open,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { systemCode, writeFault } from '../system-fault.ts';
import { FileRefused } from './refused.ts';

/** Where an output of the user goes: nothing, or a regular file, stands there. */
export interface OutputPlace {
  /** As the user named it, for messages. */
  readonly given: string;
  /** The file itself, behind any symbolic links. */
  readonly path: string;
  /** Permissions and owner of the file that stands there; the one that takes its place keeps them. */
  readonly kept?: { readonly mode: number; readonly uid: number; readonly gid: number };
}

/** What the program puts beside an output while it works; the longest of these names has to fit as well. */
const LOCK = '.nd178-lock';
const ONE_GO = '.nd178-new';
const LONGEST = '.nd178-state-new';

const MOST_LINKS = 40;

/** Looks at the place of an output before anything is read. Throws {@link FileRefused} where it cannot be written. */
export async function outputPlace(given: string): Promise<OutputPlace> {
  try {
    const path = await behindLinks(resolve(given));
    const there = await orNothing(stat(path));
    if (there?.isDirectory() === true || /[/\\]$/.test(given))
      throw new FileRefused('output-is-folder', { file: given });
    if (there && !there.isFile()) throw new FileRefused('output-not-a-file', { file: given });
    if (there) await access(path, constants.W_OK);
    const folder = dirname(path);
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    await access(folder, constants.W_OK | constants.X_OK);
    await orNothing(lstat(path + LONGEST));
    const { mode = 0, uid = 0, gid = 0 } = there ?? {};
    return { given, path, ...(there ? { kept: { mode: mode & 0o7777, uid, gid } } : {}) };
  } catch (error) {
    throw notWritten(error, given);
  }
}

/** Runs what writes an output; an error of the system becomes a refusal that says what to do. */
export async function writing<T>(given: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw notWritten(error, given);
  }
}

function notWritten(error: unknown, given: string): unknown {
  if (error instanceof FileRefused || systemCode(error) === '') return error;
  return new FileRefused('not-written', { file: given, why: writeFault(error) });
}

/** A link that leads nowhere yet is followed too: the file is made where it points. */
async function behindLinks(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const there = await orNothing(lstat(at));
    if (there?.isSymbolicLink() !== true)
      return join((await orNothing(realpath(dirname(at)))) ?? dirname(at), basename(at));
    at = resolve(dirname(at), await readlink(at));
  }
  throw Object.assign(new Error(), { code: 'ELOOP' });
}

/** Undefined where there is no such file. */
async function orNothing<T>(looked: Promise<T>): Promise<T | undefined> {
  try {
    return await looked;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes an empty file beside an output: what only its owner may read stays so while it is written. */
export async function startBeside(beside: string, { kept }: OutputPlace): Promise<void> {
  await rm(beside, { force: true });
  await writeFile(beside, '', kept ? { mode: (kept.mode & 0o777) | 0o600 } : {});
}

/** Puts a complete file in the place of an output, with the permissions and the owner of the one that stood there. */
export async function putInPlace(beside: string, { path, kept }: OutputPlace): Promise<void> {
  if (kept) {
    // Only an administrator may give a file away; all others own what they write.
    await chown(beside, kept.uid, kept.gid).catch(() => undefined);
    await chmod(beside, kept.mode);
  }
  await rename(beside, path);
}

/**
 * Writes an output in one go: `write` fills a file beside it, which is put in its place when it is complete. What
 * stood there stays as it was when anything fails. Throws {@link FileRefused}.
 */
export async function writeOutput(given: string, write: (beside: string) => Promise<void>): Promise<void> {
  const output = await openOutput(given);
  try {
    await writing(given, () => write(output.beside));
    await output.put();
  } finally {
    await output.close();
  }
}

/** An output under way. */
export interface OpenOutput {
  /** The file to be filled. */
  readonly beside: string;
  /** Puts the file in its place; it has to be closed. */
  put(): Promise<void>;
  /** Removes what is not in its place. */
  close(): Promise<void>;
}

/** Opens the place of an output: no other run may write to it until it is closed. Throws {@link FileRefused}. */
export async function openOutput(given: string): Promise<OpenOutput> {
  const place = await outputPlace(given);
  const unlock = await lockOutput(place);
  const beside = place.path + ONE_GO;
  try {
    await writing(given, () => startBeside(beside, place));
  } catch (error) {
    await unlock();
    throw error;
  }
  return {
    beside,
    put: () => writing(given, () => putInPlace(beside, place)),
    close: async () => {
      await rm(beside, { force: true });
      await unlock();
    },
  };
}

/** Who writes to an output. */
interface Holder {
  readonly process: number;
  readonly host: string;
}

/** The outputs that this process writes to. */
const held = new Set<string>();

/**
 * Locks an output, so that two runs never mix their files; gives what unlocks it. The lock of a process that is gone is
 * taken over. Throws {@link FileRefused} while another run writes.
 */
export async function lockOutput({ given, path }: OutputPlace): Promise<() => Promise<void>> {
  const lock = path + LOCK;
  if (held.has(lock)) throw new FileRefused('output-in-use', { file: given, process: process.pid, lock });
  held.add(lock);
  try {
    await writing(given, () => takeLock(lock, given));
  } catch (error) {
    held.delete(lock);
    throw error;
  }
  return async () => {
    await rm(lock, { force: true });
    held.delete(lock);
  };
}

const MOST_TRIES = 5;

async function takeLock(lock: string, given: string): Promise<void> {
  const mine: Holder = { process: process.pid, host: hostname() };
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await madeNew(lock, JSON.stringify(mine))) return;
    const before = await orNothing(readFile(lock, 'utf8'));
    if (before === undefined) continue;
    const holder = holderOf(before);
    if (!holder || !(await isGone(holder, lock)))
      throw new FileRefused('output-in-use', { file: given, process: holder?.process, lock });
    await removeLock(lock, before);
  }
  throw new FileRefused('output-in-use', { file: given, lock });
}

async function madeNew(lock: string, text: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx');
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a lock that was left behind, unless another run has taken it over in the meantime. */
async function removeLock(lock: string, before: string): Promise<void> {
  const aside = `${lock}-old`;
  if ((await orNothing(rename(lock, aside).then(() => true))) !== true) return;
  if ((await orNothing(readFile(aside, 'utf8'))) === before) await rm(aside, { force: true });
  else await orNothing(rename(aside, lock));
}

function holderOf(text: string): Holder | undefined {
  try {
    const { process: id, host } = JSON.parse(text) as Partial<Holder>;
    return typeof id === 'number' && typeof host === 'string' ? { process: id, host } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the holder of a lock no longer runs; of another machine that cannot be known. */
async function isGone({ process: id, host }: Holder, lock: string): Promise<boolean> {
  if (host !== hostname()) return false;
  if (id === process.pid) return true;
  const made = await orNothing(stat(lock));
  if (made && made.mtimeMs < Date.now() - uptime() * 1000) return true;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
}
