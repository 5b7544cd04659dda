import type { Lang, Words } from '../base/text.ts';
import { AUTO_ROUTE, CASE_WORDS, FLAG_WORDS, type Word } from '../case/words.ts';
import { QUANTITY, QUANTITY_NAMES, quantityLabel, RESULT_QUANTITIES } from '../engine/measure/quantities.ts';
import type { ResultMeasures } from '../engine/result.ts';
import type { FactName, QuantityName, BaseName, SERVICE_LESS } from '../law/vocabulary.ts';

/** How a fact of the vocabulary is named in a sentence, and the unit its numbers carry. */
export interface FactLabel extends Words {
  readonly unit?: 'month' | 'year' | 'day-of-month';
  /** For flags: how the opposite is said. */
  readonly not?: Words;
}

/** Every fact of the vocabulary; a new fact without a label does not compile. */
export const FACT_LABELS: { readonly [N in FactName]: FactLabel } = {
  ...quantityLabels(),
  route: { vi: 'chính sách', en: 'route' },
  group: { vi: 'nhóm đối tượng', en: 'group' },
  regime: { vi: 'khối', en: 'regime' },
  payTable: { vi: 'bảng lương', en: 'pay table' },
  impact: { vi: 'mức độ chịu tác động', en: 'impact' },
  schedule: { vi: 'tuổi nghỉ hưu', en: 'retirement age' },
  window: { vi: 'thời điểm nghỉ', en: 'time of leaving' },
  sex: { vi: 'giới tính', en: 'sex' },
  blocked: { vi: 'trường hợp chưa xem xét', en: 'not considered because of' },
  salaryForm: { vi: 'cách xác định tiền lương', en: 'form of the salary' },
  voluntary: {
    vi: 'cá nhân tự nguyện',
    en: 'the person volunteers',
    not: { vi: 'cá nhân không tự nguyện', en: 'the person does not volunteer' },
  },
  pensionEligible: {
    vi: 'đủ thời gian đóng BHXH để hưởng lương hưu',
    en: 'enough insurance time for a pension',
    not: { vi: 'chưa đủ thời gian đóng BHXH để hưởng lương hưu', en: 'not enough insurance time for a pension' },
  },
  pensioner: {
    vi: 'đang hưởng lương hưu hoặc trợ cấp mất sức lao động',
    en: 'draws a pension or loss-of-capacity benefit',
    not: {
      vi: 'không hưởng lương hưu hoặc trợ cấp mất sức lao động',
      en: 'draws no pension or loss-of-capacity benefit',
    },
  },
  settledUnder: { vi: 'chế độ đã hưởng', en: 'scheme already settled under' },
  ground: { vi: 'lý do nghỉ', en: 'ground of leaving' },
  programme: { vi: 'chương trình sắp xếp', en: 'programme' },
  ageMonths: { vi: 'tuổi đời khi nghỉ', en: 'age at leaving', unit: 'month' },
  serviceMonths: { vi: 'thời gian công tác được tính trợ cấp', en: 'service time', unit: 'month' },
  insuranceMonths: { vi: 'thời gian đóng BHXH', en: 'insurance time', unit: 'month' },
  hazardousMonths: {
    vi: 'thời gian làm việc nặng nhọc, độc hại, nguy hiểm hoặc ở vùng đặc biệt khó khăn',
    en: 'time of hazardous work',
    unit: 'month',
  },
  otherPostsMonths: {
    vi: 'thời gian đóng BHXH bắt buộc ở chức danh khác',
    en: 'insured time in other posts',
    unit: 'month',
  },
  unemploymentMonths: { vi: 'thời gian đóng bảo hiểm thất nghiệp', en: 'time insured for unemployment', unit: 'month' },
  leavingDay: { vi: 'ngày nghỉ trong tháng', en: 'day of the month of leaving', unit: 'day-of-month' },
  monthsAfterReorganisation: { vi: 'số tháng từ khi sắp xếp', en: 'months since the reorganisation', unit: 'month' },
  leavingDate: { vi: 'ngày nghỉ', en: 'leaving date' },
  decidedDate: { vi: 'ngày quyết định', en: 'day of the decision' },
  filedDate: { vi: 'ngày nộp đủ hồ sơ', en: 'day the complete file was handed in' },
  settlingDate: {
    vi: 'ngày quyết định (không ghi thì ngày nghỉ)',
    en: 'day of the decision (where not given, of leaving)',
  },
  startedDate: {
    vi: 'ngày bắt đầu thủ tục (nộp hồ sơ, quyết định hoặc nghỉ, lấy ngày sớm nhất)',
    en: 'start of the procedure (file, decision or leaving, the earliest)',
  },
  pensionSince: { vi: 'ngày bắt đầu hưởng lương hưu, trợ cấp', en: 'day since which a pension or benefit is drawn' },
  settledDate: { vi: 'ngày hưởng chế độ trước', en: 'day of the earlier settlement' },
};

function quantityLabels(): { readonly [N in QuantityName]: FactLabel } {
  const labels = QUANTITY_NAMES.map((name) => [name, quantityLabel(name)]);
  return Object.fromEntries(labels) as { readonly [N in QuantityName]: FactLabel };
}

/** The measures of a result by their titles. */
export const MEASURE_TITLES: { readonly [M in keyof ResultMeasures]-?: Words } = {
  ...(Object.fromEntries(RESULT_QUANTITIES.map((name) => [name, QUANTITY[name].title])) as {
    readonly [N in (typeof RESULT_QUANTITIES)[number]]: Words;
  }),
  normalRetirement: { vi: 'Tháng đủ tuổi nghỉ hưu', en: 'Normal retirement' },
  pensionStart: { vi: 'Tháng hưởng lương hưu nếu nghỉ đúng tuổi', en: 'Start of the normal pension' },
  window: { vi: 'Thời điểm nghỉ', en: 'Window' },
  pensionEligible: { vi: 'Đủ thời gian hưởng lương hưu', en: 'Pension eligible' },
  monthlySalary: { vi: 'Tiền lương tháng hiện hưởng', en: 'Current monthly salary' },
};

