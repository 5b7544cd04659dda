import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Lang } from '../src/base/text.ts';

/** The world outside the core, as the commands see it; a test gives its own. */
export interface Host {
  /** Data. */
  out(text: string): void;
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

/** The real process. */
export function processHost(): Host {
  const { env, stdin, stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    read: readText,
    ask,
    env,
    asks: stdin.isTTY === true && stderr.isTTY === true,
    colour: stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    progress: stderr.isTTY === true,
    ...(stdout.isTTY === true ? {} : { bytes: (pieces) => pipeline(pieces, stdout, { end: false }) }),
    ...(stdout.isTTY === true && stdout.columns > 0 ? { columns: stdout.columns } : {}),
  };
}

/** The language of messages: `--lang`, else the environment, else Vietnamese. */
export function hostLang(host: Pick<Host, 'env'>, wanted: string | undefined): Lang {
  if (wanted === 'vi' || wanted === 'en') return wanted;
  const locale = host.env['ND178_LANG'] ?? host.env['LC_ALL'] ?? host.env['LC_MESSAGES'] ?? host.env['LANG'] ?? '';
  return /^en/i.test(locale) ? 'en' : 'vi';
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
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
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

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises');
  const talk = createInterface({ input: process.stdin, output: process.stderr });
  const gone = new AbortController();
  talk.on('SIGINT', () => gone.abort());
  talk.on('close', () => gone.abort());
  try {
    return await talk.question(question, { signal: gone.signal });
  } catch {
    return undefined;
  } finally {
    talk.close();
  }
}
