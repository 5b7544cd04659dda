import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxWords } from '../support/docx.ts';
import { nd178 } from './fake-host.ts';

const LIST = `id;Họ và tên;Đơn vị của người hưởng;Chức vụ;person.sex;person.birth;person.group;leaving.route;leaving.date;leaving.reorganisation;insurance.years;salary.coefficient;salary.positionAllowance;salary.publicService
A;Trần Văn A;Phòng Một;Trưởng phòng;nam;15/01/1966;công chức;early-retirement;01/05/2025;01/03/2025;22;4,65;0,6;25%
B;Trần Thị B;Phòng Hai;;nữ;02/1972;công chức;early-retirement;01/05/2025;01/03/2025;22;4,65;0,6;25%
C;Trần Văn C;Phòng Hai;;nam;32/01/1966;công chức;early-retirement;01/05/2025;01/03/2025;22;4,65;0,6;25%
`;
const OFFICE =
  'superior: Ủy ban nhân dân tỉnh C\nagency: Sở Nội vụ\nplace: C\nsigners: [{title: Giám đốc, name: Trần Văn D}]\n';

describe('papers beside the sheets', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  const words = (name: string): string => docxWords(readFileSync(at(name)));
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nd178-drafts-'));
    writeFileSync(at('ds.csv'), LIST);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are drafts of the submission for all, of decision, application and commitment for each who is paid', async () => {
    const ran = await nd178(
      ['papers', at('ds.csv'), '-o', at('a'), '--drafts', 'to-trinh,quyet-dinh,don,cam-ket', '--office', 'o.yaml'],
      { files: { 'o.yaml': OFFICE } },
    );
    expect(ran.code).toBe(4);
    expect(ran.err).toContain('để dấu chấm để điền tay: quyet-dinh {{so_quyet_dinh}} (2)');
    expect(readdirSync(at('a')).filter((name) => name.endsWith('-du-thao.docx'))).toEqual([
      '1-tran-van-a-cam-ket-du-thao.docx',
      '1-tran-van-a-don-du-thao.docx',
      '1-tran-van-a-quyet-dinh-du-thao.docx',
      '2-tran-thi-b-cam-ket-du-thao.docx',
      '2-tran-thi-b-don-du-thao.docx',
      '2-tran-thi-b-quyet-dinh-du-thao.docx',
      'to-trinh-du-thao.docx',
    ]);
    const decision = words('a/1-tran-van-a-quyet-dinh-du-thao.docx');
    for (const said of [
      'DỰ THẢO',
      'Căn cứ Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ;',
      'GIÁM ĐỐC SỞ NỘI VỤ',
      'đối với ông Trần Văn A',
      'sinh ngày 15/01/1966, chức vụ: Trưởng phòng, đơn vị: Phòng Một, nghỉ hưu trước tuổi kể từ ngày 01/05/2025',
      'Điều 2. Ông Trần Văn A',
      'Tổng cộng: 744.778.125 đồng (bằng chữ: Bảy trăm bốn mươi tư triệu',
    ])
      expect(decision).toContain(said);
    expect(decision).not.toMatch(/Bộ Quốc phòng|\{\{|undefined/u);
    const submission = words('a/to-trinh-du-thao.docx');
    for (const said of ['đối với 2 người', 'Trần Thị B', '02/1972', '2.003.990.625 đồng'])
      expect(submission).toContain(said);
    expect(submission).not.toContain('Trần Văn C');
  });

  it('come from the templates of the office, which are had to be edited', async () => {
    expect((await nd178(['papers', '--write-templates', '-o', at('mau')])).code).toBe(0);
    expect(readdirSync(at('mau')).sort()).toEqual([
      'bien-ban-kiem-tra.docx',
      'cam-ket.docx',
      'don.docx',
      'quyet-dinh.docx',
      'thong-bao-ket-qua.docx',
      'to-trinh.docx',
      'tu-khoa.txt',
    ]);
    expect(readFileSync(at('mau/tu-khoa.txt'), 'utf8')).toContain('{{tong_tien_bang_chu}}: ');
    const again = await nd178(['papers', '--write-templates', '-o', at('mau')]);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('đã có')]);
    const ran = await nd178(['papers', at('ds.csv'), '-o', at('b'), '--templates', at('mau'), '--quiet']);
    expect(ran.code).toBe(4);
    expect(readdirSync(at('b')).filter((name) => name.endsWith('-du-thao.docx'))).toHaveLength(7);
  });

  it('are asked for by names that there are, into a folder', async () => {
    const none = await nd178(['papers', at('ds.csv'), '-o', at('c'), '--drafts', 'bien-ban']);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('to-trinh, quyet-dinh, don, cam-ket')]);
    const file = await nd178(['papers', at('ds.csv'), '-o', at('c.docx'), '--drafts', 'don']);
    expect([file.code, file.err]).toEqual([2, expect.stringContaining('thư mục')]);
    const missing = await nd178(['papers', '-o', at('c')]);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('Thiếu tệp vào')]);
  });
});

