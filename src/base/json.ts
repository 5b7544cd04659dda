/** Names that a program could mistake for its own machinery; no key and no column may carry them. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value is an object in the sense of JSON: keys and values, no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Something in a JSON text that its value would not show: the last of two keys wins, a number is rounded to binary. */
export interface JsonFault {
  readonly code: 'duplicate-key' | 'inexact-number' | 'forbidden-key';
  /** The dotted place in the value: `salary.coefficient`. */
  readonly path: string;
  /** The number as it is written; the key for the other faults. */
  readonly text: string;
  /** Line and column from 1: `3:57`. */
  readonly place: string;
}

/** The value of a JSON text, or its faults; a text that is no JSON has none. */
export type JsonRead =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly faults: readonly JsonFault[] };

/** One slip makes many faults; the first ones tell it. */
const MOST_FAULTS = 20;

/**
 * Reads a JSON text whose value says all that is written: no key twice in one object (after unescaping), no number that
 * binary storage would change, no {@link FORBIDDEN_NAMES}. `line`: the number of its first line in the file.
 */
export function readJson(text: string, line = 1): JsonRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, faults: [] };
  }
  const scan = new JsonScan(text, line);
  scan.run();
  return scan.faults.length === 0 ? { ok: true, value } : { ok: false, faults: scan.faults };
}

/** An object, or a list, that is being looked through. */
interface Level {
  /** The keys met so far; undefined in a list. */
  readonly keys: Set<string> | undefined;
  /** The key, or the place in the list, that has been met last. */
  at: string | number;
}

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN = 123;
const CLOSE = 125;

/** Looks through a text that is known to be JSON. */
class JsonScan {
  readonly faults: JsonFault[] = [];
  readonly #text: string;
  readonly #line: number;
  readonly #levels: Level[] = [];
  /** Whether the next text is a key. */
  #key = false;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
  }

  run(): void {
    const text = this.#text;
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) at = this.#string(at);
      else if ((code >= ZERO && code <= NINE) || code === MINUS) at = this.#number(at);
      else {
        this.#mark(code);
        at++;
      }
    }
  }

  /** Takes a mark of structure; white space, colons and words are none. */
  #mark(code: number): void {
    if (code === OPEN) {
      this.#levels.push({ keys: new Set(), at: '' });
      this.#key = true;
    } else if (code === OPEN_LIST) {
      this.#levels.push({ keys: undefined, at: 0 });
      this.#key = false;
    } else if (code === CLOSE || code === CLOSE_LIST) {
      this.#levels.pop();
      this.#key = false;
    } else if (code === COMMA) {
      const level = this.#levels.at(-1);
      this.#key = level?.keys !== undefined;
      if (typeof level?.at === 'number') level.at++;
    }
  }

  /** Passes over a text that begins at a place, and takes note of it where it is a key. */
  #string(from: number): number {
    const text = this.#text;
    let end = text.indexOf('"', from + 1);
    let escaped = false;
    while (text.charCodeAt(end - 1) === BACKSLASH && isEscaped(text, end)) {
      end = text.indexOf('"', end + 1);
      escaped = true;
    }
    if (this.#key) {
      const written = text.slice(from + 1, end);
      this.#take(escaped || written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written, from);
      this.#key = false;
    }
    return end + 1;
  }

  #take(key: string, from: number): void {
    const level = this.#levels.at(-1);
    if (!level?.keys) return;
    level.at = key;
    if (level.keys.has(key)) this.#fault('duplicate-key', key, from);
    else if (FORBIDDEN_NAMES.has(key)) this.#fault('forbidden-key', key, from);
    level.keys.add(key);
  }

  #number(from: number): number {
    const text = this.#text;
    let end = from + 1;
    while (end < text.length && isOfNumber(text.charCodeAt(end))) end++;
    const written = text.slice(from, end);
    if (losesDigits(written)) this.#fault('inexact-number', written, from);
    return end;
  }

  #fault(code: JsonFault['code'], text: string, from: number): void {
    if (this.faults.length >= MOST_FAULTS) return;
    const before = this.#text.slice(0, from);
    const line = this.#line + before.split('\n').length - 1;
    const place = `${line}:${from - before.lastIndexOf('\n')}`;
    this.faults.push({ code, path: this.#path(), text, place });
  }

  #path(): string {
    const names = this.#levels.slice(0, MOST_NAMES).map(({ at }) => at);
    return names.join('.') + (this.#levels.length > MOST_NAMES ? '.…' : '');
  }
}

/** As many names as a path tells. */
const MOST_NAMES = 20;

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

/** Digits, a dot, a sign, the letter of an exponent. */
function isOfNumber(code: number): boolean {
  return (code >= ZERO && code <= NINE) || code === 46 || code === MINUS || code === 43 || (code | 32) === 101;
}

/** Numbers of so many characters keep every digit in binary storage. */
const SURE = 15;
const PLAIN = /^-?[\d.]*$/;

/** Whether the number that is stored for a text is another than the one that it writes. */
function losesDigits(written: string): boolean {
  if (written.length <= SURE && PLAIN.test(written)) return false;
  const stored = Number(written);
  return !Number.isFinite(stored) || magnitude(written) !== magnitude(String(stored));
}

/** The value of a number as its digits without zeros around them, and the place of the last one. */
function magnitude(written: string): string {
  const [number = '', exponent = '0'] = written.toLowerCase().replace(/^-/, '').split('e');
  const [whole = '', fraction = ''] = number.split('.');
  const digits = whole + fraction;
  let [from, to] = [0, digits.length];
  while (from < to && digits.charCodeAt(from) === ZERO) from++;
  while (to > from && digits.charCodeAt(to - 1) === ZERO) to--;
  if (from === to) return '0';
  return `${digits.slice(from, to)}e${Number(exponent) - fraction.length + digits.length - to}`;
}
