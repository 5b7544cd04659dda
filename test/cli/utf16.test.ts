import { mkdirSync, readFileSync } from 'node:fs';
import { expect, describe, test } from 'vitest';
import { calculate, recordOf } from '../../src/index.ts';
import { command, testFolder } from '../support/table.ts';

const file = testFolder();
const TOTAL = '744.778.125';
const YAML = readFileSync('examples/cv-1814-c.yaml', 'utf8');
const PERSON = {
  person: { name: 'Nguyễn Thị Ánh', sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

/** A text as Windows programs write it: `>` of PowerShell 5 and Notepad's "Unicode" (LE), its "big endian", its "UTF-8 with BOM". */
const WRITTEN = {
  'UTF-16 LE': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 BE': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf8'),
};

describe.each(Object.entries(WRITTEN))('a file in %s with CR LF is read', (kind, bytes) => {
  const name = kind.replaceAll(' ', '-');
  const written = (ending: string, text: string): string =>
    file(`hồ sơ ${name}.${ending}`, bytes(text.replaceAll('\n', '\r\n')));

  test('as a case in YAML and in JSON, and by its receipt', async () => {
    expect((await command('calc', written('yaml', YAML))).out).toContain(TOTAL);
    const json = await command('calc', written('json', JSON.stringify(PERSON, null, 2)));
    expect(json.out).toContain(TOTAL);
    expect(json.out).toContain('Nguyễn Thị Ánh');
  });

  test.each(['csv', 'ndjson'])('as a list in %s', async (kind) => {
    const head =
      'Họ và tên,Giới tính,Ngày sinh,Nhóm đối tượng,Chính sách,Ngày nghỉ,Ngày sắp xếp,Số năm đóng BHXH,Tiền lương tháng';
    const row = 'Nguyễn Thị Ánh,nam,15/01/1966,công chức,nghỉ hưu trước tuổi,01/05/2025,01/03/2025,22,15356250';
    const text = kind === 'csv' ? `${head}\n${row}\n` : `${JSON.stringify(PERSON)}\n${JSON.stringify(PERSON)}\n`;
    const out = file(`kết quả ${name} ${kind}.ndjson`);
    const { code, err } = await command('batch', written(kind, text), '-o', out, '--quiet');
    expect([code, err]).toEqual([0, '']);
    const [first = ''] = readFileSync(out, 'utf8').split('\n');
    expect(JSON.parse(first)).toMatchObject({ total: '744778125', case: { person: { name: 'Nguyễn Thị Ánh' } } });
  });

  test.each(['ndjson', 'json'])('as records in %s', async (kind) => {
    const found = calculate(PERSON);
    if (!found.ok) throw new Error(found.issues[0]?.message);
    const record = recordOf(found.value);
    const text =
      kind === 'ndjson' ? `${JSON.stringify(record)}\n`.repeat(2) : JSON.stringify([record, record], null, 2);
    const { code, out, err } = await command('replay', written(kind, text), '--format', 'json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ summary: { records: 2, same: 2 } });
    const papers = await command('papers', written(kind, text), '-o', file(`giấy ${name} ${kind}.html`), '--quiet');
    expect(papers.code).toBe(0);
    expect(readFileSync(file(`giấy ${name} ${kind}.html`), 'utf8')).toContain('Nguyễn Thị Ánh');
  });

  test('as rule files and as the data of an office', async () => {
    const folder = file(`quy tắc ${name}`);
    mkdirSync(folder);
    const base = readFileSync('rules/acts/nd-73-2024.yaml', 'utf8');
    file(`quy tắc ${name}/nd-73-2024.yaml`, bytes(base.replaceAll('\n', '\r\n')));
    const checked = await command('rules', 'check', '--rules', folder, '--format', 'json');
    expect(checked.code, checked.err).toBe(0);
    const office = written('co-quan.yaml', 'agency: Sở Nội vụ tỉnh A\n');
    const paper = await command(
      'calc',
      written('yaml', YAML),
      '--office',
      office,
      '-o',
      file(`giấy ${name}.html`),
      '--quiet',
    );
    expect(paper.code, paper.err).toBe(0);
    expect(readFileSync(file(`giấy ${name}.html`), 'utf8').toLowerCase()).toContain('sở nội vụ tỉnh a');
  });
});

test('a rule file that is no UTF-8 is told by name', async () => {
  const folder = file('quy tắc 1258');
  mkdirSync(folder);
  file('quy tắc 1258/a.yaml', Buffer.from([0x61, 0x63, 0x74, 0x3a, 0x20, 0xd0, 0xe0, 0x0a]));
  const { code, err } = await command('rules', 'check', '--rules', folder, '--lang', 'en');
  expect([code, err]).toEqual([3, expect.stringContaining('is not UTF-8 text')]);
});
