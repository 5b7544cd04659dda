import { createHash, type Hash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, rename, type FileHandle } from 'node:fs/promises';
import type { Sink } from '../../src/workbook/bytes.ts';
import { orNothing, removeFile, systemFault } from './system-fault.ts';

/** How much of a file is read back at a time. */
const PIECE_BYTES = 256 * 1024;

/** Links are not followed where the system can tell. */
const NO_LINK = (constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0;

/** For everybody, less what the user takes away. */
const ANYBODY = 0o666;

/** For the owner alone. */
export const OWNER_ONLY = 0o600;

/** What a file holds from its first byte on. */
export interface Content {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * A file being written from the first byte on: every file that the program writes goes through here. What is written is
 * written whole or is an error of the system, however little the system takes at a time.
 */
export class FileWriter implements Sink {
  readonly #file: FileHandle;
  readonly #hash: Hash;
  #path: string;
  #length: number;
  #open = true;

  private constructor(path: string, file: FileHandle, hash: Hash, length: number) {
    this.#path = path;
    this.#file = file;
    this.#hash = hash;
    this.#length = length;
  }

  /** Makes a file. Nothing may stand there, not even a link. */
  static async create(path: string, mode: number = ANYBODY): Promise<FileWriter> {
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | NO_LINK;
    return new FileWriter(path, await open(path, flags, mode), createHash('sha256'), 0);
  }

  /** Opens a file to go on behind what it is known to hold; undefined where it does not hold that. */
  static async reopen(path: string, known: Content): Promise<FileWriter | undefined> {
    const file = await openPlain(path, constants.O_RDWR);
    if (!file) return undefined;
    const hash = await hashOf(file, known.bytes);
    if (hash?.copy().digest('hex') === known.sha256) {
      await file.truncate(known.bytes);
      return new FileWriter(path, file, hash, known.bytes);
    }
    await file.close();
    return undefined;
  }

  /** What has been written. */
  content(): Content {
    return { bytes: this.#length, sha256: this.#hash.copy().digest('hex') };
  }

  /** Writes behind what has been written. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await this.#file.write(bytes, at, bytes.length - at, this.#length);
      if (bytesWritten <= 0) throw systemFault('EIO');
      at += bytesWritten;
      this.#length += bytesWritten;
    }
    this.#hash.update(bytes);
  }

  /** What has been written is on disk, and the file is whole; else an error of the system. */
  async flush(): Promise<void> {
    await this.#file.datasync();
    await this.check();
  }

  /** The file holds as much as has been written and stands under its name; else an error of the system. */
  async check(): Promise<void> {
    const { size } = await this.#file.stat();
    if (size !== this.#length) throw systemFault('EIO');
    if (!(await this.#isAt(this.#path))) throw systemFault('EREPLACED');
  }

  /** What has been written is read back and is the same; else an error of the system. Some systems take less than they say. */
  async verify(): Promise<void> {
    await this.flush();
    const { bytes, sha256 } = this.content();
    if ((await hashOf(this.#file, bytes))?.digest('hex') !== sha256) throw systemFault('EIO');
  }

  /** All that has been written. */
  read(): AsyncIterable<Uint8Array> {
    if (this.#length === 0) return nothing();
    const range = { start: 0, end: this.#length - 1, autoClose: false, highWaterMark: PIECE_BYTES };
    return this.#file.createReadStream(range) as AsyncIterable<Uint8Array>;
  }

  /** Gives the file permissions and owner. */
  async own({ mode, uid, gid }: { readonly mode: number; readonly uid: number; readonly gid: number }): Promise<void> {
    // Only an administrator may give a file away; all others own what they write.
    await this.#file.chown(uid, gid).catch(() => undefined);
    await this.#file.chmod(mode);
  }

  /** Puts the file, which is verified first, under another name. */
  async moveTo(path: string): Promise<void> {
    await this.verify();
    await rename(this.#path, path);
    this.#path = path;
    if (!(await this.#isAt(path))) throw systemFault('EREPLACED');
  }

  /** Closes the file, and removes it where it is still the one of its name. */
  async remove(): Promise<void> {
    const mine = this.#open && (await this.#isAt(this.#path));
    await this.close();
    if (mine) await removeFile(this.#path);
  }

  /** Closes the file. */
  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#file.close();
  }

  async #isAt(path: string): Promise<boolean> {
    const found = await orNothing(lstat(path, { bigint: true }));
    return found !== undefined && isSame(found, await this.#file.stat({ bigint: true }));
  }
}

/** Whether two looks were at one file. Of an open file that was renamed Wine does not tell the volume: it is 0 there. */
export function isSame(one: Pick<BigIntStats, 'ino' | 'dev'>, other: Pick<BigIntStats, 'ino' | 'dev'>): boolean {
  return one.ino === other.ino && (one.dev === other.dev || one.dev === 0n || other.dev === 0n);
}

/** Whether a file holds this and nothing else. */
export async function holds(path: string, { bytes, sha256 }: Content): Promise<boolean> {
  const file = await openPlain(path, constants.O_RDONLY);
  try {
    if (!file || (await file.stat()).size !== bytes) return false;
    return (await hashOf(file, bytes))?.digest('hex') === sha256;
  } finally {
    await file?.close();
  }
}

/** The text of a file of the program's own; undefined where there is none, or a link in its place. */
export async function ownText(path: string): Promise<string | undefined> {
  const file = await openPlain(path, constants.O_RDONLY);
  try {
    return await file?.readFile('utf8');
  } finally {
    await file?.close();
  }
}

/** Undefined where there is no such file, or a link in its place. */
async function openPlain(path: string, flags: number): Promise<FileHandle | undefined> {
  const file = await orNothing(open(path, flags | NO_LINK), ['ENOENT', 'ELOOP']);
  if (!file || (await file.stat()).isFile()) return file;
  await file.close();
  return undefined;
}

/** The hash of the first bytes of a file; undefined where it has fewer. */
async function hashOf(file: FileHandle, bytes: number): Promise<Hash | undefined> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(Math.min(PIECE_BYTES, bytes));
  for (let at = 0; at < bytes;) {
    const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, bytes - at), at);
    if (bytesRead === 0) return undefined;
    hash.update(piece.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash;
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  // An empty file.
}
