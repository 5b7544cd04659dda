import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command, testFolder } from '../support/table.ts';
import { CASE, pages, picture, saved, type, view } from './support/browser.ts';

const open = pages();
const file = testFolder();
const TOTAL = '744.778.125 đ';

describe('one person', () => {
  test('types a case, sees the total, and takes away what the command line writes', async () => {
    const page = await open();
    await type(page, CASE);
    expect(await page.locator('.total').innerText()).toContain(TOTAL);
    const { bytes } = await saved(page, 'Lưu hồ sơ');
    const path = file('ho-so.yaml', bytes);
    const record = file('ban-ghi.json');
    expect((await command('calc', path, '-o', record, '--quiet')).code).toBe(0);
    expect((await saved(page, 'Lưu bản ghi (tính lại được)')).bytes.equals(readFileSync(record))).toBe(true);
    const sheet = file('bang-tinh.docx');
    await command('calc', path, '-o', sheet, '--quiet');
    expect((await saved(page, 'Tải bảng tính Word')).bytes.equals(readFileSync(sheet))).toBe(true);
    const explanation = file('dien-giai.docx');
    await command('explain', path, '-o', explanation, '--quiet');
    expect((await saved(page, 'Tải diễn giải Word')).bytes.equals(readFileSync(explanation))).toBe(true);
    await picture(page, 'person');
    const office = resolve('examples/giay-to/co-quan.yaml');
    await page.getByText('Cơ quan lập giấy tờ').filter({ visible: true }).click();
    await page.locator('input[name=own-office]').setInputFiles(office);
    await page.getByText('SỞ NỘI VỤ').filter({ visible: true }).first().waitFor();
    await command('calc', path, '--office', office, '-o', sheet, '--quiet');
    expect((await saved(page, 'Tải bảng tính Word')).bytes.equals(readFileSync(sheet))).toBe(true);
  });

  test('says each fault beside its field, with the way out, and what is still needed', async () => {
    const page = await open();
    await type(page, { ...CASE, 'leaving.date': '31/04/2025', 'salary.publicService': '25' });
    await page.locator('[name="person.name"]').focus();
    const fault = async (key: string): Promise<string> => {
      const field = page.locator(`[name="${key}"]`);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      const [, id = ''] = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
      return page.locator(`#${id}`).innerText();
    };
    expect(await fault('leaving.date')).toContain('"31/04/2025" không phải một ngày có thật');
    expect(await fault('salary.publicService')).toContain('Viết "25%"');
    await type(page, { 'person.birth': '' });
    await page.locator('.needed').getByText('Ngày sinh').click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('person.birth');
    await picture(page, 'faults');
  });

  test('asks for more when the group needs it', async () => {
    const page = await open();
    await type(page, CASE);
    expect(await page.locator('[name="person.rank"]').count()).toBe(0);
    await type(page, { 'person.group': 'sĩ quan quân đội' });
    await page.locator('[name="person.rank"]').waitFor();
    expect(await page.locator('.result').innerText()).toContain('Hạn tuổi');
  });

  test('takes grade and step in place of the coefficient', async () => {
    const page = await open();
    await type(page, CASE);
    await page.getByLabel('ngạch và bậc').check();
    await page.locator('[name="salary.scale"]').selectOption('A1');
    await page.locator('[name="salary.step"]').selectOption('8');
    expect(await page.locator('[name="salary.step"] option:checked').innerText()).toBe('8 (4,65)');
    expect(await page.locator('.total').innerText()).toContain(TOTAL);
    await page.getByLabel('hệ số lương', { exact: true }).check();
    expect(await page.locator('[name="salary.coefficient"]').inputValue()).toBe('4,65');
  });

  test('opens what it saved, and the record as well', async () => {
    const page = await open();
    await type(page, CASE);
    const one = file('mo-lai.yaml', (await saved(page, 'Lưu hồ sơ')).bytes);
    const record = file('mo-lai.json', (await saved(page, 'Lưu bản ghi (tính lại được)')).bytes);
    for (const path of [one, record]) {
      await page.getByRole('button', { name: 'Hồ sơ mới' }).click();
      expect(await page.locator('.total').count()).toBe(0);
      await page.locator('input[type=file]').first().setInputFiles(path);
      await page.locator('.total').waitFor();
      expect(await page.locator('.total').innerText()).toContain(TOTAL);
    }
    await page.locator('input[type=file]').first().setInputFiles(file('khong-phai.yaml', '- a\n'));
    expect(await page.getByRole('alert').innerText()).toContain('Chưa mở được tệp');
  });

  test('shows why, with the provision in place, and what each reading pays', async () => {
    const page = await open();
    await type(page, { ...CASE, 'leaving.date': '01/07/2025' });
    await page.getByRole('tab', { name: 'Diễn giải và căn cứ' }).click();
    const basis = page.locator('details.basis', { hasText: 'Điều 7 khoản 1 điểm a' }).last();
    await basis.locator('summary').click();
    expect(await basis.locator('.paper').innerText()).toContain('Trợ cấp hưu trí một lần cho số tháng nghỉ sớm');
    await picture(page, 'why');
    await page.getByRole('tab', { name: 'Cách hiểu khác' }).click();
    await picture(page, 'questions');
    const before = await page.locator('.total strong').innerText();
    const other = page.locator('.questions input:not(:checked)').first();
    const pays = await other.locator('xpath=..').locator('strong').innerText();
    await other.click();
    expect(await page.locator('.total strong').innerText()).toBe(pays);
    await page.getByRole('button', { name: 'Theo cách hiểu mặc định' }).click();
    expect(await page.locator('.total strong').innerText()).toBe(before);
  });

  test('compares leaving dates as the command line does', async () => {
    const page = await open();
    await type(page, CASE);
    const path = file('so-sanh.yaml', (await saved(page, 'Lưu hồ sơ')).bytes);
    await page.getByRole('tab', { name: 'Nghỉ khi nào' }).click();
    await page.getByLabel('So từ ngày nghỉ đến ngày').fill('01/05/2026');
    const shown = await page.locator('.when table').innerText();
    const told = await command(
      'compare',
      path,
      '--dates',
      '01/05/2025..01/05/2026',
      '--accrue',
      '--brief',
      '--format',
      'md',
    );
    const totals = told.out.match(/\d{1,3}(?:\.\d{3}){2,}(?= \|)/g) ?? [];
    expect(totals.length).toBeGreaterThan(5);
    for (const total of totals) expect(shown).toContain(total);
    await picture(page, 'when');
  });

  test('speaks English, keeps nothing, and has no personal data in its address', async () => {
    const page = await open();
    const address = page.url();
    await type(page, CASE);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('.total').innerText()).toContain('744,778,125 VND');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await view(page, 'A list');
    await view(page, 'One person');
    expect(await page.locator('[name="person.name"]').inputValue()).toBe('Nguyễn Văn A');
    expect(page.url()).toBe(address);
    const kept = await page.evaluate(async () => [
      Object.keys(localStorage).length,
      Object.keys(sessionStorage).length,
      (await indexedDB.databases()).length,
      document.cookie,
    ]);
    expect(kept).toEqual([0, 0, 0, '']);
  });

  test('prints the sheet alone', async () => {
    const page = await open();
    await type(page, CASE);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form.case').isVisible()).toBe(false);
    expect(await page.locator('.panel .paper').isVisible()).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    // The sheet is one page, and the page for the office another.
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await picture(page, 'print');
  });
});

