import * as sheetjs from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { openXlsx } from '../../src/workbook/open.ts';
import type { Cell } from '../../src/table/cell.ts';
import { parseCsv } from '../../src/table/csv.ts';
import { command, rowsOf, testFolder } from '../support/table.ts';

/** What a cell of a workbook is, it is in the output as well: a number, per cent, date, time, truth value or error. */

const file = testFolder();

type SheetJsCell = sheetjs.CellObject;
const text = (v: string): SheetJsCell => ({ t: 's', v });
const number = (v: number, z?: string): SheetJsCell => ({ t: 'n', v, ...(z === undefined ? {} : { z }) });

/** A person under the headings that an output has as well. */
const PERSON: Readonly<Record<string, SheetJsCell>> = {
  'Họ và tên': text('A'),
  'Giới tính': text('nam'),
  'Ngày sinh': text('15/01/1966'),
  'Nhóm đối tượng': text('công chức'),
  'Chính sách': text('nghỉ hưu trước tuổi'),
  'Ngày nghỉ': text('01/05/2025'),
  'Ngày văn bản sắp xếp có hiệu lực': text('01/03/2025'),
  'Số năm đóng BHXH': number(22),
  'Hệ số lương': number(4.65),
  'Hệ số phụ cấp chức vụ': number(0.6),
  'Phụ cấp công vụ (%)': number(0.25, '0%'),
  'Tự nguyện': { t: 'b', v: true },
};
const HEADINGS = Object.keys(PERSON);

/** A workbook of one person with other cells in some columns, also in columns of its own. */
function book(name: string, cells: Readonly<Record<string, SheetJsCell>>): string {
  const own = Object.keys(cells).filter((heading) => !HEADINGS.includes(heading));
  const sheet: sheetjs.WorkSheet = {};
  const put = (row: number, column: number, cell: SheetJsCell): void =>
    void (sheet[sheetjs.utils.encode_cell({ r: row, c: column })] = cell);
  [...HEADINGS, ...own].forEach((heading, column) => {
    put(0, column, text(heading));
    const cell = cells[heading] ?? PERSON[heading];
    if (cell) put(1, column, cell);
  });
  sheet['!ref'] = sheetjs.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: 1, c: HEADINGS.length + own.length } });
  const data = sheetjs.write({ SheetNames: ['S'], Sheets: { S: sheet } }, { type: 'buffer', bookType: 'xlsx' });
  return file(name, data as Uint8Array);
}

/** The cells of the person of a workbook by heading. */
async function personOf(path: string): Promise<Record<string, Cell>> {
  const data = readFileSync(path);
  const { sheets } = await openXlsx(sourceOf(data));
  const sheet = sheets.find((name) => name === 'Kết quả') ?? sheets[0];
  const [headings, person] = await rowsOf(data, sheet);
  return Object.fromEntries(headings?.cells.map((heading, at) => [String(heading), person?.cells[at] ?? null]) ?? []);
}

async function run(from: string, to: string): Promise<string> {
  const out = file(to);
  expect([0, 4]).toContain((await command('batch', from, '-o', out, '--lang', 'vi', '--quiet')).code);
  return out;
}

async function codesOf(path: string): Promise<string[] | undefined> {
  const { out } = await command('batch', path, '-o', '-', '--to', 'ndjson', '--quiet');
  const { issues } = JSON.parse(out) as { issues?: { code: string; path: string }[] };
  return issues?.map((issue) => `${issue.path} ${issue.code}`).sort();
}

const OWN: Readonly<Record<string, SheetJsCell>> = {
  'Số tiền cũ': number(15356250),
  'Tỷ lệ': number(0.125, '0.0%'),
  'Ngày QĐ': number(45778, 'dd/mm/yyyy'),
  Giờ: number(0.3125, 'h:mm'),
  'Đã ký': { t: 'b', v: false },
  Lỗi: { t: 'e', v: 0x17 },
  'Số QĐ': text('0123'),
  'Ghi chú': text('=1+1'),
  'Rất nhỏ': number(1e-7),
};

describe('columns of ones own', () => {
  it('keep what their cells are, also in a row that is refused and when the output is read once more', async () => {
    for (const wrong of [{}, { 'Ngày nghỉ': text('31/02/2025') }]) {
      const from = book('own.xlsx', { ...wrong, ...OWN });
      const wanted = await personOf(from);
      let path = from;
      for (const to of ['own-1.xlsx', 'own-2.xlsx']) {
        path = await run(path, to);
        const got = await personOf(path);
        for (const heading of Object.keys(OWN)) expect([heading, got[heading]]).toEqual([heading, wanted[heading]]);
      }
    }
  });

  it('are read as such by another library', async () => {
    const to = await run(book('other.xlsx', OWN), 'other-out.xlsx');
    const { Sheets } = sheetjs.read(readFileSync(to), { cellNF: true });
    const sheet = Sheets['Kết quả'] ?? {};
    const rows = sheetjs.utils.sheet_to_json<string[]>(sheet, { header: 1 });
    const cell = (heading: string): unknown =>
      sheet[sheetjs.utils.encode_cell({ r: 1, c: rows[0]?.indexOf(heading) ?? -1 })];
    expect(cell('Số tiền cũ')).toMatchObject({ t: 'n', v: 15356250 });
    expect(cell('Tỷ lệ')).toMatchObject({ t: 'n', v: 0.125, z: '0.00%' });
    expect(cell('Ngày QĐ')).toMatchObject({ t: 'n', v: 45778, z: 'dd/mm/yyyy' });
    expect(cell('Giờ')).toMatchObject({ t: 'n', v: 0.3125, w: '7:30' });
    expect(cell('Đã ký')).toMatchObject({ t: 'b', v: false });
    expect(cell('Lỗi')).toMatchObject({ t: 'e', w: '#REF!' });
    expect(cell('Số QĐ')).toMatchObject({ t: 's', v: '0123' });
  });
});

