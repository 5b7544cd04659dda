import { MAX_XML_DEPTH } from '../limits.ts';
import { FileRefused } from '../refused.ts';

/** A text or tag longer than this is no cell of any sheet. */
const LONGEST_TEXT = 4 * 1024 * 1024;

/** What is told of an XML text as it streams by. Names come without their prefix, texts with entities decoded. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Takes an element that stands whole in a text, and gives where it ends; -1 to be told of it tag by tag. */
  whole?(text: string, open: number): number;
}

/**
 * Scans XML in pieces of any size. It knows what office files hold and nothing more: no DTD (refused), no entities but
 * the five of XML and numeric ones, no namespaces beyond dropping the prefix.
 */
export class XmlScanner {
  #rest = '';
  #depth = 0;
  readonly #part: string;
  readonly #handler: XmlHandler;

  constructor(part: string, handler: XmlHandler) {
    this.#part = part;
    this.#handler = handler;
  }

  /** Takes the next piece. */
  write(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      if (open > at) this.#text(text.slice(at, open), true);
      let end = this.#handler.whole?.(text, open) ?? -1;
      if (end < 0) end = this.#markup(text, open);
      if (end < 0) {
        at = open;
        break;
      }
      at = end;
    }
    // A text is only told when the tag behind it is there, so that no entity is cut in two.
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST_TEXT) throw new FileRefused('damaged-workbook', { part: this.#part, why: 'xml' });
  }

  /** Ends the text; what is left open is a damage. */
  end(): void {
    if (this.#depth !== 0 || /\S/.test(this.#rest))
      throw new FileRefused('damaged-workbook', { part: this.#part, why: 'xml' });
  }

  #text(raw: string, decode: boolean): void {
    this.#handler.text?.(decode && raw.includes('&') ? decodeEntities(raw) : raw);
  }

  /** Handles what begins at `<`; gives where it ends, or -1 when the rest has not come yet. */
  #markup(text: string, open: number): number {
    const code = text.charCodeAt(open + 1);
    if (code === 33) return this.#declaration(text, open);
    if (code === 63) return after(text, '?>', open);
    const end = tagEnd(text, open + 1);
    if (end < 0) return -1;
    if (code === 47) {
      this.#depth--;
      this.#handler.close?.(localName(text.slice(open + 2, end).trimEnd()));
      return end + 1;
    }
    const empty = text.charCodeAt(end - 1) === 47;
    const body = text.slice(open + 1, empty ? end - 1 : end);
    const space = body.search(/\s/);
    const name = localName(space < 0 ? body : body.slice(0, space));
    this.#handler.open(name, space < 0 ? '' : body.slice(space));
    if (empty) this.#handler.close?.(name);
    else if (++this.#depth > MAX_XML_DEPTH)
      throw new FileRefused('nested-too-deep', { part: this.#part, limit: MAX_XML_DEPTH });
    return end + 1;
  }

  #declaration(text: string, open: number): number {
    if (text.startsWith('<!--', open)) return after(text, '-->', open);
    if (text.startsWith('<![CDATA[', open)) {
      const end = text.indexOf(']]>', open);
      if (end >= 0) this.#text(text.slice(open + 9, end), false);
      return end < 0 ? -1 : end + 3;
    }
    if (text.length - open < 9) return -1;
    throw new FileRefused('has-dtd', { part: this.#part });
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** The `>` that ends a tag; one inside a quoted attribute does not. */
export function tagEnd(text: string, from: number): number {
  let end = text.indexOf('>', from);
  while (end >= 0 && insideQuotes(text, from, end)) end = text.indexOf('>', end + 1);
  return end;
}

function insideQuotes(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (quote === 0 ? code === 34 || code === 39 : code === quote) quote = quote === 0 ? code : 0;
  }
  return quote !== 0;
}

/** A name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A text with the five entities of XML and numeric ones replaced by what they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g,
    (all: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? all;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

/** The value of an attribute; undefined when it is not there. The name is without prefix, or with the one written. */
export function attribute(attributes: string, name: string): string | undefined {
  const quick = attributes.indexOf(` ${name}="`);
  if (quick >= 0) {
    const start = quick + name.length + 3;
    const raw = attributes.slice(start, attributes.indexOf('"', start));
    return raw.includes('&') ? decodeEntities(raw) : raw;
  }
  if (!attributes.includes(name)) return undefined;
  for (const [, key = '', double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (key === name || localName(key) === name) return decodeEntities(double ?? single ?? '');
  }
  return undefined;
}

/** Scans a whole part that is small enough to be held. */
export async function scanPart(part: string, bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(part, handler);
  for await (const text of decoded(part, bytes)) scanner.write(text);
  scanner.end();
}

/** The text of XML bytes: UTF-8, or UTF-16 where a byte-order mark says so. */
export async function* decoded(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8', {
      fatal: true,
    });
    try {
      yield decoder.decode(chunk, { stream: true });
    } catch {
      throw new FileRefused('damaged-workbook', { part, why: 'utf-8' });
    }
  }
}
