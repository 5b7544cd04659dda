import { sha256Hex, type Sha256 } from '../../base/hash.ts';
import { cellText } from '../../table/cell.ts';
import type { WorkbookReader } from '../plan.ts';
import { readText, rowCode, type RowCode } from './codes.ts';
import { HEAD_LABELS, SEAL_NAMES, sealed } from './sheet.ts';

/** A row as the seal has it, or as it is found. */
export interface CodedRow extends RowCode {
  /** The row of the sheet, counted from 1. */
  readonly row: number;
}

/** What the seal says of one sheet. */
export interface SealedSheet {
  readonly name: string;
  /** How many of its columns are sealed. */
  readonly columns: number;
  readonly rows: readonly CodedRow[];
}

/** The seal of a workbook (niêm phong), as its sheet holds it. */
export interface Seal {
  readonly sheets: readonly SealedSheet[];
  /** The people whose rows were sent, refused ones too. */
  readonly sent: number;
  /** The head that its lines give. */
  readonly head: string;
  /** Whether that is the head which stands in its last row: the seal itself was not altered. */
  readonly sound: boolean;
}

/** The seal of a workbook; undefined where no sheet holds one. */
export async function readSeal(book: WorkbookReader, sha: Sha256 = sha256Hex): Promise<Seal | undefined> {
  const name = book.sheets.find((sheet) => isSealName(sheet));
  if (name === undefined) return undefined;
  const sheets = new Map<string, { columns: number; rows: CodedRow[] }>();
  let [chained, head, sent] = ['', '', 0];
  let broken = false;
  for await (const rows of book.rows(name)) {
    for (const { row, cells } of rows) {
      if (row <= HEADING_ROWS) continue;
      const texts = [0, 1, 2, 3].map((at) => cellText(cells[at]));
      const [sheet = '', number = '', code = '', codes = ''] = texts;
      if (sheet === HEAD_LABELS.vi || sheet === HEAD_LABELS.en) {
        [head, sent] = [code, Number(number) || 0];
        continue;
      }
      broken ||= !/^\d{1,7}$/.test(number) || !code.startsWith('x');
      chained = sealed(chained, texts, sha);
      if (number === '0') sheets.set(sheet, { columns: Number(code.slice(1)) || 0, rows: [] });
      else sheets.get(sheet)?.rows.push({ row: Number(number), code: code.slice(1), cells: codes.slice(1) });
    }
  }
  const found = [...sheets].map(([sheet, held]) => ({ name: sheet, ...held }));
  const given = `sha256:${chained}`;
  return { sheets: found, sent, head: given, sound: !broken && head === given };
}

/** Title, note and headings stand above the lines. */
const HEADING_ROWS = 3;

/** Whether a sheet is that of the seal. */
export function isSealName(sheet: string): boolean {
  return sheet === SEAL_NAMES.vi || sheet === SEAL_NAMES.en;
}

/** The rows of a sheet as they stand now, over as many columns as the seal covers. */
export async function codedRows(
  book: WorkbookReader,
  sheet: string,
  columns: number,
  sha: Sha256 = sha256Hex,
): Promise<CodedRow[]> {
  const found: CodedRow[] = [];
  for await (const rows of book.rows(sheet)) {
    for (const { row, cells } of rows) {
      const code = rowCode(cells.slice(0, columns).map(readText), sha);
      if (code) found.push({ row, ...code });
    }
  }
  return found;
}
