import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { auditSchema, type AuditReport, type AuditRow, type AuditSheet } from '../../src/audit.ts';
import { command, testFolder } from '../support/table.ts';

/*
 * Annex workbooks that showed faults when the audit was tried from outside in November 2026 (invented people). Three of them
 * stand in most files: two declare what is due, the third half a month more for each further year, 25,000,000 × 4 too much.
 */

const file = testFolder();
const fault = (name: string): string => join(import.meta.dirname, 'audit', name);

async function audited(
  names: readonly string[],
  ...args: readonly string[]
): Promise<{ code: number; err: string; report: AuditReport; sheets: readonly AuditSheet[] }> {
  const { code, err, out } = await command('audit', ...names.map(fault), '--format', 'json', '--lang', 'en', ...args);
  const report = JSON.parse(out) as AuditReport;
  expect(auditSchema.safeParse(report).error?.issues ?? []).toEqual([]);
  return { code, err, report, sheets: report.files.flatMap(({ sheets }) => sheets) };
}

/** A row in a few words: name, verdict, difference. */
const told = ({ name, verdict, difference }: AuditRow): string => `${name}: ${verdict} ${difference ?? '?'}`;

/** The cells of a row that are wrong themselves, with the code of the first cause. */
const causes = ({ cells }: AuditRow): string[] =>
  cells.filter(({ verdict }) => verdict === 'wrong').map(({ cell, code }) => `${cell} ${code}`);

const THREE = ['Kiều Văn Thử: right 0', 'Lại Văn Mốc: right 0', 'Tạ Văn Sai: wrong 100000000'];
const all = (people: number): object => ({ people, audited: people, unchecked: 0, passedOver: 0, notRead: 0 });

describe('the columns of the ministry’s numbering', () => {
  it('order = 1, name = 2, no assessment: every person is audited', async () => {
    const { code, sheets, report } = await audited(['number-row-26.9.xlsx']);
    expect([code, sheets[0]?.rows.map(told)]).toEqual([5, THREE]);
    expect(sheets[0]?.rows.flatMap(causes)).toEqual(['V12 wrong-amount']);
    expect(report.summary).toMatchObject({ rows: 3, overpaid: { rows: 1, amount: '100000000' } });
  });

  it('with sections and units: the groups are theirs, and 300 million too much are found', async () => {
    const { code, sheets, report } = await audited(['i1-26.9.xlsx']);
    const rows = sheets[0]?.rows ?? [];
    expect([code, rows.map(told)]).toEqual([
      5,
      [
        'Kiều Văn Thử: right 0',
        'Lại Văn Mốc: right 0',
        'Tạ Thị Sai: wrong 300000000',
        'Mạc Văn Lái: right 0',
        'Ông Thị Kho: right 0',
      ],
    ]);
    expect(rows.map(({ unit }) => unit)).toEqual([
      ...Array.from({ length: 3 }, () => 'A Sĩ quan / I Lữ đoàn 9X1'),
      ...Array.from({ length: 2 }, () => 'B Quân nhân chuyên nghiệp / I Lữ đoàn 9X1'),
    ]);
    expect(rows.flatMap(causes)).toEqual(['M15 not-due']);
    expect(report.summary.overpaid).toEqual({ rows: 1, amount: '300000000' });
    // 9,592,125,000 is what the five rows declare.
    expect(sheets[0]?.sums.map(({ cell, difference, rows: of }) => [cell, difference, of])).toEqual([
      ['W23', '0', '13–15, 20–21'],
    ]);
  });

  it('of severance', async () => {
    const { code, sheets } = await audited(['i2-26.9.xlsx']);
    // An officer who enlisted in 2006 is entitled to early retirement, a professional soldier is not: it stays open.
    expect([code, sheets[0]?.rows.map(told)]).toEqual([
      5,
      ['Hầu Văn Phục: unchecked ?', 'Lục Thị Viên: right 0', 'Sầm Văn Quá: wrong 17000000'],
    ]);
    expect(sheets[0]?.rows.flatMap(causes)).toEqual(['N13 wrong-amount']);
  });

  it('"Lương tháng hiện hưởng" is the salary', async () => {
    const { sheets } = await audited(['wording-luong-thang.xlsx']);
    expect(sheets[0]?.rows.map(told)).toEqual(THREE);
    expect(sheets[0]?.notes.map(({ code }) => code)).toEqual(['shifted']);
  });

  it('of form I.5 are known by their headings, and the salaries are checked', async () => {
    const { sheets } = await audited(['i1-with-i5.xlsx']);
    const [one, five] = sheets;
    expect(five?.rows.map(told)).toEqual(['Kiều Văn Thử: wrong 2637180', 'Lại Văn Mốc: wrong 5633208']);
    // 25 % and 10 % stand on 19,656,000 + 1,872,000; 33 % of 20,358,000 is 6,718,140.
    expect(five?.rows.map(causes)).toEqual([
      ['S11 wrong-amount', 'T11 wrong-amount'],
      ['P12 wrong-amount', 'S12 wrong-amount', 'T12 wrong-amount'],
    ]);
    expect(one?.rows.map(causes)).toEqual([
      ['J10 differs-from-salary-sheet'],
      ['J11 differs-from-salary-sheet'],
      ['W12 wrong-amount'],
    ]);
    expect(one?.rows[0]?.cells.find(({ cell }) => cell === 'J10')?.computed).toBe('36597600');
  });
});

