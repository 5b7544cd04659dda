import { describe, expect, it } from 'vitest';
import { audit, auditSchema } from '../../src/audit.ts';

import { otherActOf } from '../../src/audit/sheet/other-act.ts';
import { builtinLaw } from '../../src/law/builtin.ts';

const law = builtinLaw();
const HEAD = ['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Số năm đóng BHXH', 'Tiền lương tháng', 'Tổng cộng'];
const PEOPLE = ['Nguyễn Văn A', 'Trần Thị B'].map((name, at) => [
  `${at + 1}`,
  name,
  '15/01/1968',
  'CV',
  '25',
  '9000000',
  '100000000',
]);
const rowsOf = (title: string): { row: number; cells: string[] }[] =>
  [[title], HEAD, ...PEOPLE].map((cells, at) => ({ row: at + 1, cells }));

describe('an annex of an act that has no form', () => {
  it.each([
    ['PL1 ND154', 'DANH SÁCH', 'nd154'],
    ['PL1_NĐ154', 'DANH SÁCH', 'nd154'],
    ['I.1', 'Phụ lục I kèm theo Nghị định số 154/2025/NĐ-CP ngày 15/6/2025', 'nd154'],
    ['PL1', 'Phụ lục 1 (NĐ 29/2023/NĐ-CP)', 'nd29'],
    ['PL1', 'Biểu số 1, Nghị quyết số 07/2025/NQ-CP', 'nq07'],
  ])('tab %s, title "%s": computed under %s', (name, title, scheme) => {
    const report = audit([{ file: 'a b.xlsx', sheets: [{ name, rows: rowsOf(title) }] }], { lang: 'vi' });
    expect(report.files[0]).toMatchObject({
      sheets: [],
      notRead: [{ sheet: name, code: 'other-act', people: 2, rows: '3–4' }],
      completeness: { people: 2, notRead: 2 },
    });
    expect(report.files[0]?.notRead[0]?.message).toContain(
      `nd178 batch "a b.xlsx" --sheet "${name}" --law ${scheme} -o`,
    );
    expect(auditSchema.safeParse(report).success).toBe(true);
  });

  it.each([
    ['PL1', 'Phụ lục I.1 kèm theo Nghị định số 178/2024/NĐ-CP'],
    ['PL1', 'Nghị định 178/2024/NĐ-CP, thay Nghị định 29/2023/NĐ-CP'],
    ['PL I.3', 'Nghị định 177/2024/NĐ-CP'],
    ['PL1 NĐ178', 'theo Nghị định 154/2025/NĐ-CP'],
    ['PL1', 'Theo Nghị định 67/2025/NĐ-CP'],
    ['PL1', 'Danh sách 154 người, lương theo Nghị định 73/2024/NĐ-CP'],
    ['PL1', 'Thông tư 19/2025/TT-BQP'],
  ])('tab %s, title "%s": not so', (tab, title) => {
    expect(otherActOf({ rows: rowsOf(title) }, tab, law)).toBeUndefined();
  });
});
