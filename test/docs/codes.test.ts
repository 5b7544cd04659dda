import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtinLaw } from '../../src/law/builtin.ts';
import { codeTables } from '../support/code-table.ts';

/** `npm run docs:write` writes the tables anew. */
const WRITE = process.env['ND178_DOCS'] === 'write';

const FILE = 'docs/codes.md';
const SECTION = /(<!-- codes: written by npm run docs:write -->\n)[\s\S]*(<!-- \/codes -->)/;

test('docs/codes.md has every code with its words', () => {
  const text = readFileSync(FILE, 'utf8');
  const fresh = text.replace(SECTION, (_, from: string, to: string) => `${from}\n${codeTables(builtinLaw())}\n\n${to}`);
  if (WRITE) writeFileSync(FILE, fresh);
  else expect(text).toBe(fresh);
});
