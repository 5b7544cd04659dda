/**
 * The closed vocabulary of the rule files: which facts of a case a provision may test, which quantities it may
 * multiply, and on which bases it may pay. Provisions speak of nothing else; there are no expressions.
 */

/** How a fact is compared. */
export type FactKind = 'word' | 'flag' | 'count' | 'years' | 'day';

/** A fact that a condition may test. */
interface Fact {
  readonly kind: FactKind;
  /**
   * The keys of the case behind it. A name stands for the key itself and for every key below it (`insurance.hazardous`
   * for its years and months). Words that a group brings along, and what follows from dates, have none of their own.
   */
  readonly keys: readonly string[];
  /** The optional key to ask for where a benefit cannot be paid without the fact. */
  readonly ask?: string;
}

/** Every fact that a condition may test: how it is compared, and what of the case gives it. */
export const FACTS = {
  /** Nhánh chính sách: `early-retirement`, `severance` ... */
  route: { kind: 'word', keys: ['leaving.route'] },
  /** Nhóm đối tượng. */
  group: { kind: 'word', keys: ['person.group'] },
  /** Khối: civil, army, police, cipher ...; a property of the group. */
  regime: { kind: 'word', keys: ['person.group'] },
  /** Bảng lương của nhóm. */
  payTable: { kind: 'word', keys: ['person.group'] },
  /** Mức độ chịu tác động của việc sắp xếp. */
  impact: { kind: 'word', keys: ['leaving.impact'] },
  /** Tuổi nghỉ hưu theo: bình thường, thấp hơn, hạn tuổi. */
  schedule: { kind: 'word', keys: ['age.schedule'] },
  /** Thời điểm nghỉ: 12 tháng đầu, từ tháng thứ 13, không tính. */
  window: { kind: 'word', keys: [] },
  sex: { kind: 'word', keys: ['person.sex'] },
  /** Chưa xem xét cho nghỉ vì. */
  blocked: { kind: 'word', keys: ['leaving.blocked'] },
  /** How the salary is given: `components`, `contract`, `monthly`, `allowance`. */
  salaryForm: { kind: 'word', keys: [] },
  /** Chế độ đã hưởng: the scheme under which the person was settled before. */
  settledUnder: { kind: 'word', keys: ['settled'] },
  /** Lý do nghỉ: a reorganisation where the case gives its date and no other ground. */
  ground: { kind: 'word', keys: ['leaving.ground', 'leaving.reorganisation'] },
  /** Chương trình sắp xếp riêng (sáp nhập trường học ...). */
  programme: { kind: 'word', keys: ['leaving.programme'] },
  /** Tự nguyện. */
  voluntary: { kind: 'flag', keys: ['leaving.voluntary'] },
  /** Đang hưởng lương hưu hoặc trợ cấp mất sức lao động. */
  pensioner: { kind: 'flag', keys: ['person.pensioner'] },
  /** Đủ điều kiện về thời gian đóng BHXH để hưởng lương hưu. */
  pensionEligible: { kind: 'flag', keys: ['insurance.pensionEligible', 'insurance.years', 'insurance.months'] },
  /** Số tháng nghỉ sớm. */
  monthsEarly: { kind: 'count', keys: ['person.birth', 'age.schedule'] },
  /** Số tháng làm việc quá tuổi nghỉ hưu. */
  monthsPast: { kind: 'count', keys: ['person.birth', 'age.schedule'] },
  /** Tuổi đời khi nghỉ, tính bằng tháng. */
  ageMonths: { kind: 'count', keys: ['person.birth'] },
  /** Số tháng để tính trợ cấp thôi việc. */
  severanceMonths: { kind: 'count', keys: ['insurance.publicSector', 'insurance.years', 'insurance.months'] },
  /** Số tháng công tác được tính trợ cấp. */
  serviceMonths: { kind: 'count', keys: ['insurance.years', 'insurance.months'] },
  /** Số tháng công tác của người hoạt động không chuyên trách; with the time in other posts where the law adds it. */
  workMonths: { kind: 'count', keys: ['work'], ask: 'work.years' },
  /** Số tháng học nghề. */
  trainingMonths: { kind: 'count', keys: ['training.months'], ask: 'training.months' },
  /** Số tháng đến hết nhiệm kỳ, hết thời hạn bổ nhiệm. */
  termMonths: { kind: 'count', keys: ['post.termEnds'], ask: 'post.termEnds' },
  /** Số tháng nghỉ công tác chờ đủ tuổi nghỉ hưu. */
  waitingMonths: { kind: 'count', keys: ['person.birth'] },
  /** Tổng số tháng đóng BHXH. */
  insuranceMonths: { kind: 'count', keys: ['insurance.years', 'insurance.months'] },
  /** Số tháng làm việc nặng nhọc, độc hại, nguy hiểm hoặc ở vùng đặc biệt khó khăn. */
  hazardousMonths: { kind: 'count', keys: ['insurance.hazardous'], ask: 'insurance.hazardous.years' },
  /** Số tháng đóng BHXH ở chức danh khác của người hoạt động không chuyên trách. */
  otherPostsMonths: { kind: 'count', keys: ['insurance.otherPosts'] },
  /** Số tháng đóng bảo hiểm thất nghiệp. */
  unemploymentMonths: { kind: 'count', keys: ['insurance.unemployment'] },
  /** Ngày trong tháng của ngày nghỉ. */
  leavingDay: { kind: 'count', keys: ['leaving.date'] },
  /** Số tháng từ tháng văn bản sắp xếp có hiệu lực đến tháng nghỉ; -1 when the leaving date is before that day. */
  monthsAfterReorganisation: { kind: 'count', keys: ['leaving.reorganisation'] },
  /** Số năm nghỉ sớm. */
  yearsEarly: { kind: 'years', keys: ['person.birth', 'age.schedule'] },
  /** Số năm công tác có đóng BHXH bắt buộc được tính trợ cấp. */
  serviceYears: { kind: 'years', keys: ['insurance.years', 'insurance.months'] },
  /** Số năm công tác của người hoạt động không chuyên trách. */
  workYears: { kind: 'years', keys: ['work'], ask: 'work.years' },
  leavingDate: { kind: 'day', keys: ['leaving.date'] },
  decidedDate: { kind: 'day', keys: ['leaving.decided'] },
  /** Ngày nộp đủ hồ sơ. */
  filedDate: { kind: 'day', keys: ['leaving.filed'] },
  /** Ngày xét: ngày quyết định, hồ sơ không ghi thì ngày nghỉ. */
  settlingDate: { kind: 'day', keys: ['leaving.decided'] },
  /** Ngày bắt đầu thủ tục: sớm nhất trong ngày nộp hồ sơ, ngày quyết định, ngày nghỉ. */
  startedDate: { kind: 'day', keys: ['leaving.filed', 'leaving.decided'] },
  /** Ngày bắt đầu hưởng lương hưu, trợ cấp mất sức lao động. */
  pensionSince: { kind: 'day', keys: ['person.pensionSince'] },
  /** Ngày hưởng chế độ trước. */
  settledDate: { kind: 'day', keys: ['settled.date'], ask: 'settled.date' },
} as const;

