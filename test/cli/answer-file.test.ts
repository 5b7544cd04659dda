import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nd178 } from './fake-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'nd178-answer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const CASE = 'examples/cv-1814-c.yaml';

describe('-o FILE', () => {
  it.each([
    ['calc', 'a.txt', 'table'],
    ['calc', 'a.md', 'md'],
    ['calc', 'a.HTML', 'html'],
    ['calc', 'a.json', 'json'],
    ['calc', 'a.ndjson', 'ndjson'],
    ['calc', 'a.csv', 'csv'],
    ['explain', 'b.txt', 'table'],
    ['explain', 'b.md', 'md'],
    ['explain', 'b.html', 'html'],
    ['explain', 'b.json', 'json'],
    ['compare', 'c.txt', 'table'],
    ['compare', 'c.md', 'md'],
    ['compare', 'c.html', 'html'],
    ['compare', 'c.json', 'json'],
  ])('%s writes %s as --format %s prints it', async (command, name, format) => {
    const ran = await nd178([command, CASE, '-o', at(name)]);
    expect(ran).toEqual({ code: 0, out: '', err: `Đã ghi ${at(name)}.\n` });
    const printed = await nd178([command, CASE, '--format', format]);
    expect(readFileSync(at(name), 'utf8')).toBe((format === 'csv' ? '\ufeff' : '') + printed.out);
  });

  it('holds no colours', async () => {
    await nd178(['calc', CASE, '-o', at('plain.txt')], { colour: true });
    expect(readFileSync(at('plain.txt'), 'utf8')).not.toContain('\u001b');
  });

  it('goes to standard output for "-", and says nothing with --quiet', async () => {
    expect((await nd178(['calc', CASE, '-o', '-'])).out).toBe((await nd178(['calc', CASE])).out);
    expect((await nd178(['calc', CASE, '-o', at('q.md'), '--quiet'])).err).toBe('');
  });

  it('takes the format that is named whatever the name of the file', async () => {
    await nd178(['calc', CASE, '-o', at('record.dat'), '--format', 'json']);
    expect(JSON.parse(readFileSync(at('record.dat'), 'utf8'))).toMatchObject({ schema: 'nd178/result@1' });
  });

  it.each([
    ['calc', 'x.xlsx', '.txt, .md, .html, .json, .ndjson, .csv, .docx, .pdf'],
    ['calc', 'x', '.txt, .md, .html, .json, .ndjson, .csv, .docx, .pdf'],
    ['explain', 'x.csv', '.txt, .md, .html, .json, .docx, .pdf'],
    ['compare', 'x.csv', '.txt, .md, .html, .svg, .json, .docx, .pdf'],
  ])('%s -o %s names the extensions', async (command, name, list) => {
    const ran = await nd178([command, CASE, '-o', at(name)]);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(`phần mở rộng ${list}, hoặc`);
    expect((await nd178([command, CASE, '-o', at(name), '--lang', 'en'])).err).toContain(`an extension of ${list}, or`);
    expect(existsSync(at(name))).toBe(false);
  });

  it('replaces what stood there, and never the case itself', async () => {
    writeFileSync(at('old.md'), 'old');
    await nd178(['calc', CASE, '-o', at('old.md')]);
    expect(readFileSync(at('old.md'), 'utf8')).toContain('744.778.125');
    const text = readFileSync(CASE, 'utf8');
    writeFileSync(at('case.json'), text);
    const ran = await nd178(['calc', at('case.json'), '-o', at('case.json')], { files: { [at('case.json')]: text } });
    expect([ran.code, readFileSync(at('case.json'), 'utf8')]).toEqual([3, text]);
    expect(ran.err).toContain('Tệp kết quả trùng tệp vào');
  });

  it('says why a file cannot be written', async () => {
    expect((await nd178(['calc', CASE, '-o', at('none/x.md')])).err).toContain('không có thư mục này');
    expect((await nd178(['calc', CASE, '-o', `${folder}/.md/`])).code).not.toBe(0);
  });

  it('holds the refusal for programs, and nothing for people', async () => {
    const files = { 'c.yaml': 'person: {sex: male}\n' };
    const refused = await nd178(['calc', 'c.yaml', '-o', at('refused.json')], { files });
    expect([refused.code, refused.out]).toEqual([3, '']);
    expect(JSON.parse(readFileSync(at('refused.json'), 'utf8'))).toMatchObject({ schema: 'nd178/refusal@1' });
    writeFileSync(at('kept.md'), 'kept');
    const told = await nd178(['calc', 'c.yaml', '-o', at('kept.md')], { files });
    expect([told.code, readFileSync(at('kept.md'), 'utf8')]).toEqual([3, 'kept']);
    expect(told.err).toContain(`Chưa ghi ${at('kept.md')}.`);
  });

  it('leaves nothing beside the file', () => {
    expect(readdirSync(folder).filter((name) => name.includes('.nd178'))).toEqual([]);
  });
});
