import { fromOldEncoding, type OldEncoding } from '../base/old-encodings.ts';
import type { TableRow } from '../table/cell.ts';
import { unicodeRow } from '../table/old-text.ts';
import type { WorkbookReader } from './plan.ts';

/** A workbook whose texts, and the names of its sheets, are in an old encoding (TCVN3, VNI): the same in Unicode. */
export function unicodeBook(book: WorkbookReader, encoding: OldEncoding): WorkbookReader {
  const names = new Map(book.sheets.map((sheet) => [fromOldEncoding(sheet, encoding), sheet]));
  // Two sheets that would bear one name keep their own.
  if (names.size < book.sheets.length) for (const sheet of book.sheets) names.set(sheet, sheet);
  const own = (sheet: string): string => names.get(sheet) ?? sheet;
  return {
    ...book,
    sheets: names.size > book.sheets.length ? book.sheets : [...names.keys()],
    hiddenSheets: book.hiddenSheets.flatMap((sheet) =>
      [...names].flatMap(([read, name]) => (name === sheet ? [read] : [])),
    ),
    merges: (sheet) => book.merges(own(sheet)),
    hiddenColumns: (sheet) => book.hiddenColumns(own(sheet)),
    rows: (sheet) => unicodeRows(book.rows(own(sheet)), encoding),
  };
}

async function* unicodeRows(
  rows: AsyncIterable<readonly TableRow[]>,
  encoding: OldEncoding,
): AsyncGenerator<TableRow[], void, undefined> {
  for await (const some of rows) yield some.map((row) => unicodeRow(row, encoding));
}
