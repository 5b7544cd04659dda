import type { Lang } from '../../base/text.ts';
import { unaccented } from '../../base/text.ts';
import { FileRefused } from '../../messages/refused.ts';
import { allBytes, type InputBytes } from '../../table/bytes.ts';
import { cellName, cellText, isBlank, type TableRow } from '../../table/cell.ts';
import { guessSeparator, parseCsv } from '../../table/csv.ts';
import { decodedText, guessEncoding } from '../../table/encoding.ts';
import { sourceOf } from '../../workbook/bytes.ts';
import { DEFAULT_LIMITS } from '../../workbook/limits.ts';
import { openXlsx } from '../../workbook/open.ts';
import { readMoney } from '../cells/amounts.ts';
import { readDate } from '../cells/dates.ts';
import { certain, isEmptyMark } from '../cells/reading.ts';
import { nameKey } from '../identity.ts';
import { findColumns, type FoundColumns, type WordColumn } from './columns.ts';
import { reconcileMessage, type ReconcileCode } from './messages.ts';
import type { PaidFault } from './report.ts';

/** Somebody in a payment list (danh sách đã chi trả). */
export interface PaidPerson {
  readonly sheet: string;
  readonly row: number;
  /** The cell of the amount. */
  readonly cell: string;
  readonly name: string;
  readonly key: string;
  /** As far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty where it is not. */
  readonly birth: string;
  /** Đồng. */
  readonly amount: string;
}

/** A payment list as it was read. */
export interface PaidList {
  readonly file: string;
  readonly people: readonly PaidPerson[];
  readonly unread: readonly PaidFault[];
}

/** How payment lists word their columns. */
const COLUMNS: readonly WordColumn[] = [
  {
    key: 'name',
    words: [['ho va ten'], ['ho ten'], ['ho, ten'], ['nguoi huong'], ['nguoi nhan'], ['ten nguoi'], ['chu tai khoan'], ['full name'], ['=name'], ['beneficiary']],
    required: true,
  },
  { key: 'birth', words: [['nam sinh'], ['ngay sinh'], ['thang sinh'], ['sinh ngay'], ['=sinh'], ['birth']] },
  {
    key: 'amount',
    words: [
      ['so tien', 'da chi', '!bang chu'],
      ['so tien', 'da tra', '!bang chu'],
      ['so tien', '!bang chu'],
      ['thuc nhan', '!bang chu'],
      ['thuc linh', '!bang chu'],
      ['da chi', '!ngay', '!bang chu'],
      ['chi tra', '!ngay', '!bang chu'],
      ['thanh tien', '!bang chu'],
      ['tong cong'],
      ['tong tien', '!bang chu'],
      ['amount'],
      ['paid'],
    ],
    required: true,
  },
]; // prettier-ignore

/** A sheet of a payment list, or the table of a CSV file. */
export interface PaidSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** Reads a payment list from its rows. Throws {@link FileRefused} where no sheet has a name and an amount. */
export function paidList(file: string, sheets: readonly PaidSheet[], lang: Lang): PaidList {
  const people: PaidPerson[] = [];
  const unread: PaidFault[] = [];
  let found = 0;
  for (const { name, rows } of sheets) {
    const columns = findColumns(rows, COLUMNS);
    if (!columns) continue;
    found++;
    for (const row of rows.filter((one) => one.row > columns.headingRow)) {
      const read = readRow(row, columns, name, lang);
      if (read && 'message' in read) unread.push(read);
      else if (read) people.push(read);
    }
  }
  if (found === 0) throw new FileRefused('header', { message: reconcileMessage(lang, 'no-paid-columns') });
  return { file, people, unread };
}

function readRow(row: TableRow, { at }: FoundColumns, sheet: string, lang: Lang): PaidPerson | PaidFault | undefined {
  const [nameAt = 0, amountAt = 0] = [at.get('name'), at.get('amount')];
  const name = cellText(row.cells[nameAt]).replace(/\s+/g, ' ').trim();
  const amount = row.cells[amountAt];
  const cell = cellName(row.row, amountAt);
  const fault = (code: ReconcileCode, text = ''): PaidFault => ({
    sheet,
    row: row.row,
    cell,
    message: reconcileMessage(lang, code, { cell, text }),
  });
  const read = certain(readMoney(amount));
  const label = row.cells.slice(0, Math.max(nameAt, amountAt)).map((one) => unaccented(cellText(one)).trim());
  // Sums, and the row that numbers the columns, are nobody.
  if (label.some((text) => /^(tong |sum|total|cong\b)/.test(text)) || /^\(?\d{0,2}\)?$/.test(name)) {
    const isNobody = name !== '' || read === undefined || label.some((text) => text !== '' && !/^\d+$/.test(text));
    return isNobody ? undefined : fault('no-name');
  }
  if (isBlank(name) || !/\p{L}/u.test(name)) return undefined;
  const others = row.cells.filter((one, place) => place !== nameAt && !isBlank(one)).length;
  if (isEmptyMark(amount)) return others === 0 ? undefined : fault('no-amount');
  if (read === undefined) return fault('unread-amount', cellText(amount));
  const birthAt = at.get('birth');
  const birth = birthAt === undefined ? undefined : certain(readDate(row.cells[birthAt]));
  return { sheet, row: row.row, cell, name, key: nameKey(name), birth: birth ?? '', amount: read.toFixed() };
}

/**
 * Reads a payment list: CSV in any of the usual encodings and separators, or every sheet of an .xlsx workbook. Throws
 * {@link FileRefused}.
 */
export async function readPaidList(file: string, input: InputBytes, lang: Lang): Promise<PaidList> {
  if (input.head.length === 0) throw new FileRefused('empty-file');
  if (input.head[0] === 0x50 && input.head[1] === 0x4b) {
    const book = await openXlsx(sourceOf(await allBytes(input, DEFAULT_LIMITS.fileBytes)));
    const sheets: PaidSheet[] = [];
    for (const name of book.sheets) {
      const rows: TableRow[] = [];
      for await (const some of book.rows(name)) rows.push(...some);
      sheets.push({ name, rows });
    }
    return paidList(file, sheets, lang);
  }
  let text = '';
  for await (const piece of decodedText(input.stream(), guessEncoding(input.head))) text += piece;
  const separator = guessSeparator(text.slice(0, 64 * 1024));
  return paidList(file, [{ name: '', rows: parseCsv(text, separator) }], lang);
}
