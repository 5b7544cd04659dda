import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command } from '../support/table.ts';
import { barriers, CASE, pages, picture, type, view } from './support/browser.ts';

const open = pages();

/** Every view of the page as it stands when it is used, by the name of its picture. */
const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  empty: () => Promise.resolve(),
  faulty: async (page) => {
    await type(page, { ...CASE, 'leaving.date': '31/04/2025' });
    await page.locator('[name="person.name"]').focus();
  },
  sheet: (page) => type(page, CASE),
  why: async (page) => {
    await type(page, CASE);
    await page.getByRole('tab', { name: 'Diễn giải và căn cứ' }).click();
    await page.locator('details.basis summary').first().click();
  },
  questions: async (page) => {
    await type(page, { ...CASE, 'leaving.date': '01/07/2025' });
    await page.getByRole('tab', { name: 'Cách hiểu khác' }).click();
  },
  when: async (page) => {
    await type(page, CASE);
    await page.getByRole('tab', { name: 'Nghỉ khi nào' }).click();
  },
  law: async (page) => {
    await view(page, 'Quy định');
    await page.locator('[name=law-article]').selectOption('Điều 7');
  },
  'law-diff': async (page) => {
    await view(page, 'Quy định');
    await page.locator('[name=law-against]').selectOption({ index: 1 });
    await page.locator('.panel .paper').waitFor();
  },
  'list-empty': (page) => view(page, 'Danh sách'),
  list: async (page) => {
    await view(page, 'Danh sách');
    await page.locator('input[name=list]').setInputFiles(resolve('examples/danh-sach.csv'));
    await page.locator('.downloads').waitFor();
    await page.getByText('Cơ quan lập giấy tờ').click();
    await page.locator('[name=office-signer-title-1]').fill('Người lập biểu');
  },
  help: (page) => view(page, 'Hướng dẫn'),
  'annex-empty': (page) => view(page, 'Biểu phụ lục'),
  annex: async (page) => {
    await view(page, 'Biểu phụ lục');
    await page.getByText('Cách đọc tệp: phông cũ, cột riêng').click();
    const books = ['examples/bieu-phu-luc-i1.xlsx', 'test/faults/audit/typical-errors.xlsx'];
    await page.locator('input[name=annex]').setInputFiles(books.map((one) => resolve(one)));
    await page.locator('.downloads').waitFor();
  },
  'replay-empty': async (page) => {
    await view(page, 'Tính lại bản ghi');
    await page.locator('[name=kept-head]').fill('sha256:12');
  },
  replay: async (page) => {
    await view(page, 'Tính lại bản ghi');
    await page.locator('input[name=records]').setInputFiles(resolve('test/records/records-0.1.0.ndjson'));
    await page.locator('.downloads').waitFor();
  },
};

describe.each(Object.entries(VIEWS))('the view %s', (name, come) => {
  test.each([false, true])('has no barriers; dark: %s', async (dark) => {
    const page = await open({ dark });
    await come(page);
    await picture(page, `view-${name}-${dark ? 'dark' : 'light'}`);
    expect(await barriers(page)).toEqual([]);
  });

  test('fits 390 pixels without sideways scroll', async () => {
    const page = await open({ width: 390 });
    await come(page);
    await picture(page, `view-${name}-narrow`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test('the law is shown by article, and what changed, as the command line tells it', async () => {
  const page = await open();
  await view(page, 'Quy định');
  const day = await page.locator('[name=law-version]').inputValue();
  const { out } = await command('rules', 'show', `nd178@${day}`, '--format', 'md');
  // The page keeps an address together with spaces that do not break.
  const shown = async (): Promise<string> => (await page.locator('.panel').innerText()).replaceAll('\u00a0', ' ');
  const heading = /^## (Điều 7)$/m.exec(out)?.[1] ?? 'none';
  expect(await shown()).toContain(heading);
  await page.locator('[name=law-article]').selectOption('Điều 7');
  expect(await shown()).toContain('Trợ cấp hưu trí một lần');
  const [first = ''] = await page
    .locator('[name=law-against] option')
    .nth(1)
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await page.locator('[name=law-against]').selectOption(first);
  // The worker compares; the page answers meanwhile.
  expect(await page.getByRole('status').filter({ visible: true }).innerText()).toContain('So sánh hai phiên bản');
  await page.locator('.panel .paper').waitFor({ timeout: 60_000 });
  const told = await command('rules', 'diff', `nd178@${first}`, `nd178@${day}`, '--format', 'md');
  const title = /^# (.+)$/m.exec(told.out)?.[1] ?? 'none';
  expect((await shown()).toLowerCase()).toContain(title.toLowerCase());
});

test('the guides are opened as they stand in docs, with their commands, in the language of the page', async () => {
  const page = await open();
  await view(page, 'Hướng dẫn');
  for (const [tab, name] of [
    ['Cán bộ nhân sự', 'vi/can-bo-nhan-su'],
    ['Kiểm tra, kiểm toán', 'vi/kiem-tra-kiem-toan'],
    ['HR officers', 'en/hr-officer'],
    ['Inspectors', 'en/inspector'],
  ] as const) {
    if (tab === 'HR officers') await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: tab }).click();
    const text = readFileSync(`docs/${name}.md`, 'utf8');
    const headings = [...text.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
    expect(await page.locator('.guide').locator('h2, h3, h4').allInnerTexts()).toEqual(headings);
    const commands = [...text.matchAll(/^\$ (nd178 .+)$/gm)].map(([, command = '']) => command);
    const shown = await page.locator('.guide').innerText();
    for (const command of commands) expect(shown).toContain(command);
    expect(shown).not.toContain('](');
  }
});

test('a case is worked out by the keyboard alone', async () => {
  const page = await open();
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.id ?? '');
  const to = async (name: string): Promise<void> => {
    for (let steps = 0; (await focused()) !== name; steps++) {
      if (steps > 60) throw new Error(`${name} is not reached`);
      await page.keyboard.press('Tab');
    }
  };
  for (const [key, value] of Object.entries(CASE)) {
    await to(key);
    const chosen = page.locator(`select[name="${key}"] option:checked`);
    if ((await chosen.count()) === 0) await page.keyboard.type(value);
    else while ((await chosen.innerText()) !== value) await page.keyboard.press('ArrowDown');
  }
  expect(await page.locator('.total').innerText()).toContain('744.778.125 đ');
  await to('tab-sheet');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('tab-why');
  expect(await page.locator('#panel-why').isVisible()).toBe(true);
  await page.waitForTimeout(1000);
  expect(await page.getByRole('status').first().innerText()).toContain('Tổng số tiền: 744.778.125 đ');
});