/** The name of a fact. */
export type FactName = keyof typeof FACTS;

/** Names of facts of one kind. */
export type FactOf<K extends FactKind> = { [N in FactName]: (typeof FACTS)[N]['kind'] extends K ? N : never }[FactName];

const ALL: { readonly [N in FactName]: Fact } = FACTS;

/** The keys of the case behind a fact. */
export function keysOfFact(name: FactName): readonly string[] {
  return ALL[name].keys;
}

/** The optional key to ask for where a benefit cannot be paid without a fact; undefined where there is none. */
export function keyToAsk(name: FactName): string | undefined {
  return ALL[name].ask;
}

/**
 * Quantities that a benefit may multiply: whole months, or years in hundredths. All else that is said of one stands in
 * the file of that name in `src/engine/measure`.
 */
export const QUANTITIES = [
  'monthsEarly',
  'monthsPast',
  'severanceMonths',
  'workMonths',
  'trainingMonths',
  'termMonths',
  'waitingMonths',
  'yearsEarly',
  'serviceYears',
  'workYears',
] as const;

/** The name of a quantity. */
export type QuantityName = (typeof QUANTITIES)[number];

/** The name of a quantity of years, with odd months rounded as the law says; the others are whole months. */
export type YearQuantity = QuantityName & FactOf<'years'>;

/** Whether a fact or quantity is counted in years (hundredths), not in months; a name of neither is not. */
export function isYears(name: string): name is YearQuantity {
  return Object.hasOwn(FACTS, name) && FACTS[name as FactName].kind === 'years';
}

/** The quantities of years. */
export const YEAR_QUANTITIES: readonly YearQuantity[] = QUANTITIES.filter((name): name is YearQuantity =>
  isYears(name),
);

