import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { strFromU8, unzipSync } from 'fflate';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { PAGE } from './build.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How a page is opened. */
export interface Opening {
  readonly dark?: boolean;
  readonly width?: number;
}

/** Opens pages for the tests of a file; whatever a page asks for, or does against its policy, fails its test. */
export function pages(): (opening?: Opening) => Promise<Page> {
  let browser: Browser;
  let faults: string[] = [];
  const opened: Page[] = [];
  beforeAll(async () => {
    const executablePath = process.env['ND178_BROWSER'] ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
    const found = faults;
    faults = [];
    expect(found).toEqual([]);
  });
  return async ({ dark = false, width = 1280 } = {}) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    opened.push(page);
    const url = pathToFileURL(resolve(PAGE)).href;
    // The page itself, and the worker that it makes of its own text.
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('blob:')) faults.push(`request: ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    await page.exposeFunction('noteViolation', (what: string) => faults.push(`policy: ${what}`));
    await page.addInitScript(() => {
      const note = (globalThis as unknown as { noteViolation: (what: string) => void }).noteViolation;
      document.addEventListener('securitypolicyviolation', (one) => note(`${one.violatedDirective} ${one.blockedURI}`));
    });
    await page.goto(url);
    return page;
  };
}

/** A case as an officer types it: key and text, or the title of a word. */
export const CASE: Readonly<Record<string, string>> = {
  'person.name': 'Nguyễn Văn A',
  'person.sex': 'nam',
  'person.birth': '15/01/1966',
  'person.group': 'công chức',
  'leaving.date': '01/05/2025',
  'leaving.reorganisation': '01/03/2025',
  'insurance.years': '22',
  'salary.coefficient': '4,65',
  'salary.positionAllowance': '0,6',
  'salary.publicService': '25%',
};

/** Types values into the fields of the form. */
export async function type(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    const field = page.locator(`[name="${key}"]`);
    const isList = await field.evaluate((element) => element.tagName === 'SELECT');
    if (isList) await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

/** Goes to a view of the page by its name. */
export async function view(page: Page, name: string): Promise<void> {
  await page.locator('nav').getByRole('button', { name, exact: true }).click();
}

/** What a button gives to be saved. */
export async function saved(page: Page, name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Does something that has the page show another document, and waits for that. */
export async function shownAfresh(page: Page, act: () => Promise<void>): Promise<string> {
  const papers = page.locator('.panel .paper');
  await papers.evaluateAll((all) => all.forEach((one) => one.setAttribute('data-old', '')));
  await act();
  const paper = page.locator('.panel .paper:not([data-old]):visible');
  await paper.waitFor({ timeout: 120_000 });
  // Every reader sees these spaces as one.
  return (await paper.innerText()).replace(/\s+/g, ' ');
}

/** Drops a file on a place, as from a folder. */
export async function drop(place: Locator, name: string, content: Buffer): Promise<void> {
  await place.evaluate(
    (element, { called, packed }) => {
      const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
      const dropped = new DataTransfer();
      dropped.items.add(new File([bytes], called));
      element.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
    },
    { called: name, packed: content.toString('base64') },
  );
}

/** The parts of a zip file as text, by name: what is packed may be packed otherwise by another program. */
export function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** What axe finds wrong with the page as it stands. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await inPage.run()).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** The pictures that stand in the guides and the READMEs (`npm run page:pictures` makes them anew), in both languages. */
const OF_GUIDES: ReadonlySet<string> = new Set(['person', 'list', 'annex']);
const GUIDES = process.env['ND178_PICTURES'] !== undefined;

/** Keeps a picture of the whole page in the ignored folder, and those for the guides where they are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `reports/page/${name}.png`, fullPage: true });
  if (!GUIDES || !OF_GUIDES.has(name)) return;
  await guidePicture(page, `docs/vi/hinh/${name}.webp`);
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.waitForTimeout(RETOLD);
  await guidePicture(page, `docs/en/pictures/${name}.webp`);
  await page.getByRole('button', { name: 'Tiếng Việt', exact: true }).click();
}

/** How long a finished list or audit takes to be told in another language, in milliseconds. */
const RETOLD = 5000;

async function guidePicture(page: Page, path: string): Promise<void> {
  // The result goes along with what is read: it belongs to the head of the form.
  await page.evaluate(() => scrollTo(0, 0));
  const session = await page.context().newCDPSession(page);
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  const clip = { x: 0, y: 0, width: cssContentSize.width, height: Math.min(cssContentSize.height, 1400), scale: 0.8 };
  const how = { format: 'webp', quality: 70, captureBeyondViewport: true, clip } as const;
  const { data } = await session.send('Page.captureScreenshot', how);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(data, 'base64'));
}
