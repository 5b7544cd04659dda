import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { command, testFolder } from '../support/table.ts';
import { drop, pages, parts, picture, saved, shownAfresh, view } from './support/browser.ts';

const open = pages();
const file = testFolder();
const FORM = resolve('examples/bieu-phu-luc-i1.xlsx');
const fault = (name: string): string => resolve('test/faults/audit', name);

/** What the page shows for workbooks. */
const audited = (page: Page, ...books: readonly string[]): Promise<string> =>
  shownAfresh(page, () => page.locator('input[name=annex]').setInputFiles([...books]));

/** What it shows when they are audited again, as it is told now. */
const again = (page: Page): Promise<string> =>
  shownAfresh(page, () => page.getByRole('button', { name: 'Kiểm tra lại' }).click());

test('an annex workbook is told as the command line tells it, and marked by the same writer', async () => {
  const page = await open();
  await view(page, 'Biểu phụ lục');
  const told = await audited(page, FORM);
  const { out } = await command('audit', FORM, '--format', 'md');
  expect(told).toContain('3 hàng: 2 đúng, 1 sai, 0 chưa kiểm tra được. Khai thừa 1 hàng, 100.000.000 đ');
  expect(told).toContain('X10 "TỔNG CỘNG": ghi 9.999 đ, cộng các hàng 12, 14–15');
  const cells = [...out.matchAll(/^- ([A-Z]{1,2}\d+: .+)$/gm)].map(([, text = '']) => text.replace(/\s+/g, ' '));
  expect(cells.length).toBeGreaterThan(0);
  for (const cell of cells) expect(told).toContain(cell.replace(/\\(.)/g, '$1'));
  await picture(page, 'annex');
  const to = file('da-kiem-tra.xlsx');
  await command('audit', FORM, '-o', to, '--quiet');
  const { name, bytes } = await saved(page, 'Tải bản đã đánh dấu (.xlsx)');
  expect(name).toBe('bieu-phu-luc-i1-da-kiem-tra.xlsx');
  expect(parts(bytes)).toEqual(parts(readFileSync(to)));
});

test('several workbooks in one report: who stands in two of them, and each has its marked copy', async () => {
  const books = ['unit-1.xlsx', 'unit-2.xlsx', 'typical-errors.xlsx'].map(fault);
  const page = await open();
  await view(page, 'Biểu phụ lục');
  const told = await audited(page, ...books);
  for (const [button, ending] of [
    ['Báo cáo cho máy (.json)', 'json'],
    ['Báo cáo (.html)', 'html'],
  ] as const) {
    const { out } = await command('audit', ...books, '--format', ending, '--quiet');
    expect((await saved(page, button)).bytes.toString()).toBe(out);
  }
  const folder = `${file('da-kiem-tra')}/`;
  await command('audit', ...books, '-o', folder, '--quiet');
  const { bytes } = await saved(page, 'Bản đã đánh dấu: unit-2.xlsx');
  expect(parts(bytes)).toEqual(parts(readFileSync(`${folder}unit-2.xlsx`)));
  expect(told).toContain('trùng người, chỉ tính một lần');
});

test('texts in an old font and own columns are read as the command line reads them', async () => {
  const page = await open();
  await view(page, 'Biểu phụ lục');
  const dropped = (): Promise<void> =>
    drop(page.locator('.drop:visible'), 'tcvn3.xlsx', readFileSync(fault('tcvn3.xlsx')));
  expect(await shownAfresh(page, dropped)).toContain('TCVN3');
  expect(await page.getByRole('button', { name: 'Tải bản đã đánh dấu' }).count()).toBe(0);
  await page.getByText('Cách đọc tệp: phông cũ, cột riêng').click();
  await page.locator('[name=annex-textEncoding]').selectOption('TCVN3 (ABC)');
  await again(page);
  const options = [fault('tcvn3.xlsx'), '--text-encoding', 'tcvn3'];
  const json = await command('audit', ...options, '--format', 'json', '--quiet');
  expect((await saved(page, 'Báo cáo cho máy (.json)')).bytes.toString()).toBe(json.out);
  const proposed = await command('audit', ...options, '--propose-map');
  const map = (await saved(page, 'Tải bản đồ cột đề nghị')).bytes;
  expect(map.toString()).toBe(proposed.out);
  await page.locator('[name=annex-map]').setInputFiles(file('cot.yaml', map));
  await again(page);
  const mapped = await command('audit', ...options, '--map', file('cot.yaml', map), '--format', 'json', '--quiet');
  expect((await saved(page, 'Báo cáo cho máy (.json)')).bytes.toString()).toBe(mapped.out);
  await page.locator('[name=annex-map]').setInputFiles(file('hong.yaml', 'sheets: 1\n'));
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('hong.yaml: sheets: ');
});

test('a file that is no annex workbook says why, in Vietnamese', async () => {
  const page = await open();
  await view(page, 'Biểu phụ lục');
  const told = await audited(page, file('thu.xlsx', 'không phải'), fault('unit-1.xlsx'));
  expect(told).toContain('thu.xlsx: Tệp không phải sổ tính .xlsx');
  expect(told).toContain('unit-1.xlsx');
});
