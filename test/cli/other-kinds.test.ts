import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, testFolder, zip } from '../support/table.ts';

const file = testFolder();
const HTML = '<html><head><meta charset="utf-8"></head><body><table><tr><td>Họ và tên</td></tr></table></body></html>';
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const word = zip([{ name: 'word/document.xml', text: '<w/>' }]);
const numbers = zip([{ name: 'Index/Document.iwa', text: 'x' }]);
const FORM = join(import.meta.dirname, '../workbook/fixtures-edit/form-i1.xlsx');

/** What people send in place of a workbook, and the two clicks that save it as one. */
const KINDS: readonly (readonly [name: string, content: string | Uint8Array, vi: RegExp, en: RegExp])[] = [
  ['danh-sach.xls', HTML, /trang web \(HTML\).*Lưu Như.*\.xlsx/, /web page \(HTML\).*Save As.*\.xlsx/],
  ['danh-sach.html', `\ufeff<!DOCTYPE html>${HTML}`, /trang web/, /web page/],
  ['trang.xlsx', Buffer.from(`\ufeff${HTML}`, 'utf16le'), /trang web/, /web page/],
  ['trang.csv', HTML, /trang web/, /web page/],
  ['trang.mht', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n', /trang web/, /web page/],
  ['bieu.pdf', '%PDF-1.7\n1 0 obj', /PDF.*Từ PDF/, /PDF.*From PDF/],
  ['bieu.xlsx', '%PDF-1.7\n1 0 obj', /PDF/, /PDF/],
  ['bieu.docx', word, /Word.*Ctrl\+C.*\.xlsx/, /Word.*Ctrl\+C.*\.xlsx/],
  ['bieu2.xlsx', word, /Word/, /Word/],
  ['bieu.doc', Buffer.concat([OLE, Buffer.alloc(2000), Buffer.from('WordDocument', 'utf16le')]), /Word/, /Word/],
  ['bieu.rtf', '{\\rtf1 abc}', /Word/, /Word/],
  ['bang.numbers', numbers, /Numbers.*Xuất ra.*Excel/, /Numbers.*Export To > Excel/],
];

describe('what is no workbook is told by what it is', () => {
  it.each(KINDS)('%s, by batch and by audit', async (name, content, vi, en) => {
    const path = file(name, content);
    for (const [lang, said] of [
      ['vi', vi],
      ['en', en],
    ] as const) {
      const batch = await command('batch', path, '-o', file('out.csv'), '--lang', lang);
      expect([batch.code, batch.err.replace(/\s+/g, ' ')]).toEqual([3, expect.stringMatching(said)]);
      if (name.endsWith('.csv')) continue;
      const audit = await command('audit', path, '--lang', lang, '--quiet');
      expect([audit.code, audit.err.replace(/\s+/g, ' ')]).toEqual([3, expect.stringMatching(said)]);
    }
  });

  it('a CSV given to audit: what to do with an annex, and with a list', async () => {
    const { code, err } = await command('audit', file('i1.csv', 'Họ và tên\n'));
    expect(code).toBe(3);
    expect(err).toMatch(/Nếu đây là biểu phụ lục: .*chọn \.xlsx.*nd178 audit.*Nếu là danh sách để tính: nd178 batch/);
  });

  it('a workbook stays one, and so does a text', async () => {
    const path = file('form.xlsx', readFileSync(FORM));
    expect((await command('audit', path, '--quiet')).code).toBe(5);
    const csv = file('list.csv', 'a <b>,c\n1,2\n');
    expect((await command('batch', csv, '-o', file('out.csv'))).err).toContain('Không tìm thấy hàng tiêu đề');
  });
});

describe('files that could not be read', () => {
  it('are named, and there are no tables of nothing', async () => {
    const { code, out } = await command('audit', file('khong-co.xlsx'), file('hong.xlsx', 'x'));
    expect(code).toBe(3);
    expect(out).toContain('KHÔNG ĐỌC ĐƯỢC 2 tệp, nên chưa kiểm tra: khong-co.xlsx, hong.xlsx.');
    expect(out).toContain('không có tệp này');
    expect(out).not.toMatch(/0 hàng|Tổng cộng|Phiên bản luật/);
    const json = await command('audit', file('khong-co.xlsx'), '--format', 'json');
    expect([json.code, json.err]).toEqual([3, expect.not.stringContaining('0 hàng')]);
  });

  it('are named beside those that were', async () => {
    const path = file('form.xlsx', readFileSync(FORM));
    const { code, out } = await command('audit', path, file('khong-co.xlsx'), '--lang', 'en');
    expect(code).toBe(3);
    expect(out).toContain('1 file could NOT BE READ and was not audited: khong-co.xlsx.');
    expect(out).toMatch(/form\.xlsx › PL I\.1 +\d/);
  });
});

it('a folder stands for its workbooks of every kind, and none is passed over in silence', async () => {
  const folder = join(file('x', ''), '../bieu');
  mkdirSync(folder);
  copyFileSync(FORM, join(folder, 'a.xlsx'));
  writeFileSync(join(folder, 'b.xls'), HTML);
  const { code, out } = await command('audit', folder);
  expect(code).toBe(3);
  expect(out).toContain('chưa kiểm tra: b.xls');
});
