import { composed, nearest } from '../../src/base/text.ts';
import type { TableRow } from '../../src/table/cell.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from '../../src/table/header.ts';
import { saidNotes } from '../../src/table/given.ts';
import { unusedColumns } from '../../src/table/unused.ts';
import { allBytes, type InputBytes } from '../files/bytes.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { MergedCells } from '../../src/workbook/merged.ts';
import { fileOf, headerOptions, type Source, type SourceOptions } from './input.ts';
import type { WorkbookReader } from '../../src/workbook/plan.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { openXlsx } from '../../src/workbook/open.ts';

/** Recognises a workbook: its sheet and header. */
export async function sheetSource(input: InputBytes, options: SourceOptions): Promise<Source> {
  const book = await openXlsx(sourceOf(await allBytes(input, options.limits.fileBytes)), options);
  const { sheet, header } = await chooseSheet(book, options);
  const merged = new MergedCells(await book.merges(sheet), header);
  const chosen = book.sheets.length > 1 ? [{ vi: `Trang tính: "${sheet}".`, en: `Sheet: "${sheet}".` }] : [];
  return {
    format: 'xlsx',
    place: { ...fileOf(options.file), sheet },
    notes: [...chosen, ...saidNotes(header.given, options.spelling), ...unusedColumns(header), ...merged.notes()],
    header,
    rows: () => filledRows(book.rows(sheet), merged.filler()),
    fraction: () => book.fraction(),
  };
}

/** Rows with what merged cells say of them. */
async function* filledRows(
  sheet: AsyncIterable<readonly TableRow[]>,
  filled: (row: TableRow) => TableRow,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  for await (const rows of sheet) yield rows.map(filled);
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
    wanted === undefined ? undefined : (sheets.find((name) => name === composed(wanted)) ?? sheets[Number(wanted) - 1]);
  if (wanted !== undefined && named === undefined)
    throw new FileRefused('no-sheet', { sheet: wanted, near: nearest(wanted, sheets), known });
  const found: SheetChosen[] = [];
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
  const tables = new Set([...found, ...faulty].map(({ sheet }) => sheet));
  if (tables.size > 1)
    throw new FileRefused('choose-sheet', { known: sheets.filter((name) => tables.has(name)).join(', ') });
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
