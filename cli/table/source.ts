import { basename } from 'node:path';
import { nearest, type Lang, type Words } from '../../src/base/text.ts';
import type { Place } from '../../src/batch/rows.ts';
import type { TableRow } from '../../src/table/cell.ts';
import { guessSeparator, parseCsv, type Separator } from '../../src/table/csv.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header, type HeaderOptions } from '../../src/table/header.ts';
import { allBytes, type InputBytes } from './bytes.ts';
import { asUtf8, guessEncoding, type Encoding, type EncodingFound } from './encoding.ts';
import type { Limits } from './limits.ts';
import { FileRefused } from './refused.ts';
import { splitText, type TextChunk, type TextPosition } from './split.ts';
import type { WorkbookReader } from './workbook.ts';
import { openXlsx, type Allowance } from './xlsx/open.ts';

/** The formats of tables, in and out. */
export const FORMATS = ['csv', 'xlsx', 'ndjson'] as const;

/** A format of tables. */
export type Format = (typeof FORMATS)[number];

/** Some rows of a workbook. */
export interface RowsChunk {
  readonly rows: readonly TableRow[];
  readonly nextRow: number;
  readonly end: number;
}

/** A piece of the input that can be worked on by itself. */
export type Chunk = TextChunk | RowsChunk;

/** An input that has been recognised and can be read. */
export interface Source {
  readonly format: Format;
  readonly place: Place;
  /** What was guessed or chosen, to be told to the user. */
  readonly notes: readonly Words[];
  /** Absent for NDJSON. */
  readonly header?: Header;
  readonly separator?: Separator;
  /** The rows from a place on, a chunk at a time. */
  chunks(from: TextPosition): AsyncIterable<Chunk>;
  /** How much has been read, 0 to 1; undefined when that cannot be known. */
  fraction(position: TextPosition): number | undefined;
}

/** How to read an input. */
export interface SourceOptions {
  readonly file: string;
  readonly format: Format;
  readonly lang: Lang;
  readonly limits: Limits;
  readonly chunkBytes: number;
  readonly allow: readonly Allowance[];
  readonly isOutput: (heading: string) => boolean;
  readonly sheet?: string;
  readonly unit?: string;
  readonly encoding?: Encoding;
  readonly separator?: Separator;
}

/** How many rows of a workbook make a chunk. */
const CHUNK_ROWS = 500;

/** Recognises an input: format, encoding, sheet and header. Throws {@link FileRefused}. */
export async function openSource(input: InputBytes, options: SourceOptions): Promise<Source> {
  if (input.head.length === 0) throw new FileRefused('empty-file');
  return options.format === 'xlsx' ? sheetSource(input, options) : textSource(input, options);
}

function headerOptions({ lang, isOutput, unit }: SourceOptions): HeaderOptions {
  return { lang, isOutput, ...(unit === undefined ? {} : { unit }) };
}

function fileOf(file: string): Place {
  return file === '-' ? {} : { file: basename(file) };
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
    const shown = separator === '\t' ? 'tab' : separator;
    notes.push({ vi: `Dấu phân cách: "${shown}" (đoán).`, en: `Separator: "${shown}" (guessed).` });
  }
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
  if (!header.ok) throw new FileRefused('header', { message: header.issues.map((issue) => issue.message).join('\n') });
  return { header: header.value, separator };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

async function sheetSource(input: InputBytes, options: SourceOptions): Promise<Source> {
  const book = await openXlsx(await allBytes(input, options.limits.fileBytes), options);
  const { sheet, header } = await chooseSheet(book, options);
  const notes = book.sheets.length > 1 ? [{ vi: `Trang tính: "${sheet}".`, en: `Sheet: "${sheet}".` }] : [];
  return {
    format: 'xlsx',
    place: { ...fileOf(options.file), sheet },
    notes,
    header,
    chunks: (from) => rowChunks(book, sheet, from.row),
    fraction: () => book.fraction(),
  };
}

async function* rowChunks(
  book: WorkbookReader,
  sheet: string,
  from: number,
): AsyncGenerator<RowsChunk, void, undefined> {
  let rows: TableRow[] = [];
  for await (const some of book.rows(sheet)) {
    for (const row of some) {
      if (row.row < from) continue;
      rows.push(row);
      if (rows.length < CHUNK_ROWS) continue;
      yield { rows, nextRow: row.row + 1, end: 0 };
      rows = [];
    }
  }
  if (rows.length > 0) yield { rows, nextRow: (rows.at(-1)?.row ?? 0) + 1, end: 0 };
}

interface SheetChosen {
  readonly sheet: string;
  readonly header: Header;
}

/** The sheet asked for by name or number, else the only one that holds a table of cases. */
async function chooseSheet(book: WorkbookReader, options: SourceOptions): Promise<SheetChosen> {
  const { sheets } = book;
  const known = sheets.join(', ');
  const { sheet: wanted } = options;
  const named =
    wanted === undefined
      ? undefined
      : (sheets.find((name) => name === wanted.normalize('NFC')) ?? sheets[Number(wanted) - 1]);
  if (wanted !== undefined && named === undefined)
    throw new FileRefused('no-sheet', { sheet: wanted, near: nearest(wanted, sheets), known });
  const found: SheetChosen[] = [];
  const faults: { readonly code: string; readonly message: string }[] = [];
  for (const sheet of named === undefined ? sheets : [named]) {
    const header = findHeader(await firstRows(book, sheet), headerOptions(options));
    if (header.ok) found.push({ sheet, header: header.value });
    else
      faults.push({
        code: header.issues[0]?.code ?? '',
        message: header.issues.map((issue) => issue.message).join('\n'),
      });
  }
  const [only] = found;
  // A header with a fault says more than one that is not there.
  const told = faults.find(({ code }) => code !== 'no-header') ?? faults[0];
  if (!only) throw new FileRefused('header', { message: told?.message });
  if (found.length > 1) throw new FileRefused('choose-sheet', { known: found.map(({ sheet }) => sheet).join(', ') });
  return only;
}

async function firstRows(book: WorkbookReader, sheet: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const some of book.rows(sheet)) {
    rows.push(...some);
    if (rows.length >= HEADER_SEARCH_ROWS) break;
  }
  return rows.slice(0, HEADER_SEARCH_ROWS);
}
