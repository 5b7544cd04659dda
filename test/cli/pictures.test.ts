import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nd178 } from './fake-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'nd178-pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CASE = 'examples/cv-1814-c.yaml';
const DATES = ['--dates', '01/03/2025..01/06/2025'];

describe('compare --dates draws', () => {
  it('a page with the pictures above the table', async () => {
    const { out, code } = await nd178(['compare', CASE, ...DATES, '--format', 'html']);
    expect(code).toBe(0);
    expect(out.match(/<svg /g)).toHaveLength(2);
    expect(out.lastIndexOf('</svg>')).toBeLessThan(out.indexOf('<table'));
    expect(out).toContain('01/05/2025: 744.778.125 đ');
    const ids = [...out.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('an SVG by the name of the file as by --format', async () => {
    const file = join(folder, 'c.SVG');
    expect(await nd178(['compare', CASE, ...DATES, '-o', file])).toMatchObject({ code: 0, out: '' });
    const { out } = await nd178(['compare', CASE, ...DATES, '--format', 'svg']);
    expect(readFileSync(file, 'utf8')).toBe(out);
    expect(out).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /);
    expect(out).toContain('Ngày nghỉ dự định 01/05/2025: 744.778.125 đ');
    expect(out).toContain('11/2025: nghỉ tháng này là sớm đúng 2 năm');
  });

  it.each([[[]], [['--schemes']], [[...DATES, '--routes']], [['--dates', '01/01/2029..01/03/2029']]])(
    'and says what it needs: %j',
    async (options) => {
      const ran = await nd178(['compare', CASE, ...options, '--format', 'svg']);
      expect([ran.code, ran.out]).toEqual([2, '']);
      expect(ran.err).toContain('dùng --dates một mình');
    },
  );

  it('no picture for a table alone', async () => {
    const { out } = await nd178(['compare', CASE, ...DATES, '--format', 'html', '--brief']);
    expect(out).not.toContain('<svg');
  });
});
