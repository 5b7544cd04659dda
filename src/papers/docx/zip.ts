import { Zip, ZipDeflate, type ZipInputFile } from 'fflate';
import type { Sink } from '../../workbook/bytes.ts';
import { packedBytes, type ZipPart } from '../../workbook/unzip.ts';

/** 1 January 1980, the first day a zip file can tell: the same papers are the same bytes on any day. */
const DAY = new Date(1980, 0, 1);

/** So many bytes are gathered before they go to the sink. */
const AT_ONCE = 256 * 1024;

/** A packer with its usual memory takes two megabytes for each part, however small; this is 1/16 of it. */
const MEMORY = 4;

/** A part of a zip file in its packed form, to be copied as often as there are papers. */
export interface PackedPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly compression: number;
  readonly size: number;
  readonly crc: number;
}

/** Reads a part as it stands in its file. Throws `FileRefused` for a damaged one. */
export async function packedPart(part: ZipPart): Promise<PackedPart> {
  const { compressionMethod, uncompressedSize, crc32 = 0 } = part.entry;
  const bytes = await packedBytes(part);
  return { name: part.name, bytes, compression: compressionMethod, size: uncompressedSize, crc: crc32 };
}

/**
 * Writes a zip file of many small parts. (`ZipFile` of workbooks sets up streams for each part, which takes milliseconds:
 * seconds for each hundred people, whose papers have ten parts each.)
 */
export class PaperZip {
  readonly #sink: Sink;
  readonly #zip: Zip;
  readonly #encoder = new TextEncoder();
  #waiting: Uint8Array[] = [];
  #length = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      this.#waiting.push(bytes);
      this.#length += bytes.length;
    });
  }

  /** Adds a part from its text, given in pieces. */
  async add(name: string, pieces: Iterable<string>): Promise<void> {
    const part = new ZipDeflate(name, { mem: MEMORY });
    part.mtime = DAY;
    this.#zip.add(part);
    for (const piece of pieces) {
      part.push(this.#encoder.encode(piece));
      if (this.#length >= AT_ONCE) await this.#send();
    }
    part.push(new Uint8Array(), true);
  }

  /** Adds a part of another zip file in its packed form. */
  async copy({ name, bytes, compression, size, crc }: PackedPart): Promise<void> {
    const part: ZipInputFile = { filename: name, compression, size, crc, mtime: DAY };
    this.#zip.add(part);
    part.ondata?.(null, bytes as Uint8Array<ArrayBuffer>, true);
    if (this.#length >= AT_ONCE) await this.#send();
  }

  /** Writes the directory; the file is complete. */
  async finish(): Promise<void> {
    this.#zip.end();
    await this.#send();
  }

  async #send(): Promise<void> {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const bytes of this.#waiting) {
      all.set(bytes, at);
      at += bytes.length;
    }
    [this.#waiting, this.#length] = [[], 0];
    await this.#sink.write(all);
  }
}
