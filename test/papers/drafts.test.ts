import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf } from '../../src/papers/docx/docx.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { draftTemplate, DRAFTS } from '../../src/papers/drafts/built-in.ts';
import { fillTemplate, type DraftValues } from '../../src/papers/drafts/fill.ts';
import { readTemplate } from '../../src/papers/drafts/template.ts';
import { docxWords } from '../support/docx.ts';

/** A DOCX whose body is this, as an office might have written it. */
function docx(body: string): Uint8Array {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document ${space}><w:body>${body}</w:body></w:document>`),
    'word/media/logo.png': new Uint8Array([1, 2, 3]),
  });
}

const p = (...runs: string[]): string =>
  `<w:p>${runs.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`).join('<w:proofErr w:type="spellStart"/>')}</w:p>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map((text) => `<w:tc>${p(text)}</w:tc>`).join('')}</w:tr>`;

const VALUES: DraftValues = {
  one: { ho_ten: 'Lê & <Văn> A', tong_tien: '1.000 đồng', cap_bac: undefined },
  lines: { can_cu: ['Nghị định một', 'Nghị định hai'], can_cu_chi_tiet: [], noi_nhan: [] },
  groups: {
    khoan: [
      { tt: '1', ten: 'Khoản một', so_tien: '400 đồng' },
      { tt: '2', ten: 'Khoản hai', so_tien: '600 đồng' },
    ],
  },
};

async function filled(body: string): Promise<{ bytes: Uint8Array; words: string; missing: string[] }> {
  const template = await readTemplate(docx(body));
  expect(template.faults).toEqual([]);
  const pieces: Uint8Array[] = [];
  const missing = await fillTemplate(template, VALUES, { write: (bytes) => Promise.resolve(void pieces.push(bytes)) });
  const bytes = Buffer.concat(pieces);
  return { bytes, words: docxWords(bytes), missing };
}

describe('a template of an office', () => {
  it('is filled where Word split a placeholder over runs, and keeps the look of its first brace', async () => {
    const { bytes, words } = await filled(p('Ông {', '{ho_', 'ten}', '} được ', '{{tong_tien}}.'));
    expect(words).toBe('Ông Lê &amp; &lt;Văn&gt; A được 1.000 đồng.\n');
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('<w:rPr><w:b/></w:rPr>');
    expect(unzipSync(bytes)['word/media/logo.png']).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('takes keys with marks, spaces and capitals, composed or not', async () => {
    const { words } = await filled(p('{{ Họ tên }}') + p('{{Tổng_Tiền}}'.normalize('NFD')));
    expect(words).toBe('Lê &amp; &lt;Văn&gt; A\n1.000 đồng\n');
  });

  it('repeats a row or a paragraph for each benefit, and a paragraph for each ground', async () => {
    const table = `<w:tbl>${row('Khoản', 'Tiền')}${row('{{khoan.ten}}', '{{khoan.so_tien}}')}</w:tbl>`;
    const { words } = await filled(p('Căn cứ {{can_cu}};') + table + p('{{khoan.tt}}. {{khoan.ten}}'));
    expect(words).toBe(
      'Căn cứ Nghị định một;\nCăn cứ Nghị định hai;\nKhoản\nTiền\nKhoản một\n400 đồng\nKhoản hai\n600 đồng\n1. Khoản một\n2. Khoản hai\n'.replace(
        / (?=đồng)/g,
        ' ',
      ),
    );
  });

  it('shows dots for what has no value, and tells it', async () => {
    const { words, missing } = await filled(p('Cấp bậc {{cap_bac}}') + p('- {{noi_nhan}};') + p('{{don_vi}}'));
    expect(words).toBe('Cấp bậc ……………\n- ……………;\n……………\n');
    expect(missing).toEqual(['cap_bac', 'noi_nhan', 'don_vi']);
  });

  it.each([
    ['{{ho_tenn}}', 'không có từ khóa {{ho_tenn}}; có phải là {{ho_ten}}?'],
    ['{{bí mật}}', 'không có từ khóa {{bí mật}}'],
    ['{{ho_ten}', 'từ khóa chưa đóng ngoặc trong đoạn "{{ho_ten}"; viết {{từ_khóa}}'],
    ['{{so_nguoi}} người: {{ho_ten}}', 'không có từ khóa {{ho_ten}}; có phải là {{nguoi.ho_ten}}?'],
    ['{{can_cu}} {{noi_nhan}}', '{{can_cu}}, {{noi_nhan}} cùng ở một đoạn; viết mỗi từ khóa một đoạn'],
    ['{{nguoi.ho_ten}} {{khoan.ten}}', 'không có từ khóa {{khoan.ten}}'],
  ])('is refused for %s', async (text, fault) => {
    const { faults } = await readTemplate(docx(p(text)));
    expect(faults[0]?.vi).toBe(fault);
  });

  it('has to be a DOCX', async () => {
    await expect(readTemplate(strToU8('no zip'))).rejects.toThrow(FileRefused);
    await expect(readTemplate(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).rejects.toThrow(FileRefused);
    await expect(readTemplate(docx('<w:p>'))).rejects.toThrow(FileRefused);
  });
});

describe('the templates of the program', () => {
  it.each(DRAFTS)('%s has only placeholders that are known, and is marked as a draft', async (name) => {
    const bytes = await docxOf([draftTemplate(name)]);
    const { faults, kind } = await readTemplate(bytes);
    expect(faults).toEqual([]);
    expect(kind).toBe(name === 'to-trinh' ? 'list' : 'person');
    expect(docxWords(bytes)).toContain('DỰ THẢO');
  });
});
