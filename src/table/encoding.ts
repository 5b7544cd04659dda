import { byteOrderOf } from '../base/byte-order.ts';
import { OLD_ENCODING_NAMES } from '../base/old-encodings.ts';
import { FileRefused } from '../messages/refused.ts';
import { oldEncodingOf } from './old-text.ts';

/** The encodings that text files of offices come in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258'] as const;

/** An encoding of a text file. */
export type Encoding = (typeof ENCODINGS)[number];

/** The encoding of a file, how long its byte-order mark is, and whether it was guessed. */
export interface EncodingFound {
  /** Windows-1252 stands for Latin-1: what an old encoding is stored in. */
  readonly encoding: Encoding | 'windows-1252';
  readonly mark: number;
  readonly guessed: boolean;
}

/** What stands in a text for bytes that are no character of its encoding. */
export const BROKEN = '\ufffd';

/**
 * The encoding of a text from its first bytes: a byte-order mark says it; else the NULs of UTF-16; else UTF-8 where its
 * characters outweigh what is broken of it, and Windows-1258, the Vietnamese code page, where they do not. A file with
 * other NULs is no text. A text in an old encoding is refused with the option that reads it; `oldText`: it is known to be
 * one, so that its bytes are Latin-1 where they are not UTF-8.
 */
export function guessEncoding(head: Uint8Array, oldText = false): EncodingFound {
  const marked = byteOrderOf(head);
  if (marked) return { ...marked, guessed: false };
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
  if (isWholeUtf8(head)) return { encoding: 'utf-8', mark: 0, guessed: !head.every((byte) => byte < 128) };
  const { whole, broken } = countUtf8(head);
  if (whole > broken) return { encoding: 'utf-8', mark: 0, guessed: true };
  if (oldText) return { encoding: 'windows-1252', mark: 0, guessed: false };
  const old = oldEncodingOf(new TextDecoder('windows-1252').decode(head).split(/[\n,;\t]/));
  if (old !== undefined)
    throw new FileRefused('old-font', { font: OLD_ENCODING_NAMES[old], encoding: old, else: '--encoding' });
  return { encoding: 'windows-1258', mark: 0, guessed: true };
}

/** Whether bytes are valid UTF-8, up to a character that the end may have cut. */
function isWholeUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * How many characters of more than one byte are whole in a text taken for UTF-8, and how many pieces of it are none. A
 * character that the end may have cut counts as neither. Text in a code page has almost none that are whole.
 */
function countUtf8(bytes: Uint8Array): { whole: number; broken: number } {
  const text = new TextDecoder().decode(bytes, { stream: true });
  const broken = text.split(BROKEN).length - 1;
  return { whole: (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - broken, broken };
}

/** The bytes of a file as text without its byte-order mark, piece by piece; {@link BROKEN} for what is no character. */
export async function* decodedText(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, mark }: EncodingFound,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let skip = mark;
  for await (const piece of bytes) {
    yield decoder.decode(piece.subarray(Math.min(skip, piece.length)), { stream: true });
    skip = Math.max(0, skip - piece.length);
  }
  yield decoder.decode();
}
