import { HEAD_BYTES, joined, type InputBytes } from '../../src/table/bytes.ts';
import type { Sink } from '../../src/workbook/bytes.ts';

const READ_BYTES = 256 * 1024;

/** A file of the user as the bytes of an input; it is read piece by piece. */
export async function bytesOfFile(file: Blob): Promise<InputBytes> {
  const { size } = file;
  const part = async (from: number, to: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  return {
    head: await part(0, HEAD_BYTES),
    whole: size <= HEAD_BYTES,
    size,
    async *stream() {
      for (let at = 0; at < size; at += READ_BYTES) yield await part(at, at + READ_BYTES);
    },
  };
}

/** What a writer writes, gathered in memory. */
export async function gathered(write: (sink: Sink) => Promise<void>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  // The writer may use its buffer again.
  await write({ write: (bytes) => Promise.resolve(void pieces.push(bytes.slice())) });
  return joined(pieces);
}

/** A text as the bytes of a file. */
export function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Tells how far a work has come. */
export type Tell = (line: string, fraction: number | undefined) => void;
