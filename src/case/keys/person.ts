import { PAID_LIKE, SEXES } from '../enumerations.ts';
import type { CaseKey } from './key.ts';

/** The keys of the case itself and of the person (người hưởng). */
export const PERSON_KEYS: readonly CaseKey[] = [
  {
    key: 'id',
    type: 'text',
    title: { vi: 'Mã hồ sơ', en: 'Case id' },
    aliases: ['Số TT', 'STT', 'Mã số', 'Mã'],
    numbers: true,
    examples: ['VD1', 'VD2'],
  },
  {
    key: 'law',
    type: 'text',
    title: { vi: 'Chế độ áp dụng', en: 'Scheme of the law' },
    aliases: ['Nghị định áp dụng', 'Văn bản áp dụng'],
    note: {
      vi: 'Ví dụ nd154 hoặc nd178@2025-03-15; để trống: chương trình tự tìm chế độ áp dụng.',
      en: 'For example nd154 or nd178@2025-03-15; blank: the scheme that applies is found.',
    },
  },
  {
    key: 'acceptImplausible',
    type: 'flag',
    title: { vi: 'Chấp nhận số liệu bất thường', en: 'Accept implausible values' },
    aliases: ['Chấp nhận số liệu ngoài giới hạn', 'Số liệu bất thường nhưng đúng'],
    note: {
      vi: 'Chỉ ghi "có" khi số liệu nằm ngoài giới hạn thường gặp mà vẫn đúng; số liệu đó được nêu ở mục cần kiểm tra.',
      en: 'Write "yes" only where a value beyond the usual bounds is true; it is then listed among what to check.',
    },
  },
  {
    key: 'person.name',
    type: 'text',
    title: { vi: 'Họ và tên', en: 'Full name' },
    aliases: ['Họ tên', 'Tên', 'Họ, chữ đệm và tên', 'Họ và tên khai sinh'],
    shorts: ['Họ và tên cán bộ', 'Họ tên cán bộ', 'Họ tên CBCCVC'],
    examples: ['Nguyễn Văn A', 'Trần Thị B'],
  },
  {
    key: 'person.sex',
    type: 'word',
    words: SEXES,
    required: true,
    title: { vi: 'Giới tính', en: 'Sex' },
    aliases: ['Nam/nữ', 'Phái'],
    shorts: ['GT'],
    examples: ['male', 'female'],
  },
  {
    key: 'person.birth',
    type: 'birth',
    required: true,
    title: { vi: 'Ngày sinh', en: 'Date of birth' },
    aliases: [
      'Ngày tháng năm sinh',
      'Năm sinh',
      'Tháng năm sinh',
      'Ngày, tháng, năm sinh',
      'Sinh ngày',
      'Tháng, năm sinh',
    ],
    shorts: ['NTNS', 'Sinh năm'],
    examples: ['1966-01-15', '1972-03'],
  },
  {
    key: 'person.group',
    type: 'word',
    required: true,
    title: { vi: 'Nhóm đối tượng', en: 'Subject group' },
    aliases: ['Đối tượng'],
    shorts: ['Nhóm ĐT', 'Loại đối tượng', 'Diện đối tượng'],
    examples: ['civil-servant', 'public-employee'],
  },
  {
    key: 'person.paidLike',
    type: 'word',
    words: PAID_LIKE,
    title: { vi: 'Hưởng lương như (cơ yếu)', en: 'Paid like (cipher)' },
    aliases: ['Hưởng lương như', 'Cơ yếu hưởng lương như'],
  },
  { key: 'person.position', type: 'text', title: { vi: 'Chức vụ', en: 'Position' }, aliases: ['Chức vụ, chức danh'] },
  { key: 'person.unit', type: 'text', title: { vi: 'Đơn vị của người hưởng', en: 'Unit of the person' } },
  {
    key: 'person.funding',
    type: 'text',
    title: { vi: 'Nguồn kinh phí', en: 'Budget source' },
    aliases: ['Nguồn kinh phí chi trả', 'Nguồn chi trả'],
    note: {
      vi: 'Chỉ ghi lên giấy tờ và dự toán, không làm thay đổi số tiền; để trống: lấy nguồn chung của cơ quan.',
      en: 'Only told on papers and in the estimate, no amount depends on it; blank: the source of the office.',
    },
  },
  {
    key: 'person.pensioner',
    type: 'flag',
    title: { vi: 'Đang hưởng lương hưu, mất sức lao động', en: 'Draws a pension or loss-of-capacity benefit' },
    aliases: ['Đang hưởng lương hưu', 'Hưởng lương hưu'],
  },
  {
    key: 'person.pensionSince',
    type: 'day',
    title: {
      vi: 'Ngày bắt đầu hưởng lương hưu, trợ cấp mất sức lao động',
      en: 'Day since which a pension or loss-of-capacity benefit is drawn',
    },
    aliases: ['Ngày bắt đầu hưởng lương hưu'],
  },
  {
    key: 'person.rank',
    type: 'text',
    title: { vi: 'Cấp bậc hàm khi quyết định', en: 'Rank on the day of the decision' },
    aliases: ['Cấp bậc hàm', 'Cấp bậc', 'Quân hàm'],
    note: { vi: 'Cấp bậc hàm vào ngày quyết định cho nghỉ.', en: 'The rank held on the day of the decision.' },
  },
];
