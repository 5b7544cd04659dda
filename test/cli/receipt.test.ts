import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nd178 } from './fake-host.ts';

const CASE = 'examples/cv-1814-c.yaml';

describe('the receipt at the foot of a paper', () => {
  let [folder, records, code] = ['', '', ''];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nd178-receipt-'));
    records = join(folder, 'c.ndjson');
    writeFileSync(records, (await nd178(['calc', CASE, '--format', 'ndjson'])).out);
    code = /mã biên nhận ([0-9a-f-]+)/.exec((await nd178(['calc', CASE, '--format', 'html'])).out)?.[1] ?? '';
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is four groups of four', () => {
    expect(code).toMatch(/^[0-9a-f]{4}(?:-[0-9a-f]{4}){3}$/);
  });

  it('is found again by replay, from the case and from its record, however it is typed', async () => {
    for (const file of [CASE, records])
      for (const typed of [code, code.toUpperCase(), code.replace(/-/g, ' ')]) {
        const ran = await nd178(['replay', file, '--receipt', typed]);
        expect([ran.code, ran.out, ran.err]).toEqual([0, expect.stringContaining('744.778.125 đ'), '']);
      }
  });

  it('is not that of another case, of another law, or of no record', async () => {
    const other = await nd178(['replay', 'examples/cv-1814-m.yaml', '--receipt', code]);
    expect([other.code, other.err]).toEqual([5, expect.stringContaining('Không khớp mã biên nhận')]);
    const law = await nd178(['replay', CASE, '--receipt', code, '--as-of', '2025-01-01', '--lang', 'en']);
    expect([law.code, law.err]).toEqual([5, expect.stringContaining('does not match')]);
    const none = await nd178(['replay', records, '--receipt', '0000-0000-0000-0000']);
    expect([none.code, none.err]).toEqual([5, expect.stringContaining('không bản ghi nào')]);
  });

  it('is refused where it is none', async () => {
    const ran = await nd178(['replay', CASE, '--receipt', '41d8']);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('mã ở chân giấy')]);
  });
});
