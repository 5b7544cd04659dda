import type { Words } from '../../src/base/text.ts';
import { guessSeparator, parseCsv, type Separator } from '../../src/table/csv.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from '../../src/table/header.ts';
import { saidNotes } from '../../src/table/given.ts';
import { unusedColumns } from '../../src/table/unused.ts';
import type { InputBytes } from '../files/bytes.ts';
import { decodedText, guessEncoding, oldFont, type EncodingFound } from '../../src/table/encoding.ts';
import { textRows } from '../../src/table/text-rows.ts';
import { fileOf, headerOptions, type Source, type SourceOptions } from './input.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { sheetSource } from './sheet-source.ts';

/** Recognises an input: format, encoding, sheet and header. Throws {@link FileRefused}. */
export async function openSource(input: InputBytes, options: SourceOptions): Promise<Source> {
  if (input.head.length === 0) throw new FileRefused('empty-file');
  return options.format === 'xlsx' ? sheetSource(input, options) : textSource(input, options);
}

async function textSource(input: InputBytes, options: SourceOptions): Promise<Source> {
  const found: EncodingFound =
    options.encoding === undefined ? guessEncoding(input.head) : { ...markOf(input.head), encoding: options.encoding };
  const notes: Words[] = [];
  if (found.guessed || found.encoding !== 'utf-8') {
    notes.push({
      vi: `Bảng mã: ${found.encoding}${found.guessed ? ' (đoán)' : ''}.`,
      en: `Encoding: ${found.encoding}${found.guessed ? ' (guessed)' : ''}.`,
    });
  }
  const table: Partial<CsvTable> = options.format === 'csv' ? await csvHeader(input, found, options) : {};
  const { separator } = table;
  if (separator !== undefined && separator !== ',' && options.separator === undefined) {
    const shown = shownSeparator(separator);
    notes.push({ vi: `Dấu phân cách: "${shown}" (đoán).`, en: `Separator: "${shown}" (guessed).` });
  }
  const told = saidNotes(table.header?.given, options.spelling);
  if (table.header) notes.push(...told, ...unusedColumns(table.header));
  const split = { rowBytes: options.limits.rowBytes, ...(separator === undefined ? {} : { separator }) };
  let seen = 0;
  return {
    format: options.format,
    place: fileOf(options.file),
    notes,
    told,
    ...table,
    rows: () =>
      textRows(
        decodedText(
          counted(input.stream(), (bytes) => (seen += bytes)),
          found,
        ),
        split,
      ),
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

function markOf(head: Uint8Array): EncodingFound {
  const utf8 = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return { encoding: 'utf-8', mark: utf8 ? 3 : utf16 ? 2 : 0, guessed: false };
}

interface CsvTable {
  readonly header: Header;
  readonly separator: Separator;
}

async function csvHeader(input: InputBytes, found: EncodingFound, options: SourceOptions): Promise<CsvTable> {
  let text = '';
  for await (const piece of decodedText(once(input.head), found)) text += piece;
  const separator = options.separator ?? guessSeparator(text.slice(0, 64 * 1024));
  const rows = parseCsv(text, separator);
  const header = findHeader(
    (input.whole ? rows : rows.slice(0, -1)).slice(0, HEADER_SEARCH_ROWS),
    headerOptions(options),
  );
  if (!header.ok) {
    // A wrong guess may be why there is no header.
    throw new FileRefused('header', {
      message: header.issues.map((issue) => issue.message).join('\n'),
      ...(options.separator === undefined ? { separator: shownSeparator(separator) } : {}),
      ...(found.guessed ? { encoding: found.encoding } : {}),
      font: oldFont(text),
    });
  }
  return { header: header.value, separator };
}

function shownSeparator(separator: Separator): string {
  return separator === '\t' ? 'tab' : separator;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
