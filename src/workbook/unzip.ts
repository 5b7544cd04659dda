import {
  ERR_BAD_FORMAT,
  ERR_EOCDR_NOT_FOUND,
  ERR_INVALID_COMPRESSED_DATA,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  Reader,
  Uint8ArrayWriter,
  ZipReader,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { damaged, type DamageCode } from '../messages/damage.ts';
import { FileRefused } from '../messages/refused.ts';
import type { Source } from './bytes.ts';
import type { Limits } from './limits.ts';

/** A part of a workbook file. */
export interface ZipPart {
  readonly name: string;
  /** Bytes in the file, and bytes that they unpack to, as the directory says. */
  readonly packed: number;
  readonly unpacked: number;
  readonly entry: FileEntry;
}

/** The parts of a zip file by name; only their directory has been read. */
export type ZipParts = ReadonlyMap<string, ZipPart>;

/** The part of a name; names of parts differ in more than the case of letters. */
export function partNamed(parts: ZipParts, name: string): ZipPart | undefined {
  const key = name.toLowerCase();
  return parts.get(name) ?? [...parts.values()].find((part) => part.name.toLowerCase() === key);
}

const MAX_PARTS = 10_000;
/** Parts this small may have any ratio: an empty sheet is almost all boilerplate. */
const RATIO_FREE = 4 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;
/** What stands before the bytes of a part, without its name. */
const LOCAL_HEADER = 30;

/**
 * Reads the directory of a zip file and checks what it promises to unpack to. A part that unpacks to more or less than
 * promised is refused while it streams, so no promise can be broken.
 */
export async function zipParts(source: Source, limits: Limits): Promise<ZipParts> {
  const parts = new Map<string, ZipPart>();
  const names = new Set<string>();
  const starts = new Set<number>();
  let [entries, total] = [0, 0];
  try {
    // Names of parts are not names of files: none of them leads anywhere.
    const zip = new ZipReader(new SourceReader(source), { useWebWorkers: false, filenameValidation: 'tolerant' });
    for await (const entry of zip.getEntriesGenerator()) {
      if (++entries > MAX_PARTS) throw damaged(entry.filename, 'many-parts', { limit: MAX_PARTS });
      if (entry.encrypted) throw new FileRefused('encrypted-workbook');
      if (entry.directory) continue;
      const name = entry.filename.replace(/^\/+/, '');
      const part = { name, packed: entry.compressedSize, unpacked: entry.uncompressedSize, entry };
      total += part.unpacked;
      check(part, total, limits);
      if (starts.has(entry.offset)) throw damaged(name, 'overlap');
      starts.add(entry.offset);
      if (names.has(name.toLowerCase())) throw damaged(name, 'two-parts', { value: name });
      names.add(name.toLowerCase());
      parts.set(name, part);
    }
  } catch (error) {
    throw refusalOf(error, 'zip');
  }
  checkApart([...parts.values()]);
  return parts;
}

function check({ name, packed, unpacked }: ZipPart, total: number, limits: Limits): void {
  if (total > limits.unpackedBytes)
    throw new FileRefused('unpacks-too-large', { part: name, limit: limits.unpackedBytes });
  if (unpacked > RATIO_FREE && unpacked > packed * limits.ratio)
    throw new FileRefused('ratio-too-high', { part: name, limit: limits.ratio });
}

/** Refuses parts that share bytes of the file: a small file could unpack to any size. */
function checkApart(parts: readonly ZipPart[]): void {
  let end = 0;
  for (const { name, packed, entry } of [...parts].sort((a, b) => a.entry.offset - b.entry.offset)) {
    if (entry.offset < end) throw damaged(name, 'overlap');
    end = entry.offset + LOCAL_HEADER + entry.rawFilename.length + packed;
  }
}

/** The bytes of a part, unpacked as they are asked for; its sum and its size are checked at the end. */
export async function* partBytes({ name, entry }: ZipPart): AsyncGenerator<Uint8Array, void, undefined> {
  const { compressionMethod: method } = entry;
  if (method !== STORED && method !== DEFLATED) throw damaged(name, 'zip');
  const { readable, writable } = new TransformStream<Uint8Array>();
  // Whatever fails is met by whoever reads.
  entry.getData(writable, { checkCrc32: true }).catch((error: unknown) => writable.abort(error).catch(() => undefined));
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw refusalOf(error, name);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The bytes of a part as they stand in the file. */
export async function packedBytes({ name, entry }: ZipPart): Promise<Uint8Array> {
  try {
    return await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
  } catch (error) {
    throw refusalOf(error, name);
  }
}

class SourceReader extends Reader<Source> {
  readonly #source: Source;

  constructor(source: Source) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override readUint8Array(from: number, length: number): Promise<Uint8Array> {
    return this.#source.read(from, length);
  }
}

/** What is wrong with a part, by what the library says of it. */
const REASONS: Readonly<Record<string, DamageCode>> = {
  [ERR_INVALID_COMPRESSED_DATA]: 'deflate',
  [ERR_INVALID_CRC32]: 'crc',
  [ERR_INVALID_UNCOMPRESSED_SIZE]: 'size',
};

function refusalOf(error: unknown, part: string): unknown {
  if (!(error instanceof Error) || error instanceof FileRefused || 'code' in error) return error;
  if (error.message === ERR_EOCDR_NOT_FOUND || error.message === ERR_BAD_FORMAT)
    return new FileRefused('not-a-workbook', { why: 'zip' });
  return damaged(part, REASONS[error.message] ?? 'zip');
}
