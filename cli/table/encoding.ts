import { FileRefused } from './refused.ts';

/** The encodings that text files of offices come in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258'] as const;

/** An encoding of a text file. */
export type Encoding = (typeof ENCODINGS)[number];

/** The encoding of a file, how long its byte-order mark is, and whether it was guessed. */
export interface EncodingFound {
  readonly encoding: Encoding;
  readonly mark: number;
  readonly guessed: boolean;
}

/**
 * The encoding of a text from its first bytes: a byte-order mark says it; else the NULs of UTF-16; else UTF-8 where it
 * is valid UTF-8, and Windows-1258, the Vietnamese code page, where it is not. A file with other NULs is no text.
 */
export function guessEncoding(head: Uint8Array): EncodingFound {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3, guessed: false };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2, guessed: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2, guessed: false };
  const nulls = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nulls;
  if (even + odd > 0) {
    const many = head.length / 8;
    if (odd > many && even < odd / 8) return { encoding: 'utf-16le', mark: 0, guessed: true };
    if (even > many && odd < even / 8) return { encoding: 'utf-16be', mark: 0, guessed: true };
    throw new FileRefused('binary-file');
  }
  return { encoding: isUtf8(head) ? 'utf-8' : 'windows-1258', mark: 0, guessed: !head.every((byte) => byte < 128) };
}

/** Whether bytes are valid UTF-8, up to a character that the end may have cut. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The same text as UTF-8 without a byte-order mark, piece by piece. UTF-8 is passed on as it is. */
export async function* asUtf8(
  bytes: AsyncIterable<Uint8Array>,
  found: EncodingFound,
): AsyncGenerator<Uint8Array, void, undefined> {
  let skip = found.mark;
  const decoder = found.encoding === 'utf-8' ? undefined : new TextDecoder(found.encoding, { ignoreBOM: true });
  for await (const chunk of bytes) {
    const rest = skip > 0 ? chunk.subarray(Math.min(skip, chunk.length)) : chunk;
    skip = Math.max(0, skip - chunk.length);
    if (rest.length > 0) yield decoder ? Buffer.from(decoder.decode(rest, { stream: true }), 'utf8') : rest;
  }
  const last = decoder?.decode() ?? '';
  if (last !== '') yield Buffer.from(last, 'utf8');
}
