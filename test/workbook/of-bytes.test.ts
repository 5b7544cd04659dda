import { describe, expect, test } from 'vitest';
import { auditWorkbook, templateBook, workList } from '../../src/workbook.ts';
import { listPaperOf, paperOf, sheetOf, docxOf, documentText } from '../../src/papers.ts';
import { comparisonPaper, explain, explanationPaper, retirementAge, retirementPaper } from '../../src/explain.ts';
import { builtinLaw } from '../../src/index.ts';
import type { BatchLine } from '../../src/batch.ts';

const TABLE = [
  'Mã hồ sơ,Giới tính,Ngày sinh,Nhóm đối tượng,Chính sách,Ngày nghỉ,Ngày sắp xếp,Số năm đóng BHXH,Tiền lương tháng',
  'A,nam,15/01/1966,công chức,nghỉ hưu trước tuổi,01/05/2025,01/03/2025,22,15356250',
  'B,nam,15/01/1966,công chức,nghỉ hưu trước tuổi,01/05/2025,01/03/2025,22,',
].join('\n');
const BYTES = new TextEncoder().encode(TABLE);

describe('a list from bytes to bytes', () => {
  test('gives records, a table or a workbook, and the sums', async () => {
    const records = await workList(BYTES, { from: 'csv', to: 'ndjson', lang: 'en' });
    if (!records.ok) throw new Error(records.issues[0]?.message);
    expect(records.value.summary).toMatchObject({ rows: 2, paid: 1, refused: 1, total: '744778125' });
    const table = await workList(BYTES, { from: 'csv', to: 'csv' });
    expect(table.ok && new TextDecoder().decode(table.value.bytes)).toContain('744778125');
    const book = await workList(BYTES, { from: 'csv', to: 'xlsx' });
    expect(book.ok && [...book.value.bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
  });

  test('a list that cannot be read is a value, and a signal stops it', async () => {
    const bytes = new TextEncoder().encode('a,b\n1,2\n');
    expect(await workList(bytes, { from: 'csv', to: 'csv' })).toMatchObject({
      ok: false,
      issues: [{ code: 'header' }],
    });
    expect(await workList(bytes, { from: 'xlsx', to: 'csv' })).toMatchObject({ ok: false });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(workList(BYTES, { from: 'csv', to: 'ndjson', signal })).rejects.toThrow('enough');
  });

  test('the template is read back, and is no annex form', async () => {
    const book = await templateBook({ examples: true });
    if (!book.ok) throw new Error('no template');
    const worked = await workList(book.value, { from: 'xlsx', to: 'ndjson' });
    expect(worked.ok && worked.value.summary).toMatchObject({ rows: 2, paid: 2 });
    const audited = await auditWorkbook(book.value, { file: 'mau.xlsx' });
    if (!audited.ok) throw new Error(audited.issues[0]?.message);
    expect(audited.value.file.file).toBe('mau.xlsx');
    const marked = await audited.value.marked();
    expect(marked.ok && marked.value.length > 1000).toBe(true);
    expect(await templateBook({ scheme: 'none' })).toMatchObject({ ok: false, issues: [{ code: 'unknown-scheme' }] });
    expect(await auditWorkbook(new Uint8Array([1, 2]), { file: 'x' })).toMatchObject({ ok: false });
  });
});

describe('papers and explanations', () => {
  test('of a case, of a refused row, and of a list', async () => {
    const records = await workList(BYTES, { from: 'csv', to: 'ndjson', lang: 'vi' });
    if (!records.ok) throw new Error('no records');
    const lines = new TextDecoder()
      .decode(records.value.bytes)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as BatchLine);
    const [paid, refused] = lines.map((line) => documentText(paperOf(line), 'text'));
    expect(paid).toContain('744.778.125');
    expect(refused).toContain('Tiền lương');
    const list = listPaperOf(lines, { office: { agency: 'SỞ NỘI VỤ' } });
    expect(documentText(list, 'html')).toContain('744.778.125');
    expect((await docxOf([list])).length).toBeGreaterThan(1000);
    const [record] = lines;
    const one = record && 'case' in record ? record.case : {};
    const sheet = sheetOf(one, { lang: 'en' });
    expect(sheet.ok && documentText(sheet.value, 'md')).toContain('744,778,125');
    expect(sheetOf({}).ok).toBe(false);
    const explained = explain(one);
    expect(explained.ok && documentText(explanationPaper(explained.value), 'text')).toContain('744.778.125');
    const uncovered = explain({ ...one, law: 'nd154', leaving: { route: 'auto', date: '2020-01-01' } });
    expect(uncovered).toMatchObject({ ok: true, value: { schema: 'nd178/result@1', outcome: 'refused' } });
    expect(uncovered.ok && documentText(explanationPaper(uncovered.value), 'text')).toContain('2020');
  });

  test('of a retirement age and of a comparison', () => {
    const age = retirementAge({ birth: '1966-01-15', sex: 'male' }, { lang: 'en' });
    expect(age.ok && documentText(retirementPaper(age.value, 'en'), 'text')).toContain('2027-10');
    expect(retirementAge({ birth: 'x', sex: 'y' })).toMatchObject({ ok: false, issues: { length: 2 } });
    expect(comparisonPaper({ schema: 'nd178/compare@1', accrued: false, rows: [] }, builtinLaw(), 'vi').lang).toBe(
      'vi',
    );
  });
});
