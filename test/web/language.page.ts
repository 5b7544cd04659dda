import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command, testFolder } from '../support/table.ts';
import { pages, view } from './support/browser.ts';

const open = pages();
const file = testFolder();
const BOOK = file('ket-qua.xlsx');

/** Works on files, and what tells that they are done. */
const WORKS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: (page) => page.locator('input[name=list]').setInputFiles(resolve('examples/danh-sach.csv')),
  annex: (page) => page.locator('input[name=annex]').setInputFiles(resolve('test/faults/audit/typical-errors.xlsx')),
  replay: async (page) => {
    await command('batch', resolve('examples/danh-sach.csv'), '-o', BOOK, '--quiet');
    await page.locator('input[name=records]').setInputFiles(BOOK);
  },
};
const VIEWS = { list: 'A list', annex: 'Annex workbooks', replay: 'Replay' } as const;

const main = (page: Page): Promise<string> => page.locator('main > :not([hidden])').last().innerText();
const done = (page: Page): Promise<void> => page.locator('.downloads:visible').waitFor({ timeout: 60_000 });

describe.each(Object.keys(VIEWS) as (keyof typeof VIEWS)[])('%s', (name) => {
  test('what was told is told anew in the other language, whole', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'English' }).click();
    await view(page, VIEWS[name]);
    await WORKS[name]?.(page);
    await done(page);
    const english = await main(page);
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await done(page);
    const vietnamese = await main(page);
    expect(vietnamese).not.toBe(english);
    await page.getByRole('button', { name: 'English' }).click();
    await done(page);
    expect(await main(page)).toBe(english);

    const other = await open();
    await view(other, { list: 'Danh sách', annex: 'Biểu phụ lục', replay: 'Tính lại bản ghi' }[name]);
    await WORKS[name]?.(other);
    await done(other);
    expect(await main(other)).toBe(vietnamese);
  });
});

test('a refusal is told anew as well', async () => {
  const page = await open();
  await view(page, 'Danh sách');
  await page.locator('input[name=list]').setInputFiles(file('thu.csv', 'a;b\n1;2\n'));
  await page.getByRole('alert').filter({ hasText: 'tiêu đề' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'header' });
  await alert.waitFor();
  expect(await alert.innerText()).not.toMatch(/tiêu đề|--/);
});
