import { createInflateRaw } from 'node:zlib';
import type { Limits } from '../limits.ts';
import { FileRefused } from '../refused.ts';

/** A part of a workbook file. */
export interface ZipPart {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  /** CRC-32 of what it unpacks to, as the directory says. */
  readonly crc: number;
  readonly offset: number;
}

/** The parts of a zip file by name; only their directory has been read. */
export type ZipParts = ReadonlyMap<string, ZipPart>;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_PARTS = 10_000;
/** Parts this small may have any ratio: an empty sheet is almost all boilerplate. */
const RATIO_FREE = 4 * 1024 * 1024;

/**
 * Reads the directory of a zip file and checks what it promises to unpack to. A part that later unpacks to more than
 * promised is refused while it streams, so no promise can be broken.
 */
export function zipParts(file: Buffer, limits: Limits): ZipParts {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) throw damaged('ZIP64');
  if (count > MAX_PARTS) throw damaged(`${count} parts`);
  const parts = new Map<string, ZipPart>();
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw damaged('directory');
    const part = readEntry(file, at);
    total += part.unpacked;
    check(part, total, limits);
    if (parts.has(part.name)) throw damaged(`two parts ${part.name}`);
    parts.set(part.name, part);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw new FileRefused('not-a-workbook', { why: 'zip' });
}

function readEntry(file: Buffer, at: number): ZipPart {
  const flags = file.readUInt16LE(at + 8);
  if ((flags & 1) !== 0) throw new FileRefused('encrypted-workbook');
  const nameLength = file.readUInt16LE(at + 28);
  return {
    name: file.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\/+/, ''),
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    packed: file.readUInt32LE(at + 20),
    unpacked: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
  };
}

function check(part: ZipPart, total: number, limits: Limits): void {
  const { name, packed, unpacked } = part;
  if (total > limits.unpackedBytes)
    throw new FileRefused('unpacks-too-large', { part: name, limit: limits.unpackedBytes });
  if (unpacked > RATIO_FREE && unpacked > packed * limits.ratio)
    throw new FileRefused('ratio-too-high', { part: name, limit: limits.ratio });
}

/** So many bytes of a part are unpacked at once. */
const UNPACKED_AT_ONCE = 128 * 1024;

/** The bytes of a part, unpacked as they are asked for. */
export async function* partBytes(
  file: Buffer,
  part: ZipPart,
  chunkSize: number = UNPACKED_AT_ONCE,
): AsyncGenerator<Buffer, void, undefined> {
  const packed = packedBytes(file, part);
  if (part.method === 0) {
    yield packed;
    return;
  }
  if (part.method !== 8) throw damaged(part.name);
  const inflate = createInflateRaw({ chunkSize });
  inflate.end(packed);
  let seen = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      seen += chunk.length;
      if (seen > part.unpacked) throw damaged(part.name, 'size');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : damaged(part.name, 'deflate');
  } finally {
    inflate.destroy();
  }
  if (seen !== part.unpacked) throw damaged(part.name, 'size');
}

/** The bytes of a part as they stand in the file. */
export function packedBytes(file: Buffer, part: ZipPart): Buffer {
  const { offset } = part;
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL) throw damaged(part.name);
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + part.packed > file.length) throw damaged(part.name);
  return file.subarray(start, start + part.packed);
}

function damaged(part: string, why = 'zip'): FileRefused {
  return new FileRefused('damaged-workbook', { part, why });
}
