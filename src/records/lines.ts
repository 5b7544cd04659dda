import { decoderOf, textOfHead } from '../base/byte-order.ts';
import { readJson, type JsonFault, type JsonRead } from '../base/json.ts';
import { FileRefused } from '../messages/refused.ts';
import { allBytes, type InputBytes } from '../table/bytes.ts';
import { cellText } from '../table/cell.ts';
import { textRows } from '../table/text-rows.ts';

/** A row of a file of records: what it holds, or why it holds nothing. */
export type RecordLine =
  | { readonly row: number; readonly value: unknown }
  | { readonly row: number; readonly fault: JsonFault['code'] | 'not-json' | 'line-too-long' };

/** Most bytes of one JSON value that is read whole; a file of lines has no limit. */
export const MOST_JSON_BYTES: number = 256 * 1024 * 1024;

/** Most bytes of one line. */
const MOST_LINE_BYTES = 4 * 1024 * 1024;

/**
 * The records of a file, some at a time: NDJSON line by line, or one JSON value that is a record or a list of records.
 * A line that is not JSON is told, and the others are still read. Throws {@link FileRefused} for a file that is none.
 */
export async function* recordLines(input: InputBytes): AsyncGenerator<RecordLine[], void, undefined> {
  if (input.head.length === 0) throw new FileRefused('empty-file');
  if (isLines(input)) return yield* lines(input.stream(), input.head);
  const bytes = await allBytes(input, MOST_JSON_BYTES);
  const whole = readJson(decoderOf(bytes, false).decode(bytes));
  if (!whole.ok) {
    const [fault] = whole.faults;
    return fault ? yield [{ row: 1, fault: fault.code }] : yield* lines(once(bytes), bytes);
  }
  yield (Array.isArray(whole.value) ? whole.value : [whole.value]).map((value: unknown, at) => ({
    row: at + 1,
    value,
  }));
}

/** Whether a file is a workbook rather than text. */
export function isWorkbook({ head }: InputBytes): boolean {
  return head[0] === 0x50 && head[1] === 0x4b;
}

/** Whether a text was JSON, of one meaning or not. */
function isJson(read: JsonRead): boolean {
  return read.ok || read.faults.length > 0;
}

/** Whether the first line that is not blank is a JSON object of its own. */
function isLines(input: InputBytes): boolean {
  const text = textOfHead(input.head).trimStart();
  if (text.startsWith('[')) return false;
  const end = text.indexOf('\n');
  if (end < 0) return input.whole ? false : text.startsWith('{"');
  return isJson(readJson(text.slice(0, end)));
}

async function* lines(
  bytes: AsyncIterable<Uint8Array>,
  head: Uint8Array,
): AsyncGenerator<RecordLine[], void, undefined> {
  for await (const rows of textRows(strictText(bytes, head), { rowBytes: MOST_LINE_BYTES }))
    yield rows.flatMap(({ row, cells, fault }): RecordLine[] => {
      const line = cellText(cells[0]);
      if (fault !== undefined) return [{ row, fault: 'line-too-long' }];
      if (!/\S/.test(line)) return [];
      const read = readJson(line);
      return [read.ok ? { row, value: read.value } : { row, fault: read.faults[0]?.code ?? 'not-json' }];
    });
}

/** The text of records, without a byte-order mark. Throws {@link FileRefused} for one that is neither UTF-8 nor marked UTF-16. */
async function* strictText(
  bytes: AsyncIterable<Uint8Array>,
  head: Uint8Array,
): AsyncGenerator<string, void, undefined> {
  const decoder = decoderOf(head, true);
  try {
    for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new FileRefused('records-not-utf8') : error;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
