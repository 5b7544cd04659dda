import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { command, testFolder } from '../support/table.ts';
import { drop, pages, parts, picture, saved, shownAfresh, view } from './support/browser.ts';

const open = pages();
const file = testFolder();
const LIST = resolve('examples/danh-sach.csv');

async function listed(page: Page, path: string): Promise<void> {
  await page.locator('input[name=list]').setInputFiles(path);
  await page.locator('.downloads').waitFor({ timeout: 120_000 });
}

/** What the command line writes, and what the page gives to be saved. */
async function both(page: Page, button: string, args: readonly string[], name: string): Promise<[Buffer, Buffer]> {
  const to = file(name);
  await command(...args, '-o', to, '--quiet');
  return [readFileSync(to), (await saved(page, button)).bytes];
}

test('a list is told and gives the files of the command line', async () => {
  const page = await open();
  await view(page, 'Danh sách');
  await listed(page, LIST);
  expect(await page.locator('.total').innerText()).toContain('2.424.901.050 đ');
  expect(await page.locator('main').innerText()).toContain('"6/2025" chưa đủ ngày, tháng, năm');
  await picture(page, 'list');
  const [csv, csvHere] = await both(page, 'Kết quả dạng CSV', ['batch', LIST], 'ket-qua.csv');
  expect(csvHere.equals(csv)).toBe(true);
  const [records, recordsHere] = await both(page, 'Bản ghi tính lại được (.ndjson)', ['batch', LIST], 'ban-ghi.ndjson');
  expect(recordsHere.equals(records)).toBe(true);
  const [docx, docxHere] = await both(page, 'Bảng tính từng người (.docx)', ['papers', LIST], 'giay-to.docx');
  expect(docxHere.equals(docx)).toBe(true);
  // Browsers pack otherwise than Node.js; what is packed is the same.
  const [book, bookHere] = await both(page, 'Sổ kết quả (.xlsx)', ['batch', LIST], 'ket-qua.xlsx');
  expect(parts(bookHere)).toEqual(parts(book));
  const [list, listHere] = await both(page, 'Danh sách và dự toán (.xlsx)', ['papers', LIST, '--list'], 'du-toan.xlsx');
  expect(parts(listHere)).toEqual(parts(list));
});

test('a workbook is dropped as a file, and the template is that of the command line', async () => {
  const page = await open();
  await view(page, 'Danh sách');
  const to = file('mau.xlsx');
  await command('template', '--examples', '-o', to);
  const { bytes: templateHere } = await saved(page, 'Tải bảng mẫu có ví dụ');
  expect(parts(templateHere)).toEqual(parts(readFileSync(to)));
  await drop(page.locator('.drop:visible'), 'mau.xlsx', templateHere);
  await page.locator('.downloads').waitFor();
  expect(await page.locator('.total').innerText()).toContain('2 hàng');
});

test('a file that is no list says why, in Vietnamese, and several sheets can be chosen from', async () => {
  const page = await open();
  await view(page, 'Danh sách');
  await page.locator('input[name=list]').setInputFiles(file('thu.csv', 'a;b\n1;2\n'));
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('thu.csv: ');
  expect(await page.getByRole('alert').innerText()).toMatch(/tiêu đề/);
  await page.locator('input[name=list]').setInputFiles(file('hong.xlsx', 'không phải sổ tính'));
  await page.getByText('hong.xlsx: ').waitFor();
});

test('one value for the whole list fills a column that is not there', async () => {
  const text = readFileSync(LIST, 'utf8').split('\n').slice(0, 2);
  const without = text
    .map((line) =>
      line
        .split(';')
        .filter((_, at) => at !== 4)
        .join(';'),
    )
    .join('\n');
  const path = file('thieu-cot.csv', `${without}\n`);
  const page = await open();
  await view(page, 'Danh sách');
  await page.locator('input[name=list]').setInputFiles(path);
  await page.getByRole('alert').waitFor();
  const told = await page.getByRole('alert').innerText();
  expect(told).toContain('điền ở mục "Giá trị chung cho cả danh sách" rồi bấm "Tính lại danh sách"');
  expect(told).not.toContain('--');
  await page.getByText('Giá trị chung cho cả danh sách', { exact: true }).click();
  const field = page.getByLabel('Nhóm đối tượng');
  await field.fill('công chứ');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('[id="all-person.group-fault"]').innerText()).toContain('Có phải "công chức"');
  await field.fill('công chức');
  expect(await field.getAttribute('aria-invalid')).toBe('false');
  await page.locator('details[open]').getByRole('button', { name: 'Tính lại danh sách' }).click();
  await page.locator('.downloads').waitFor();
  expect(await page.locator('.total').innerText()).toContain('744.778.125 đ');
});