const WRONG: readonly (readonly [heading: string, cell: SheetJsCell])[] = [
  ['Ngày nghỉ', number(45778)],
  ['Ngày nghỉ', number(2025)],
  ['Ngày sinh', number(24122)],
  ['Ngày nghỉ', number(20, 'dd/mm/yyyy')],
  ['Ngày nghỉ', text('31/02/2025')],
  ['Hệ số lương', number(45778, 'dd/mm/yyyy')],
  ['Hệ số lương', number(4.65, 'dd/mm/yyyy')],
  ['Hệ số lương', number(0.5, 'h:mm')],
  ['Hệ số lương', text('12.125')],
  ['Hệ số phụ cấp chức vụ', number(0.6, '0%')],
  ['Hệ số phụ cấp chức vụ', { t: 'e', v: 0x07 }],
  ['Hệ số phụ cấp chức vụ', { t: 'n', f: '1+1' } as SheetJsCell],
  ['Phụ cấp công vụ (%)', number(25)],
  ['Phụ cấp công vụ (%)', { t: 'b', v: true }],
  ['Số năm đóng BHXH', number(22.5)],
];

describe('a refused row', () => {
  it.each(WRONG)('is refused for the same when it is read again: %s %j', async (heading, cell) => {
    const from = book('wrong.xlsx', { [heading]: cell, 'Số tiền cũ': number(7) });
    const codes = await codesOf(from);
    expect(codes).toHaveLength(1);
    const out = await run(from, 'wrong-out.xlsx');
    const again = await codesOf(out);
    // A formula is not kept, but that its value is not known is.
    if (cell.f === undefined) expect(again).toEqual(codes);
    else expect(again).toEqual(['salary.positionAllowance cell-error']);
    if (cell.f === undefined) expect((await personOf(out))[heading]).toEqual((await personOf(from))[heading]);
    expect(await codesOf(await run(from, 'wrong-out.csv'))).toHaveLength(1);
  });

  it.each([0.2, '0,2'])('stays in doubt under the heading of an output, which says %%: %s', async (value) => {
    const cell = typeof value === 'number' ? number(value) : text(value);
    const from = book('doubt.xlsx', { 'Thâm niên vượt khung': cell });
    expect(await codesOf(from)).toEqual(['salary.overFrame percent-or-coefficient']);
    for (const to of ['doubt.out.xlsx', 'doubt.out.csv'])
      expect(await codesOf(await run(from, to))).toEqual(['salary.overFrame not-a-number']);
  });

  it('stays refused where cells without a heading, which an output has not, were the reason', async () => {
    const heads = HEADINGS.slice(0, 9).join(';');
    const values = 'A;nam;15/01/1966;công chức;nghỉ hưu trước tuổi;01/05/2025;01/03/2025';
    const gap = `${HEADINGS.slice(0, 8).join(';')};;Hệ số lương\n${values};22;3;4,65\n`;
    for (const table of [`${heads}\n${values};22;4;65\n`, gap]) {
      for (const to of ['moved.out.csv', 'moved.out.xlsx']) {
        const from = file('moved.csv', table);
        expect(await codesOf(from)).toHaveLength(1);
        expect(await codesOf(await run(from, to)), table).not.toBeUndefined();
      }
    }
  });

  it('keeps its other cells: corrected in one, it is the same person', async () => {
    const from = book('mend.xlsx', { 'Ngày nghỉ': text('31/02/2025'), 'Hệ số phụ cấp chức vụ': number(1.125) });
    const right = book('right.xlsx', { 'Hệ số phụ cấp chức vụ': number(1.125) });
    const out = await run(from, 'mend-out.xlsx');
    const [wanted, got] = [await personOf(right), await personOf(out)];
    for (const heading of HEADINGS.filter((one) => one !== 'Ngày nghỉ'))
      expect([heading, got[heading]]).toEqual([heading, wanted[heading]]);
    const csv = readFileSync(await run(from, 'mend-out.csv'), 'utf8').slice(1);
    const [head, row] = parseCsv(csv, ',');
    expect(row?.cells[head?.cells.indexOf('salary.positionAllowance') ?? -1]).toBe('1.1250');
  });
});
