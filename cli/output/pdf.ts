import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lang } from '../../src/base/text.ts';
import { EXIT, Exit } from '../exit.ts';
import { removedOnSignal } from '../files/leaving.ts';
import { converted, convertedAll, libreOffice } from '../files/libre-office.ts';
import { programOf, ran } from '../files/programs.ts';

/** Browsers that print to PDF, by the names under which machines have them, and where they stand outside the path. */
const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
];
const PLACES = [
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  'C:/Program Files/Microsoft/Edge/Application/msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Prints to PDF by a browser of the machine (from HTML), else by LibreOffice (from DOCX). Nothing leaves the machine; the
 * folder in which it works goes away. Throws {@link Exit} with the way out where neither is found or it fails.
 */
export async function pdfOf(html: string, docx: () => Promise<Uint8Array>, lang: Lang): Promise<Uint8Array> {
  const { browser, office } = await printers(lang);
  const made = await inFolder((folder) =>
    browser === undefined
      ? docx().then((bytes) => byOffice(office ?? '', folder, bytes))
      : byBrowser(browser, folder, html),
  );
  if (made) return made;
  throw notPrinted(lang);
}

/**
 * {@link pdfOf} for many papers. LibreOffice comes first: it takes many files in one go, and each paper of one file has its
 * own page numbers. Throws {@link Exit} where one of them could not be printed.
 */
export async function pdfsOf(
  papers: readonly { readonly html: () => string; readonly docx: () => Promise<Uint8Array> }[],
  lang: Lang,
): Promise<Uint8Array[]> {
  const { browser, office } = await printers(lang);
  const made: Uint8Array[] = [];
  for (let at = 0; at < papers.length; at += AT_ONCE) {
    const some = papers.slice(at, at + AT_ONCE);
    for (const bytes of await inFolder((folder) =>
      office === undefined ? allByBrowser(browser ?? '', folder, some) : allByOffice(office, folder, some),
    )) {
      if (!bytes) throw notPrinted(lang);
      made.push(bytes);
    }
  }
  return made;
}

type Papers = Parameters<typeof pdfsOf>[0];

/** How many papers one run of LibreOffice prints: its time is limited. */
const AT_ONCE = 100;

async function allByOffice(
  office: string,
  folder: string,
  papers: Papers,
): Promise<readonly (Uint8Array | undefined)[]> {
  const files = [];
  for (const paper of papers) files.push({ bytes: await paper.docx(), from: '.docx' });
  return (await convertedAll(office, folder, files, '.pdf')).made;
}

async function allByBrowser(browser: string, folder: string, papers: Papers): Promise<(Uint8Array | undefined)[]> {
  const made: (Uint8Array | undefined)[] = [];
  for (const paper of papers) made.push(await byBrowser(browser, folder, paper.html()));
  return made;
}

interface Printers {
  readonly browser: string | undefined;
  readonly office: string | undefined;
}

async function printers(lang: Lang): Promise<Printers> {
  const names = process.platform === 'win32' ? BROWSERS.map((name) => `${name}.exe`) : BROWSERS;
  const [browser, office] = [await programOf(names, PLACES), await libreOffice()];
  if (browser === undefined && office === undefined) throw noPrinter(lang);
  return { browser, office };
}

/** Works in a folder that goes away. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'nd178-pdf-'));
  const cleanup = removedOnSignal(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    cleanup();
  }
}

async function byOffice(office: string, folder: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const made = await converted(office, folder, { bytes, from: '.docx' }, '.pdf');
  return 'bytes' in made ? made.bytes : undefined;
}

async function byBrowser(browser: string, folder: string, html: string): Promise<Uint8Array | undefined> {
  const [from, to] = [join(folder, 'paper.html'), join(folder, 'paper.pdf')];
  await writeFile(from, html, { mode: 0o600 });
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  const fault = await ran(browser, [...BROWSER_FLAGS, profile, `--print-to-pdf=${to}`, pathToFileURL(from).href]);
  return fault === undefined ? readFile(to).catch(() => undefined) : undefined;
}

const BROWSER_FLAGS = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
  // A browser refuses its sandbox to the administrator of a machine, who only prints a page of ours here.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function notPrinted(lang: Lang): Exit {
  return new Exit(
    EXIT.internal,
    lang === 'vi'
      ? 'Không in được ra PDF bằng trình duyệt hoặc LibreOffice trên máy này. Ghi -o TỆP.html hoặc TỆP.docx rồi in ra PDF từ đó.'
      : 'The browser or LibreOffice of this machine could not print to PDF. Write -o FILE.html or FILE.docx and print from there.',
  );
}

function noPrinter(lang: Lang): Exit {
  return new Exit(
    EXIT.usage,
    lang === 'vi'
      ? 'Ghi PDF cần Chrome, Edge, Chromium hoặc LibreOffice trên máy. Ghi -o TỆP.docx hoặc TỆP.html rồi in ra PDF từ đó.'
      : 'A PDF needs Chrome, Edge, Chromium or LibreOffice on the machine. Write -o FILE.docx or FILE.html and print from there.',
  );
}