describe('papers of what was computed before', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nd178-recorded-'));
    writeFileSync(at('ds.csv'), LIST);
    await nd178(['papers', at('ds.csv'), '-o', at('list.docx'), '--quiet']);
    for (const end of ['ndjson', 'xlsx']) await nd178(['batch', at('ds.csv'), '-o', at(`kq.${end}`), '--quiet']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are the same from records, to the byte', async () => {
    const ran = await nd178(['papers', at('kq.ndjson'), '-o', at('records.docx')]);
    expect(ran.code).toBe(4);
    expect(ran.err).toContain('giấy tờ của 3 người, trong đó 1 bị từ chối');
    expect(readFileSync(at('records.docx')).equals(readFileSync(at('list.docx')))).toBe(true);
  });

  it('come from a result workbook, with a page for who was refused there', async () => {
    const ran = await nd178(['papers', at('kq.xlsx'), '-o', at('book.docx')]);
    expect([ran.code, ran.err]).toEqual([4, expect.stringContaining('giấy tờ của 3 người, trong đó 1 bị từ chối')]);
    const text = docxWords(readFileSync(at('book.docx')));
    for (const said of ['744.778.125 đ', '1.259.212.500 đ', 'Trần Văn C', '32/01/1966']) expect(text).toContain(said);
  });

  it('are refused for a record that was altered, which says so', async () => {
    const altered = readFileSync(at('kq.ndjson'), 'utf8').replace('"total":"744778125"', '"total":"744778126"');
    writeFileSync(at('bad.ndjson'), altered);
    const ran = await nd178(['papers', at('bad.ndjson'), '-o', at('bad.html')]);
    expect([ran.code, ran.err]).toEqual([4, expect.stringContaining('2 bị từ chối')]);
    const page = readFileSync(at('bad.html'), 'utf8').replace(/\u00a0/g, ' ');
    expect(page).toContain('kết quả đã bị sửa sau khi tính');
    expect(page).toContain('ghi 744.778.126 đ, tính được 744.778.125 đ');
    expect(page.match(/<section class="paper/g)).toHaveLength(4);
  });

  it('keep the version of the law that was recorded', async () => {
    await nd178(['batch', at('ds.csv'), '-o', at('pinned.ndjson'), '--law', 'nd178@2025-01-01', '--quiet']);
    await nd178(['papers', at('pinned.ndjson'), '-o', at('pinned.html')]);
    expect(readFileSync(at('pinned.html'), 'utf8')).toContain('Phiên bản luật nd178@2025-01-01');
  });

  it('are made for one case too, in a file each by the format asked for', async () => {
    const ran = await nd178(['papers', 'examples/cv-1814-c.yaml', '-o', at('one'), '--format', 'html']);
    expect(ran.code).toBe(0);
    expect(readdirSync(at('one')).sort()).toEqual(['1-c.html', 'danh-sach-du-toan.html', 'danh-sach-du-toan.xlsx']);
  });
});
