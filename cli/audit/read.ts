import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Law } from '../../src/law/law.ts';
import { fromOldEncoding, type OldEncoding } from '../../src/base/old-encodings.ts';
import type { Lang } from '../../src/base/text.ts';
import {
  bestLayout,
  formOfTab,
  formOfTitle,
  type BookInput,
  type ColumnMap,
  type SheetInput,
} from '../../src/audit.ts';
import { unicodeSheet } from '../../src/audit/audit.ts';
import { isNameRow } from '../../src/audit/sheet/headings.ts';
import { mapOf } from '../../src/audit/sheet/map.ts';
import { cellText, isBlank, type TableRow } from '../../src/table/cell.ts';
import { unicodeRow } from '../../src/table/old-text.ts';
import { xlsxBytes } from '../files/old-book.ts';
import { readFault } from '../files/system-fault.ts';
import type { Limits } from '../../src/workbook/limits.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import type { WorkbookReader } from '../../src/workbook/plan.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { openXlsx, type Allowance } from '../../src/workbook/open.ts';

/** How workbooks are read. */
export interface ReadOptions {
  readonly lang: Lang;
  readonly allow: readonly Allowance[];
  readonly limits: Limits;
  readonly law: Law;
  readonly map?: ColumnMap;
  /** The encoding before Unicode that the texts are in. */
  readonly textEncoding?: OldEncoding;
  /** Read every sheet in full, whatever its name. */
  readonly all?: boolean;
}

/** Rows that are enough to see the title above a table, and whether one stands there at all. */
const TITLE_ROWS = 10;
const HEADING_ROWS = 60;

/** Reads the sheets of a workbook: annex forms and lists of names in full, of all others only the beginning. */
export async function readBook(path: string, options: ReadOptions): Promise<BookInput> {
  const { allow, limits } = options;
  const book = await openXlsx(sourceOf(await xlsxBytes(await bytesOf(path, limits.fileBytes))), { allow, limits });
  const sheets: SheetInput[] = [];
  for (const name of book.sheets) sheets.push(await readSheet(book, name, options));
  return { file: basename(path), sheets };
}

async function readSheet(book: WorkbookReader, name: string, options: ReadOptions): Promise<SheetInput> {
  const { law, map, all, textEncoding } = options;
  const tab = textEncoding === undefined ? name : fromOldEncoding(name, textEncoding);
  let wanted = all === true || (mapOf(map, tab) ?? mapOf(map, name)) !== undefined || formOfTab(tab, law) !== undefined;
  const rows: TableRow[] = [];
  for await (const some of book.rows(name)) {
    rows.push(...some);
    if (wanted) continue;
    if (rows.length >= TITLE_ROWS) wanted = hasTitle(rows, options);
    if (rows.length >= HEADING_ROWS && !(wanted ||= hasNames(rows, options))) break;
  }
  const merges = (wanted || hasNames(rows, options)) && all !== true ? { merges: await book.merges(name) } : {};
  return { name, rows, ...merges, ...(book.hiddenSheets.includes(name) ? { hidden: true as const } : {}) };
}

function hasTitle(rows: readonly TableRow[], { law, textEncoding }: ReadOptions): boolean {
  return rows
    .slice(0, TITLE_ROWS)
    .map((row) => (textEncoding === undefined ? row : unicodeRow(row, textEncoding)))
    .some(({ cells }) => cells.some((cell) => !isBlank(cell) && formOfTitle(cellText(cell), law) !== undefined));
}

/** Whether the heading of a list of names stands among the first rows. */
function hasNames(rows: readonly TableRow[], { textEncoding }: ReadOptions): boolean {
  return rows
    .slice(0, HEADING_ROWS)
    .map((row) => (textEncoding === undefined ? row : unicodeRow(row, textEncoding)))
    .some(isNameRow);
}

async function bytesOf(path: string, limit: number): Promise<Buffer> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > limit) throw new FileRefused('file-too-large', { limit });
    return bytes;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('not-found', { file: path, why: readFault(error) });
  }
}

/** The layouts of the sheets of a workbook that look like forms. */
export function layoutsOf(
  { sheets }: BookInput,
  law: Law,
  textEncoding?: OldEncoding,
): { name: string; layout: NonNullable<ReturnType<typeof bestLayout>> }[] {
  return sheets.flatMap((sheet) => {
    const { input, tab } = unicodeSheet(sheet, textEncoding);
    const layout = bestLayout(input.rows, law);
    return layout ? [{ name: tab, layout }] : [];
  });
}
