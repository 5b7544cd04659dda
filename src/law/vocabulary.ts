/**
 * The closed vocabulary of the rule files: which facts of a case a provision may test, which quantities it may
 * multiply, and on which bases it may pay. Provisions speak of nothing else; there are no expressions.
 */

/** How a fact is compared. */
export type FactKind = 'word' | 'flag' | 'count' | 'years' | 'day';

/** Every fact that a condition may test, and how. */
export const FACTS = {
  /** Nhánh chính sách: `early-retirement`, `severance` ... */
  route: 'word',
  /** Nhóm đối tượng. */
  group: 'word',
  /** Khối: civil, army, police, cipher ...; a property of the group. */
  regime: 'word',
  /** Bảng lương của nhóm. */
  payTable: 'word',
  /** Mức độ chịu tác động của việc sắp xếp. */
  impact: 'word',
  /** Tuổi nghỉ hưu theo: bình thường, thấp hơn, hạn tuổi. */
  schedule: 'word',
  /** Thời điểm nghỉ: 12 tháng đầu, từ tháng thứ 13, không tính. */
  window: 'word',
  sex: 'word',
  /** Chưa xem xét cho nghỉ vì. */
  blocked: 'word',
  /** How the salary is given: `components`, `contract`, `monthly`, `allowance`. */
  salaryForm: 'word',
  /** Chế độ đã hưởng: the scheme under which the person was settled before. */
  settledUnder: 'word',
  /** Tự nguyện. */
  voluntary: 'flag',
  /** Đang hưởng lương hưu hoặc trợ cấp mất sức lao động. */
  pensioner: 'flag',
  /** Đủ điều kiện về thời gian đóng BHXH để hưởng lương hưu. */
  pensionEligible: 'flag',
  /** Số tháng nghỉ sớm. */
  monthsEarly: 'count',
  /** Số tháng làm việc quá tuổi nghỉ hưu. */
  monthsPast: 'count',
  /** Tuổi đời khi nghỉ, tính bằng tháng. */
  ageMonths: 'count',
  /** Số tháng để tính trợ cấp thôi việc. */
  severanceMonths: 'count',
  /** Số tháng công tác được tính trợ cấp. */
  serviceMonths: 'count',
  /** Số tháng công tác của người hoạt động không chuyên trách. */
  workMonths: 'count',
  /** Số tháng học nghề. */
  trainingMonths: 'count',
  /** Số tháng đến hết nhiệm kỳ, hết thời hạn bổ nhiệm. */
  termMonths: 'count',
  /** Tổng số tháng đóng BHXH. */
  insuranceMonths: 'count',
  /** Số tháng làm việc nặng nhọc, độc hại, nguy hiểm hoặc ở vùng đặc biệt khó khăn. */
  hazardousMonths: 'count',
  /** Ngày trong tháng của ngày nghỉ. */
  leavingDay: 'count',
  /** Số tháng từ tháng văn bản sắp xếp có hiệu lực đến tháng nghỉ; -1 when the leaving date is before that day. */
  monthsAfterReorganisation: 'count',
  /** Số năm nghỉ sớm. */
  yearsEarly: 'years',
  /** Số năm công tác có đóng BHXH bắt buộc được tính trợ cấp. */
  serviceYears: 'years',
  /** Số năm công tác của người hoạt động không chuyên trách. */
  workYears: 'years',
  leavingDate: 'day',
  decidedDate: 'day',
  /** Ngày hưởng chế độ trước. */
  settledDate: 'day',
} as const;

/** The name of a fact. */
export type FactName = keyof typeof FACTS;

/** Names of facts of one kind. */
export type FactOf<K extends FactKind> = { [N in FactName]: (typeof FACTS)[N] extends K ? N : never }[FactName];

/** Quantities that a benefit may multiply: whole months, or years in hundredths. */
export const QUANTITIES = [
  'monthsEarly',
  'monthsPast',
  'severanceMonths',
  'workMonths',
  'trainingMonths',
  'termMonths',
  'yearsEarly',
  'serviceYears',
  'workYears',
] as const;

/** The name of a quantity. */
export type QuantityName = (typeof QUANTITIES)[number];

/** Quantities counted in years, with odd months rounded as the law says; the others are whole months. */
export const YEAR_QUANTITIES = ['yearsEarly', 'serviceYears', 'workYears'] as const;

/** The name of a quantity of years. */
export type YearQuantity = (typeof YEAR_QUANTITIES)[number];

const YEARS: ReadonlySet<string> = new Set(YEAR_QUANTITIES);

/** Whether a fact or quantity is counted in years (hundredths), not in months. */
export function isYears(name: string): name is YearQuantity {
  return YEARS.has(name);
}

/** What a month of benefit is worth. */
export const BASES = [
  'monthlySalary',
  'averageSalary',
  'monthlyAllowance',
  'statutoryBase',
  'positionDifference',
  'courseFee',
] as const;

/**
 * The name of a base: tiền lương tháng hiện hưởng, tiền lương bình quân, phụ cấp hằng tháng, mức lương cơ sở, chênh
 * lệch phụ cấp chức vụ, chi phí khóa học.
 */
export type BaseName = (typeof BASES)[number];

/** Salary components whose percentage an audit works out where the law sets it, and what it reads of the rate. */
export const RATED = {
  /** Phụ cấp công vụ. */
  publicService: ['percent'],
  /** Thâm niên nghề của người hưởng theo hạn tuổi. */
  profession: ['percent', 'yearly', 'fromYears'],
} as const;

/** The name of a component whose percentage is worked out. */
export type RatedComponent = keyof typeof RATED;

/** Optional keys of the case whose presence a condition may test (`given`). */
export const GIVEN_KEYS = [
  'leaving.reorganisation',
  'leaving.decided',
  'insurance.hazardous',
  'salary.contract',
  'settled.scheme',
  'settled.date',
] as const;

/** The name of an optional key of the case. */
export type GivenKey = (typeof GIVEN_KEYS)[number];

/** Decimal places kept for rates (0.0001). */
export const RATE_PLACES = 4;

/** Decimal places kept for quantities (0.01 year; months are whole). */
export const QUANTITY_PLACES = 2;

/** Decimal places of rate × quantity. */
export const PRODUCT_PLACES: number = RATE_PLACES + QUANTITY_PLACES;
