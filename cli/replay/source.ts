import { isUtf8 } from 'node:buffer';
import { allBytes, type InputBytes } from '../table/bytes.ts';
import type { Lang } from '../../src/base/text.ts';
import { EXIT, Exit } from '../exit.ts';
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
 * A line that is not JSON is told, and the others are still read. Throws {@link Exit} or {@link FileRefused} for a file
 * that is none.
 */
export async function* recordLines(input: InputBytes, lang: Lang): AsyncGenerator<RecordLine[], void, undefined> {
  if (input.head.length === 0) throw new FileRefused('empty-file');
  if (isLines(input)) return yield* lines(input.stream(0), lang);
  const bytes = await allBytes(input, MOST_JSON_BYTES);
  const whole = wholeValue(bytes);
  if (whole === undefined) return yield* lines(once(bytes), lang);
  yield (Array.isArray(whole.value) ? whole.value : [whole.value]).map((value: unknown, at) => ({
    row: at + 1,
    value,
  }));
}

/** Whether a file is a workbook rather than text. */
export function isWorkbook({ head }: InputBytes): boolean {
  return head[0] === 0x50 && head[1] === 0x4b;
}

/** Whether the first line that is not blank is a JSON object of its own. */
function isLines(input: InputBytes): boolean {
  const text = new TextDecoder()
    .decode(input.head)
    .replace(/^\uFEFF/, '')
    .trimStart();
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

async function* lines(bytes: AsyncIterable<Uint8Array>, lang: Lang): AsyncGenerator<RecordLine[], void, undefined> {
  for await (const chunk of splitText(bytes, { chunkBytes: CHUNK_BYTES, rowBytes: MOST_LINE_BYTES })) {
    if (chunk.tooLong) yield [{ row: chunk.firstRow, fault: 'line-too-long' }];
    else yield [...linesOf(textOf(chunk.bytes, lang), chunk.firstRow)];
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

function textOf(bytes: Uint8Array, lang: Lang): string {
  if (!isUtf8(bytes)) throw notUtf8(lang);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  return text.replace(/^\uFEFF/, '');
}

function notUtf8(lang: Lang): Exit {
  const vi = 'Tệp bản ghi không phải UTF-8; bản ghi luôn là UTF-8. Lấy lại tệp gốc.';
  return new Exit(
    EXIT.invalid,
    lang === 'vi' ? vi : 'The file is not UTF-8; records always are. Get the original file.',
  );
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