test('records are chained as the command line chains them, and the head is told to be kept', async () => {
  const page = await open();
  await view(page, 'Danh sách');
  await listed(page, LIST);
  const args = ['batch', LIST, '--chain'];
  const [records, recordsHere] = await both(page, 'Bản ghi nối chuỗi (.ndjson)', args, 'noi-chuoi.ndjson');
  expect(recordsHere.equals(records)).toBe(true);
  const { err } = await command(...args, '-o', file('lan-hai.ndjson'));
  const [head = ''] = /sha256:[0-9a-f]{64}/.exec(err) ?? [];
  expect(await page.locator('.kept-heads').innerText()).toContain(`ban-ghi-noi-chuoi.ndjson: mã cuối ${head}`);
  const [, bookHere] = await both(page, 'Sổ kết quả (.xlsx)', ['batch', LIST], 'niem-phong.xlsx');
  const seal = /sha256:[0-9a-f]{64}/.exec(parts(bookHere)['xl/worksheets/sheet6.xml'] ?? '')?.[0] ?? 'no seal';
  expect(await page.locator('.kept-heads').innerText()).toContain(`ket-qua.xlsx: mã cuối ${seal}`);
  await view(page, 'Tính lại bản ghi');
  await page.locator('[name=kept-head]').fill(head);
  const replayed = { name: 'a.ndjson', mimeType: '', buffer: recordsHere };
  const told = await shownAfresh(page, () => page.locator('input[name=records]').setInputFiles(replayed));
  expect(told).toContain('chuỗi liền');
  expect(told).not.toContain('Chưa đối chiếu');
});

test('a list in an old font, or with macros, is read when the user says so', async () => {
  const page = await open();
  await view(page, 'Danh sách');
  const [, first = ''] = readFileSync(LIST, 'utf8').split('\n');
  const keys =
    'id;H\u00e4 v\u00b5 t\u00aan;person.sex;person.birth;person.group;leaving.route;leaving.date;leaving.reorganisation;insurance.years;insurance.months;salary.coefficient;salary.positionAllowance;salary.publicService';
  const old = file('phong-cu.csv', `${keys}\n${first.split(';').slice(0, 13).join(';')}\n`);
  const headed = file('tieu-de-cu.csv', 'H\u00e4 v\u00b5 t\u00aan;Ng\u00b5y sinh\n');
  await page.locator('input[name=list]').setInputFiles(headed);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('Đọc ở mục "Cách đọc tệp", phông TCVN3 (ABC), hoặc chuyển sang Unicode');
  expect(await alert.innerText()).not.toContain('--');
  await page.getByText('Cách đọc tệp: phông cũ, dấu phân cách').click();
  const again = page.locator('details[open]').getByRole('button', { name: 'Tính lại danh sách' });
  await page.locator('[name=list-textEncoding]').selectOption('TCVN3 (ABC)');
  await listed(page, old);
  expect(await page.locator('.total').innerText()).toContain('744.778.125 đ');
  expect(await page.locator('.notes').first().innerText()).toContain('Chữ phông cũ TCVN3 (ABC) được đổi sang Unicode.');
  await page.locator('[name=list-textEncoding]').selectOption('Unicode');
  const { bytes } = await saved(page, 'Tải bảng mẫu có ví dụ');
  const withMacros = zipSync({ ...unzipSync(bytes), 'xl/vbaProject.bin': new Uint8Array(8) });
  await page.locator('input[name=list]').setInputFiles(file('macro.xlsm', withMacros));
  await alert.waitFor();
  expect(await alert.innerText()).toContain('hoặc cho phép ở mục "Cách đọc tệp" (macro không bao giờ chạy)');
  await page.locator('[name=list-allow]').check();
  await again.click();
  await page.locator('.downloads').waitFor();
  expect(await page.locator('.total').innerText()).toContain('2 hàng');
});

