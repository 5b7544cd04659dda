import { byteOrderOf } from '../base/byte-order.ts';
import { guessSeparator, parseCsv, type Separator } from '../table/csv.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from '../table/header.ts';
import type { Note } from '../table/note.ts';
import { saidNotes } from '../table/given.ts';
import { unusedColumns } from '../table/unused.ts';
import type { InputBytes } from '../table/bytes.ts';
import { OLD_ENCODING_NAMES } from '../base/old-encodings.ts';
import type { TableRow } from '../table/cell.ts';
import { decodedText, guessEncoding, type EncodingFound } from '../table/encoding.ts';
import { oldEncodingNote, oldEncodingOfRows, unicodeRow } from '../table/old-text.ts';
import { textRows } from '../table/text-rows.ts';
import { headerOptions, type Source, type SourceOptions } from './input.ts';
import { FileRefused } from '../messages/refused.ts';
import { KIND_BYTES, otherKindOf } from '../workbook/other-kind.ts';
import { sheetSource } from './sheet-source.ts';

/** Recognises an input: format, encoding, sheet and header. Throws {@link FileRefused}. */
export async function openSource(input: InputBytes, options: SourceOptions): Promise<Source> {
  if (input.head.length === 0) throw new FileRefused('empty-file');
  if (options.format === 'xlsx') return sheetSource(input, options);
  const kind = otherKindOf(input.head.subarray(0, KIND_BYTES));
  if (kind) throw new FileRefused(kind);
  return textSource(input, options);
}

async function textSource(input: InputBytes, options: SourceOptions): Promise<Source> {
  const found: EncodingFound =
    options.encoding === undefined
      ? guessEncoding(input.head, options.textEncoding !== undefined)
      : { ...markOf(input.head), encoding: options.encoding };
  const notes: Note[] = [];
  if (found.guessed || found.encoding !== 'utf-8') {
    notes.push({
      code: 'encoding',
      vi: `Bảng mã: ${found.encoding}${found.guessed ? ' (đoán)' : ''}.`,
      en: `Encoding: ${found.encoding}${found.guessed ? ' (guessed)' : ''}.`,
    });
  }
  const table: Partial<CsvTable> = options.format === 'csv' ? await csvHeader(input, found, options) : {};
  const { separator } = table;
  if (separator !== undefined && separator !== ',' && options.separator === undefined) {
    const shown = shownSeparator(separator);
    notes.push({ code: 'separator', vi: `Dấu phân cách: "${shown}" (đoán).`, en: `Separator: "${shown}" (guessed).` });
  }
  const tableNotes = [
    ...saidNotes(table.header?.given, options.spelling),
    ...(table.old ?? []),
    ...(table.header ? unusedColumns(table.header) : []),
  ];
  notes.push(...tableNotes);
  const split = { rowBytes: options.limits.rowBytes, ...(separator === undefined ? {} : { separator }) };
  let seen = 0;
  return {
    format: options.format,
    place: options.place,
    notes,
    told: tableNotes,
    ...(table.header ? { header: table.header } : {}),
    ...(separator === undefined ? {} : { separator }),
    rows: () => {
      const bytes = counted(input.stream(), (many) => (seen += many));
      return inUnicode(textRows(decodedText(bytes, found), split), options);
    },
    fraction: () => (input.size === undefined ? undefined : seen / input.size),
  };
}

/** The same bytes; how many they are is told as they come. */
async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  tell: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of bytes) {
    tell(piece.length);
    yield piece;
  }
}

/** Rows with their texts as Unicode. */
async function* inUnicode(
  rows: AsyncIterable<readonly TableRow[]>,
  { textEncoding, format }: SourceOptions,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  if (textEncoding === undefined || format === 'ndjson') return yield* rows;
  for await (const some of rows) yield some.map((row) => unicodeRow(row, textEncoding));
}

/** JSON is UTF-8, or what its byte-order mark says. */
function markOf(head: Uint8Array): EncodingFound {
  return { ...(byteOrderOf(head) ?? { encoding: 'utf-8', mark: 0 }), guessed: false };
}

interface CsvTable {
  readonly header: Header;
  readonly separator: Separator;
  /** What is to be told of an old encoding. */
  readonly old: readonly Note[];
}

async function csvHeader(input: InputBytes, found: EncodingFound, options: SourceOptions): Promise<CsvTable> {
  let text = '';
  for await (const piece of decodedText(once(input.head), found)) text += piece;
  const separator = options.separator ?? guessSeparator(text.slice(0, 64 * 1024));
  const all = parseCsv(text, separator);
  const first = (input.whole ? all : all.slice(0, -1)).slice(0, HEADER_SEARCH_ROWS);
  const { textEncoding } = options;
  const rows = textEncoding === undefined ? first : first.map((row) => unicodeRow(row, textEncoding));
  const header = findHeader(rows, headerOptions(options));
  const old = oldEncodingOfRows(first);
  if (!header.ok) {
    if (old !== undefined && old !== textEncoding)
      throw new FileRefused('old-font', { font: OLD_ENCODING_NAMES[old], encoding: old });
    // A wrong guess may be why there is no header.
    throw new FileRefused('header', {
      message: header.issues.map((issue) => issue.message).join('\n'),
      ...(options.separator === undefined ? { separator: shownSeparator(separator) } : {}),
      ...(found.guessed ? { encoding: found.encoding } : {}),
    });
  }
  return { header: header.value, separator, old: oldEncodingNote(old, textEncoding) };
}

function shownSeparator(separator: Separator): string {
  return separator === '\t' ? 'tab' : separator;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
