import type { Block, Document, Letterhead } from '../../explanation/document.ts';
import { COUNTRY, MOTTO } from '../../explanation/layout/official-page.ts';
import { rightColumn, leftColumn } from '../../explanation/document.ts';

/** The drafts that come with the program, by the names of their files. */
export const DRAFTS = ['to-trinh', 'quyet-dinh', 'don', 'cam-ket'] as const;

/** The name of a draft of the program. */
export type DraftName = (typeof DRAFTS)[number];

const HEAD = { country: COUNTRY.vi, motto: MOTTO.vi };

const FOOT =
  'Dự thảo do phần mềm lập từ dữ liệu đã khai, không phải mẫu do văn bản quy phạm ban hành; cơ quan, địa phương có mẫu riêng thì dùng mẫu đó. Xóa dòng này và chữ DỰ THẢO trước khi trình ký.';

/**
 * A draft as the program words it, with placeholders where a person's data go: the layout of Nghị định 30/2020/NĐ-CP, a
 * wording of our own, marked as a draft. No act prescribes these papers; an office may put its own in their place.
 */
export function draftTemplate(name: DraftName): Document {
  return TEMPLATES[name]();
}

const TEMPLATES: Readonly<Record<DraftName, () => Document>> = {
  'to-trinh': submission,
  'quyet-dinh': decision,
  don: application,
  'cam-ket': commitment,
};

type Text = Extract<Block, { kind: 'text' }>;

/** A paragraph of a decision. */
export const paragraph = (text: string, more: Partial<Text> = {}): Text => ({
  kind: 'text',
  text,
  align: 'first-line',
  ...more,
});
/** A line in the middle. */
export const centred = (text: string): Text => ({ kind: 'text', text, align: 'center', tone: 'strong' });
/** The title of a paper. */
export const title = (text: string): Block => ({ kind: 'heading', level: 1, text });
const DRAFT: Block = { kind: 'text', text: 'DỰ THẢO', tone: 'strong' };
const HINT = '(Ký, ghi rõ họ tên)';

/** A paper marked as a draft, with what it is at its foot. */
export function draft(name: string, blocks: readonly Block[]): Document {
  return { lang: 'vi', title: `${name} (dự thảo)`, blocks: [DRAFT, ...blocks], foot: FOOT };
}

/** The head of a paper of an office. */
export function officeHead(number: string): Letterhead {
  return {
    kind: 'letterhead',
    superior: '{{co_quan_chu_quan}}',
    agency: '{{co_quan}}',
    ...HEAD,
    number: `Số: ${number}`,
    place: '{{dia_danh}}, {{ngay_thang}}',
  };
}

/** Who signs, and who gets the paper. */
export function signature(first: string, last: string): Block {
  return {
    kind: 'signatures',
    signers: ['{{chuc_vu_nguoi_ky}}'],
    hint: '(Chữ ký, dấu)',
    names: ['{{ten_nguoi_ky}}'],
    recipients: { title: 'Nơi nhận:', items: [`- ${first};`, '- {{noi_nhan}};', `- ${last}`] },
  };
}

/** Tờ trình: one for the list; who is in it, how much, from which money. */
function submission(): Document {
  return draft('Tờ trình', [
    officeHead('……/TTr-……'),
    title('Tờ trình'),
    centred('Về việc giải quyết chế độ đối với {{so_nguoi}} người'),
    { kind: 'text', text: 'Kính gửi: {{co_quan_chu_quan}}', align: 'center' },
    paragraph('Căn cứ {{can_cu}};', { italic: true }),
    paragraph('Căn cứ hồ sơ của người đề nghị hưởng chế độ;', { italic: true }),
    paragraph(
      '{{co_quan}} trình {{co_quan_chu_quan}} xem xét, quyết định giải quyết chế độ đối với {{so_nguoi}} người, cụ thể như sau:',
    ),
    {
      kind: 'table',
      columns: [
        { ...rightColumn('TT'), share: 5 },
        { ...leftColumn('Họ và tên'), share: 21 },
        { ...leftColumn('Ngày sinh'), share: 13 },
        { ...leftColumn('Chức vụ, đơn vị'), share: 21 },
        { ...leftColumn('Chế độ, ngày nghỉ'), share: 18 },
        { ...rightColumn('Số tiền'), share: 22 },
      ],
      rows: [
        [
          '{{nguoi.tt}}',
          '{{nguoi.ho_ten}}',
          '{{nguoi.ngay_sinh}}',
          '{{nguoi.chuc_vu}}, {{nguoi.don_vi}}',
          '{{nguoi.che_do}}, {{nguoi.ngay_nghi}}',
          '{{nguoi.tong_tien}}',
        ],
      ],
      foot: ['', 'Tổng cộng', '', '', '', '{{tong_tien}}'],
    },
    paragraph('Tổng số tiền bằng chữ: {{tong_tien_bang_chu}}.'),
    paragraph('Nguồn kinh phí: {{nguon_kinh_phi}}.'),
    paragraph('Kèm theo: danh sách và dự toán kinh phí; bảng tính chế độ và hồ sơ của từng người.'),
    paragraph('{{co_quan}} kính trình {{co_quan_chu_quan}} xem xét, quyết định./.'),
    signature('Như trên', 'Lưu: VT, ……'),
  ]);
}

