import { describe, expect, it } from 'vitest';
import { audit, type AuditSheet, type SheetInput } from '../../src/audit.ts';
import type { Cell, TableRow } from '../../src/table/cell.ts';
import { COLONEL, declaredI1, declaredI2, FORMS, primaryOf, rowOf, sheetOf } from './model.ts';

const ROW = { ...primaryOf(COLONEL), ...declaredI1(COLONEL) };

function only(sheet: SheetInput): AuditSheet {
  const found = audit([{ file: 'a.xlsx', sheets: [sheet] }]).files[0]?.sheets[0];
  if (!found) throw new Error('no sheet');
  return found;
}

const moved = (row: TableRow, by: number): TableRow => ({
  ...row,
  cells: [...new Array<Cell>(by).fill(null), ...row.cells],
});
const people = (sheet: AuditSheet): string[] => sheet.rows.map(({ name, verdict }) => `${name}: ${verdict}`);
const RIGHT = ['Trần Văn A: right'];

describe('the columns of a sheet', () => {
  const sheet = sheetOf('I.1', [ROW]);
  const titles = sheet.rows[1] as TableRow;
  const numbers = (write: (number: number) => Cell, from = 1): TableRow => ({
    row: 5,
    cells: titles.cells.map((_, at) => (at < from ? null : write(at))),
  });
  const withNumbers = (row: TableRow | undefined): SheetInput => ({
    ...sheet,
    rows: sheet.rows.flatMap((one) => (one.row === 5 ? (row ? [row] : []) : [one])),
  });

  it.each<[string, TableRow | undefined, number]>([
    ['numbered as the form', numbers(String), 0],
    ['with "Số TT" numbered 1', numbers((number) => String(number + 1), 0), 1],
    [
      'in brackets with a formula',
      numbers((number) => (number === 23 ? '(23)=(13)+(17)+(18)+(19)' : `(${number})`)),
      0,
    ],
    [
      'with letters before the first number',
      {
        row: 5,
        cells: numbers((number) => String(number - 1)).cells.map((cell, at) =>
          at === 0 ? 'A' : at === 1 ? 'B' : cell,
        ),
      },
      -1,
    ],
    ['not numbered at all', undefined, 0],
  ])('%s', (_, row, offset) => {
    const found = only(withNumbers(row));
    expect(people(found)).toEqual(RIGHT);
    expect(found.notes.some(({ code }) => code === 'shifted')).toBe(offset !== 0);
  });

  it('moved to the right by merged and empty columns', () => {
    const rows = sheet.rows.map((row) => moved(row, 3));
    expect(people(only({ ...sheet, rows }))).toEqual(RIGHT);
    const unnumbered = withNumbers(undefined).rows.map((row) => moved(row, 2));
    expect(people(only({ ...sheet, rows: unnumbered }))).toEqual(RIGHT);
  });

  it('with an empty column in the middle, anchored by the numbers', () => {
    const gap = (row: TableRow): TableRow => ({
      ...row,
      cells: [...row.cells.slice(0, 10), null, ...row.cells.slice(10)],
    });
    expect(people(only({ ...sheet, rows: sheet.rows.map(gap) }))).toEqual(RIGHT);
  });

  it.each(['I.1', 'I.2', 'I.3', 'I.5'] as const)('of form %s are told apart by their titles alone', (id) => {
    const plain = sheetOf(id, []);
    const found = only({ ...plain, rows: plain.rows.filter(({ row }) => row !== 5) });
    const { form } = found;
    expect(form).toBe(id);
    expect(found.notes.map(({ code }) => code)).toEqual(['no-number-row']);
    expect(FORMS[id].columns.map(({ number }) => number)).toEqual(FORMS[id].columns.map((_, at) => at + 1));
  });

  it('decomposed headings read as well', () => {
    const rows = sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (typeof cell === 'string' ? cell.normalize('NFD') : cell)),
    }));
    expect(people(only({ name: 'Phụ lục I.1'.normalize('NFD'), rows: rows.filter(({ row }) => row !== 5) }))).toEqual(
      RIGHT,
    );
  });

  it('without a heading are refused', () => {
    const found = only({ name: 'I.1', rows: [rowOf(1, ROW)] });
    expect(found.rows).toEqual([]);
    expect(found.notes.map(({ code }) => code)).toEqual(['no-header']);
  });
});

describe('the people of a sheet', () => {
  it('are not confused with totals, units and signatures', () => {
    const sheet = sheetOf('I.1', [
      { 1: 'I. LỮ ĐOÀN A' },
      { ...ROW, 1: 'Tống Công Minh' },
      {},
      { 1: '2. Tiểu đoàn B', 9: '1', 23: '5' },
      { ...ROW, 1: 'Công Tằng C' },
      { 1: 'Cộng', 23: '5' },
      { ...ROW, 1: 'Trần Văn A' },
    ]);
    const found = only(sheet);
    expect(people(found)).toEqual(['Tống Công Minh: right', 'Công Tằng C: right', 'Trần Văn A: right']);
    expect(found.rows.map(({ unit }) => unit)).toEqual([
      'I. LỮ ĐOÀN A',
      'I. LỮ ĐOÀN A / 2. Tiểu đoàn B',
      'I. LỮ ĐOÀN A / 2. Tiểu đoàn B',
    ]);
  });

  it('end at a total without diacritics', () => {
    const sheet = sheetOf('I.1', [ROW, { 1: 'TONG CONG', 23: '1' }, { 1: 'Người lập', 2: 'Thủ trưởng' }]);
    expect(people(only(sheet))).toEqual(RIGHT);
  });
});

describe('totals', () => {
  it('are the sum of the amounts where the total is left blank', () => {
    const { 23: total, ...cells } = ROW;
    const [row] = only(sheetOf('I.1', [cells])).rows;
    expect(row).toMatchObject({ verdict: 'wrong', declaredTotal: total, computedTotal: total, difference: '0' });
    expect(row?.cells.filter(({ verdict }) => verdict !== 'right').map(({ column, code }) => [column, code])).toEqual([
      [23, 'not-declared'],
    ]);
  });

  it('of severance leave other regimes out', () => {
    const leaver = { ...COLONEL, rank: 'Thiếu tá', birth: '05/1985', enlisted: '09/2005' };
    const cells = { ...primaryOf(leaver), ...declaredI2(leaver), 19: '5000000' };
    const [row] = only(sheetOf('I.2', [cells])).rows;
    expect(row?.cells.filter(({ verdict }) => verdict === 'wrong').map(({ column }) => column)).toEqual([20]);
    expect(row).toMatchObject({ difference: '0' });
  });

  it('unrounded by a formula are right to the đồng', () => {
    const [row] = only(sheetOf('I.1', [{ ...ROW, 19: '252149040.4' }])).rows;
    expect(row?.verdict).toBe('right');
  });
});
