import { composed, nearest, type Lang, type Words } from '../base/text.ts';
import { isBlankRow, type TableRow } from '../table/cell.ts';
import { findHeader, HEADER_SEARCH_ROWS } from '../table/header.ts';
import { hiddenColumnNotes } from '../table/hidden.ts';
import type { Note } from '../table/note.ts';
import { saidNotes } from '../table/given.ts';
import { unusedColumns } from '../table/unused.ts';
import { allBytes, type InputBytes } from '../table/bytes.ts';
import { FileRefused } from '../messages/refused.ts';
import { MergedCells } from '../workbook/merged.ts';
import { headerOptions, type ConvertedBook, type Source, type SourceOptions } from './input.ts';
import type { WorkbookReader } from '../workbook/plan.ts';
import { oldEncodingNote, oldEncodingOfRows } from '../table/old-text.ts';
import { OLD_ENCODING_NAMES, type OldEncoding } from '../base/old-encodings.ts';
import { unicodeBook } from '../workbook/old-text.ts';
import { positioned, unionHeader, type SheetRead } from '../table/sheets.ts';
import { isTemplateHelp } from '../workbook/template-sheets.ts';
import { sourceOf } from '../workbook/bytes.ts';
import { openXlsx } from '../workbook/open.ts';

/** Recognises a workbook: its sheets and headers. */
export async function sheetSource(input: InputBytes, options: SourceOptions): Promise<Source> {
  const { textEncoding } = options;
  const sent = await allBytes(input, options.limits.fileBytes);
  const { bytes, kind }: ConvertedBook = (await options.asXlsx?.(sent)) ?? { bytes: sent };
  const stored = await openXlsx(sourceOf(bytes), options);
  const old = await oldEncodingIn(stored);
  const book = textEncoding === undefined ? stored : unicodeBook(stored, textEncoding);
  const chosen = await chooseSheets(book, options).catch((error: unknown) => {
    const isOld = error instanceof FileRefused && error.code === 'header' && old !== undefined && old !== textEncoding;
    throw isOld ? new FileRefused('old-font', { font: OLD_ENCODING_NAMES[old], encoding: old }, error.place) : error;
  });
  const firstNotes = [
    ...(kind === undefined ? [] : [convertedNote(kind)]),
    ...oldEncodingNote(old, textEncoding),
    ...chosen.flatMap(({ header }) => saidNotes(header.given, options.spelling)),
    ...(await unreadNotes(book, chosen)),
    ...(await columnNotes(book, chosen)),
  ];
  const [only] = chosen;
  if (!options.allSheets && only) {
    const merged = new MergedCells(await book.merges(only.sheet), only.header);
    const name =
      book.sheets.length > 1
        ? [{ code: 'sheet-read' as const, vi: `Trang tính: "${only.sheet}".`, en: `Sheet: "${only.sheet}".` }]
        : [];
    return {
      format: 'xlsx',
      place: { ...options.place, sheet: only.sheet },
      notes: [...name, ...firstNotes, ...merged.notes()],
      told: firstNotes,
      header: only.header,
      rows: () => filledRows(book.rows(only.sheet), merged.filler()),
      fraction: () => book.fraction(),
    };
  }
  const merges = await Promise.all(
    chosen.map(async ({ sheet, header }) => new MergedCells(await book.merges(sheet), header)),
  );
  const names = chosen.map(({ sheet }) => `"${sheet}"`).join(', ');
  return {
    format: 'xlsx',
    place: options.place,
    notes: [
      { code: 'sheet-read', vi: `Các trang tính được đọc: ${names}.`, en: `Sheets read: ${names}.` },
      ...firstNotes,
      ...distinct(merges.flatMap((one) => one.notes())),
    ],
    told: firstNotes,
    header: unionHeader(chosen, options.lang),
    sheets: chosen,
    rows: () => rowsOfSheets(book, chosen, merges),
    fraction: () => undefined,
  };
}

function convertedNote(kind: string): Note {
  return {
    code: 'converted',
    vi: `Tệp ${kind} được LibreOffice đổi sang .xlsx để đọc.`,
    en: `The ${kind} was converted to .xlsx by LibreOffice.`,
  };
}

/** The old encoding that the first rows of a workbook are in. */
async function oldEncodingIn(book: WorkbookReader): Promise<OldEncoding | undefined> {
  const rows: TableRow[] = [];
  for (const sheet of book.sheets) {
    // What is wrong with a sheet is told by whoever reads it.
    const some = await firstRows(book, sheet).catch((error: unknown) => {
      if (error instanceof FileRefused) return [];
      throw error;
    });
    rows.push(...some);
  }
  return oldEncodingOfRows(rows);
}

async function* rowsOfSheets(
  book: WorkbookReader,
  sheets: readonly SheetRead[],
  merges: readonly MergedCells[],
): AsyncGenerator<readonly TableRow[], void, undefined> {
  for (const [at, { sheet }] of sheets.entries()) {
    const filled = (merges[at] as MergedCells).filler();
    for await (const rows of book.rows(sheet)) yield rows.map((row) => positioned(filled(row), at));
  }
}

