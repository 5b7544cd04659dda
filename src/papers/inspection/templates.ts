import { leftColumn, rightColumn, type Document } from '../../explanation/document.ts';
import { centred, draft, officeHead, paragraph, signature, title } from '../drafts/built-in.ts';

/** The papers of an inspection that come with the program, by the names of their files. */
export const INSPECTION_PAPERS = ['bien-ban-kiem-tra', 'thong-bao-ket-qua'] as const;

/** The name of a paper of an inspection. */
export type InspectionPaper = (typeof INSPECTION_PAPERS)[number];

/**
 * A paper of an inspection as the program words it, with placeholders: the layout of Nghị định 30/2020/NĐ-CP, a wording of
 * our own, marked as a draft. An office may put its own in its place.
 */
export function inspectionTemplate(name: InspectionPaper): Document {
  return name === 'bien-ban-kiem-tra' ? minutes() : notice();
}

const WRONG_TABLE: Extract<Document['blocks'][number], { kind: 'table' }> = {
  kind: 'table',
  columns: [
    { ...rightColumn('TT'), share: 4 },
    { ...leftColumn('Họ và tên'), share: 16 },
    { ...rightColumn('Đơn vị khai (đồng)'), share: 17 },
    { ...rightColumn('Tính được (đồng)'), share: 17 },
    { ...rightColumn('Chênh lệch (đồng)'), share: 17 },
    { ...leftColumn('Loại sai, giải trình'), share: 29 },
  ],
  rows: [
    [
      '{{sai.tt}}',
      '{{sai.ho_ten}} ({{sai.noi}})',
      '{{sai.khai}}',
      '{{sai.dung}}',
      '{{sai.chenh_lech}}',
      '{{sai.loai}}: {{sai.giai_trinh}}',
    ],
  ],
};

/** Biên bản kiểm tra: one over all workbooks. */
function minutes(): Document {
  return draft('Biên bản kiểm tra', [
    officeHead('……/BB-……'),
    title('Biên bản kiểm tra'),
    centred('Về việc kê khai, tính toán chế độ, chính sách của {{so_tep}} đơn vị'),
    paragraph('Căn cứ {{can_cu}};', { italic: true }),
    paragraph('Căn cứ Quyết định số …… ngày … tháng … năm …… về việc kiểm tra;', { italic: true }),
    paragraph('Hôm nay, {{ngay_thang}}, tại ………………, chúng tôi gồm:'),
    paragraph('Đại diện đoàn kiểm tra: ………………………………………………'),
    paragraph('Đại diện đơn vị được kiểm tra: ………………………………………………'),
    paragraph('đã kiểm tra số liệu kê khai của các đơn vị: {{don_vi_kiem_tra}}, kết quả như sau:'),
    paragraph('1. Phạm vi: {{so_nguoi_kiem_tra}} người trong {{so_tep}} tệp; chưa đọc được {{so_chua_doc}} người.'),
    paragraph(
      '2. Kết quả: đúng {{so_dung}} người, sai {{so_sai}} người, chưa kết luận được {{so_chua_ket_luan}} người; {{so_trung}} hàng trùng người.',
    ),
    paragraph(
      '3. Khai thừa {{so_thua}} người, {{tien_thua}} (bằng chữ: {{tien_thua_bang_chu}}); khai thiếu {{so_thieu}} người, {{tien_thieu}}. Hàng trùng người nêu riêng ở mục 4, không tính vào các số này.',
    ),
    paragraph('4. Theo loại sai:'),
    paragraph('- {{loai.ten}}: {{loai.so_nguoi}} người, khai thừa {{loai.thua}}, khai thiếu {{loai.thieu}};'),
    paragraph('5. Đối chiếu: {{doi_chieu}}'),
    paragraph('6. Đối chiếu với hồ sơ gốc. {{cach_chon_mau}}'),
    paragraph('- {{mau.tt}}. {{mau.ho_ten}}, {{mau.noi}}, khai {{mau.khai}}: {{mau.ket_qua}};'),
    paragraph('7. Ý kiến của đơn vị được kiểm tra: ………………………………………………'),
    paragraph('8. Kiến nghị: ………………………………………………'),
    paragraph('Danh sách người khai sai:', { tone: 'strong' }),
    WRONG_TABLE,
    paragraph('Biên bản lập thành …… bản, đã đọc lại cho mọi người cùng nghe và thống nhất ký tên./.'),
    signature('Đơn vị được kiểm tra', 'Lưu: hồ sơ kiểm tra'),
  ]);
}

/** Thông báo kết quả: one to each unit that sent a workbook. */
function notice(): Document {
  return draft('Thông báo kết quả kiểm tra', [
    officeHead('……/TB-……'),
    title('Thông báo'),
    centred('Về kết quả kiểm tra số liệu kê khai của {{don_vi_kiem_tra}}'),
    { kind: 'text', text: 'Kính gửi: {{don_vi_kiem_tra}}', align: 'center' },
    paragraph('Căn cứ {{can_cu}};', { italic: true }),
    paragraph(
      '{{co_quan}} đã kiểm tra số liệu kê khai của {{so_nguoi_kiem_tra}} người: đúng {{so_dung}}, sai {{so_sai}}, chưa kết luận được {{so_chua_ket_luan}}, chưa đọc được {{so_chua_doc}}; {{so_trung}} hàng trùng người.',
    ),
    paragraph('Khai thừa {{so_thua}} người, {{tien_thua}}; khai thiếu {{so_thieu}} người, {{tien_thieu}}.'),
    paragraph('Những người cần sửa hoặc giải trình:'),
    WRONG_TABLE,
    paragraph(
      'Đề nghị đơn vị đối chiếu hồ sơ gốc, sửa hoặc giải trình từng trường hợp và gửi lại {{co_quan}} trước ngày ………………./.',
    ),
    signature('Như trên', 'Lưu: VT, ……'),
  ]);
}
