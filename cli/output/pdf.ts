import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Lang } from '../../src/base/text.ts';
import { removedOnSignal } from '../files/leaving.ts';
import { EXIT, Exit } from '../exit.ts';

const start = promisify(execFile);

/** Browsers and office programs that print to PDF, by the names under which machines have them. */
const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
];
const OFFICES = ['soffice', 'libreoffice'];

/** Where they stand on Windows and macOS, outside the path. */
const PLACES = [
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  'C:/Program Files/Microsoft/Edge/Application/msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const OFFICE_PLACES = [
  'C:/Program Files/LibreOffice/program/soffice.exe',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** How long a program may print. */
const MOST_TIME = 120_000;

/**
 * Prints to PDF by a browser of the machine (from HTML), else by LibreOffice (from DOCX). Nothing leaves the machine; the
 * folder in which it works goes away. Throws {@link Exit} with the way out where neither is found or it fails.
 */
export async function pdfOf(html: string, docx: () => Promise<Uint8Array>, lang: Lang): Promise<Uint8Array> {
  const [browser, office] = [found(BROWSERS, PLACES), found(OFFICES, OFFICE_PLACES)];
  if (browser === undefined && office === undefined) throw noPrinter(lang);
  const folder = await mkdtemp(join(tmpdir(), 'nd178-pdf-'));
  const kept = removedOnSignal(folder);
  try {
    const to = join(folder, 'paper.pdf');
    if (browser !== undefined) {
      const from = join(folder, 'paper.html');
      await writeFile(from, html, { mode: 0o600 });
      await start(
        browser,
        [
          ...BROWSER_FLAGS,
          `--user-data-dir=${join(folder, 'profile')}`,
          `--print-to-pdf=${to}`,
          pathToFileURL(from).href,
        ],
        { timeout: MOST_TIME },
      );
    } else if (office !== undefined) {
      const from = join(folder, 'paper.docx');
      await writeFile(from, await docx(), { mode: 0o600 });
      const profile = pathToFileURL(join(folder, 'profile')).href;
      await start(
        office,
        [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, from],
        { timeout: MOST_TIME },
      );
    }
    return await readFile(to);
  } catch {
    throw new Exit(
      EXIT.internal,
      lang === 'vi'
        ? 'Không in được ra PDF bằng trình duyệt hoặc LibreOffice trên máy này. Ghi -o TỆP.html hoặc TỆP.docx rồi in ra PDF từ đó.'
        : 'The browser or LibreOffice of this machine could not print to PDF. Write -o FILE.html or FILE.docx and print from there.',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
    kept();
  }
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

function noPrinter(lang: Lang): Exit {
  return new Exit(
    EXIT.usage,
    lang === 'vi'
      ? 'Ghi PDF cần Chrome, Edge, Chromium hoặc LibreOffice trên máy. Ghi -o TỆP.docx hoặc TỆP.html rồi in ra PDF từ đó.'
      : 'A PDF needs Chrome, Edge, Chromium or LibreOffice on the machine. Write -o FILE.docx or FILE.html and print from there.',
  );
}

/** The first program that stands in the path under one of the names, or at one of the places. */
function found(names: readonly string[], places: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const ends = process.platform === 'win32' ? ['.exe'] : [''];
  const inPath = names.flatMap((name) => folders.flatMap((folder) => ends.map((end) => join(folder, name + end))));
  return [...inPath.filter(isProgram), ...places.filter((place) => existsSync(place))][0];
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