/** Processor time that the page's thread took so far, seconds. */
async function taken(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Infinity;
}

const FIRST_RESULT_S = 0.8;
const KEYSTROKE_S = 0.05;

test('the first result and a keystroke take little of the processor', async () => {
  const page = await open();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.reload();
  const texts = { ...CASE, 'salary.publicService': '' };
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(file('nhanh.yaml', yamlOf({ ...texts })));
  await page.locator('.total').waitFor();
  const first = await taken(session);
  const field = page.locator('[name="salary.positionAllowance"]');
  const strokes = ['0', '0,', '0,7', '0,', '0', '', '1', '1,', '1,0', '0,6'];
  const before = await taken(session);
  for (const text of strokes) await field.fill(text);
  await page.locator('.total').waitFor();
  const each = ((await taken(session)) - before) / strokes.length;
  console.log(`first result ${first.toFixed(2)} s, keystroke ${(each * 1000).toFixed(0)} ms of processor time`);
  expect(first).toBeLessThan(FIRST_RESULT_S);
  expect(each).toBeLessThan(KEYSTROKE_S);
});

function yamlOf(values: Readonly<Record<string, string>>): string {
  const groups = new Map<string, string[]>();
  for (const [key, value] of Object.entries(values)) {
    if (value === '') continue;
    const [group = '', name = ''] = key.split('.');
    groups.set(group, [...(groups.get(group) ?? []), `  ${name}: "${value}"`]);
  }
  return [...groups].map(([group, lines]) => `${group}:\n${lines.join('\n')}\n`).join('');
}
