import type { CaseKey } from './key.ts';

/** The keys of insured and other time, of training, of what was settled before, of the post (thời gian, học nghề, chế độ đã hưởng, chức vụ). */
export const TIME_KEYS: readonly CaseKey[] = [
  {
    key: 'insurance.years',
    type: 'count',
    required: true,
    title: { vi: 'Số năm đóng BHXH', en: 'Insurance years' },
    aliases: ['Năm đóng BHXH', 'Số năm BHXH', 'Thời gian đóng BHXH (năm)', 'BHXH năm', 'Thời gian đóng BHXH năm'],
    examples: ['22', '28'],
  },
  {
    key: 'insurance.months',
    type: 'count',
    title: { vi: 'Số tháng lẻ đóng BHXH', en: 'Insurance months' },
    aliases: [
      'Tháng lẻ BHXH',
      'Số tháng BHXH',
      'Thời gian đóng BHXH (tháng)',
      'BHXH tháng',
      'Thời gian đóng BHXH tháng',
    ],
    examples: ['0', '4'],
  },
  {
    key: 'insurance.publicSector.years',
    type: 'count',
    title: { vi: 'Số năm đóng BHXH khu vực công', en: 'Public-sector insurance years' },
    leads: true,
    note: { vi: 'Để trống: bằng tổng thời gian đóng BHXH.', en: 'Blank: all the insurance time.' },
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
    leads: true,
    note: {
      vi: 'Thời gian chưa hưởng trợ cấp; để trống: bằng tổng thời gian đóng BHXH.',
      en: 'Time not yet paid out; blank: all the insurance time.',
    },
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
    leads: true,
  },
  {
    key: 'insurance.hazardous.months',
    type: 'count',
    title: { vi: 'Số tháng lẻ làm việc nặng nhọc, vùng khó khăn', en: 'Months of hazardous work' },
  },
  {
    key: 'insurance.otherPosts.years',
    type: 'count',
    title: { vi: 'Số năm đóng BHXH ở chức danh khác', en: 'Insurance years in other posts' },
    leads: true,
  },
  {
    key: 'insurance.otherPosts.months',
    type: 'count',
    title: { vi: 'Số tháng lẻ đóng BHXH ở chức danh khác', en: 'Insurance months in other posts' },
  },
  {
    key: 'insurance.unemployment.years',
    type: 'count',
    title: { vi: 'Số năm đóng bảo hiểm thất nghiệp', en: 'Years insured for unemployment' },
    aliases: ['Số năm đóng BHTN'],
    leads: true,
  },
  {
    key: 'insurance.unemployment.months',
    type: 'count',
    title: { vi: 'Số tháng lẻ đóng bảo hiểm thất nghiệp', en: 'Months insured for unemployment' },
    aliases: ['Số tháng lẻ đóng BHTN'],
  },
  {
    key: 'insurance.pensionEligible',
    type: 'flag',
    title: { vi: 'Đủ điều kiện hưởng lương hưu', en: 'Pension eligible' },
    note: { vi: 'Để trống: chương trình tự xét theo thời gian đóng BHXH.', en: 'Blank: judged by the insurance time.' },
  },
  {
    key: 'work.years',
    type: 'count',
    title: { vi: 'Số năm công tác (không chuyên trách)', en: 'Years of part-time work' },
    aliases: ['Số năm công tác'],
    leads: true,
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
    leads: true,
    note: {
      vi: 'Nếu đã hưởng chế độ trước đó: nd29, nd177 ...',
      en: 'Where the person was settled before: nd29, nd177 ...',
    },
  },
  {
    key: 'settled.amount',
    type: 'dong',
    title: { vi: 'Số tiền đã hưởng', en: 'Amount already paid' },
    aliases: ['Đã chi trả'],
  },
  { key: 'settled.date', type: 'day', title: { vi: 'Ngày hưởng chế độ trước', en: 'Day of the earlier settlement' } },
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
];
