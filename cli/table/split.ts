import type { Separator } from '../../src/table/csv.ts';
import { FileRefused } from './refused.ts';

/** Some whole rows of a text file, or one row that is too long to be read. */
export interface TextChunk {
  /** UTF-8 text of whole rows; empty for a row that is too long. */
  readonly bytes: Uint8Array;
  /** The number of the first of them, counted from 1. */
  readonly firstRow: number;
  /** The number of the row behind them. */
  readonly nextRow: number;
  /** Where the row behind them begins, in bytes of the UTF-8 text. */
  readonly end: number;
  readonly tooLong?: true;
}

/** Where reading begins. */
export interface TextPosition {
  readonly row: number;
  readonly offset: number;
}

/** How text is cut into rows. */
export interface SplitOptions {
  /** The separator of CSV; absent: every line is a row (NDJSON). */
  readonly separator?: Separator;
  readonly chunkBytes: number;
  readonly rowBytes: number;
}

/** So many rows over the limit are passed over; one more, and the file is refused. */
const MOST_TOO_LONG = 20;

const LF = 10;
const CR = 13;
const QUOTE = 34;

const START = 0;
const BARE = 1;
const QUOTED = 2;
const CLOSING = 3;

/**
 * Cuts UTF-8 text into chunks of whole rows without decoding it, so that other threads can do that. It sees rows as
 * `parseCsv` does: a line end inside quotes does not end a row, unless the quote was never closed. A row longer than the
 * limit is told and passed over up to the end of its first line: most often a quote was never closed there either.
 */
export class TextSplitter {
  readonly #options: SplitOptions;
  readonly #mark: number;
  #held: Uint8Array = new Uint8Array(0);
  /** How much of what is held has been scanned. */
  #scanned = 0;
  #state = START;
  /** Where in what is held the quote stands that was opened last. */
  #quoteAt = 0;
  /** Where in what is held the current row begins. */
  #rowStart = 0;
  #row: number;
  #firstRow: number;
  #offset: number;
  #skipping = false;
  #tooLongRows = 0;

  constructor(options: SplitOptions, from: TextPosition = { row: 1, offset: 0 }) {
    this.#options = options;
    this.#mark = options.separator?.charCodeAt(0) ?? -1;
    this.#row = this.#firstRow = from.row;
    this.#offset = from.offset;
  }

  /** Takes the next bytes; gives the chunks that are complete. */
  *push(bytes: Uint8Array): Generator<TextChunk, void, undefined> {
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    yield* this.#scan(false);
  }

  /** Gives what is left when the text has ended. */
  *end(): Generator<TextChunk, void, undefined> {
    yield* this.#scan(true);
    if (this.#held.length > this.#rowStart && !this.#skipping) this.#endRow(this.#held.length);
    yield* this.#emit();
  }

  *#scan(last: boolean): Generator<TextChunk, void, undefined> {
    const { chunkBytes, rowBytes } = this.#options;
    let at = this.#scanned;
    for (;;) {
      const end = this.#skipping ? this.#lineEnd(at, last) : this.#nextRowEnd(at, last);
      if (end < 0) break;
      at = end;
      if (this.#skipping) {
        this.#resume(end);
        at = 0;
        continue;
      }
      this.#endRow(end);
      if (end >= chunkBytes) {
        yield* this.#emit();
        at = 0;
      }
    }
    if (this.#held.length - this.#rowStart <= rowBytes) return;
    if (!this.#skipping) {
      yield* this.#emit();
      yield this.#tooLong();
      yield* this.#scan(last);
    } else this.#drop(this.#held.length);
  }

  #endRow(end: number): void {
    this.#row++;
    this.#rowStart = end;
    this.#scanned = end;
    this.#state = START;
  }

  /** The whole rows held so far as a chunk. */
  *#emit(): Generator<TextChunk, void, undefined> {
    const length = this.#rowStart;
    if (length === 0) return;
    const bytes = this.#held.subarray(0, length);
    const firstRow = this.#firstRow;
    this.#drop(length);
    this.#firstRow = this.#row;
    yield { bytes, firstRow, nextRow: this.#row, end: this.#offset };
  }

