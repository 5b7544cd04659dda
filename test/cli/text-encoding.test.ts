import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditBook } from '../../src/audit.ts';
import { batchTable } from '../../src/batch.ts';
import { saveBook } from '../../cli/files/book-file.ts';
import { command, rowsOf, testFolder } from '../support/table.ts';

const file = testFolder();
const fixture = (name: string): string => join(import.meta.dirname, '..', 'audit', 'fixtures', name);

/** A list as it was typed for the fonts of TCVN3 and of VNI. */
const LISTS = {
  tcvn3: [
    'Hä vµ tªn;Giíi tÝnh;Ngµy sinh;Nhãm ®èi t\u00adîng;ChÝnh s¸ch;Ngµy nghØ;Ngµy s¾p xÕp;Sè n¨m ®ãng BHXH;HÖ sè l\u00ad¬ng',
    'NguyÔn ThÞ ¸nh;n÷;15/01/1971;c«ng chøc;nghØ h\u00adu tr\u00adíc tuæi;01/05/2025;01/03/2025;22;4,65',
  ],
  vni: [
    'Hoï vaø teân;Giôùi tính;Ngaøy sinh;Nhoùm ñoái töôïng;Chính saùch;Ngaøy nghæ;Ngaøy saép xeáp;Soá naêm ñoùng BHXH;Heä soá löông',
    'Nguyeãn Thò AÙnh;nöõ;15/01/1971;coâng chöùc;nghæ höu tröôùc tuoåi;01/05/2025;01/03/2025;22;4,65',
  ],
} as const;

describe.each(['tcvn3', 'vni'] as const)('a list in %s', (encoding) => {
  const text = LISTS[encoding].join('\n') + '\n';
  const name = encoding === 'tcvn3' ? 'TCVN3 (ABC)' : 'VNI';

  it.each(['utf8', 'latin1'] as const)('of CSV in %s is refused by name, and read with the option', async (bytes) => {
    const path = file('old.csv', Buffer.from(text, bytes));
    const refused = await command('batch', path, '-o', file('out.ndjson'));
    expect(refused.code).toBe(3);
    expect(refused.err).toContain(`phông cũ ${name}`);
    expect(refused.err).toContain(`--text-encoding ${encoding}`);
    const { code, err } = await command('batch', path, '-o', file('out.ndjson'), '--text-encoding', encoding);
    expect([code, err]).toEqual([0, expect.stringContaining('đổi sang Unicode')]);
    const line = JSON.parse(readFileSync(file('out.ndjson'), 'utf8')) as { case: { person: object }; outcome: string };
    expect(line).toMatchObject({ outcome: 'paid', case: { person: { name: 'Nguyễn Thị Ánh', sex: 'female' } } });
    const other = encoding === 'vni' ? 'tcvn3' : 'vni';
    const wrong = await command('batch', path, '-o', file('out.ndjson'), '--text-encoding', other);
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining(`--text-encoding ${encoding}`)]);
  });

  it('of a workbook is refused by name, and read with the option', async () => {
    const path = file(`${encoding}.xlsx`);
    const rows = LISTS[encoding].map((line) => line.split(';').map((cell) => ({ text: cell })));
    await saveBook(path, [{ name: 'Danh s¸ch', widths: rows[0]!.map(() => 12), frozenRows: 0, rows }]);
    const refused = await command('batch', path, '-o', file('out.xlsx'));
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining(`phông cũ ${name}`)]);
    const { code } = await command('batch', path, '-o', file('out.xlsx'), '--text-encoding', encoding);
    expect(code).toBe(0);
    const [, first] = await rowsOf(readFileSync(file('out.xlsx')), 'Kết quả');
    expect(first?.cells).toContain('Nguyễn Thị Ánh');
  });

  it('is read by the library', async () => {
    const rows = LISTS[encoding].map((line) => line.split(';'));
    const table = await batchTable(rows, { textEncoding: encoding });
    if (!table.ok) throw new Error(table.issues[0]?.message);
    for await (const line of table.value) expect(line).toMatchObject({ outcome: 'paid' });
    expect((await batchTable(rows, { textEncoding: 'abc' as 'vni' })).ok).toBe(false);
  });

  it('whose headings are Unicode is told, for its names would be copied as they are', async () => {
    const head = 'Họ và tên;Giới tính;Ngày sinh;Nhóm đối tượng;Chính sách;Ngày nghỉ;Ngày sắp xếp;Số năm đóng BHXH;HSL';
    const path = file('mixed.csv', [head, LISTS[encoding][1]].join('\n'));
    const { code, err } = await command('batch', path, '-o', file('out.ndjson'));
    expect([code, err]).toEqual([4, expect.stringContaining(`--text-encoding ${encoding}`)]);
    expect((await command('batch', path, '-o', file('out.ndjson'), '--text-encoding', encoding)).code).toBe(0);
  });

  it('of annex forms is refused by name, and audited with the option', async () => {
    const path = file(`${encoding}-form.xlsx`);
    copyFileSync(fixture(`${encoding}.xlsx`), path);
    const refused = await command('audit', path);
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining(`phông cũ ${name}`)]);
    const { code, out } = await command('audit', path, '--format', 'json', '--text-encoding', encoding);
    const report = JSON.parse(out) as {
      summary: { rows: number };
      files: { sheets: { rows: { name: string }[] }[] }[];
    };
    expect([code, report.summary.rows]).toEqual([expect.any(Number), 3]);
    expect(report.files[0]?.sheets[0]?.rows[0]?.name).toBe(encoding === 'vni' ? 'Kiều Văn Thử' : 'Kiều Văn Thử');
    const marked = await command('audit', path, '-o', file('marked.xlsx'), '--text-encoding', encoding);
    expect(marked.code).toBe(code);
    const map = await command('audit', '--propose-map', path, '--text-encoding', encoding);
    expect(map.code).toBe(0);
    const rows = await rowsOf(readFileSync(path));
    const { sheets } = auditBook({ file: 'x', sheets: [{ name: 'I.1', rows }] }, { textEncoding: encoding });
    expect(sheets[0]?.rows).toHaveLength(3);
  });
});
