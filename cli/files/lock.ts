import { lstat, readFile, rename } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { FileRefused } from '../../src/messages/refused.ts';
import { removedOnSignal } from './leaving.ts';
import { orNothing, removeFile, systemCode } from './system-fault.ts';
import { FileWriter, ownText, OWNER_ONLY } from './writer.ts';

/** Who writes to an output. Start of machine and process are known where the system tells them (Linux). */
interface Holder {
  readonly process: number;
  readonly host: string;
  /** Names the run of the machine since its start, whatever its clock says. */
  readonly boot?: string | undefined;
  /** When the process started, in ticks of that run. */
  readonly started?: string | undefined;
}

/** The outputs that this process writes to. */
const held = new Set<string>();

/**
 * Locks an output, so that two runs never mix their files; gives what unlocks it. The lock of a process that is gone is
 * taken over. Throws {@link FileRefused} while another run writes, and errors of the system.
 */
export async function lockOutput({
  given,
  path,
}: {
  readonly given: string;
  readonly path: string;
}): Promise<() => Promise<void>> {
  const lock = `${path}.nd178-lock`;
  if (held.has(lock)) throw new FileRefused('output-in-use', { file: given, process: process.pid, lock });
  held.add(lock);
  try {
    const mine = JSON.stringify(await holderNow());
    await takeLock(lock, mine, given);
    const leave = removedOnSignal(lock);
    return async () => {
      leave();
      // Whoever deleted it may have let another run in.
      if ((await ownText(lock)) === mine) await removeFile(lock);
      held.delete(lock);
    };
  } catch (error) {
    held.delete(lock);
    throw error;
  }
}

const MOST_TRIES = 5;
/** Milliseconds in which who has made a lock has written in it. */
const TO_WRITE = 300;

async function takeLock(lock: string, mine: string, given: string): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await madeNew(lock, mine)) return;
    let before = await ownText(lock);
    if (before === '') {
      await wait(TO_WRITE);
      before = await ownText(lock);
    }
    if (before === undefined && (await isFree(lock))) continue;
    const holder = holderOf(before ?? '');
    // An empty lock is what a full disk leaves behind.
    if (before !== '' && !(holder && (await isGone(holder))))
      throw new FileRefused('output-in-use', { file: given, process: holder?.process, lock });
    await removeLock(lock, before);
  }
  throw new FileRefused('output-in-use', { file: given, lock });
}

/** Whether nothing stands there by now. */
async function isFree(lock: string): Promise<boolean> {
  return (await orNothing(lstat(lock))) === undefined;
}

async function madeNew(lock: string, text: string): Promise<boolean> {
  const file = await orNothing(FileWriter.create(lock, OWNER_ONLY), ['EEXIST']);
  if (!file) return false;
  try {
    await file.write(Buffer.from(text));
    await file.check();
  } catch (error) {
    await file.remove();
    // Another run took it for one that was left behind.
    if (systemCode(error) === 'EREPLACED') return false;
    throw error;
  }
  await file.close();
  return true;
}

/** Removes a lock that was left behind, unless another run has taken it over in the meantime. */
async function removeLock(lock: string, before: string | undefined): Promise<void> {
  const aside = `${lock}-old`;
  if ((await orNothing(rename(lock, aside).then(() => true))) !== true) return;
  if ((await ownText(aside)) === before) await removeFile(aside);
  else await orNothing(rename(aside, lock));
}

function holderOf(text: string): Holder | undefined {
  try {
    const { process: id, host, boot, started } = JSON.parse(text) as Partial<Holder>;
    return typeof id === 'number' && typeof host === 'string' ? { process: id, host, boot, started } : undefined;
  } catch {
    return undefined;
  }
}

async function holderNow(): Promise<Holder> {
  return { process: process.pid, host: hostname(), boot: await bootNow(), started: await startOf(process.pid) };
}

/** Whether the holder of a lock no longer runs; of another machine that cannot be known. */
async function isGone({ process: id, host, boot, started }: Holder): Promise<boolean> {
  if (host !== hostname()) return false;
  if (id === process.pid) return true;
  if (differ(boot, await bootNow())) return true;
  try {
    process.kill(id, 0);
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
  // Its number may have gone to another process.
  return differ(started, await startOf(id));
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

async function bootNow(): Promise<string | undefined> {
  return (await contentOf('/proc/sys/kernel/random/boot_id'))?.trim();
}

async function startOf(id: number): Promise<string | undefined> {
  const text = await contentOf(`/proc/${id}/stat`);
  // The name of the program, in brackets, may hold anything; the start is the 20th field behind it.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}

/** What the system tells in a file; undefined where it tells nothing. */
async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
