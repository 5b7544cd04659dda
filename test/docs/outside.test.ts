import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtinLaw } from '../../src/index.ts';
import { coverage } from '../support/coverage.ts';

/** `npm run docs:write` writes what `test/proof/cases/external.yaml` and the rule files give now. */
const WRITE = process.env['ND178_DOCS'] === 'write';

const FILE = 'docs/verification.md';
const SECTION = /(<!-- outside: written by npm run docs:write -->\n)[\s\S]*?(<!-- \/outside -->)/;

test('the section on cases from outside says what the cases and the rule files say', () => {
  const text = readFileSync(FILE, 'utf8');
  expect(text).toMatch(SECTION);
  const fresh = text.replace(SECTION, (_, from: string, to: string) => `${from}\n${coverage(builtinLaw())}\n${to}`);
  if (WRITE) writeFileSync(FILE, fresh);
  else expect(text).toBe(fresh);
});