describe('the people of a sheet', () => {
  it('go on below a total, and the total is compared with them', async () => {
    const { code, sheets, report } = await audited(['total-under-heading.xlsx']);
    expect([code, sheets[0]?.rows.map(told)]).toEqual([5, THREE]);
    expect(sheets[0]?.sums).toMatchObject([
      { cell: 'X10', declared: '9999', sum: '7329375000', difference: '-7329365001', rows: '12, 14–15' },
    ]);
    expect(report.summary.sums).toBe(1);
  });

  it('are not the heading that stands again', async () => {
    const { sheets } = await audited(['repeated-heading.xlsx']);
    expect(sheets[0]?.rows.map(told)).toEqual(THREE);
    expect(sheets[0]?.completeness).toEqual(all(3));
  });

  it('of a second sheet "Đợt 2" are audited', async () => {
    const { code, sheets, report } = await audited(['second-sheet-dot-2.xlsx']);
    expect([code, sheets.map(({ sheet, rows }) => [sheet, rows.length])]).toEqual([
      5,
      [
        ['Phụ lục I.1', 3],
        ['Đợt 2', 3],
      ],
    ]);
    expect(sheets[1]?.notes.map((note) => note.code)).toEqual(['by-headings']);
    expect(report.files[0]).toMatchObject({ skipped: [], completeness: all(6), notRead: [] });
    // They are those of the first sheet again.
    expect(report.summary).toMatchObject({ rows: 3, overpaid: { amount: '100000000' } });
  });

  it('born in one of two columns have the sex of the column, and their whole name', async () => {
    const { sheets } = await audited(['civil-split-birth.xlsx']);
    // 17 months at 13,500,000 are 229,500,000.
    expect(sheets[0]?.rows.map(told)).toEqual([
      'Nông Văn Ba: right 0',
      'Phùng Thị Tư: right 0',
      'Vi Thị Năm: wrong 5000000',
      'Hà Văn Sáu: right 0',
    ]);
    expect(sheets[0]?.rows.flatMap(causes)).toEqual(['P11 wrong-amount']);
  });
});

describe('who stands twice counts once', () => {
  it('in copies and hidden drafts of a sheet', async () => {
    const { code, report } = await audited(['copies-and-hidden-sheets.xlsx']);
    expect(code).toBe(5);
    expect(report.summary).toMatchObject({ rows: 3, right: 2, wrong: 1, overpaid: { rows: 1, amount: '100000000' } });
    expect(report.summary.completeness).toEqual(all(12));
    expect(report.summary.doubles.map(({ sheet, row, sameAs }) => [sheet, row, sameAs.sheet, sameAs.row])).toEqual(
      ['Phụ lục I.1 (2)', 'PL I.1 - QNCN', 'I.1 nháp'].flatMap((sheet) =>
        [10, 11, 12].map((row) => [sheet, row, 'Phụ lục I.1', row]),
      ),
    );
    expect(report.files[0]?.sheets.map(({ hidden }) => hidden)).toEqual([undefined, undefined, undefined, true]);
  });

  it('in two files, each told with both places', async () => {
    const { code, report, err } = await audited(['unit-1.xlsx', 'unit-2.xlsx']);
    expect([code, report.summary.rows, report.summary.overpaid.amount]).toEqual([5, 3, '100000000']);
    expect(report.files[1]?.sheets[0]?.rows[0]?.sameAs).toMatchObject({
      file: 'unit-1.xlsx',
      sheet: 'Phụ lục I.1',
      row: 10,
      certainty: 'certain',
      kind: 'double',
    });
    expect(err).toContain('3 rows repeat a person and count once.');
  });
});

describe('texts and units of money', () => {
  it.each(['tcvn3', 'vni'])('%s is named, and read when asked for', async (encoding) => {
    const named = await audited([`${encoding}.xlsx`]);
    expect([named.code, named.report.files[0]?.error?.code]).toEqual([3, 'old-font']);
    expect(named.err).toContain(`--text-encoding ${encoding}`);
    const { sheets } = await audited([`${encoding}.xlsx`], '--text-encoding', encoding);
    expect(sheets[0]?.rows.map(told)).toEqual(THREE);
  });

  it('"ĐVT: 1.000 đồng" is read, and the marked copy stays in its unit', async () => {
    const { sheets } = await audited(['unit-thousand-dong.xlsx']);
    expect(sheets[0]).toMatchObject({ dong: 1000, rows: [{ declaredTotal: '2422500000' }, {}, {}] });
    expect(sheets[0]?.rows.map(told)).toEqual(THREE);
    const to = file('marked.xlsx');
    await command('audit', fault('unit-thousand-dong.xlsx'), '-o', to);
    const cell = XLSX.read(readFileSync(to)).Sheets['Phụ lục I.1']?.['W12'] as XLSX.CellObject;
    expect(String(cell.v)).toBe('306.250\n206.250');
  });
});

