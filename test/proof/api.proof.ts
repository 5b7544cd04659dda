import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'nd178-api-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run docs:api` writes the reference; it must say what the doc comments say now. */
test('the reference is that of the doc comments', () => {
  const typedoc = join('node_modules', 'typedoc', 'bin', 'typedoc');
  execFileSync(process.execPath, [typedoc, '--options', 'docs/typedoc.json', '--out', folder], { stdio: 'ignore' });
  const read = (from: string): Record<string, string> =>
    Object.fromEntries(readdirSync(from).map((name) => [name, readFileSync(join(from, name), 'utf8')]));
  expect(read(folder)).toEqual(read('docs/api'));
}, 180_000);