  #drop(length: number): void {
    this.#held = this.#held.subarray(length);
    this.#offset += length;
    this.#rowStart = Math.max(0, this.#rowStart - length);
    this.#scanned = Math.max(0, this.#scanned - length);
    this.#quoteAt = Math.max(0, this.#quoteAt - length);
  }

  /** Tells the current row as too long and goes on behind its first line. */
  #tooLong(): TextChunk {
    // Each such row is looked through twice; a file that is made of them is an attack.
    if (++this.#tooLongRows > MOST_TOO_LONG) throw new FileRefused('rows-too-long', { limit: this.#options.rowBytes });
    this.#skipping = true;
    this.#scanned = 0;
    this.#state = START;
    const chunk: TextChunk = {
      bytes: new Uint8Array(0),
      firstRow: this.#row,
      nextRow: this.#row + 1,
      end: this.#offset,
      tooLong: true,
    };
    this.#row++;
    this.#firstRow = this.#row;
    return chunk;
  }

  #resume(end: number): void {
    this.#skipping = false;
    this.#drop(end);
    this.#rowStart = this.#scanned = 0;
  }

  #lineEnd(from: number, last: boolean): number {
    const found = this.#held.indexOf(LF, from);
    if (found < 0) this.#scanned = this.#held.length;
    return found >= 0 ? found + 1 : last && this.#held.length > from ? this.#held.length : -1;
  }

  /** Where the current row ends, or -1 when that is not held yet. */
  #nextRowEnd(from: number, last: boolean): number {
    const held = this.#held;
    if (this.#mark < 0) return this.#lineEnd(from, false);
    let state = this.#state;
    let at = from;
    for (; at < held.length; at++) {
      const code = held[at];
      if (state === QUOTED) {
        const close = held.indexOf(QUOTE, at);
        at = close < 0 ? held.length : close;
        if (close >= 0) state = CLOSING;
      } else if (code === QUOTE && (state === START || state === CLOSING)) {
        this.#quoteAt = state === START ? at : this.#quoteAt;
        state = QUOTED;
      } else if (code === this.#mark) state = START;
      else if (code === LF) return at + 1;
      else if (code === CR) {
        if (at + 1 === held.length && !last) break;
        return held[at + 1] === LF ? at + 2 : at + 1;
      } else {
        const line = state === CLOSING ? this.#unclosedLine(at) : -1;
        if (line >= 0) return line;
        state = BARE;
        at = bareEnd(held, at + 1, this.#mark) - 1;
      }
    }
    this.#state = state;
    this.#scanned = Math.min(at, held.length);
    return last && state === QUOTED ? this.#unclosedLine(held.length) : -1;
  }

  /** Where the line of a quote ends that was never closed; -1 where no line ends before `close`. */
  #unclosedLine(close: number): number {
    const text = this.#held.subarray(this.#quoteAt, close);
    const [lf, cr] = [text.indexOf(LF), text.indexOf(CR)];
    if (cr >= 0 && (lf < 0 || cr < lf)) return this.#quoteAt + cr + (lf === cr + 1 ? 2 : 1);
    return lf < 0 ? -1 : this.#quoteAt + lf + 1;
  }
}

/** Values longer than that are searched by the machine's own search, in windows that grow with them. */
const NEAR = 64;

/** Where a bare value ends: at the separator, at a line end, or with what is held. */
function bareEnd(held: Uint8Array, from: number, mark: number): number {
  const near = Math.min(held.length, from + NEAR);
  let at = from;
  for (; at < near; at++) {
    const code = held[at];
    if (code === mark || code === LF || code === CR) return at;
  }
  for (let size = 4 * NEAR; at < held.length; at += size, size *= 2) {
    let window = held.subarray(at, at + size);
    for (const code of [mark, LF, CR]) {
      const found = window.indexOf(code);
      if (found >= 0) window = window.subarray(0, found);
    }
    if (at + window.length < Math.min(at + size, held.length)) return at + window.length;
  }
  return held.length;
}

/** Cuts a stream of UTF-8 text into chunks of whole rows. */
export async function* splitText(
  bytes: AsyncIterable<Uint8Array>,
  options: SplitOptions,
  from?: TextPosition,
): AsyncGenerator<TextChunk, void, undefined> {
  const splitter = new TextSplitter(options, from);
  for await (const piece of bytes) yield* splitter.push(piece);
  yield* splitter.end();
}
