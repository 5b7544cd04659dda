import { open } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { decoded } from './xml.ts';
import { damaged } from './edit-xml.ts';
import { packedBytes, partBytes, type ZipParts } from './unzip.ts';
import { crc32, localHeader, zipDirectory, type WrittenPart } from './zip.ts';

/** The parts of a workbook while it is edited: what is not changed is copied in its packed form. */
export class EditParts {
  readonly #file: Buffer;
  readonly #parts: ZipParts;
  readonly #changed = new Map<string, string | undefined>();

  constructor(file: Buffer, parts: ZipParts) {
    this.#file = file;
    this.#parts = parts;
  }

  /** The text of a part as it is now; undefined when there is no such part. */
  async text(name: string): Promise<string | undefined> {
    if (this.#changed.has(name)) return this.#changed.get(name);
    const part = this.#parts.get(name);
    if (!part) return undefined;
    let text = '';
    for await (const piece of decoded(name, partBytes(this.#file, part))) text += piece;
    // Parts are written in UTF-8, whatever they were in.
    return text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(?:"utf-16\w*"|'utf-16\w*')/i, '$1"UTF-8"');
  }

  /** The text of a part that must be there. */
  async needed(name: string): Promise<string> {
    const text = await this.text(name);
    if (text === undefined) throw damaged(name, 'missing');
    return text;
  }

  /** Replaces a part, or adds it behind the others. */
  put(name: string, text: string): void {
    this.#changed.set(name, text);
  }

  /** Takes a part out. */
  drop(name: string): void {
    if (this.#parts.has(name)) this.#changed.set(name, undefined);
  }

  /** A name that no part has: names of parts do not differ by case alone. */
  unused(name: (number: number) => string): string {
    const taken = new Set([...this.#parts.keys(), ...this.#changed.keys()].map((one) => one.toLowerCase()));
    let number = 1;
    while (taken.has(name(number).toLowerCase())) number++;
    return name(number);
  }

  /** Writes the workbook; it is complete, on disk, and closed when this ends. */
  async save(path: string): Promise<void> {
    const file = await open(path, 'w');
    try {
      await file.writeFile(this.#bytes());
      await file.sync();
    } finally {
      await file.close();
    }
  }

  #bytes(): Buffer {
    const names = [...new Set([...this.#parts.keys(), ...this.#changed.keys()])];
    const kept = names.filter((name) => !this.#changed.has(name) || this.#changed.get(name) !== undefined);
    const pieces: Buffer[] = [];
    const written: WrittenPart[] = [];
    let offset = 0;
    for (const name of kept) {
      const [part, packed] = this.#packed(name, offset);
      const head = localHeader(part);
      pieces.push(head, packed);
      written.push(part);
      offset += head.length + packed.length;
    }
    return Buffer.concat([...pieces, zipDirectory(written, offset)]);
  }

  #packed(name: string, offset: number): [WrittenPart, Buffer] {
    const title = Buffer.from(name, 'utf8');
    const text = this.#changed.get(name);
    const part = this.#parts.get(name);
    if (text === undefined && part) {
      const { crc, packed, unpacked, method } = part;
      return [{ name: title, crc, packed, unpacked, method, offset }, packedBytes(this.#file, part)];
    }
    const bytes = Buffer.from(text ?? '', 'utf8');
    const packed = deflateRawSync(bytes, { level: 6 });
    const size = { packed: packed.length, unpacked: bytes.length };
    return [{ name: title, crc: crc32(bytes), ...size, method: 8, offset }, packed];
  }
}
