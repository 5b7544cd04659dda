import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { firefox, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { PAGE } from './build.ts';

/** The Firefox of the machine: ESR by its Debian package, or what the environment names. */
export const FIREFOX: string = process.env['ND178_FIREFOX'] ?? '/usr/bin/firefox-esr';

/** Whether there is one. */
export const hasFirefox: boolean = existsSync(FIREFOX);

/** A page in Firefox, and what it saved last. */
export interface FirefoxPage {
  readonly page: Page;
  /** What a button gives to be saved. */
  readonly saved: (button: string) => Promise<{ readonly name: string; readonly bytes: Buffer }>;
}

/** Opens pages in Firefox for the tests of a file; whatever a page asks for, or does against its policy, fails its test. */
export function firefoxPages(): () => Promise<FirefoxPage> {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'nd178-'));
  let faults: string[] = [];
  const opened: Page[] = [];
  beforeAll(async () => {
    browser = await firefox.launch({ channel: 'moz-firefox', executablePath: FIREFOX, downloadsPath: folder });
    withoutMedia(browser);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) {
      faults.push(...(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)));
      await page.context().close();
    }
    const found = faults;
    faults = [];
    expect(found).toEqual([]);
  });
  return async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    opened.push(page);
    const url = pathToFileURL(resolve(PAGE)).href;
    page.on('request', (request) => {
      if (request.url() !== url && !/^(blob|data):/.test(request.url())) faults.push(`request: ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      document.addEventListener('securitypolicyviolation', (one) =>
        violations.push(`policy: ${one.violatedDirective} ${one.blockedURI}`),
      );
    });
    await page.goto(url);
    return { page, saved: (button) => savedIn(folder, page, button) };
  };
}

/** Firefox tells nothing of what it saves; the file stands in its folder when it is whole. */
async function savedIn(folder: string, page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: button, exact: true }).click();
  for (let tries = 0; tries < 200; tries++) {
    const names = readdirSync(folder);
    const [name] = names;
    if (name !== undefined && names.length === 1) {
      const bytes = readFileSync(join(folder, name));
      if (bytes.length > 0) {
        rmSync(join(folder, name));
        return { name, bytes };
      }
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`nothing was saved by ${button}`);
}

/** The driver wants to set the colour scheme in any case, which Firefox does not let it do: it goes without. */
function withoutMedia(browser: Browser): void {
  interface Session {
    send(method: string, ...rest: readonly unknown[]): Promise<unknown>;
  }
  interface Driven {
    readonly _connection: { toImpl(one: unknown): { readonly _browserSession: Session } };
  }
  const { _browserSession: session } = (browser as unknown as Driven)._connection.toImpl(browser);
  const kind = Object.getPrototypeOf(session) as Session;
  const send = kind.send;
  kind.send = function (this: Session, method, ...rest) {
    if (method === 'emulation.setMediaFeaturesOverride') return Promise.resolve({});
    return send.call(this, method, ...rest);
  };
}
