import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { damaged } from '../messages/damage.ts';
import { FileRefused } from '../messages/refused.ts';
import { MAX_XML_DEPTH } from './limits.ts';

/** A text or tag longer than this is no cell of any sheet. */
const LONGEST_TEXT = 4 * 1024 * 1024;

/** The attributes of an element by their names as written, with entities decoded. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told of an XML text as it streams by. Names of elements come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** What is told of an XML text with the names as written; an empty element is opened and closed. */
export interface TagHandler {
  open(tag: SaxesTagPlain): void;
  close(tag: SaxesTagPlain): void;
  text?(text: string): void;
}

/**
 * Scans XML in pieces of any size. What is not well-formed is refused, and so is what no office file holds: a DTD,
 * elements nested deep, texts without an end.
 */
export class XmlScanner {
  readonly #part: string;
  readonly #parser: SaxesParser;
  #depth = 0;
  /** How much has come since anything was told: comments are not. */
  #waiting = 0;

  /** `fragment`: what comes is only a piece of a text, well-formed by itself. */
  constructor(part: string, handler: TagHandler, fragment = false) {
    this.#part = part;
    this.#parser = new SaxesParser({ xmlns: false, position: false, fragment });
    this.#listen(handler);
  }

  /** With more than seven listeners the engine of Node.js keeps the parser as a dictionary, and it is seven times slower. */
  #listen({ open, close, text }: TagHandler): void {
    const parser = this.#parser;
    const settled = (): void => {
      this.#waiting = 0;
    };
    parser.on('error', () => {
      throw damaged(this.#part);
    });
    parser.on('doctype', () => {
      throw new FileRefused('has-dtd', { part: this.#part });
    });
    parser.on('opentag', (tag) => {
      settled();
      if (++this.#depth > MAX_XML_DEPTH)
        throw new FileRefused('nested-too-deep', { part: this.#part, limit: MAX_XML_DEPTH });
      open(tag);
    });
    parser.on('closetag', (tag) => {
      settled();
      this.#depth--;
      close(tag);
    });
    const take = (piece: string): void => {
      settled();
      text?.(piece);
    };
    parser.on('text', take);
    parser.on('cdata', take);
  }

  /** The place behind what has been told last, counted in characters from the first piece on. */
  get position(): number {
    return this.#parser.position;
  }

  /** Takes the next piece. */
  write(piece: string): void {
    this.#waiting += piece.length;
    this.#parser.write(piece);
    if (this.#waiting > LONGEST_TEXT) throw damaged(this.#part);
  }

  /** Nothing more is told, whatever comes. */
  stop(): void {
    const parser = this.#parser;
    for (const event of ['opentag', 'closetag', 'text', 'cdata', 'doctype'] as const) parser.off(event);
    parser.on('error', () => undefined);
  }

  /** Ends the text; what is left open is a damage. */
  end(): void {
    this.#parser.close();
  }
}

/** A handler of names without prefix as one of names as written. */
export function unprefixed(handler: XmlHandler): TagHandler {
  return {
    open: ({ name, attributes }) => handler.open(localName(name), attributes),
    close: ({ name }) => handler.close?.(localName(name)),
    text: (text) => handler.text?.(text),
  };
}

/** A name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The relation that an element leads to: `id` with a prefix; without one it would be a number of its own. */
export function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
}

/** Scans a whole part. */
export async function scanPart(part: string, bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(part, unprefixed(handler));
  for await (const text of decoded(part, bytes)) scanner.write(text);
  scanner.end();
}

/** The text of XML bytes: UTF-8, or UTF-16 where a byte-order mark says so. */
export async function* decoded(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const text = (chunk?: Uint8Array): string => {
    try {
      return decoder?.decode(chunk, { stream: chunk !== undefined }) ?? '';
    } catch {
      throw damaged(part, 'encoding');
    }
  };
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8', {
      fatal: true,
    });
    yield text(chunk);
  }
  yield text();
}
