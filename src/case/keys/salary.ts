import type { CaseKey } from './key.ts';

/** The keys of the salary (tiền lương). */
export const SALARY_KEYS: readonly CaseKey[] = [
  {
    key: 'salary.scale',
    type: 'text',
    title: { vi: 'Loại ngạch (bảng lương)', en: 'Pay scale' },
    aliases: ['Bảng lương', 'Loại công chức', 'Nhóm ngạch'],
    note: {
      vi: 'Thay cho hệ số lương: A1, A2.1, B ... cùng với bậc.',
      en: 'In place of the coefficient: A1, A2.1, B ... with the step.',
    },
  },
  { key: 'salary.step', type: 'count', title: { vi: 'Bậc lương', en: 'Step' }, aliases: ['Bậc'] },
  {
    key: 'salary.stepMonths',
    type: 'count',
    title: { vi: 'Số tháng giữ bậc lương cuối', en: 'Months on the last step' },
    note: {
      vi: 'Chỉ ghi ở bậc cuối, để tính thâm niên vượt khung.',
      en: 'On the last step only, for over-frame seniority.',
    },
  },
  {
    key: 'salary.coefficient',
    type: 'decimal',
    title: { vi: 'Hệ số lương', en: 'Salary coefficient' },
    aliases: ['HSL', 'HS lương', 'Hệ số lương hiện hưởng'],
    note: {
      vi: 'Ghi hệ số và các phụ cấp, hoặc chỉ lương hợp đồng, hoặc chỉ lương tháng hiện hưởng.',
      en: 'Give the coefficient with allowances, or only the contract salary, or only the monthly salary.',
    },
    examples: ['4.65', '4.98'],
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
    examples: ['0.6', ''],
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
    examples: ['', '5%'],
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
    examples: ['25%', ''],
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
    key: 'salary.committee',
    type: 'decimal',
    title: { vi: 'Hệ số phụ cấp cấp ủy viên', en: 'Committee allowance coefficient' },
    aliases: ['Hệ số phụ cấp cấp ủy'],
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
