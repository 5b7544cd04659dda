import { FileRefused } from '../messages/refused.ts';
import type { RowFault, TableRow } from './cell.ts';
import { csvRow, type CsvRow, type Separator } from './csv.ts';

/** How a text is read. */
export interface TextOptions {
  /** The separator of CSV; absent: every line is a row of one cell (NDJSON). */
  readonly separator?: Separator;
  /** Most bytes of a row, in UTF-8. */
  readonly rowBytes: number;
}

/** So many rows over the limit are passed over; one more, and the file is refused. */
const MOST_TOO_LONG = 20;

/**
 * The rows of a text that comes in pieces: those that end in a piece are given with it. A row longer than the limit is
 * told (`row-too-long`) and passed over up to the end of its first line, since most often a quote was never closed
 * in it; memory holds one piece and the row that is not yet complete. Throws {@link FileRefused} for a file that is made
 * of such rows.
 */
export async function* textRows(
  pieces: AsyncIterable<string>,
  options: TextOptions,
): AsyncGenerator<TableRow[], void, undefined> {
  const reader = new TextRows(options);
  for await (const piece of pieces) {
    const rows = reader.take(piece, false);
    if (rows.length > 0) yield rows;
  }
  const last = reader.take('', true);
  if (last.length > 0) yield last;
}

class TextRows {
  readonly #options: TextOptions;
  /** What was not yet a whole row. */
  #held = '';
  #row = 1;
  #skipping = false;
  #tooLong = 0;

  constructor(options: TextOptions) {
    this.#options = options;
  }

  take(piece: string, whole: boolean): TableRow[] {
    const text = this.#held + piece;
    const rows: TableRow[] = [];
    let at = 0;
    for (;;) {
      if (this.#skipping) {
        const end = text.indexOf('\n', at);
        at = end < 0 ? text.length : end + 1;
        if (end < 0) break;
        this.#skipping = false;
      }
      // What stands further on than a row may reach never tells where it ends, however much of it is there by now.
      const full = text.length - at > this.#options.rowBytes;
      const next = this.#next(full ? text.slice(0, at + this.#options.rowBytes) : text, at, whole && !full);
      if (next ? isLonger(text, at, next.end, this.#options.rowBytes) : full) {
        rows.push(this.#passOver());
        continue;
      }
      if (!next) break;
      rows.push(rowOf(this.#row++, next));
      at = next.end;
    }
    this.#held = text.slice(at);
    return rows;
  }

  #next(text: string, at: number, whole: boolean): CsvRow | undefined {
    const { separator } = this.#options;
    return separator === undefined ? lineRow(text, at, whole) : csvRow(text, at, separator, whole);
  }

  #passOver(): TableRow {
    // Each such row is looked through twice; a file that is made of them is an attack.
    if (++this.#tooLong > MOST_TOO_LONG) throw new FileRefused('rows-too-long', { limit: this.#options.rowBytes });
    this.#skipping = true;
    return { row: this.#row++, cells: [], fault: 'row-too-long' satisfies RowFault };
  }
}

function rowOf(row: number, { cells, fault }: CsvRow): TableRow {
  return fault === undefined ? { row, cells } : { row, cells, fault };
}

/** A line as a row of one cell. */
function lineRow(text: string, from: number, whole: boolean): CsvRow | undefined {
  const end = text.indexOf('\n', from);
  if (end < 0 && (!whole || from >= text.length)) return undefined;
  return {
    cells: [text.slice(from, end < 0 ? text.length : end)],
    fault: undefined,
    end: end < 0 ? text.length : end + 1,
  };
}

/** Most bytes of a UTF-16 unit in UTF-8. */
const MOST_BYTES = 3;

/** Whether a part of a text is longer than so many bytes of UTF-8. */
function isLonger(text: string, from: number, to: number, bytes: number): boolean {
  if ((to - from) * MOST_BYTES <= bytes) return false;
  return to - from > bytes || new TextEncoder().encode(text.slice(from, to)).length > bytes;
}
