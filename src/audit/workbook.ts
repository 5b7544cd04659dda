import type { CalculateOptions } from '../engine/calculate.ts';
import { fromOldEncoding, OLD_ENCODING_NAMES, type OldEncoding } from '../base/old-encodings.ts';
import type { Lang } from '../base/text.ts';
import { annexesOf } from '../law/annexes.ts';
import type { Law } from '../law/law.ts';
import { FileRefused } from '../messages/refused.ts';
import { cellText, isBlank, type TableRow } from '../table/cell.ts';
import { oldEncodingOfRows, unicodeRow } from '../table/old-text.ts';
import { sourceOf } from '../workbook/bytes.ts';
import { openXlsx, type OpenOptions } from '../workbook/open.ts';
import type { WorkbookReader } from '../workbook/plan.ts';
import { auditedBook, unicodeSheet } from './audit.ts';
import { NOBODY } from './completeness.ts';
import type { BookInput, SheetInput } from './input.ts';
import type { AuditFile } from './report.ts';
import { isSummaryAnnex } from './reconcile/summary-annex.ts';
import { isNameRow } from './sheet/headings.ts';
import type { SheetLayout } from './sheet/layout.ts';
import { bestLayout, mapOf, type ColumnMap } from './sheet/map.ts';
import { formOfTab, formOfTitle } from './sheet/tab.ts';

/** How workbooks are read. */
export interface BookOptions extends OpenOptions {
  readonly law: Law;
  readonly map?: ColumnMap;
  /** The encoding before Unicode that the texts are in. */
  readonly textEncoding?: OldEncoding;
  /** Read every sheet in full, whatever its name. */
  readonly all?: boolean;
}

/** A workbook as it was sent: its bytes, and its name without its folder. */
export interface SentBook {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Rows that are enough to see the title above a table, and whether one stands there at all. */
const TITLE_ROWS = 10;
const HEADING_ROWS = 60;

/**
 * Reads the sheets of an .xlsx workbook: annex forms and lists of names in full, of all others only the beginning. Throws
 * {@link FileRefused}.
 */
export async function readBook({ file, bytes }: SentBook, options: BookOptions): Promise<BookInput> {
  const book = await openXlsx(sourceOf(bytes), options);
  const sheets: SheetInput[] = [];
  for (const name of book.sheets) sheets.push(await readSheet(book, name, options));
  return { file, sheets };
}

async function readSheet(book: WorkbookReader, name: string, options: BookOptions): Promise<SheetInput> {
  const { law, map, all, textEncoding } = options;
  const tab = textEncoding === undefined ? name : fromOldEncoding(name, textEncoding);
  let wanted = all === true || (mapOf(map, tab) ?? mapOf(map, name)) !== undefined || formOfTab(tab, law) !== undefined;
  const rows: TableRow[] = [];
  for await (const some of book.rows(name)) {
    rows.push(...some);
    if (wanted) continue;
    if (rows.length >= TITLE_ROWS) wanted = hasTitle(rows, options);
    if (rows.length >= HEADING_ROWS && !(wanted ||= hasNames(rows, options) || isSummaryAnnex(rows))) break;
  }
  const merges = (wanted || hasNames(rows, options)) && all !== true ? { merges: await book.merges(name) } : {};
  return { name, rows, ...merges, ...(book.hiddenSheets.includes(name) ? { hidden: true as const } : {}) };
}

function hasTitle(rows: readonly TableRow[], { law, textEncoding }: BookOptions): boolean {
  return rows
    .slice(0, TITLE_ROWS)
    .map((row) => (textEncoding === undefined ? row : unicodeRow(row, textEncoding)))
    .some(({ cells }) => cells.some((cell) => !isBlank(cell) && formOfTitle(cellText(cell), law) !== undefined));
}

/** Whether the heading of a list of names stands among the first rows. */
function hasNames(rows: readonly TableRow[], { textEncoding }: BookOptions): boolean {
  return rows
    .slice(0, HEADING_ROWS)
    .map((row) => (textEncoding === undefined ? row : unicodeRow(row, textEncoding)))
    .some(isNameRow);
}

/** How a sent workbook is audited: the options of `calculate`, and how it is read. */
export type BookAuditOptions = CalculateOptions & Omit<BookOptions, 'all'> & { readonly lang: Lang };

/**
 * Reads and audits an .xlsx workbook; one without any annex form is told as an error of its own. Throws
 * {@link FileRefused} for a file that cannot be read, and for texts of an old encoding that was not named.
 */
export async function auditSentBook(sent: SentBook, options: BookAuditOptions): Promise<AuditFile> {
  const { textEncoding, law, lang } = options;
  const book = await readBook(sent, options);
  const old = oldEncodingOfRows(book.sheets.flatMap(({ rows }) => rows));
  if (old !== undefined && old !== textEncoding)
    throw new FileRefused('old-font', { font: OLD_ENCODING_NAMES[old], encoding: old });
  const file = auditedBook(book, options);
  if (file.sheets.length > 0 || file.totals !== undefined) return file;
  const ofOthers = file.notRead.filter(({ code }) => code === 'other-act');
  if (ofOthers.length > 0) {
    const message = ofOthers.map((one) => one.message).join(' ');
    return {
      ...file,
      notRead: file.notRead.filter((one) => !ofOthers.includes(one)),
      error: { code: 'no-form', message },
    };
  }
  const tabs = book.sheets.map(({ name }) => name);
  return { ...file, error: { code: 'no-form', message: noForm(tabs, [...annexesOf(law).forms.keys()], lang) } };
}

/** A workbook that could not be read, and why. */
export function unreadBook(file: string, error: NonNullable<AuditFile['error']>): AuditFile {
  return { file, sheets: [], skipped: [], completeness: NOBODY, notRead: [], error };
}

function noForm(sheets: readonly string[], forms: readonly string[], lang: Lang): string {
  const names = sheets.map((name) => `"${name}"`).join(', ');
  return lang === 'vi'
    ? `không có trang nào là biểu ${forms.join(', ')} (các trang: ${names}). Dùng --map; xem: nd178 audit --propose-map.`
    : `no sheet is a form ${forms.slice(0, -1).join(', ')} or ${forms.at(-1) ?? ''} (sheets: ${names}). Use --map; see: nd178 audit --propose-map.`;
}

/** A sheet that looks like a form, and where its columns stand. */
export interface NamedLayout {
  readonly name: string;
  readonly layout: SheetLayout;
}

/** The layouts of the sheets of a workbook that look like forms. */
export function layoutsOf({ sheets }: BookInput, law: Law, textEncoding?: OldEncoding): NamedLayout[] {
  return sheets.flatMap((sheet) => {
    const { input, tab } = unicodeSheet(sheet, textEncoding);
    const layout = bestLayout(input.rows, law);
    return layout ? [{ name: tab, layout }] : [];
  });
}
