import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { builtinLaw } from '../../src/law/builtin.ts';
import { benefitsOf } from '../../src/table/layout.ts';
import { command, testFolder } from '../support/table.ts';

const file = testFolder();

/** One list, several laws: found by the program, or named by the row. Amounts by hand from the digest. */
const LIST = [
  'Mã hồ sơ,Chế độ áp dụng,Giới tính,Ngày sinh,Nhóm đối tượng,Chính sách,Ngày nghỉ,Ngày văn bản sắp xếp có hiệu lực,Số năm đóng BHXH,Số năm công tác (không chuyên trách),Tiền lương tháng hiện hưởng,Phụ cấp hằng tháng,Tiền lương bình quân',
  // 30 + 12,5 + 6 months
  '1,,nam,01/1966,công chức,Nghỉ hưu trước tuổi,01/05/2025,01/03/2025,22,,10000000,,',
  // 42 months: 17,5 + 5 + 0,5 × 2 (22 years)
  '2,,nam,06/1967,công chức,tự xác định,01/01/2026,,22,,10000000,,',
  // 0,8 × 59 + 1,5 × 12 + 3 months of the allowance
  '3,,nam,11/1968,người hoạt động không chuyên trách cấp xã,tự xác định,01/01/2026,,5,12,,4000000,',
  // the same as 2 under the policy that has ended, because the row names it: 42 + 17,5 + (4 + 0,5 × 7)
  '4,nd178,nam,06/1967,công chức,Nghỉ hưu trước tuổi,01/01/2026,01/03/2025,22,,10000000,,',
  // 3 × 4,5 + 5 + 0,5 × 7,5 (27 years 6 months are given as 27) of the average: 54 months
  '5,,nam,08/1966,công chức,tự xác định,01/03/2024,,27,,10000000,,8000000',
  // voluntary resignation, named by its route: 3 + 1,5 × 10
  '6,,nam,02/1985,công chức,Thôi việc theo nguyện vọng,01/09/2025,,10,,10000000,,',
  '7,nd999,nam,02/1985,công chức,tự xác định,01/09/2025,,10,,10000000,,',
].join('\n');

const EXPECTED = [
  ['1', 'nd178@2025-03-15', '485000000'],
  ['2', 'nd154@2025-07-01', '235000000'],
  ['3', 'nd154@2025-07-01', '272800000'],
  ['4', 'nd178@2025-07-01', '670000000'],
  ['5', 'nd29@2023-07-20', '176000000'],
  ['6', 'nd170@2025-07-01', '180000000'],
  ['7', '', ''],
];

describe('a list under several laws', () => {
  const list = file('list.csv', LIST);

  it('pays each row under the scheme that governs it, or that it names', async () => {
    const out = file('out.csv');
    expect((await command('batch', list, '-o', out)).code).toBe(4);
    const [head = [], ...rows] = parse(readFileSync(out, 'utf8'), { bom: true }) as string[][];
    const at = (name: string): number => head.indexOf(name);
    const told = rows.map((row) => [row[at('id')], row[at('result.law')] ?? '', row[at('result.total')] ?? '']);
    expect(told).toEqual(EXPECTED);
    // 3 and 1,5 × 10 months, each in a column of its own.
    expect(rows[5]?.[at('result.resignation-support.amount')]).toBe('30000000');
    expect(rows[5]?.[at('result.resignation-service.amount')]).toBe('150000000');
    expect(rows[6]?.[at('result.refusal')]).toContain('nd999');
  });

  // Decree 178 and Decree 154 ask the same question with other options.
  it('takes a reading that one of the schemes has, and refuses one that none has', async () => {
    const out = file('read.csv');
    expect((await command('batch', list, '-o', out, '--interpret', 'service-under-15=four-flat')).code).toBe(4);
    expect((await command('batch', list, '-o', out, '--interpret', 'service-under-15=six-flat')).code).toBe(2);
  });

  it('is summed up line by line: the lines of a unit add up to its total, however the unit is written', async () => {
    const [head = '', ...people] = LIST.split('\n');
    const units = ['Sở Nội vụ', 'SỞ  NỘI VỤ', ' sở nội vụ ', 'Sở Y tế', 'Sở Y tế', 'Sở Y tế', 'Sở Y tế'];
    const rows = [`${head},Đơn vị`, ...people.map((row, at) => `${row},${units[at]}`)].join('\n');
    const out = file('sums.xlsx');
    expect((await command('batch', file('units.csv', rows), '-o', out)).code).toBe(4);
    const { sheets } = await readXlsx(readFileSync(out));
    const summary = sheets.find(({ name }) => name === 'Tóm tắt')?.rows ?? [];
    const told = ['Sở Nội vụ', 'Sở Y tế', 'Toàn bộ'].map((unit) => {
      const amounts = summary
        .filter(([name]) => name === unit)
        .map((row) => [row[1], row[3]] as [string, number | null]);
      const total = amounts.find(([item]) => item === 'Dự toán kinh phí')?.[1];
      const lines = amounts.filter(([item]) => item !== 'Dự toán kinh phí');
      return [unit, total, lines.reduce((sum, [, amount]) => sum + (amount ?? 0), 0)];
    });
    expect(told).toEqual([
      ['Sở Nội vụ', 992800000, 992800000],
      ['Sở Y tế', 1026000000, 1026000000],
      ['Toàn bộ', 2018800000, 2018800000],
    ]);
    expect(summary.map(([, item]) => item)).toContain('Trợ cấp theo số năm công tác');
  });

  it('can be replayed from the workbook', async () => {
    const out = file('out.xlsx');
    await command('batch', list, '-o', out);
    const replayed = await command('replay', out, '--format', 'json');
    expect(JSON.parse(replayed.out)).toMatchObject({ same: true, summary: { records: 6, same: 6 } });
  });

  it('has a column of its own for each benefit, whatever the language', () => {
    for (const scheme of ['auto', ...builtinLaw().schemes.keys()]) {
      for (const lang of ['vi', 'en'] as const) {
        const titles = benefitsOf(builtinLaw(), scheme).map(({ title }) => title[lang]);
        expect(new Set(titles).size, `${scheme} ${lang}`).toBe(titles.length);
      }
    }
  });
});
