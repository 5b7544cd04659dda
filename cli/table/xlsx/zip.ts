import type { FileHandle } from 'node:fs/promises';
import * as zlib from 'node:zlib';

/** 1 January 1980, the first day a zip file can tell: the same input gives the same bytes on any day. */
const FIXED_TIME = 0;
const FIXED_DAY = 0x21;
const VERSION = 20;
const UTF8_NAMES = 0x0800;

/** A part as it stands in a zip file. */
export interface WrittenPart {
  readonly name: Buffer;
  /** How it is packed; deflate where nothing is said. */
  readonly method?: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** Writes a zip file part after part; sizes are filled in behind each part, so that every reader can stream it. */
export class ZipFile {
  readonly #file: FileHandle;
  readonly #parts: WrittenPart[] = [];
  #at = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Adds a part from its text, given in pieces. */
  async add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const offset = this.#at;
    const title = Buffer.from(name, 'utf8');
    this.#at += 30 + title.length;
    let crc = 0;
    let unpacked = 0;
    let packed = 0;
    const deflate = zlib.createDeflateRaw({ level: 6, chunkSize: 64 * 1024 });
    const written = (async () => {
      for await (const chunk of deflate as AsyncIterable<Buffer>) {
        await this.#file.write(chunk, 0, chunk.length, this.#at);
        this.#at += chunk.length;
        packed += chunk.length;
      }
    })();
    for await (const text of pieces) {
      const bytes = Buffer.from(text, 'utf8');
      crc = crc32(bytes, crc);
      unpacked += bytes.length;
      if (!deflate.write(bytes)) await new Promise((ready) => deflate.once('drain', ready));
    }
    deflate.end();
    await written;
    const part = { name: title, crc, packed, unpacked, offset };
    this.#parts.push(part);
    await this.#file.write(localHeader(part), 0, 30 + title.length, offset);
  }

  /** Writes the directory; the file is complete. */
  async finish(): Promise<void> {
    const tail = zipDirectory(this.#parts, this.#at);
    await this.#file.write(tail, 0, tail.length, this.#at);
  }
}

/** The directory of a zip file and its end, behind the parts at a place. */
export function zipDirectory(parts: readonly WrittenPart[], at: number): Buffer {
  const directory = Buffer.concat(parts.map(directoryEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([directory, end]);
}

/** What stands before the bytes of a part. */
export function localHeader(part: WrittenPart): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  common(head, 4, part);
  return Buffer.concat([head, part.name]);
}

function directoryEntry(part: WrittenPart): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  common(entry, 6, part);
  entry.writeUInt32LE(part.offset, 42);
  return Buffer.concat([entry, part.name]);
}

function common(into: Buffer, at: number, part: WrittenPart): void {
  into.writeUInt16LE(VERSION, at);
  into.writeUInt16LE(UTF8_NAMES, at + 2);
  into.writeUInt16LE(part.method ?? 8, at + 4);
  into.writeUInt16LE(FIXED_TIME, at + 6);
  into.writeUInt16LE(FIXED_DAY, at + 8);
  into.writeUInt32LE(part.crc, at + 10);
  into.writeUInt32LE(part.packed, at + 14);
  into.writeUInt32LE(part.unpacked, at + 18);
  into.writeUInt16LE(part.name.length, at + 22);
}

const native = (zlib as { crc32?: (data: Uint8Array, value?: number) => number }).crc32;

/** CRC-32; the runtime's own where it has one (Node 20.15 and later). */
export function crc32(bytes: Uint8Array, before = 0): number {
  return native ? native(bytes, before) : slowCrc32(bytes, before);
}

const TABLE = new Uint32Array(256).map((_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 by table, for runtimes without their own. */
export function slowCrc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
