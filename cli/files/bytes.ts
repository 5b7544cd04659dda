import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { readFault } from './system-fault.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { HEAD_BYTES, type InputBytes } from '../../src/table/bytes.ts';

const READ_BYTES = 256 * 1024;

/** A pipe that gives nothing for so many milliseconds pauses: whoever writes into it may wait for an answer. */
const PAUSE = 25;

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

/** Standard input: enough of it to tell what it is, or what came before it paused. */
async function fromStream(stdin: AsyncIterable<Uint8Array>): Promise<InputBytes> {
  const source = stdin[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let next = source.next();
  let ended = false;
  while (length < HEAD_BYTES) {
    const piece = length === 0 ? await next : await beforePause(next);
    if (piece === undefined) break;
    ended = piece.done === true;
    if (piece.done === true) break;
    first.push(piece.value);
    length += piece.value.length;
    next = source.next();
    // A failure is met where the stream is read on.
    next.catch(() => undefined);
  }
  const head = Buffer.concat(first);
  let interrupt: (() => void) | undefined;
  let stopped = false;
  /** The next piece, or the end where the reading is stopped meanwhile. */
  const read = (): Promise<IteratorResult<Uint8Array>> =>
    new Promise((resolve, reject) => {
      interrupt = () => resolve({ done: true, value: undefined });
      next.then(resolve, reject);
    });
  async function* stream(): AsyncGenerator<Uint8Array, void, undefined> {
    yield head;
    while (!ended && !stopped) {
      const piece = await read();
      if (piece.done === true) return;
      next = source.next();
      next.catch(() => undefined);
      yield piece.value;
    }
  }
  const stop = (): void => {
    stopped = true;
    interrupt?.();
    if (stdin === process.stdin) process.stdin.destroy();
  };
  const paused = !ended && length < HEAD_BYTES;
  return { head, size: ended ? length : undefined, whole: ended, ...(paused ? { paused } : {}), stream, stop };
}

/** What comes next, or undefined when nothing does for a while. */
async function beforePause<T>(next: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PAUSE)));
  try {
    return await Promise.race([next, pause]);
  } finally {
    clearTimeout(timer);
  }
}

/** The SHA-256 of an input, by which an interrupted run knows it again. */
export async function hashBytes(input: InputBytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of input.stream()) hash.update(piece);
  return hash.digest('hex');
}
