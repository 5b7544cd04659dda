import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { readFault } from './system-fault.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { HEAD_BYTES, type InputBytes } from '../../src/table/bytes.ts';

const READ_BYTES = 256 * 1024;

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

/** The SHA-256 of an input, by which an interrupted run knows it again. */
export async function hashBytes(input: InputBytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of input.stream()) hash.update(piece);
  return hash.digest('hex');
}
