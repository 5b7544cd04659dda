import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxWords } from '../support/docx.ts';
import { nd178 } from './fake-host.ts';

const CASE = 'examples/cv-1814-c.yaml';
const OFFICE = `superior: ỦY BAN NHÂN DÂN TỈNH C
agency: SỞ NỘI VỤ
place: C
signers: [{title: Người lập biểu}, {title: Giám đốc, name: Trần Văn D}]
funding: state-budget
chapter: "405"
`;

describe('a sheet as a paper', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nd178-papers-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is written as DOCX, the same bytes each time, with letterhead, total in words and this person’s basis', async () => {
    for (const name of ['one.docx', 'two.docx'])
      expect(
        (await nd178(['calc', CASE, '--office', 'o.yaml', '-o', at(name)], { files: { 'o.yaml': OFFICE } })).code,
      ).toBe(0);
    const bytes = readFileSync(at('one.docx'));
    expect(bytes.equals(readFileSync(at('two.docx')))).toBe(true);
    const words = docxWords(bytes);
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'SỞ NỘI VỤ',
      'Bảng tính chế độ nghỉ hưu trước tuổi',
      '744.778.125 đ',
      'Bảy trăm bốn mươi tư triệu',
      'Nguồn kinh phí: ngân sách nhà nước, chương 405.',
      'điểm a khoản 2 Điều 7 Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ',
      'Trần Văn D',
      'Trang kiểm tra nội bộ',
    ])
      expect(words).toContain(said);
  });

  it('names no act that had no part in it', async () => {
    await nd178(['calc', CASE, '-o', at('c.docx')]);
    const dossier = docxWords(readFileSync(at('c.docx'))).split('Trang kiểm tra nội bộ')[0] ?? '';
    expect(dossier).not.toMatch(/BQP|Bộ Quốc phòng|Bộ Công an|Luật số|sha256|--interpret/u);
  });

  it('keeps amounts and addresses on one line', async () => {
    const { out } = await nd178(['calc', CASE, '--format', 'html']);
    expect(out).toContain('744.778.125\u00a0đ');
    expect(out).toContain('điểm\u00a0a khoản\u00a02 Điều\u00a07');
  });

  it('says what is wrong with the data of an office', async () => {
    const ran = await nd178(['calc', CASE, '--office', 'o.yaml'], { files: { 'o.yaml': 'agensy: x\nsigners: y\n' } });
    expect([ran.code, ran.out]).toEqual([3, '']);
    expect(ran.err).toContain('agensy');
    expect(ran.err).toContain('signers');
  });

  it('needs a file for DOCX and PDF', async () => {
    const ran = await nd178(['calc', CASE, '--format', 'docx']);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('-o TỆP.docx')]);
  });

  it('says how to get a PDF where the machine cannot print one', async () => {
    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      const ran = await nd178(['calc', CASE, '-o', at('c.pdf')]);
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('-o TỆP.docx')]);
    } finally {
      process.env.PATH = path;
    }
  });

  it('is printed by a program of the machine', async () => {
    const path = process.env.PATH;
    const printer = at('chromium');
    writeFileSync(
      printer,
      '#!/bin/sh\nfor one; do case "$one" in --print-to-pdf=*) printf "%%PDF-1.7 of it" > "${one#--print-to-pdf=}";; esac; done\n',
      { mode: 0o755 },
    );
    process.env.PATH = folder;
    try {
      expect((await nd178(['calc', CASE, '-o', at('d.pdf')])).code).toBe(0);
      expect(readFileSync(at('d.pdf'), 'utf8')).toBe('%PDF-1.7 of it');
    } finally {
      process.env.PATH = path;
    }
  });
});
