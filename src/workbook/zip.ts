import { Uint8ArrayReader, Writer, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Sink } from './bytes.ts';
import { packedBytes, type ZipPart } from './unzip.ts';

/** 1 January 1980, the first day a zip file can tell: the same input gives the same bytes on any day. */
const FIXED = { lastModDate: new Date(1980, 0, 1), extendedTimestamp: false, useWebWorkers: false, zip64: false };

/** Writes a zip file part after part; the sizes stand behind each part, so that memory does not grow with it. */
export class ZipFile {
  readonly #zip: ZipWriter<unknown>;

  constructor(sink: Sink) {
    this.#zip = new ZipWriter(new SinkWriter(sink), FIXED);
  }

  /** Adds a part from its text, given in pieces. */
  async add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    await this.#zip.add(name, streamOf(pieces));
  }

  /** Adds a part of another zip file in its packed form. */
  async copy(name: string, part: ZipPart): Promise<void> {
    const { compressionMethod, uncompressedSize, crc32 = 0 } = part.entry;
    const how = { passThrough: true, compressionMethod, uncompressedSize, crc32 };
    await this.#zip.add(name, new Uint8ArrayReader(await packedBytes(part)), how);
  }

  /** Writes the directory; the file is complete. */
  async finish(): Promise<void> {
    await this.#zip.close();
  }
}

class SinkWriter extends Writer<undefined> {
  readonly #sink: Sink;

  constructor(sink: Sink) {
    super();
    this.#sink = sink;
  }

  override writeUint8Array(bytes: Uint8Array): Promise<void> {
    return this.#sink.write(bytes);
  }
}

function streamOf(pieces: Iterable<string> | AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const texts = (async function* () {
    yield* pieces;
  })();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await texts.next();
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      cancel: async () => {
        await texts.return();
      },
    },
    { highWaterMark: 0 },
  );
}