describe('the first cause, in the right words', () => {
  const WRONG: readonly [row: number, difference: string, first: readonly string[]][] = [
    [10, '-70000000', ['K10 wrong-measure']],
    [11, '-20000000', ['K11 wrong-measure']],
    [12, '5000000', ['M12 wrong-measure']],
    [14, '-30000000', ['S14 other-reading']],
    [15, '180000000', ['N15 other-band', 'R15 other-band']],
    [16, '216000000', ['O16 uncapped']],
    [17, '-41666667', ['R17 unrounded-years']],
    [18, '455000000', ['R18 other-band']],
    [19, '120000000', ['U19 wrong-amount']],
    [20, '-1344999999', ['X20 wrong-sum']],
    [22, '9', ['N22 wrong-amount']],
    [23, '410000000', ['K23 wrong-measure']],
    [24, '33625', ['N24 implied-salary']],
  ];

  it('of typical errors', async () => {
    const { sheets } = await audited(['typical-errors.xlsx']);
    const rows = sheets[0]?.rows ?? [];
    const wrong = rows.filter(({ verdict }) => verdict === 'wrong');
    expect(wrong.map((row) => [row.row, row.difference, causes(row)])).toEqual(WRONG);
    // 12 months after a merger known by its month, and no merger at all: open.
    expect(rows.filter(({ verdict }) => verdict === 'unchecked').map(({ row }) => row)).toEqual([13, 21]);
    // Nothing warns of the days that only the program supposes.
    expect(rows.flatMap(({ warnings = [] }) => warnings.map(({ code }) => code))).not.toContain(
      'leaving-day-not-first',
    );
  });

  it('with the formula of the column, and one implied salary for all amounts', async () => {
    const { out } = await command('audit', fault('typical-errors.xlsx'), '--format', 'json', '--quiet');
    const rows = (JSON.parse(out) as AuditReport).files[0]?.sheets[0]?.rows ?? [];
    const message = (row: number, cell: string): string =>
      rows.find((one) => one.row === row)?.cells.find((one) => one.cell === cell)?.message ?? '';
    expect(message(14, 'S14')).toContain('Cách tính: 4 × 20.000.000 đ = 80.000.000 đ.');
    expect(message(17, 'R17')).toContain('số năm chưa làm tròn (2,58)');
    expect(message(24, 'N24')).toContain('đều tính theo lương 20.000.500 đ, không phải 20.000.000 đ');
    const follows = rows.find((one) => one.row === 24)?.cells.filter(({ verdict }) => verdict === 'follow-on');
    expect(follows?.map(({ cell, follows: of }) => [cell, of])).toEqual(
      ['R24', 'S24', 'T24', 'X24'].map((cell) => [cell, ['N24']]),
    );
  });
});

describe('what was not read', () => {
  /** A workbook of sheets, each a list of rows. */
  function book(name: string, sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): string {
    const made = XLSX.utils.book_new();
    for (const [sheet, rows] of Object.entries(sheets))
      XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), sheet);
    const path = file(name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, XLSX.write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    return path;
  }

  it('is told in every format, with exit code 5', async () => {
    const list = [
      ['TT', 'Họ và tên', 'Ngày sinh', 'Số tiền'],
      [1, 'Nguyễn Văn A', '01/02/1970', 100],
      [2, 'Trần Văn B', '03/04/1971', 200],
    ];
    const source = XLSX.read(readFileSync(fault('unit-1.xlsx')));
    const rows = XLSX.utils.sheet_to_json<unknown[]>(source.Sheets['Phụ lục I.1']!, { header: 1, blankrows: true });
    const right = rows.filter((_, at) => at !== 11);
    const path = book('two.xlsx', { 'Phụ lục I.1': right, 'Danh sách chi': list });
    for (const format of ['table', 'md', 'html', 'json', 'ndjson']) {
      const { code, out } = await command('audit', path, '--format', format);
      expect(code, format).toBe(5);
      expect(out.replace(/\s+/g, ' '), format).toMatch(/Danh sách chi.{0,40}không phải biểu nào/);
    }
    const to = file('two-marked.xlsx');
    expect((await command('audit', path, '-o', to)).code).toBe(5);
    const told = XLSX.utils.sheet_to_json<string[]>(XLSX.read(readFileSync(to)).Sheets['Kiểm tra - Phạm vi']!, {
      header: 1,
    });
    expect(told.slice(2).map((line) => Array.from({ length: 7 }, (_, at) => line[at] ?? ''))).toEqual([
      ['Phụ lục I.1', 'I.1', 2, 2, 0, 0, 0],
      ['Danh sách chi', '', 2, 0, 0, 0, 2],
      ['Tổng cộng', '', 4, 2, 0, 0, 2],
    ]);
  });
});
