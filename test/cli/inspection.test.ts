import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { docxOf } from '../../src/papers/docx/docx.ts';
import { docxWords } from '../support/docx.ts';
import { command, testFolder } from '../support/table.ts';

const file = testFolder();
const SENT = join(import.meta.dirname, '../../examples/kiem-tra');
const BOOKS = ['don-vi-03.xlsx', 'don-vi-06.xlsx', 'tong-hop.xlsx'].map((name) => join(SENT, name));

describe('the papers of an inspection', () => {
  const [annexes, minutes, page] = [file('annexes.xlsx'), file('minutes'), file('report.html')];
  let code = 0;
  beforeAll(async () => {
    const flags = ['--sample', '2', '--seed', 's', '--annexes', annexes, '--minutes', minutes, '-o', page, '--quiet'];
    ({ code } = await command('audit', ...BOOKS, '--paid', join(SENT, 'da-chi.csv'), ...flags));
  });

  it('are minutes over all, and a notice to each unit that sent people', async () => {
    expect(code).toBe(5);
    expect(readdirSync(minutes).sort()).toEqual([
      'bien-ban-kiem-tra.docx',
      'don-vi-03-thong-bao-ket-qua.docx',
      'don-vi-06-thong-bao-ket-qua.docx',
    ]);
    const all = docxWords(readFileSync(join(minutes, 'bien-ban-kiem-tra.docx')));
    expect(all).toContain('đúng 2 người, sai 2 người');
    expect(all).toContain('Khai thừa 1 người, 25.000.000 đồng (bằng chữ: Hai mươi lăm triệu đồng)');
    expect(all).toContain('khai thiếu 1 người, 10.000.000 đồng');
    expect(all).toContain('Căn cứ Nghị định số 178/2024/NĐ-CP');
    expect(all).toContain('hạt giống &quot;s&quot;');
    expect(all).toContain('Nguyễn Văn A6 (PL I.1, hàng 6)');
    const one = docxWords(readFileSync(join(minutes, 'don-vi-03-thong-bao-ket-qua.docx')));
    expect(one).toContain('Kính gửi: don-vi-03');
    expect(one).toContain('Nguyễn Văn A3');
    expect(one).not.toContain('Nguyễn Văn A6');
  });

  it('have columns in which no amount breaks', () => {
    const { 'word/document.xml': body = new Uint8Array() } = unzipSync(
      readFileSync(join(minutes, 'don-vi-06-thong-bao-ket-qua.docx')),
    );
    const [, table = ''] = /<w:tbl>((?:(?!<w:tbl>).)*?1\.829\.650\.000.*?)<\/w:tbl>/s.exec(strFromU8(body)) ?? [];
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    const texts = [...table.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, ''));
    const amounts = texts.slice(widths.length).slice(2, 5);
    expect(amounts).toEqual(['1.829.650.000', '1.804.650.000', '+25.000.000']);
    // Times 11: a figure 110 twentieths of a point, a point 55; 70 at each side. Room for tens of billions.
    for (const width of widths.slice(2, 5)) expect(width).toBeGreaterThan(11 * 110 + 3 * 55 + 140);
  });

  it('are annexes by list, with the amount under its cause, statistics, ranking, sample and reconciliation', () => {
    const book = XLSX.read(readFileSync(annexes));
    const rows = (sheet: string): unknown[][] => XLSX.utils.sheet_to_json(book.Sheets[sheet]!, { header: 1 });
    expect(book.SheetNames).toEqual([
      ...['Khai đúng', 'Khai thừa', 'Khai thiếu', 'Sai, tổng tiền không đổi', 'Chưa kết luận được'],
      ...['Thống kê đơn vị', 'Thống kê loại sai', 'Thống kê chế độ', 'Xếp hạng rủi ro', 'Mẫu kiểm tra', 'Đối chiếu'],
    ]);
    const [, headings = [], over = []] = rows('Khai thừa');
    const at = (title: string): unknown => over[headings.indexOf(title)];
    expect([at('Họ và tên'), at('Chế độ'), at('Tác động')]).toEqual(['Nguyễn Văn A6', 'Nghị định 178', 'Trực tiếp']);
    expect([at('Chênh lệch: Sai khác (đồng)'), at('Chênh lệch: Sai lương (đồng)')]).toEqual([25_000_000, undefined]);
    expect(rows('Khai đúng').slice(2)).toHaveLength(2);
    expect(rows('Mẫu kiểm tra').slice(2)).toHaveLength(2);
    expect(rows('Đối chiếu').length).toBeGreaterThan(10);
  });

  it('come with pictures on the page', () => {
    const html = readFileSync(page, 'utf8');
    expect(html.match(/<svg /g)).toHaveLength(3);
    expect(html).toContain('Cần xem trước');
  });

  it('take the words of an office, and tell a placeholder that is not known', async () => {
    const own = file('mau');
    mkdirSync(own);
    const template = (text: string): Promise<Uint8Array> =>
      docxOf([{ lang: 'vi', title: 'x', blocks: [{ kind: 'text', text }] }]);
    writeFileSync(join(own, 'thong-bao-ket-qua.docx'), await template('Gửi {{don_vi_kiem_tra}}: thừa {{tien_thua}}.'));
    const into = file('own');
    const flags = ['--minutes', into, '--templates', own, '--quiet', '--format', 'json'];
    expect((await command('audit', ...BOOKS.slice(1, 2), ...flags)).code).toBe(5);
    expect(docxWords(readFileSync(join(into, 'don-vi-06-thong-bao-ket-qua.docx')))).toContain(
      'Gửi don-vi-06: thừa 25.000.000 đồng.',
    );
    writeFileSync(join(own, 'thong-bao-ket-qua.docx'), await template('{{don_vi_kiem_tra}} {{tien_thuaa}}'));
    const told = await command('audit', ...BOOKS.slice(1, 2), ...flags, '--lang', 'en');
    expect([told.code, told.err]).toEqual([3, expect.stringContaining('did you mean {{tien_thua}}?')]);
  });

  it.each([
    [['--sample', '0'], 2],
    [['--sample', 'x'], 2],
    [['--paid', join(SENT, 'nothing.csv')], 3],
    [['--paid', join(SENT, 'don-vi-06.xlsx'), '--office', join(SENT, 'no.yaml')], 3],
  ])('%j is told', async (flags, expected) => {
    expect((await command('audit', ...BOOKS.slice(1, 2), ...flags, '--quiet')).code).toBe(expected);
  });

  it('of a folder without a workbook there are none', async () => {
    mkdirSync(file('empty'));
    expect((await command('audit', file('empty'))).code).toBe(2);
  });
});