function distinct(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [note.vi, note])).values()];
}

/** What has to be told of the columns that are not used, and of hidden ones that are. */
async function columnNotes(book: WorkbookReader, chosen: readonly SheetRead[]): Promise<Note[]> {
  const notes: Note[] = [];
  for (const { sheet, header } of chosen)
    notes.push(...unusedColumns(header), ...hiddenColumnNotes(header, await book.hiddenColumns(sheet)));
  return distinct(notes);
}

/** More rows of a sheet that is not read are not counted. */
const MOST_COUNTED = 10_000;

/** What has to be told of sheets that are not read: their names and rows. */
async function unreadNotes(book: WorkbookReader, chosen: readonly SheetRead[]): Promise<Note[]> {
  const read = new Set(chosen.map(({ sheet }) => sheet));
  const unread: Words[] = [];
  for (const sheet of book.sheets) {
    const rows = read.has(sheet) || isTemplateHelp(sheet) ? 0 : await filledRowsOf(book, sheet);
    const count = rows > MOST_COUNTED ? `> ${MOST_COUNTED}` : String(rows);
    if (rows > 0) unread.push({ vi: `"${sheet}" (${count} hàng)`, en: `"${sheet}" (${count} rows)` });
  }
  if (unread.length === 0) return [];
  const list = (lang: Lang): string => unread.map((one) => one[lang]).join(', ');
  return [
    { code: 'sheets-not-read', vi: `Trang tính KHÔNG được đọc: ${list('vi')}.`, en: `Sheets NOT read: ${list('en')}.` },
  ];
}

async function filledRowsOf(book: WorkbookReader, sheet: string): Promise<number> {
  let count = 0;
  try {
    for await (const rows of book.rows(sheet)) {
      count += rows.filter(({ cells }) => !isBlankRow(cells)).length;
      if (count > MOST_COUNTED) break;
    }
  } catch (error) {
    // What is wrong with a sheet that is not read refuses nobody.
    if (!(error instanceof FileRefused)) throw error;
  }
  return count;
}

/** Rows with what merged cells say of them. */
async function* filledRows(
  sheet: AsyncIterable<readonly TableRow[]>,
  filled: (row: TableRow) => TableRow,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  for await (const rows of sheet) yield rows.map(filled);
}

/** The sheet asked for by name or number, else the only one that holds a table of cases; or every such sheet. */
async function chooseSheets(book: WorkbookReader, options: SourceOptions): Promise<SheetRead[]> {
  const { sheets } = book;
  const sheetNames = sheets.join(', ');
  const { sheet: wanted } = options;
  const named =
    wanted === undefined ? undefined : (sheets.find((name) => name === composed(wanted)) ?? sheets[Number(wanted) - 1]);
  if (wanted !== undefined && named === undefined)
    throw new FileRefused('no-sheet', { sheet: wanted, near: nearest(wanted, sheets), known: sheetNames });
  const found: SheetRead[] = [];
  const faults: { readonly sheet: string; readonly codes: readonly string[]; readonly message: string }[] = [];
  for (const sheet of named === undefined ? sheets : [named]) {
    const header = findHeader(await firstRows(book, sheet), headerOptions(options, sheet));
    if (header.ok) found.push({ sheet, header: header.value });
    else
      faults.push({
        sheet,
        codes: header.issues.map(({ code }) => code),
        message: header.issues.map((issue) => issue.message).join('\n'),
      });
  }
  const [only] = found;
  // A table of cases whose header has a fault is one more table, and never passed over for another.
  const faulty = faults.filter(({ codes }) => !codes.includes('no-header') && !codes.includes('missing-columns'));
  // A header with a fault says more than one that lacks columns, and that more than one that is not there.
  const told = faulty[0] ?? faults.find(({ codes }) => !codes.includes('no-header')) ?? faults[0];
  if (!only) {
    const same = faults.filter(({ message }) => message === told?.message);
    const place = same.length === 1 && told ? { sheet: told.sheet } : {};
    throw new FileRefused('header', { message: told?.message }, place);
  }
  if (options.allSheets) {
    const [wrong] = faulty;
    if (wrong) throw new FileRefused('header', { message: wrong.message }, { sheet: wrong.sheet });
    return found;
  }
  const tables = new Set([...found, ...faulty].map(({ sheet }) => sheet));
  if (tables.size > 1)
    throw new FileRefused('choose-sheet', { known: sheets.filter((name) => tables.has(name)).join(', ') });
  return [only];
}

async function firstRows(book: WorkbookReader, sheet: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const some of book.rows(sheet)) {
    rows.push(...some);
    if (rows.length >= HEADER_SEARCH_ROWS) break;
  }
  return rows.slice(0, HEADER_SEARCH_ROWS);
}
