import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isatty } from 'node:tty';
import { textOfBytes } from '../src/base/byte-order.ts';
import type { Lang, Words } from '../src/base/text.ts';
import { FileRefused } from '../src/messages/refused.ts';
import { EXIT, Exit } from './exit.ts';
import { writeStandard, writeStandardLater } from './files/std-stream.ts';
import { systemCode, writeFault } from './files/system-fault.ts';

/** The world outside the program; a test gives its own. Commands see it as a {@link Host}. */
export interface World {
  /** Data. */
  out(text: string): void;
  /** {@link out} during which signals are heard, however slow the reader is; absent where standard output is a terminal. */
  outLater?(text: string): Promise<void>;
  /** Data that is no text, whole; absent where standard output is a terminal, which could only garble it. */
  bytes?(pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** Talk. */
  err(text: string): void;
  /**
   * The text of a file in UTF-8, or of standard input for `-`. Throws the system's error, an error with the code
   * `ERR_ENCODING_INVALID_ENCODED_DATA` for another encoding, or one with `ERR_TOO_LARGE` beyond `most` bytes.
   */
  read(file: string, most?: number): string;
  /** Asks a question on the terminal; undefined when the user interrupts. Absent where nobody can be asked. */
  ask?(question: string): Promise<string | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard input is a terminal, so that questions can be asked. */
  readonly asks: boolean;
  /** Whether stdout is a terminal that wants colour. */
  readonly colour: boolean;
  /** Whether progress may be shown on stderr. */
  readonly progress: boolean;
  /** Columns of the terminal; absent when stdout is none. */
  readonly columns?: number;
}

/** The world as the commands see it: nothing that they print steers a terminal. */
export interface Host extends World {
  /** Data laid out with the colours of the terminal. */
  styled(text: string): void;
  /** Shows a text in place of the last line of a terminal; an empty one clears it. */
  status(text: string): void;
}

/** The world of the real process. */
export interface ProcessHost extends World {
  /** Whether standard error did not take what was told. */
  readonly untold: () => boolean;
}

/** The real process; a terminal is written to by the stream that knows its ways. */
export function processHost(): ProcessHost {
  const { env } = process;
  const [asks, shows, talks] = [isatty(0), isatty(1), isatty(2)];
  let untold = false;
  const err = (text: string): void => {
    try {
      writeStandard(2, text);
    } catch (error) {
      // Nobody is left to be told; a reader that went away did not want to know.
      if (systemCode(error) !== 'EPIPE') untold = true;
    }
  };
  return {
    out: shows ? (text) => void process.stdout.write(text) : sent,
    err: talks ? (text) => void process.stderr.write(text) : err,
    untold: () => untold,
    read: readText,
    ask,
    env,
    asks: asks && talks,
    colour: shows && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    progress: talks,
    ...(shows ? {} : { bytes: sentPieces, outLater: sentLater }),
    ...(shows && process.stdout.columns > 0 ? { columns: process.stdout.columns } : {}),
  };
}

const STANDARD_OUTPUT: Words = { vi: 'đầu ra chuẩn', en: 'standard output' };

/** Sends to standard output, whole. Throws {@link FileRefused}; {@link Exit} where the reader went away. */
function sent(data: string): void {
  try {
    writeStandard(1, data);
  } catch (error) {
    throw unsent(error);
  }
}

/** {@link sent}, and meanwhile signals are heard. */
async function sentLater(data: string | Uint8Array): Promise<void> {
  try {
    await writeStandardLater(1, data);
  } catch (error) {
    throw unsent(error);
  }
}

function unsent(error: unknown): Exit | FileRefused {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  if (systemCode(error) === 'EPIPE') return new Exit(EXIT.done);
  return new FileRefused('write-failed', { file: STANDARD_OUTPUT, why: writeFault(error) });
}

async function sentPieces(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of pieces) await sentLater(piece);
}

/** The same host for a command that writes a file as well: a reader that goes away does not end it. */
export function goingOn(host: Host): Host {
  let gone = false;
  const out = (text: string): void => {
    if (gone) return;
    try {
      host.out(text);
    } catch (error) {
      if (!(error instanceof Exit)) throw error;
      gone = true;
    }
  };
  return { ...host, out };
}

/** The language of messages: `--lang`, else `ND178_LANG`, else Vietnamese: a machine in English is no wish for English. */
export function hostLang(host: Pick<Host, 'env'>, wanted: string | undefined): Lang {
  if (wanted === 'vi' || wanted === 'en') return wanted;
  return /^en/i.test(host.env['ND178_LANG'] ?? '') ? 'en' : 'vi';
}

const CHUNK = 1 << 16;

function readText(file: string, most = Number.MAX_SAFE_INTEGER): string {
  const handle = file === '-' ? 0 : openSync(file, 'r');
  try {
    if (fstatSync(handle).isFile() && fstatSync(handle).size > most) throw coded('ERR_TOO_LARGE');
    const parts: Buffer[] = [];
    let size = 0;
    for (let part = chunk(handle); part.length > 0; part = chunk(handle)) {
      size += part.length;
      if (size > most) throw coded('ERR_TOO_LARGE');
      parts.push(part);
    }
    return textOfBytes(Buffer.concat(parts));
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}

/** The next bytes of a handle; waits where a pipe or terminal has none yet. */
function chunk(handle: number): Buffer {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (;;) {
    try {
      return buffer.subarray(0, readSync(handle, buffer, 0, CHUNK, null));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return buffer.subarray(0, 0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Lines that were typed or pasted before their question was asked. */
const ahead: string[] = [];

async function ask(question: string): Promise<string | undefined> {
  const next = ahead.shift();
  if (next !== undefined) {
    process.stderr.write(`${question}${next}\n`);
    return next;
  }
  const { createInterface } = await import('node:readline/promises');
  const talk = createInterface({ input: process.stdin, output: process.stderr });
  const gone = new AbortController();
  talk.on('SIGINT', () => gone.abort());
  talk.on('close', () => gone.abort());
  talk.on('line', (line) => ahead.push(line));
  try {
    return await talk.question(question, { signal: gone.signal });
  } catch {
    return undefined;
  } finally {
    talk.close();
  }
}
