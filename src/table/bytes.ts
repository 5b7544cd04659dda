import { FileRefused } from '../messages/refused.ts';

/** How much of a file is looked at to tell its encoding, separator and header. */
export const HEAD_BYTES: number = 256 * 1024;

/** The bytes of an input: a file that can be read from any place, or a stream, which can be read once. */
export interface InputBytes {
  /** The first bytes, enough to tell what the file is. */
  readonly head: Uint8Array;
  /** Whether `head` is all of it. */
  readonly whole: boolean;
  /** The size in bytes, where it is known. */
  readonly size: number | undefined;
  /** Whether the input paused before its head was full: it may be a conversation, line by line. */
  readonly paused?: boolean;
  /** All bytes from the first on. */
  stream(): AsyncIterable<Uint8Array>;
  /** Ends a stream that waits for more. */
  stop?(): void;
}

/** Bytes that are held as an input. */
export function heldBytes(bytes: Uint8Array): InputBytes {
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return {
    head: bytes.subarray(0, HEAD_BYTES),
    whole: bytes.length <= HEAD_BYTES,
    size: bytes.length,
    stream,
  };
}

/** All bytes of an input. Throws {@link FileRefused} beyond a limit. */
export async function allBytes(input: InputBytes, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  if ((input.size ?? 0) > limit) throw new FileRefused('file-too-large', { limit });
  for await (const piece of input.stream()) {
    length += piece.length;
    if (length > limit) throw new FileRefused('file-too-large', { limit });
    pieces.push(piece);
  }
  const [only] = pieces;
  return pieces.length === 1 && only ? only : joined(pieces);
}

/** Pieces of bytes as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
