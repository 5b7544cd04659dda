import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, testFolder } from '../support/table.ts';
import { barriers, CASE, parts, shownAfresh, type, view } from './support/browser.ts';
import { firefoxPages, hasFirefox } from './support/firefox.ts';

const file = testFolder();

// The same page in the other browser: one case, one list, one annex workbook, one replay.
describe.skipIf(!hasFirefox)('in Firefox', () => {
  const open = firefoxPages();

  test('a case is typed, a fault stands beside its field, and the record is that of the command line', async () => {
    const { page, saved } = await open();
    await type(page, { ...CASE, 'leaving.date': '31/04/2025' });
    await page.locator('[name="person.name"]').focus();
    expect(await page.locator('[name="leaving.date"]').getAttribute('aria-invalid')).toBe('true');
    await type(page, { 'leaving.date': '01/05/2025' });
    expect(await page.locator('.total').innerText()).toContain('744.778.125 đ');
    const path = file('ho-so.yaml', (await saved('Lưu hồ sơ')).bytes);
    await command('calc', path, '-o', file('ban-ghi.json'), '--quiet');
    const { bytes } = await saved('Lưu bản ghi (tính lại được)');
    expect(bytes.equals(readFileSync(file('ban-ghi.json')))).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });

  test('a list gives the records and the workbook of the command line, which are replayed', async () => {
    const list = resolve('examples/danh-sach.csv');
    const { page, saved } = await open();
    await view(page, 'Danh sách');
    await page.locator('input[name=list]').setInputFiles(list);
    await page.locator('.downloads').waitFor();
    expect(await page.locator('.total').innerText()).toContain('2.424.901.050 đ');
    const [records, book] = [file('ban-ghi.ndjson'), file('ket-qua.xlsx')];
    for (const to of [records, book]) await command('batch', list, '-o', to, '--quiet');
    expect((await saved('Bản ghi tính lại được (.ndjson)')).bytes.equals(readFileSync(records))).toBe(true);
    expect(parts((await saved('Sổ kết quả (.xlsx)')).bytes)).toEqual(parts(readFileSync(book)));
    await view(page, 'Tính lại bản ghi');
    const told = await shownAfresh(page, () => page.locator('input[name=records]').setInputFiles(book));
    expect(told).toContain(
      'Cả 3 bản ghi tính lại đúng như đã ghi, niêm phong còn nguyên; đã gửi 4 dòng, 1 bị từ chối.',
    );
  });

  test('an annex workbook is marked as the command line marks it', async () => {
    const form = resolve('examples/bieu-phu-luc-i1.xlsx');
    const { page, saved } = await open();
    await view(page, 'Biểu phụ lục');
    const told = await shownAfresh(page, () => page.locator('input[name=annex]').setInputFiles(form));
    expect(told).toContain('3 hàng: 2 đúng, 1 sai');
    const to = file('da-kiem-tra.xlsx');
    await command('audit', form, '-o', to, '--quiet');
    expect(parts((await saved('Tải bản đã đánh dấu (.xlsx)')).bytes)).toEqual(parts(readFileSync(to)));
  });
});
