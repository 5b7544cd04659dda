import type { Words } from '../base/text.ts';

/** What a key holds. */
export type KeyType = 'text' | 'word' | 'day' | 'birth' | 'flag' | 'count' | 'decimal' | 'percent' | 'dong';

/** A key of the case: its dotted name, what it holds, its names for people. */
export interface CaseKey {
  readonly key: string;
  readonly type: KeyType;
  /** The column heading, also the label in messages. */
  readonly title: Words;
  /** Further Vietnamese column aliases. */
  readonly aliases?: readonly string[];
  /** The words allowed, where the set does not depend on the law. */
  readonly words?: readonly string[];
  readonly required?: true;
}

/** Every key of the case, in the order of the contract. */
export const CASE_KEYS: readonly CaseKey[] = [
  { key: 'id', type: 'text', title: { vi: 'Mã hồ sơ', en: 'Case id' }, aliases: ['Số TT', 'STT', 'Mã số', 'Mã'] },
  {
    key: 'law',
    type: 'text',
    title: { vi: 'Chế độ áp dụng', en: 'Scheme of the law' },
    aliases: ['Nghị định áp dụng', 'Văn bản áp dụng'],
  },
  { key: 'person.name', type: 'text', title: { vi: 'Họ và tên', en: 'Full name' }, aliases: ['Họ tên'] },
  {
    key: 'person.sex',
    type: 'word',
    words: ['male', 'female'],
    required: true,
    title: { vi: 'Giới tính', en: 'Sex' },
    aliases: ['Nam/nữ', 'Phái'],
  },
  {
    key: 'person.birth',
    type: 'birth',
    required: true,
    title: { vi: 'Ngày sinh', en: 'Date of birth' },
    aliases: ['Ngày tháng năm sinh', 'Năm sinh', 'Tháng năm sinh'],
  },
  {
    key: 'person.group',
    type: 'word',
    required: true,
    title: { vi: 'Nhóm đối tượng', en: 'Subject group' },
    aliases: ['Đối tượng'],
  },
  {
    key: 'person.pensioner',
    type: 'flag',
    title: { vi: 'Đang hưởng lương hưu, mất sức lao động', en: 'Draws a pension or loss-of-capacity benefit' },
    aliases: ['Đang hưởng lương hưu', 'Hưởng lương hưu'],
  },
  { key: 'person.rank', type: 'text', title: { vi: 'Cấp bậc hàm', en: 'Rank' }, aliases: ['Cấp bậc', 'Quân hàm'] },
  {
    key: 'leaving.route',
    type: 'word',
    required: true,
    title: { vi: 'Chính sách', en: 'Route' },
    aliases: ['Hình thức nghỉ', 'Chế độ'],
  },
  {
    key: 'leaving.date',
    type: 'day',
    required: true,
    title: { vi: 'Ngày nghỉ', en: 'Leaving date' },
    aliases: ['Thời điểm nghỉ', 'Ngày nghỉ hưu', 'Ngày nghỉ thôi việc', 'Ngày hưởng lương hưu'],
  },
  {
    key: 'leaving.reorganisation',
    type: 'day',
    title: { vi: 'Ngày văn bản sắp xếp có hiệu lực', en: 'Day the reorganisation document took effect' },
    aliases: ['Ngày sắp xếp', 'Ngày sáp nhập', 'Thời điểm sắp xếp'],
  },
  {
    key: 'leaving.decided',
    type: 'day',
    title: { vi: 'Ngày quyết định cho nghỉ', en: 'Day of the decision' },
    aliases: ['Ngày quyết định', 'Ngày ra quyết định'],
  },
  {
    key: 'leaving.impact',
    type: 'word',
    words: ['direct', 'indirect', 're-election'],
    title: { vi: 'Mức độ chịu tác động', en: 'Impact' },
    aliases: ['Tác động'],
  },
  {
    key: 'leaving.voluntary',
    type: 'flag',
    title: { vi: 'Tự nguyện', en: 'Voluntary' },
    aliases: ['Có đơn tự nguyện'],
  },
  {
    key: 'leaving.blocked',
    type: 'word',
    words: ['none', 'pregnancy-or-small-child', 'discipline-or-inspection'],
    title: { vi: 'Trường hợp chưa xem xét', en: 'Blocked' },
    aliases: ['Chưa xem xét'],
  },
  {
    key: 'age.schedule',
    type: 'word',
    words: ['normal', 'reduced', 'limit'],
    title: { vi: 'Tuổi nghỉ hưu theo', en: 'Retirement-age schedule' },
    aliases: ['Phụ lục tuổi nghỉ hưu'],
  },
  { key: 'age.limit', type: 'decimal', title: { vi: 'Hạn tuổi', en: 'Age limit' }, aliases: ['Hạn tuổi phục vụ'] },
  {
    key: 'insurance.years',
    type: 'count',
    required: true,
    title: { vi: 'Số năm đóng BHXH', en: 'Insurance years' },
    aliases: ['Năm đóng BHXH', 'Số năm BHXH'],
  },
  {
    key: 'insurance.months',
    type: 'count',
    title: { vi: 'Số tháng lẻ đóng BHXH', en: 'Insurance months' },
    aliases: ['Tháng lẻ BHXH', 'Số tháng BHXH'],
  },
  {
    key: 'insurance.publicSector.years',
    type: 'count',
    title: { vi: 'Số năm đóng BHXH khu vực công', en: 'Public-sector insurance years' },
  },
  {
    key: 'insurance.publicSector.months',
    type: 'count',
    title: { vi: 'Số tháng lẻ đóng BHXH khu vực công', en: 'Public-sector insurance months' },
  },
  {
    key: 'insurance.countable.years',
    type: 'count',
    title: { vi: 'Số năm được tính trợ cấp', en: 'Countable insurance years' },
  },
  {
    key: 'insurance.countable.months',
    type: 'count',
    title: { vi: 'Số tháng lẻ được tính trợ cấp', en: 'Countable insurance months' },
  },
  {
    key: 'insurance.hazardous.years',
    type: 'count',
    title: { vi: 'Số năm làm việc nặng nhọc, vùng khó khăn', en: 'Years of hazardous work' },
  },
  {
    key: 'insurance.hazardous.months',
    type: 'count',
    title: { vi: 'Số tháng lẻ làm việc nặng nhọc, vùng khó khăn', en: 'Months of hazardous work' },
  },
  {
    key: 'insurance.pensionEligible',
    type: 'flag',
    title: { vi: 'Đủ điều kiện hưởng lương hưu', en: 'Pension eligible' },
  },
  {
    key: 'work.years',
    type: 'count',
    title: { vi: 'Số năm công tác (không chuyên trách)', en: 'Years of part-time work' },
    aliases: ['Số năm công tác'],
  },
  {
    key: 'work.months',
    type: 'count',
    title: { vi: 'Số tháng lẻ công tác (không chuyên trách)', en: 'Months of part-time work' },
  },
  {
    key: 'training.months',
    type: 'count',
    title: { vi: 'Số tháng học nghề', en: 'Months of vocational training' },
    aliases: ['Thời gian học nghề (tháng)'],
  },
  {
    key: 'training.fee',
    type: 'dong',
    title: { vi: 'Chi phí khóa học nghề', en: 'Fee of the course' },
    aliases: ['Học phí học nghề'],
  },
  {
    key: 'settled.scheme',
    type: 'text',
    title: { vi: 'Chế độ đã hưởng', en: 'Scheme already settled under' },
    aliases: ['Đã hưởng theo'],
  },
  {
    key: 'settled.amount',
    type: 'dong',
    title: { vi: 'Số tiền đã hưởng', en: 'Amount already paid' },
    aliases: ['Đã chi trả'],
  },
  {
    key: 'settled.date',
    type: 'day',
    title: { vi: 'Ngày hưởng chế độ trước', en: 'Day of the earlier settlement' },
  },
  {
    key: 'post.termEnds',
    type: 'day',
    title: { vi: 'Ngày hết nhiệm kỳ, hết thời hạn bổ nhiệm', en: 'End of the term of office' },
    aliases: ['Ngày hết nhiệm kỳ', 'Ngày hết thời hạn bổ nhiệm'],
  },
  {
    key: 'post.newAllowance',
    type: 'decimal',
    title: { vi: 'Hệ số phụ cấp chức vụ mới', en: 'Position allowance coefficient of the new post' },
  },
  {
    key: 'salary.scale',
    type: 'text',
    title: { vi: 'Loại ngạch (bảng lương)', en: 'Pay scale' },
    aliases: ['Bảng lương', 'Loại công chức', 'Nhóm ngạch'],
  },
  {
    key: 'salary.step',
    type: 'count',
    title: { vi: 'Bậc lương', en: 'Step' },
    aliases: ['Bậc'],
  },
  {
    key: 'salary.stepMonths',
    type: 'count',
    title: { vi: 'Số tháng giữ bậc lương cuối', en: 'Months on the last step' },
  },
  {
    key: 'salary.coefficient',
    type: 'decimal',
    title: { vi: 'Hệ số lương', en: 'Salary coefficient' },
    aliases: ['HSL', 'HS lương', 'Hệ số lương hiện hưởng'],
  },
  {
    key: 'salary.positionAllowance',
    type: 'decimal',
    title: { vi: 'Hệ số phụ cấp chức vụ', en: 'Position allowance coefficient' },
    aliases: [
      'Phụ cấp chức vụ',
      'PCCV',
      'HSPCCV',
      'Hệ số PCCV',
      'PC chức vụ',
      'Phụ cấp chức vụ lãnh đạo',
      'Hệ số phụ cấp chức vụ lãnh đạo',
    ],
  },
  {
    key: 'salary.overFrame',
    type: 'percent',
    title: { vi: 'Phụ cấp thâm niên vượt khung (%)', en: 'Over-frame seniority (%)' },
    aliases: [
      'Thâm niên vượt khung',
      'TNVK',
      'PC TNVK',
      'Phụ cấp vượt khung',
      'PC vượt khung',
      'PC thâm niên vượt khung',
      'Vượt khung',
    ],
  },
  {
    key: 'salary.profession',
    type: 'percent',
    title: { vi: 'Phụ cấp thâm niên nghề (%)', en: 'Professional seniority (%)' },
    aliases: ['Thâm niên nghề', 'PC thâm niên nghề'],
  },
  {
    key: 'salary.preferential',
    type: 'percent',
    title: { vi: 'Phụ cấp ưu đãi theo nghề (%)', en: 'Preferential allowance (%)' },
    aliases: ['Ưu đãi theo nghề', 'Phụ cấp ưu đãi', 'Phụ cấp ưu đãi nghề', 'PC ưu đãi', 'PC ưu đãi nghề'],
  },
  {
    key: 'salary.responsibility',
    type: 'percent',
    title: { vi: 'Phụ cấp trách nhiệm theo nghề (%)', en: 'Responsibility allowance (%)' },
    aliases: ['Trách nhiệm theo nghề', 'Phụ cấp trách nhiệm'],
  },
  {
    key: 'salary.publicService',
    type: 'percent',
    title: { vi: 'Phụ cấp công vụ (%)', en: 'Public-service allowance (%)' },
    aliases: ['Phụ cấp công vụ', 'Công vụ', 'PC công vụ'],
  },
  {
    key: 'salary.party',
    type: 'percent',
    title: { vi: 'Phụ cấp công tác đảng, đoàn thể (%)', en: 'Party and mass-organisation allowance (%)' },
    aliases: ['Phụ cấp đảng, đoàn thể', 'Công tác đảng, đoàn thể', 'PC đảng, đoàn thể'],
  },
  {
    key: 'salary.specific',
    type: 'percent',
    title: { vi: 'Phụ cấp đặc thù (%)', en: 'Specific allowance (%)' },
    aliases: ['Đặc thù lực lượng vũ trang', 'Phụ cấp đặc thù', 'PC đặc thù'],
  },
  {
    key: 'salary.retained',
    type: 'decimal',
    title: { vi: 'Hệ số chênh lệch bảo lưu', en: 'Retained difference coefficient' },
    aliases: ['Chênh lệch bảo lưu', 'HS chênh lệch bảo lưu'],
  },
  {
    key: 'salary.contract',
    type: 'dong',
    title: { vi: 'Tiền lương hợp đồng', en: 'Labour-contract salary' },
    aliases: ['Lương hợp đồng'],
  },
  {
    key: 'salary.monthly',
    type: 'dong',
    title: { vi: 'Tiền lương tháng hiện hưởng', en: 'Current monthly salary' },
    aliases: ['Lương tháng hiện hưởng', 'Tiền lương tháng'],
  },
  {
    key: 'salary.allowance',
    type: 'dong',
    title: { vi: 'Phụ cấp hằng tháng', en: 'Monthly allowance' },
    aliases: ['Mức phụ cấp hằng tháng', 'Phụ cấp hàng tháng'],
  },
  {
    key: 'salary.average',
    type: 'dong',
    title: { vi: 'Tiền lương bình quân 5 năm cuối', en: 'Average salary of the last five years' },
    aliases: ['Tiền lương bình quân', 'Lương bình quân', 'Mức bình quân tiền lương'],
  },
];

const byName = new Map(CASE_KEYS.map((key) => [key.key, key]));

/** The key of that dotted name. */
export function caseKey(name: string): CaseKey | undefined {
  return byName.get(name);
}

/** How to name a key to a person: its title and its dotted name. */
export function keyTitle(name: string): Words {
  if (name === '') return { vi: 'Hồ sơ', en: 'The case' };
  const title = byName.get(name)?.title;
  return title ? { vi: `${title.vi} (${name})`, en: `${title.en} (${name})` } : { vi: name, en: name };
}