/** Quyết định: one for each person; who leaves and when, and what is paid. */
function decision(): Document {
  return draft('Quyết định', [
    officeHead('{{so_quyet_dinh}}'),
    title('Quyết định'),
    centred('Về việc {{che_do}} và giải quyết chế độ đối với {{ong_ba}} {{ho_ten}}'),
    centred('{{tham_quyen_ban_hanh}}'),
    paragraph('Căn cứ {{can_cu}};', { italic: true }),
    paragraph('Căn cứ ……………… quy định chức năng, nhiệm vụ, quyền hạn của {{co_quan}};', { italic: true }),
    paragraph('Theo đề nghị của ………………', { italic: true }),
    centred('QUYẾT ĐỊNH:'),
    paragraph(
      'Điều 1. Giải quyết cho {{ong_ba}} {{ho_ten}}, sinh {{sinh}}, chức vụ: {{chuc_vu}}, đơn vị: {{don_vi}}, {{che_do}} kể từ ngày {{ngay_nghi}}.',
    ),
    paragraph(
      'Điều 2. {{ong_ba_hoa}} {{ho_ten}} được hưởng các khoản sau đây, tính theo tiền lương tháng hiện hưởng là {{luong_thang}}:',
    ),
    paragraph('{{khoan.tt}}. {{khoan.ten}}: {{khoan.so_tien}};'),
    paragraph('Tổng cộng: {{tong_tien}} (bằng chữ: {{tong_tien_bang_chu}}).', { tone: 'strong' }),
    paragraph('Nguồn kinh phí: {{nguon_kinh_phi}}. Kèm theo bảng tính chế độ, mã biên nhận {{ma_bien_nhan}}.'),
    paragraph('Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký.'),
    paragraph(
      'Điều 4. Người đứng đầu {{don_vi}}, ………………, cơ quan, đơn vị, cá nhân có liên quan và {{ong_ba}} {{ho_ten}} chịu trách nhiệm thi hành Quyết định này./.',
    ),
    signature('Như Điều 4', 'Lưu: VT, ……'),
  ]);
}

/** What the person says of himself in his own papers. */
const OF_THE_PERSON: readonly Block[] = [
  paragraph('Tôi tên là: {{ho_ten}}. Giới tính: {{gioi_tinh}}. Sinh {{sinh}}.'),
  paragraph('Chức vụ: {{chuc_vu}}. Đơn vị công tác: {{don_vi}}.'),
];

function ownSignature(who: string): readonly Block[] {
  return [
    { kind: 'text', text: '{{dia_danh}}, ngày … tháng … năm ……', align: 'right', italic: true },
    {
      kind: 'signatures',
      signers: [who],
      hint: HINT,
      names: ['{{ho_ten}}'],
      recipients: { title: '', items: [] },
    },
  ];
}

/** Đơn: the person asks to leave. */
function application(): Document {
  return draft('Đơn', [
    { kind: 'letterhead', ...HEAD },
    title('Đơn đề nghị {{che_do}}'),
    { kind: 'text', text: 'Kính gửi: {{co_quan}}', align: 'center' },
    ...OF_THE_PERSON,
    paragraph('Thời gian đóng bảo hiểm xã hội: {{thoi_gian_bhxh}}.'),
    paragraph(
      'Sau khi nghiên cứu quy định tại {{van_ban}} và đối chiếu với bản thân, tôi đề nghị được {{che_do}} kể từ ngày {{ngay_nghi}}.',
    ),
    paragraph('Lý do: ……………………………………………………'),
    paragraph('Kính đề nghị {{co_quan}} xem xét, giải quyết. Tôi xin chân thành cảm ơn.'),
    ...ownSignature('Người làm đơn'),
  ]);
}

/** Bản cam kết: the person stands for what he declared. */
function commitment(): Document {
  return draft('Bản cam kết', [
    { kind: 'letterhead', ...HEAD },
    title('Bản cam kết'),
    { kind: 'text', text: 'Kính gửi: {{co_quan}}', align: 'center' },
    ...OF_THE_PERSON,
    paragraph('Về việc {{che_do}} kể từ ngày {{ngay_nghi}}, tôi cam kết:'),
    paragraph('1. Thông tin và giấy tờ trong hồ sơ là đúng sự thật.'),
    paragraph(
      '2. Tôi đã được giải thích cách tính chế độ theo {{van_ban}}; số tiền tính theo dữ liệu đã khai là {{tong_tien}} (bảng tính có mã biên nhận {{ma_bien_nhan}}).',
    ),
    paragraph('3. Số tiền đã nhận mà không đúng quy định, tôi hoàn trả theo quyết định của cơ quan có thẩm quyền.'),
    paragraph('4. Cam kết khác theo quy định áp dụng: ……………………'),
    paragraph('Nếu sai, tôi xin chịu trách nhiệm trước pháp luật.'),
    ...ownSignature('Người cam kết'),
  ]);
}
