import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runDocument } from './console.ts';

/** `npm run docs:write` writes what the commands print now into the documents. */
const WRITE = process.env['ND178_DOCS'] === 'write';

describe.each([
  'docs/payroll.md',
  'docs/auditor.md',
  'docs/en/hr-officer.md',
  'docs/en/inspector.md',
  'docs/neighbours.md',
  'docs/vi/can-bo-nhan-su.md',
  'docs/vi/kiem-tra-kiem-toan.md',
])('%s', (file) => {
  test('every command prints what the document says', async () => {
    const { commands, text } = await runDocument(file);
    if (WRITE) writeFileSync(file, text);
    expect(commands.length).toBeGreaterThan(5);
    if (!WRITE) for (const { command, expected, printed } of commands) expect(printed, command).toBe(expected);
  });

  test('has a summary in Vietnamese at the top, or names its twin in Vietnamese', () => {
    expect(readFileSync(file, 'utf8').slice(0, 400)).toMatch(
      file.startsWith('docs/en/') ? /\.\.\/vi\/[\w-]+\.md/ : /## Tóm tắt/,
    );
  });
});

describe('docs/embedding.md', () => {
  const text = readFileSync('docs/embedding.md', 'utf8');
  test.each([
    ...['payroll.ts', 'payroll.mjs', 'browser.js', 'pipe.py', 'pipe.sh'],
    ...['open_pipe.py', 'OpenPipe.java', 'OpenPipe.cs'],
  ])('shows %s as it is tested', (name) => {
    expect(text).toContain(readFileSync(`examples/embedding/${name}`, 'utf8').trimEnd());
  });
});
