import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { command, piped, rowsOf, testFolder } from '../../support/table.ts';

/** A workbook on standard output: whole, or nothing. */

const file = testFolder();
const people = file(
  'people.csv',
  [
    'Họ tên,Giới tính,Ngày sinh,Nhóm đối tượng,Chính sách,Ngày nghỉ,Ngày sắp xếp,Số năm BHXH,Lương tháng hiện hưởng',
    'A,nam,15/01/1966,công chức,nghỉ hưu trước tuổi,01/05/2025,01/03/2025,22,15356250',
    'B,nam,15/01/1966,công chức,nghỉ hưu trước tuổi,31/02/2025,01/03/2025,22,15356250',
  ].join('\n'),
);
const temporary = mkdtempSync(join(tmpdir(), 'nd178-stdout-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
});
beforeEach(() => void vi.stubEnv('TMPDIR', temporary));
const left = () => readdirSync(temporary);

describe('nd178 batch --to xlsx -o -', () => {
  it('sends the bytes that a file would hold, and leaves nothing behind', async () => {
    const to = file('out.xlsx');
    const written = await command('batch', people, '-o', to, '--lang', 'vi');
    const sent = await piped('batch', people, '-o', '-', '--to', 'xlsx', '--lang', 'vi');
    expect(sent).toMatchObject({ code: 4, out: '', err: written.err });
    expect(sent.bytes.equals(readFileSync(to))).toBe(true);
    expect(await rowsOf(sent.bytes, 'Kết quả')).toHaveLength(4);
    expect(left()).toEqual([]);
  });

  it('sends nothing when the input is refused', async () => {
    const bad = file('bad.csv', 'a,b\n1,2\n');
    expect(await piped('batch', bad, '-o', '-', '--to', 'xlsx')).toMatchObject({ code: 3, bytes: Buffer.alloc(0) });
    expect(left()).toEqual([]);
  });

  it.each([
    ['vi', '-o ket-qua.xlsx'],
    ['en', '-o results.xlsx'],
  ])('%s: refuses a terminal, with the way out', async (lang, says) => {
    const { code, out, err } = await command('batch', people, '-o', '-', '--to', 'xlsx', '--lang', lang);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  it.each(['csv', 'ndjson'])('%s goes as text, as before', async (to) => {
    const { out, bytes } = await piped('batch', people, '-o', '-', '--to', to);
    expect([out, bytes.length]).toEqual([(await command('batch', people, '-o', '-', '--to', to)).out, 0]);
  });

  it('tells where there is no room for it', async () => {
    vi.stubEnv('TMPDIR', join(temporary, 'nowhere'));
    const { code, err, bytes } = await piped('batch', people, '-o', '-', '--to', 'xlsx', '--lang', 'en');
    expect([code, bytes.length]).toEqual([3, 0]);
    expect(err).toContain(join(temporary, 'nowhere'));
  });
});

describe('nd178 template --to xlsx -o -', () => {
  it('sends the bytes that a file would hold, and leaves nothing behind', async () => {
    const to = file('template.xlsx');
    expect((await command('template', '-o', to, '--examples')).code).toBe(0);
    const sent = await piped('template', '-o', '-', '--to', 'xlsx', '--examples');
    expect(sent).toMatchObject({ code: 0, out: '', err: '' });
    expect(sent.bytes.equals(readFileSync(to))).toBe(true);
    expect(left()).toEqual([]);
    const again = await piped('template', '-o', '-', '--to', 'xlsx', '--examples', '--law', 'nd154', '--lang', 'en');
    expect(again.bytes.equals(sent.bytes)).toBe(false);
  });

  it('sends nothing of a template that is refused', async () => {
    const unknown = await piped('template', '-o', '-', '--to', 'xlsx', '--law', 'nd999');
    expect(unknown).toMatchObject({ code: 2, bytes: Buffer.alloc(0) });
    vi.stubEnv('TMPDIR', join(temporary, 'nowhere'));
    const { code, err, bytes } = await piped('template', '-o', '-', '--to', 'xlsx', '--lang', 'en');
    expect([code, bytes.length]).toEqual([3, 0]);
    expect(err).toContain(join(temporary, 'nowhere'));
  });

  it('goes as text where it is CSV, which it is unless it is named', async () => {
    const named = await piped('template', '-o', '-', '--to', 'csv');
    expect([named.bytes.length, named.out]).toEqual([0, (await piped('template', '-o', '-')).out]);
    expect(named.out).toMatch(/^\ufeff/);
  });

  it.each([
    ['vi', '-o ket-qua.xlsx'],
    ['en', '-o results.xlsx'],
  ])('%s: refuses a terminal, with the way out', async (lang, says) => {
    const { code, out, err } = await command('template', '-o', '-', '--to', 'xlsx', '--lang', lang);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});