/** Insurance time that may be taken off service. */
export const LESS_LABELS: { readonly [N in (typeof SERVICE_LESS)[number]]: Words } = {
  unemployment: FACT_LABELS.unemploymentMonths,
};

/** What a month of benefit is worth, by name. */
export const BASE_LABELS: { readonly [N in BaseName]: Words } = {
  monthlySalary: { vi: 'tiền lương tháng hiện hưởng', en: 'current monthly salary' },
  averageSalary: { vi: 'tiền lương bình quân', en: 'average salary' },
  monthlyAllowance: { vi: 'phụ cấp hằng tháng', en: 'monthly allowance' },
  statutoryBase: { vi: 'mức lương cơ sở', en: 'statutory base salary' },
  positionDifference: { vi: 'chênh lệch phụ cấp chức vụ', en: 'difference of the position allowance' },
  courseFee: { vi: 'chi phí khóa học', en: 'fee of the course' },
  salaryOfEachMonth: { vi: 'tiền lương của từng tháng', en: 'salary of each month' },
  dong: { vi: 'đồng', en: 'VND' },
};

/** What one month of each base is called in a rate. */
export const BASE_UNITS: { readonly [N in BaseName]: Words } = {
  monthlySalary: { vi: 'tháng lương', en: 'months of salary' },
  averageSalary: { vi: 'tháng lương bình quân', en: 'months of the average salary' },
  monthlyAllowance: { vi: 'tháng phụ cấp', en: 'months of the allowance' },
  statutoryBase: { vi: 'tháng lương cơ sở', en: 'months of the base salary' },
  positionDifference: { vi: 'tháng chênh lệch phụ cấp chức vụ', en: 'months of the difference' },
  courseFee: { vi: 'lần chi phí khóa học', en: 'times the fee of the course' },
  salaryOfEachMonth: { vi: 'tháng lương của tháng đó', en: 'months of the salary of that month' },
  dong: { vi: 'đồng', en: 'VND' },
};

/** The words of the case that do not depend on the law, by fact. */
const CASE_FACTS: { readonly [fact: string]: readonly Word[] | undefined } = {
  sex: CASE_WORDS['person.sex'],
  impact: CASE_WORDS['leaving.impact'],
  schedule: CASE_WORDS['age.schedule'],
  blocked: CASE_WORDS['leaving.blocked'],
  ground: CASE_WORDS['leaving.ground'],
  programme: CASE_WORDS['leaving.programme'],
  route: [AUTO_ROUTE],
  flag: FLAG_WORDS,
};

/**
 * Words that no case writes. Words that depend on the law (groups, routes, classes) are named by the titles of the
 * rule files; a word that stands nowhere is shown as it is.
 */
const WORDS: { readonly [fact: string]: { readonly [word: string]: Words } } = {
  salaryForm: {
    components: { vi: 'hệ số và các phụ cấp', en: 'components' },
    contract: { vi: 'hợp đồng lao động', en: 'labour contract' },
    monthly: { vi: 'tiền lương tháng đã xác định', en: 'monthly salary as given' },
    allowance: { vi: 'phụ cấp hằng tháng', en: 'monthly allowance' },
  },
  window: { none: { vi: 'không tính thời hạn', en: 'no term applies' } },
  certainty: {
    A: { vi: 'đã đối chiếu văn bản', en: 'wording read' },
    B: { vi: 'hai nguồn độc lập thống nhất', en: 'two independent reports' },
    C: { vi: 'một nguồn', en: 'one report' },
    D: { vi: 'suy luận', en: 'inferred' },
    U: { vi: 'chưa kiểm chứng', en: 'not verified' },
  },
  outcome: {
    paid: { vi: 'được hưởng', en: 'paid' },
    nothing: { vi: 'không có khoản nào', en: 'nothing is due' },
    refused: { vi: 'không tính được', en: 'cannot be computed' },
  },
  candidate: {
    chosen: { vi: 'áp dụng', en: 'applies' },
    less: { vi: 'thấp hơn', en: 'less' },
    nothing: { vi: 'không được hưởng', en: 'nothing' },
    refused: { vi: 'không tính được', en: 'cannot be computed' },
    yields: { vi: 'nhường chế độ khác', en: 'gives way' },
    'not-a-subject': { vi: 'không thuộc đối tượng', en: 'not a subject' },
    'not-in-force': { vi: 'không áp dụng', en: 'not in force' },
  },
  severity: {
    info: { vi: 'Ghi chú', en: 'Note' },
    warning: { vi: 'Lưu ý', en: 'Warning' },
    error: { vi: 'Lý do', en: 'Reason' },
  },
  regime: {
    civil: { vi: 'dân sự', en: 'civil' },
    army: { vi: 'quân đội', en: 'army' },
    police: { vi: 'công an', en: 'police' },
    cipher: { vi: 'cơ yếu', en: 'cipher' },
    'part-time': { vi: 'hoạt động không chuyên trách', en: 'part-time' },
  },
};

/** The name of a word that the law does not name; the word itself when there is none. */
export function wordLabel(fact: string, word: string, lang: Lang): string {
  const ofCase = CASE_FACTS[fact]?.find((one) => one.word === word);
  return (ofCase?.said ?? ofCase?.title ?? WORDS[fact]?.[word])?.[lang] ?? word;
}
