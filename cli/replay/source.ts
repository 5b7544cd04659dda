import { allBytes, type InputBytes } from '../table/bytes.ts';
import { FileRefused } from '../table/refused.ts';
import { splitText } from '../table/split.ts';

/** A row of a file of records: what it holds, or why it holds nothing. */
export type RecordLine =
  | { readonly row: number; readonly value: unknown }
  | { readonly row: number; readonly fault: 'not-json' | 'line-too-long' };

/** Most bytes of one JSON value that is read whole; a file of lines has no limit. */
export const MOST_JSON_BYTES: number = 256 * 1024 * 1024;

/** Most bytes of one line. */
const MOST_LINE_BYTES = 4 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;

/**
 * The records of a file, some at a time: NDJSON line by line, or one JSON value that is a record or a list of records.
 * A line that is not JSON is told, and the others are still read. Throws {@link FileRefused} for a file that is none.
 */
export async function* recordLines(input: InputBytes): AsyncGenerator<RecordLine[], void, undefined> {
  if (input.head.length === 0) throw new FileRefused('empty-file');
  if (input.head[0] === 0x50 && input.head[1] === 0x4b) throw new FileRefused('workbook-without-records');
  if (isLines(input)) return yield* lines(input.stream(0));
  const bytes = await allBytes(input, MOST_JSON_BYTES);
  const whole = wholeValue(bytes);
  if (whole === undefined) return yield* lines(once(bytes));
  yield (Array.isArray(whole.value) ? whole.value : [whole.value]).map((value: unknown, at) => ({ row: at + 1, value }));
}

/** Whether the first line that is not blank is a JSON object of its own. */
function isLines(input: InputBytes): boolean {
  const text = new TextDecoder().decode(input.head).replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('[')) return false;
  const end = text.indexOf('\n');
  if (end < 0) return input.whole ? false : text.startsWith('{"');
  return parsed(text.slice(0, end)) !== undefined;
}

function wholeValue(bytes: Buffer): { readonly value: unknown } | undefined {
  return parsed(bytes.toString('utf8').replace(/^\uFEFF/, ''));
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

async function* lines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RecordLine[], void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of splitText(bytes, { chunkBytes: CHUNK_BYTES, rowBytes: MOST_LINE_BYTES })) {
    if (chunk.tooLong) yield [{ row: chunk.firstRow, fault: 'line-too-long' }];
    else yield [...linesOf(textOf(decoder, chunk.bytes), chunk.firstRow)];
  }
}

function* linesOf(text: string, firstRow: number): Generator<RecordLine, void, undefined> {
  let row = firstRow;
  for (const line of text.split('\n')) {
    if (/\S/.test(line)) {
      const found = parsed(line);
      yield found ? { row, ...found } : { row, fault: 'not-json' };
    }
    row++;
  }
}

function textOf(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    throw new FileRefused('not-utf-8');
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