/**
 * The independent coordinates of a case, as far as conditions can see it. Facts that follow from others (regime,
 * years early, service years ...) are no axes of their own: the rules compute them.
 */
export const AXES = [
  'group',
  'impact',
  'schedule',
  'sex',
  'blocked',
  'voluntary',
  'salaryForm',
  'pensioner',
  'pension',
  'hazardous',
  'monthsEarly',
  'monthsPast',
  'age',
  'window',
  'countable',
  'publicSector',
  'work',
  'training',
  'term',
  'insurance',
  'leavingDay',
  'leavingDate',
  'decided',
  'filed',
  'settling',
  'started',
  'pensionSince',
  'otherPosts',
  'unemployment',
  'ground',
  'programme',
  'reorganisation',
  'settledUnder',
  'settledDate',
] as const;

/** The name of an axis. */
export type AxisName = (typeof AXES)[number];

/** Insurance time that may count as service. */
export const SERVICE_PARTS = ['countable', 'publicSector'] as const;

/** Insurance time that may be taken off service: paid for by other law (thời gian đóng bảo hiểm thất nghiệp). */
export const SERVICE_LESS = ['unemployment'] as const;

/**
 * What a month of benefit is worth: the keys of the case behind each base, and the key to ask for where the case does
 * not give it. The salary itself is read component by component.
 */
export const BASES = {
  monthlySalary: { keys: [], ask: 'salary.monthly' },
  averageSalary: { keys: ['salary.average'], ask: 'salary.average' },
  monthlyAllowance: { keys: ['salary.allowance'], ask: 'salary.allowance' },
  statutoryBase: { keys: [], ask: 'leaving.date' },
  positionDifference: { keys: ['salary.positionAllowance', 'post.newAllowance'], ask: 'salary.positionAllowance' },
  courseFee: { keys: ['training.fee'], ask: 'training.fee' },
  salaryOfEachMonth: { keys: [], ask: 'salary.monthly' },
  dong: { keys: [], ask: '' },
} as const;

/**
 * The name of a base: tiền lương tháng hiện hưởng, tiền lương bình quân, phụ cấp hằng tháng, mức lương cơ sở, chênh
 * lệch phụ cấp chức vụ, chi phí khóa học, tiền lương của từng tháng; or the đồng itself, for what is paid as an amount
 * of money.
 *
 * `salaryOfEachMonth` is worth another sum whenever the statutory base salary changes on the way: what it pays is one line
 * for each stretch of months with the same base salary.
 */
export type BaseName = keyof typeof BASES;

/** The names of the bases. */
export const BASE_NAMES: readonly BaseName[] = Object.keys(BASES) as BaseName[];

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
  'leaving.ground',
  'leaving.programme',
  'leaving.filed',
  'person.pensionSince',
  'insurance.otherPosts',
  'insurance.unemployment',
  'insurance.hazardous',
  'salary.contract',
  'settled.scheme',
  'settled.date',
] as const;

/** Keys of the case that plausible input bounds: coefficients, per cents, sums in đồng, times in months. */
export const PLAUSIBLE_KEYS = [
  'leaving.reorganisation',
  'insurance.years',
  'insurance.otherPosts.years',
  'work.years',
  'settled.amount',
  'post.newAllowance',
  'salary.coefficient',
  'salary.positionAllowance',
  'salary.overFrame',
  'salary.profession',
  'salary.preferential',
  'salary.responsibility',
  'salary.publicService',
  'salary.party',
  'salary.specific',
  'salary.retained',
  'salary.committee',
  'salary.contract',
  'salary.monthly',
  'salary.allowance',
  'salary.average',
] as const;

/** The name of a key that plausible input bounds. */
export type PlausibleKey = (typeof PLAUSIBLE_KEYS)[number];

/** The name of an optional key of the case. */
export type GivenKey = (typeof GIVEN_KEYS)[number];

/** The base whose worth follows the statutory base salary month by month, and the months that it runs through. */
export const RUNNING: { readonly base: BaseName; readonly per: QuantityName } = {
  base: 'salaryOfEachMonth',
  per: 'waitingMonths',
};

/** Decimal places kept for rates (0.0001). */
export const RATE_PLACES = 4;

/** Decimal places kept for quantities (0.01 year; months are whole). */
export const QUANTITY_PLACES = 2;

/** Decimal places of rate × quantity. */
export const PRODUCT_PLACES: number = RATE_PLACES + QUANTITY_PLACES;
