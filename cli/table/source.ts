import type { Words } from '../../src/base/text.ts';
import { guessSeparator, parseCsv, type Separator } from '../../src/table/csv.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from '../../src/table/header.ts';
import { unusedColumns } from '../../src/table/unused.ts';
import type { InputBytes } from './bytes.ts';
import { asUtf8, guessEncoding, oldFont, type EncodingFound } from './encoding.ts';
import { fileOf, headerOptions, type Source, type SourceOptions } from './input.ts';
import { FileRefused } from './refused.ts';
import { sheetSource } from './sheet-source.ts';
import { splitText } from './split.ts';

export { FORMATS, type Chunk, type Format, type Source, type SourceOptions } from './input.ts';

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
  if (table.header) notes.push(...unusedColumns(table.header));
  const plain = found.encoding === 'utf-8';
  const split = {
    chunkBytes: options.chunkBytes,
    rowBytes: options.limits.rowBytes,
    ...(separator === undefined ? {} : { separator }),
  };
  return {
    format: options.format,
    place: fileOf(options.file),
    notes,
    ...table,
    chunks: (from) => {
      if (plain) return splitText(asUtf8(input.stream(found.mark + from.offset), { ...found, mark: 0 }), split, from);
      return splitText(dropped(asUtf8(input.stream(0), found), from.offset), split, from);
    },
    fraction: ({ offset }) => (plain && input.size !== undefined ? offset / input.size : undefined),
  };
}

function markOf(head: Uint8Array): EncodingFound {
  const utf8 = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return { encoding: 'utf-8', mark: utf8 ? 3 : utf16 ? 2 : 0, guessed: false };
}

/** The same bytes without the first of them. */
async function* dropped(bytes: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array, void, undefined> {
  let left = count;
  for await (const piece of bytes) {
    if (left < piece.length) yield left === 0 ? piece : piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}

interface CsvTable {
  readonly header: Header;
  readonly separator: Separator;
}

async function csvHeader(input: InputBytes, found: EncodingFound, options: SourceOptions): Promise<CsvTable> {
  let text = '';
  for await (const piece of asUtf8(once(input.head), found)) text += Buffer.from(piece).toString('utf8');
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