test('kinds of warnings are named as the command line names them', async () => {
  const page = await open();
  await view(page, 'Danh sách');
  await listed(page, LIST);
  const { err } = await command('batch', LIST, '-o', file('ten.csv'));
  const named = [...err.matchAll(/^ {2}(.+) \(([\w-]+)\): /gm)].map(([, title = '']) => title);
  expect(named.length).toBeGreaterThan(0);
  const shown = await page.locator('.notes strong').allInnerTexts();
  for (const title of named) expect(shown).toContain(title);
});

test('papers bear what an office opened, or typed', async () => {
  const page = await open();
  await view(page, 'Danh sách');
  await listed(page, LIST);
  await page.getByText('Cơ quan lập giấy tờ').click();
  await page.locator('input[name=office]').setInputFiles(file('hong.yaml', 'co_quan: A\n'));
  await page.getByRole('alert').filter({ hasText: 'không có khóa co_quan' }).waitFor();
  await page.locator('input[name=office]').setInputFiles(resolve('examples/giay-to/co-quan.yaml'));
  await page.locator('[name=office-agency]').filter({ visible: true }).waitFor();
  expect(await page.locator('[name=office-agency]').inputValue()).toBe('SỞ NỘI VỤ');
  await page.locator('[name=office-agency]').fill('SỞ TÀI CHÍNH ');
  await page.locator('[name=office-signer-name-1]').fill('Lê Văn E');
  const office = file('co-quan.yaml', (await saved(page, 'Lưu dữ liệu cơ quan')).bytes);
  expect(readFileSync(office, 'utf8')).toContain('SỞ TÀI CHÍNH\n');
  expect(readFileSync(office, 'utf8')).toContain('Lê Văn E');
  const by = ['--office', office];
  const [docx, docxHere] = await both(page, 'Bảng tính từng người (.docx)', ['papers', LIST, ...by], 'co-ten.docx');
  expect(docxHere.equals(docx)).toBe(true);
  const list = ['papers', LIST, '--list', ...by];
  const [book, bookHere] = await both(page, 'Danh sách và dự toán (.xlsx)', list, 'co-ten.xlsx');
  expect(parts(bookHere)).toEqual(parts(book));
});

test('a file that changed since it was chosen is told as such', async () => {
  const page = await open();
  await view(page, 'Danh sách');
  const path = file('doi.csv', readFileSync(LIST));
  await listed(page, path);
  file('doi.csv', 'khác\n');
  await page.getByRole('button', { name: 'Kết quả dạng CSV' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(/^Tệp đã đổi, .* Chọn lại tệp\.$/);
});

const ROWS = 50_000;

test('50,000 rows are worked out while the page stays answering, to the bytes of the command line', async () => {
  const [head = '', ...rows] = readFileSync(LIST, 'utf8').trimEnd().split('\n');
  const many = Array.from(
    { length: ROWS },
    (_, at) => `${at + 1};N${at};${(rows[at % 3] ?? '').split(';').slice(2).join(';')}`,
  );
  const path = file('lon.csv', [head, ...many, ''].join('\n'));
  const to = file('lon-ket-qua.csv');
  const started = performance.now();
  await command('batch', path, '-o', to, '--quiet');
  const commandLine = performance.now() - started;
  const page = await open();
  await view(page, 'Danh sách');
  const begun = performance.now();
  await page.locator('input[name=list]').setInputFiles(path);
  let longest = 0;
  while ((await page.locator('.downloads').count()) === 0) {
    const asked = performance.now();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    longest = Math.max(longest, performance.now() - asked);
  }
  const here = performance.now() - begun;
  console.log(
    `${ROWS} rows: command line ${commandLine.toFixed(0)} ms (CSV), page ${here.toFixed(0)} ms (workbook), longest pause ${longest.toFixed(0)} ms`,
  );
  const { bytes } = await saved(page, 'Kết quả dạng CSV');
  expect(bytes.equals(readFileSync(to))).toBe(true);
  expect(longest).toBeLessThan(1000);
});
