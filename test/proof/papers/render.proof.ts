import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calculation } from '../../../src/engine/calculate.ts';
import type { Derivation } from '../../../src/engine/derivation.ts';
import { docxOf } from '../../../src/papers/docx/docx.ts';
import type { Document } from '../../../src/explanation/document.ts';
import { htmlOf } from '../../../src/explanation/layout/html.ts';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { sheet } from '../../../src/papers/sheet.ts';
import { convertedAll } from '../../../cli/files/libre-office.ts';
import { programOf, ran } from '../../../cli/files/programs.ts';
import { KINDS } from './kinds.ts';

/** The sheets as paper: printed by LibreOffice and by Chromium, counted in pages and read. Skipped where a machine has none. */

const law = builtinLaw();
const [office, browser, reader] = await Promise.all([
  programOf(['soffice', 'libreoffice'], []),
  programOf(['chromium', 'chromium-browser', 'google-chrome'], []),
  programOf(['pdftotext'], []),
]);

/** What a page of a PDF says, page by page, with plain spaces. */
function pagesOf(pdf: string): string[] {
  const text = execFileSync(reader ?? '', ['-layout', pdf, '-'], { encoding: 'utf8' });
  return text
    .replace(/\u00a0/g, ' ')
    .split('\f')
    .slice(0, -1);
}

const PAID = KINDS.flatMap(({ name, case: one }) => {
  const found = calculation(one, { lang: 'vi', law });
  return found.ok && !('refused' in found.value) ? [{ name, worked: found.value }] : [];
});

/** A case of three benefits fits one page, one with everything two; the page for the office comes after them. */
function mostPages({ outcome, lines }: Derivation): number {
  return outcome === 'paid' && lines.length <= 3 ? 1 : 2;
}

const papers = PAID.map(({ worked }) => sheet(worked, { lang: 'vi', law }));

describe.skipIf(reader === undefined || (office === undefined && browser === undefined))('sheets as PDF', () => {
  let folder = '';
  let byOffice: readonly (Uint8Array | undefined)[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nd178-render-'));
    if (office === undefined) return;
    const files = await Promise.all(papers.map(async (paper) => ({ bytes: await docxOf([paper]), from: '.docx' })));
    // A program that hangs is ended after two minutes.
    byOffice = (await convertedAll(office, folder, files, '.pdf')).made;
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (pages: readonly string[], { derivation }: (typeof PAID)[number]['worked']): void => {
    const at = pages.findIndex((page) => /TRANG KIỂM TRA NỘI BỘ/iu.test(page));
    const dossier = pages.slice(0, at);
    expect(at, 'pages of the dossier').toBeGreaterThan(0);
    expect(at, 'pages of the dossier').toBeLessThanOrEqual(mostPages(derivation));
    const text = dossier.join('\n');
    // An amount that broke would leave its unit on a line alone, or end a line in a dot before the next three figures.
    expect(text).not.toMatch(/^\s*đ\s*$|\d\.\s*\n\s*\d{3}\b/mu);
    expect(text).not.toMatch(/sha256|--interpret|[a-z]+(?:-[a-z0-9]+){2,}=|service-from/u);
    const { regime } = derivation.group.provision as { regime?: string };
    if (regime === 'civil') expect(text).not.toMatch(/Bộ Quốc phòng|Bộ Công an|Luật Sĩ quan|Luật Công an/u);
  };

  it.skipIf(office === undefined).each(PAID.map((one, at) => ({ ...one, at })))(
    'LibreOffice: $name',
    ({ at, worked }) => {
      const pdf = join(folder, 'office.pdf');
      writeFileSync(pdf, byOffice[at] ?? '');
      check(pagesOf(pdf), worked);
    },
  );

  it.skipIf(browser === undefined).each(PAID.map((one, at) => ({ ...one, at })))(
    'Chromium: $name',
    async ({ at, worked }) => {
      const [html, pdf] = [join(folder, 'sheet.html'), join(folder, `browser-${at}.pdf`)];
      writeFileSync(html, htmlOf(papers[at] as Document));
      const flags = [
        '--headless',
        '--disable-gpu',
        '--no-sandbox',
        '--no-pdf-header-footer',
        `--user-data-dir=${join(folder, 'browser')}`,
      ];
      expect(await ran(browser ?? '', [...flags, `--print-to-pdf=${pdf}`, pathToFileURL(html).href])).toBeUndefined();
      check(pagesOf(pdf), worked);
    },
  );
});
