import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Law } from '../../src/law/law.ts';
import type { Lang } from '../../src/base/text.ts';
import {
  bestLayout,
  formOfTab,
  formOfTitle,
  type BookInput,
  type ColumnMap,
  type SheetInput,
} from '../../src/audit.ts';
import { mapOf } from '../../src/audit/sheet/map.ts';
import { cellText, isBlank, type TableRow } from '../../src/table/cell.ts';
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
  /** Read every sheet in full, whatever its name. */
  readonly all?: boolean;
}

/** Rows that are enough to see the title above a table. */
const TITLE_ROWS = 10;

/** Reads the sheets of a workbook: annex forms in full, of all others only the beginning. */
export async function readBook(path: string, options: ReadOptions): Promise<BookInput> {
  const { allow, limits } = options;
  const book = await openXlsx(sourceOf(await bytesOf(path, limits.fileBytes)), { allow, limits });
  const sheets: SheetInput[] = [];
  for (const name of book.sheets) sheets.push(await readSheet(book, name, options));
  return { file: basename(path), sheets };
}

async function readSheet(book: WorkbookReader, name: string, { law, map, all }: ReadOptions): Promise<SheetInput> {
  let wanted = all === true || mapOf(map, name) !== undefined || formOfTab(name, law) !== undefined;
  const rows: TableRow[] = [];
  for await (const some of book.rows(name)) {
    rows.push(...some);
    if (wanted) continue;
    if (rows.length >= TITLE_ROWS && !(wanted = hasTitle(rows, law))) break;
  }
  return { name, rows, ...(wanted && all !== true ? { merges: await book.merges(name) } : {}) };
}

function hasTitle(rows: readonly TableRow[], law: Law): boolean {
  return rows
    .slice(0, TITLE_ROWS)
    .some(({ cells }) => cells.some((cell) => !isBlank(cell) && formOfTitle(cellText(cell), law) !== undefined));
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
): { name: string; layout: NonNullable<ReturnType<typeof bestLayout>> }[] {
  return sheets.flatMap(({ name, rows }) => {
    const layout = bestLayout(rows, law);
    return layout ? [{ name, layout }] : [];
  });
}
