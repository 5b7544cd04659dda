import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { command, testFolder, zip } from '../support/table.ts';

const file = testFolder();
const fixtures = join(import.meta.dirname, '..');
const LIST = join(fixtures, 'faults', 'list', 'abbreviations.xlsx');
const FORM = join(fixtures, 'audit', 'fixtures', 'tcvn3.xlsx');

const PATH = process.env['PATH'];
afterEach(() => {
  process.env['PATH'] = PATH;
  delete process.env['ND178_CONVERT_SECONDS'];
});

/** The container with the part of Excel 97. */
const XLS = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
  Buffer.from('Workbook', 'utf16le'),
]);
const ODS = zip([
  { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
  { name: 'content.xml', text: '<x/>' },
]);

/** An .ods whose type is not its first part: some programs order the parts otherwise. */
const LATE_ODS = zip([
  { name: 'META-INF/manifest.xml', text: '<x/>' },
  { name: 'content.xml', text: '<x/>' },
  { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' },
]);
const XLSB = zip([{ name: 'xl/workbook.bin', text: 'x' }]);

/** A program that stands for LibreOffice: it notes its arguments and does what `body` says; `$out` is its output. */
function office(body: string): string {
  const folder = file('office-bin');
  mkdirSync(folder, { recursive: true });
  const log = file('office.log');
  const script = join(folder, 'soffice');
  writeFileSync(
    script,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${log}'\nwhile [ "$1" != --outdir ]; do shift; done\nout=$2\nmkdir -p "$out"\n${body}\n`,
  );
  chmodSync(script, 0o755);
  process.env['PATH'] = `${folder}:${PATH ?? ''}`;
  return log;
}

/** No LibreOffice anywhere. */
function noOffice(): void {
  process.env['PATH'] = dirname(file('nothing'));
}

describe.each([
  ['.xls', XLS],
  ['.ods', ODS],
  ['.ods', LATE_ODS],
  ['.xlsb', XLSB],
])('%s', (kind, bytes) => {
  it('is refused with the way to save it, where there is no LibreOffice, whatever its name says', async () => {
    noOffice();
    for (const name of [`list${kind}`, 'named.xlsx']) {
      const path = file(name, bytes);
      for (const run of [
        ['batch', path, '-o', file('out.xlsx')],
        ['audit', path],
      ]) {
        const { code, err } = await command(...run);
        expect([code, err]).toEqual([3, expect.stringContaining('Lưu Như (Save As)')]);
        expect(err).toContain(kind);
      }
    }
  });

  it('is converted where there is LibreOffice, in a profile and a folder of its own that go away', async () => {
    const log = office(`cp '${LIST}' "$out/book0.xlsx"`);
    const path = file(`list${kind}`, bytes);
    const { code, err } = await command('batch', path, '-o', file('out.ndjson'));
    expect([code, err]).toEqual([4, expect.stringContaining(`Tệp ${kind} được LibreOffice đổi sang .xlsx`)]);
    expect(readFileSync(file('out.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(12);
    const args = readFileSync(log, 'utf8');
    expect(args).toMatch(/-env:UserInstallation=file:\/\/.*profile\n/);
    expect(args).toContain('--headless');
    expect(args).not.toContain(path);
    expect(existsSync(fileURLToPath(/file:.*profile/.exec(args)?.[0] ?? ''))).toBe(false);
    office(`cp '${FORM}' "$out/book0.xlsx"`);
    const audited = await command('audit', path, '--text-encoding', 'tcvn3', '-o', file('audited.xlsx'));
    expect([0, 5]).toContain(audited.code);
    expect(readFileSync(file('audited.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('that LibreOffice cannot convert, or not in time, is refused', async () => {
    const path = file(`list${kind}`, bytes);
    office('exit 3');
    const failed = await command('batch', path, '-o', file('out.ndjson'));
    expect([failed.code, failed.err]).toEqual([3, expect.stringContaining('LibreOffice không đổi được')]);
    process.env['ND178_CONVERT_SECONDS'] = '0.5';
    office('sleep 60');
    const late = await command('batch', path, '-o', file('out.ndjson'));
    expect([late.code, late.err]).toEqual([3, expect.stringContaining('LibreOffice không đổi được')]);
  });
});

describe('a workbook with a password', () => {
  it('is told as such', async () => {
    office(`cp '${LIST}' "$out/book0.xlsx"`);
    const path = file('secret.xlsx', Buffer.concat([XLS, Buffer.from('EncryptedPackage', 'utf16le')]));
    const { code, err } = await command('batch', path, '-o', file('out.ndjson'));
    expect([code, err]).toEqual([3, expect.stringContaining('mật khẩu')]);
  });
});
