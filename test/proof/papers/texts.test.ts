import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/base/text.ts';
import { calculation } from '../../../src/engine/calculate.ts';
import type { Calculation } from '../../../src/engine/derivation.ts';
import type { Document } from '../../../src/explanation/document.ts';
import { refusalSheet } from '../../../src/explanation/refusal.ts';
import { textOf } from '../../../src/explanation/layout/text.ts';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { draftTemplate, DRAFTS } from '../../../src/papers/drafts/built-in.ts';
import { listPaper } from '../../../src/papers/list-paper.ts';
import { sheet } from '../../../src/papers/sheet.ts';
import { KINDS } from './kinds.ts';

/**
 * What the papers say, word for word. A text changes only on purpose: `npm run golden:write` writes these files anew, and
 * what changes in them is to be read before it is kept.
 */

const WRITE = process.env['ND178_GOLDEN'] === 'write';
const ENGLISH: ReadonlySet<string> = new Set([
  'cv-1814-C',
  'tt-19-example-2',
  'nd177-cho-du-tuoi',
  'blocked',
  'nothing',
]);
const law = builtinLaw();

function worked(one: unknown, lang: Lang): ReturnType<typeof calculation> {
  return calculation(one, { lang, law });
}

function sheetOf(one: unknown, lang: Lang): Document {
  const found = worked(one, lang);
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join('\n'));
  return 'refused' in found.value
    ? refusalSheet(found.value.refused, { lang, law })
    : sheet(found.value, { lang, law });
}

/** A paper as text; hashes and receipts, which another comment in a rule file would change, are left out. */
function text(document: Document): string {
  return textOf(document, { colour: false, columns: 110 })
    .replace(/sha256:[0-9a-f]+(?:\n\s+[0-9a-f]{8,})?/g, 'sha256:…')
    .replace(/nd178 \d+\.\d+\.\d+/g, 'nd178 …');
}

function blocks(papers: readonly (readonly [name: string, document: Document])[]): string {
  return papers.map(([name, document]) => `════ ${name}\n\n${text(document)}`).join('\n');
}

function people(): Calculation[] {
  return KINDS.flatMap(({ case: one }) => {
    const found = worked(one, 'vi');
    return found.ok && !('refused' in found.value) ? [found.value] : [];
  });
}

const FILES: Readonly<Record<string, () => string>> = {
  'sheets-vi.txt': () => blocks(KINDS.map(({ name, case: one }) => [name, sheetOf(one, 'vi')])),
  'sheets-en.txt': () =>
    blocks(KINDS.filter(({ name }) => ENGLISH.has(name)).map(({ name, case: one }) => [name, sheetOf(one, 'en')])),
  'list.txt': () => blocks([['list', listPaper(people(), { lang: 'vi', law })]]),
  'drafts.txt': () => blocks(DRAFTS.map((name) => [name, draftTemplate(name)])),
};

describe('the texts of papers', () => {
  it.each(Object.entries(FILES))('%s', (name, make) => {
    const file = new URL(name, import.meta.url);
    if (WRITE) writeFileSync(file, make());
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(make());
  });

  it.each(KINDS)('$name: no code, no half-filled word', ({ case: one }) => {
    const [dossier = ''] = text(sheetOf(one, 'vi')).split('TRANG KIỂM TRA NỘI BỘ');
    expect(dossier).not.toMatch(/sha256|--interpret|undefined|NaN|\{|[a-z]+-[a-z]+-[a-z]+=|service-from/u);
  });
});
