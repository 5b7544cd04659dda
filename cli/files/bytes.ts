import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { readFault } from './system-fault.ts';
import { FileRefused } from '../../src/messages/refused.ts';

/** How much of a file is looked at to tell its encoding, separator and header. */
const HEAD_BYTES = 256 * 1024;
const READ_BYTES = 256 * 1024;

/** The bytes of an input: a file that can be read from any place, or standard input, which can be read once. */
export interface InputBytes {
  /** The first bytes, enough to tell what the file is. */
  readonly head: Uint8Array;
  /** Whether `head` is all of it. */
  readonly whole: boolean;
  /** The size in bytes, where it is known. */
  readonly size: number | undefined;
  /** All bytes from the first on. */
  stream(): AsyncIterable<Uint8Array>;
}

/** Opens a file, or standard input for `-`. */
export async function openBytes(path: string, stdin: AsyncIterable<Uint8Array> = process.stdin): Promise<InputBytes> {
  try {
    return path === '-' ? await fromStream(stdin) : await fromFile(path);
  } catch (error) {
    throw notRead(error, path);
  }
}

function notRead(error: unknown, path: string): unknown {
  return error instanceof FileRefused ? error : new FileRefused('not-found', { file: path, why: readFault(error) });
}

/** The bytes of a file; a failure on the way is told as one of reading. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw notRead(error, path);
  }
}

async function fromFile(path: string): Promise<InputBytes> {
  const { size } = await stat(path);
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(Math.min(size, HEAD_BYTES));
    await file.read(head, 0, head.length, 0);
    return {
      head,
      size,
      whole: size <= HEAD_BYTES,
      stream: () => bytesOf(path),
    };
  } finally {
    await file.close();
  }
}

async function fromStream(stdin: AsyncIterable<Uint8Array>): Promise<InputBytes> {
  const source = stdin[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < HEAD_BYTES && !ended) {
    const next = await source.next();
    ended = next.done === true;
    if (next.done !== true) length += first.push(next.value) && next.value.length;
  }
  const head = Buffer.concat(first);
  async function* stream(): AsyncGenerator<Uint8Array, void, undefined> {
    yield head;
    if (!ended) yield* { [Symbol.asyncIterator]: () => source };
  }
  return { head, size: ended ? length : undefined, whole: ended, stream };
}

/** All bytes of an input, up to a limit. */
export async function allBytes(input: InputBytes, limit: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  if ((input.size ?? 0) > limit) throw new FileRefused('file-too-large', { limit });
  for await (const piece of input.stream()) {
    length += piece.length;
    if (length > limit) throw new FileRefused('file-too-large', { limit });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The SHA-256 of an input, by which an interrupted run knows it again. */
export async function hashBytes(input: InputBytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of input.stream()) hash.update(piece);
  return hash.digest('hex');
}
