import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { command, testFolder } from '../support/table.ts';
import { pages, parts, picture, saved, shownAfresh, view } from './support/browser.ts';

const open = pages();
const file = testFolder();
const LIST = resolve('examples/danh-sach.csv');
const RECORDS = file('ban-ghi.ndjson');
const BOOK = file('ket-qua.xlsx');
const CHAINED = file('niem-phong.ndjson');

beforeAll(async () => {
  await command('batch', LIST, '-o', RECORDS, '--quiet');
  await command('batch', LIST, '-o', BOOK, '--quiet');
  await command('replay', RECORDS, '--chain', CHAINED);
});

/** What the page shows for a file. */
async function replayed(page: Page, path: string): Promise<string> {
  await view(page, 'Tính lại bản ghi');
  return shownAfresh(page, () => page.locator('input[name=records]').setInputFiles(path));
}

test('records and a workbook of results come out as recorded', async () => {
  const page = await open();
  const same = 'Cả 3 bản ghi tính lại đúng như đã ghi';
  const sent = '; đã gửi 4 dòng, 1 bị từ chối.';
  expect(await replayed(page, RECORDS)).toContain(same + sent);
  expect(await replayed(page, BOOK)).toContain(`${same}, niêm phong còn nguyên${sent}`);
  await picture(page, 'replay');
});

test('an altered amount is told as the command line tells it, and the reports are the same', async () => {
  const altered = file(
    'da-sua.ndjson',
    readFileSync(RECORDS, 'utf8').replace('"total":"744778125"', '"total":"844778125"'),
  );
  const page = await open();
  const told = await replayed(page, altered);
  expect(told).toContain('2 trong 3 bản ghi tính lại đúng như đã ghi; 1 khác, ghi thừa 100.000.000 đ');
  expect(told).toContain('tổng: ghi 844.778.125 đ, tính được 744.778.125 đ');
  const html = await command('replay', altered, '--format', 'html');
  expect((await saved(page, 'Báo cáo (.html)')).bytes.toString()).toBe(html.out);
  const json = await command('replay', altered, '--format', 'json');
  expect((await saved(page, 'Báo cáo cho máy (.json)')).bytes.toString()).toBe(json.out);
  const to = file('bao-cao.xlsx');
  await command('replay', altered, '-o', to);
  expect(parts((await saved(page, 'Báo cáo (.xlsx)')).bytes)).toEqual(parts(readFileSync(to)));
});

test('a chain is compared with the kept head', async () => {
  const [first = '', second = ''] = readFileSync(CHAINED, 'utf8').split('\n');
  const page = await open();
  const told = await replayed(page, CHAINED);
  const head = /sha256:[0-9a-f]{64}/.exec(told)?.[0] ?? '';
  expect(told).toContain('chuỗi liền');
  expect(told).toContain('Chưa đối chiếu với mã đã lưu');
  const field = page.locator('[name=kept-head]');
  await field.fill('sha256:12');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await field.fill(head);
  expect(await replayed(page, CHAINED)).not.toContain('Chưa đối chiếu');
  const cut = await replayed(page, file('cut.ndjson', `${first}\n${second}\n`));
  expect(cut).toContain('chuỗi bị đứt ở 1 chỗ');
});

test('another version of the law is asked about, as the command line does', async () => {
  const page = await open();
  await view(page, 'Tính lại bản ghi');
  await page.locator('[name=replay-law]').selectOption('nd178@2025-01-01');
  expect(await replayed(page, RECORDS)).toContain('Theo nd178@2025-01-01, trong 3 người: 0 tăng 0 đ');
  const { out } = await command('replay', RECORDS, '--law', 'nd178@2025-01-01', '--format', 'html');
  expect((await saved(page, 'Báo cáo (.html)')).bytes.toString()).toBe(out);
  await page.locator('[name=replay-law]').selectOption('');
  const again = page.getByRole('button', { name: 'Tính lại', exact: true });
  expect(await shownAfresh(page, () => again.click())).toContain('Cả 3 bản ghi tính lại đúng như đã ghi;');
});

test('a file that holds no record says why, in Vietnamese', async () => {
  const page = await open();
  await view(page, 'Tính lại bản ghi');
  await page.locator('input[name=records]').setInputFiles(file('thu.ndjson', 'không phải\n'));
  expect(await page.getByRole('alert').innerText()).toContain('Không có bản ghi nào đọc được');
  await page.locator('input[name=records]').setInputFiles(resolve('examples/bieu-phu-luc-i1.xlsx'));
  await page.getByText('bieu-phu-luc-i1.xlsx: ').last().waitFor();
});
