import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtinLaw } from '../../src/law/builtin.ts';
import { keysOfKind } from '../../src/law/schema.ts';
import { articleTable } from '../support/articles.ts';

/** `npm run docs:write` writes where each Article stands now. */
const WRITE = process.env['ND178_DOCS'] === 'write';

const FILE = 'docs/architecture.md';
const SECTION = /(<!-- articles: written by npm run docs:write -->\n)[\s\S]*?(<!-- \/articles -->)/;

/** Paths of the project that a document names; `<act>` and the like stand for any name, `{a,b}` for each of them. */
function pathsIn(text: string): string[] {
  const named = [...text.matchAll(/`((?:src|cli|rules|test|docs|bench|examples)\/[^`\s]*)`/g)].map(
    ([, path]) => path ?? '',
  );
  return named.flatMap((path) => {
    const [whole, before, words, after] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
    return whole === undefined ? [path] : words!.split(',').map((word) => `${before ?? ''}${word}${after ?? ''}`);
  });
}

const documents = [
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'README.md',
  'README.vi.md',
  'rules/README.md',
];

describe('documents', () => {
  test.each(documents)('%s names no path that is not there', (file) => {
    const dead = pathsIn(readFileSync(file, 'utf8')).filter((path) => !/[<*]/.test(path) && !existsSync(path));
    expect(dead).toEqual([]);
  });
});

describe(FILE, () => {
  test('says where each Article stands', () => {
    const text = readFileSync(FILE, 'utf8');
    expect(text).toMatch(SECTION);
    const fresh = text.replace(
      SECTION,
      (_, from: string, to: string) => `${from}\n${articleTable(builtinLaw())}\n\n${to}`,
    );
    if (WRITE) writeFileSync(FILE, fresh);
    else expect(text).toBe(fresh);
  });

  test('names the code of every kind of provision, and no other kind', () => {
    const rows = readFileSync(FILE, 'utf8').match(/^\| `[^/]*` \| `src\/.*$/gm) ?? [];
    const kinds = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, kind]) => kind));
    expect(kinds.sort()).toEqual([...keysOfKind().keys()].sort());
  });
});
