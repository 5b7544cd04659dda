import { cellName, cellText, isBlank, type TableRow } from '../../table/cell.ts';
import type { Writing } from '../../law/form.ts';
import { readMoney } from '../cells/amounts.ts';
import { certain } from '../cells/reading.ts';
import { HEADING_SEARCH_ROWS, isNameRow, numbersOf } from '../sheet/headings.ts';
import { moneyUnitAbove } from '../sheet/money.ts';
import { findColumns, type WordColumn } from './columns.ts';
import type { DeclaredTotal } from './report.ts';

/** How summary annexes (biểu tổng hợp) word their columns: no act prescribes the form. */
const COLUMNS: readonly WordColumn[] = [
  {
    key: 'label',
    words: [['don vi', '!tinh', '!tien'], ['co quan', '!tien'], ['noi dung'], ['che do', '!tien', '!so'], ['phu luc'], ['bieu'], ['=unit']],
    required: true,
  },
  {
    key: 'people',
    words: [['so nguoi'], ['so doi tuong'], ['so luong'], ['tong so', 'nguoi'], ['quan so'], ['=nguoi'], ['people']],
    required: true,
  },
  {
    key: 'amount',
    words: [['tong kinh phi'], ['tong so tien'], ['tong tien'], ['kinh phi'], ['so tien'], ['thanh tien'], ['tong cong'], ['=tong'], ['amount']],
    required: true,
  },
]; // prettier-ignore

/** Whether a sheet is a summary annex: units or forms, people and an amount, and no names. */
export function isSummaryAnnex(rows: readonly TableRow[]): boolean {
  return !rows.slice(0, HEADING_SEARCH_ROWS).some(isNameRow) && findColumns(rows, COLUMNS) !== undefined;
}

/** The numbers that a summary annex declares; none for any other sheet. */
export function declaredTotals(sheet: string, rows: readonly TableRow[], writing: Writing): DeclaredTotal[] {
  if (rows.slice(0, HEADING_SEARCH_ROWS).some(isNameRow)) return [];
  const columns = findColumns(rows, COLUMNS);
  if (!columns) return [];
  const { at, headingRow } = columns;
  const dong = moneyUnitAbove(rows.filter(({ row }) => row <= headingRow), writing)?.dong ?? 1; // prettier-ignore
  const [labelAt = 0, peopleAt = 0, amountAt = 0] = ['label', 'people', 'amount'].map((key) => at.get(key));
  return rows.flatMap((row): DeclaredTotal[] => {
    if (row.row <= headingRow || numbersOf(row)) return [];
    // The words "Tổng cộng" often stand in the column of the order.
    const label = [row.cells[labelAt], ...row.cells.slice(0, labelAt)].map((one) => cellText(one).trim()).find((text) => /\p{L}{2}/u.test(text)); // prettier-ignore
    const people = certain(readMoney(row.cells[peopleAt]));
    const amount = certain(readMoney(row.cells[amountAt]))?.times(dong);
    if (label === undefined || (people === undefined && amount === undefined)) return [];
    const cell = (column: number): string => cellName(row.row, column);
    return [
      {
        sheet,
        row: row.row,
        label,
        ...(people && !isBlank(row.cells[peopleAt])
          ? { people: { cell: cell(peopleAt), value: people.toFixed() } }
          : {}),
        ...(amount && !isBlank(row.cells[amountAt])
          ? { amount: { cell: cell(amountAt), value: amount.toFixed() } }
          : {}),
        ...(dong === 1 ? {} : { dong }),
      },
    ];
  });
}
