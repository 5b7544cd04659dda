import type { Sink } from '../bytes.ts';
import { partBytes, type ZipParts } from '../unzip.ts';
import { decoded } from '../xml.ts';
import { damaged } from '../../messages/damage.ts';
import { ZipFile } from '../zip.ts';

/** The parts of a workbook while it is edited: what is not changed is copied in its packed form. */
export class EditParts {
  readonly #parts: ZipParts;
  readonly #changed = new Map<string, string | undefined>();

  constructor(parts: ZipParts) {
    this.#parts = parts;
  }

  /** The text of a part as it is now; undefined when there is no such part. */
  async text(name: string): Promise<string | undefined> {
    if (this.#changed.has(name)) return this.#changed.get(name);
    const part = this.#parts.get(name);
    if (!part) return undefined;
    let text = '';
    for await (const piece of decoded(name, partBytes(part))) text += piece;
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

  /** Writes the workbook. */
  async save(sink: Sink): Promise<void> {
    const zip = new ZipFile(sink);
    for (const name of new Set([...this.#parts.keys(), ...this.#changed.keys()])) {
      const text = this.#changed.get(name);
      const part = this.#parts.get(name);
      if (text !== undefined) await zip.add(name, [text]);
      else if (part && !this.#changed.has(name)) await zip.copy(name, part);
    }
    await zip.finish();
  }
}
