import type { Words } from '../base/text.ts';
import type {
  BaseName,
  FactOf,
  GivenKey,
  PlausibleKey,
  QuantityName,
  SERVICE_LESS,
  SERVICE_PARTS,
  YearQuantity,
} from './vocabulary.ts';

/**
 * How well a provision is known: A the wording was read or an official example reproduces it, B two independent
 * reports, C one report, D inferred, U not seen (refuses to pay unless accepted by name).
 */
export type Certainty = 'A' | 'B' | 'C' | 'D' | 'U';

/** An interval in the words of the law: từ đủ (atLeast), trên (above), đến (upTo), dưới (under). */
export interface Interval<T> {
  readonly atLeast?: T;
  readonly above?: T;
  readonly upTo?: T;
  readonly under?: T;
}

/** The words that a test admits: those of a list, or every one that is known except those of a list (trừ). */
export type WordTest = readonly string[] | { readonly except: readonly string[] };

/** A conjunction of tests on facts: membership, flags, intervals, classes, readings and given keys. */
export type Condition = { readonly [N in FactOf<'word'>]?: WordTest } & {
  readonly [N in FactOf<'flag'>]?: boolean;
} & { readonly [N in FactOf<'count'>]?: Interval<number> } & {
  readonly [N in FactOf<'years'>]?: Interval<number | string>;
} & { readonly [N in FactOf<'day'>]?: Interval<string> } & {
  /** A class that another provision puts the case in, for example the point of Điều 7 khoản 2. */
  readonly class?: Readonly<Record<string, readonly string[]>>;
  /** The chosen option of an open legal question. */
  readonly reading?: Readonly<Record<string, string>>;
  /** Whether the case gives an optional key. */
  readonly given?: { readonly [K in GivenKey]?: boolean };
};

/** What every provision states: its name, its legal address, how well it is known. */
export interface ProvisionHead {
  /** Unique within a scheme; stable. */
  readonly id: string;
  /** The legal address within its act: "Điều 7 khoản 1 điểm a". */
  readonly at: string;
  readonly certainty: Certainty;
  /** Where its wording or numbers were read: names of the source ledger. */
  readonly sources?: readonly string[];
  readonly title?: Words;
  /** First day on which it holds; default: the day its act applies. */
  readonly from?: string;
  /** Last day on which it holds; default: open. */
  readonly until?: string;
  readonly when?: Condition;
  /** The schemes it belongs to; default: every scheme that names its act. */
  readonly schemes?: readonly string[];
}

/** A subject group and what follows from belonging to it. */
export interface GroupProvision extends ProvisionHead {
  readonly kind: 'group';
  readonly group: string;
  readonly title: Words;
  readonly regime: string;
  readonly payTable: string;
  /** Schedules of retirement age open to the group; the first is the default. */
  readonly schedules: readonly string[];
  /** Whom of another group it stands for: those who are paid like this (cơ yếu hưởng lương như quân nhân). */
  readonly of?: { readonly group: string; readonly paidLike: string };
  /** The scheme that covers the group where this one does not. */
  readonly elsewhere?: string;
}

/** Who may apply (đối tượng). */
export interface SubjectProvision extends ProvisionHead {
  readonly kind: 'subject';
  readonly when: Condition;
}

/** Who is not considered (chưa xem xét). */
export interface ExclusionProvision extends ProvisionHead {
  readonly kind: 'exclusion';
  readonly when: Condition;
  readonly code: string;
  readonly message: Words;
}

/** What a route needs. */
export interface RequirementProvision extends ProvisionHead {
  readonly kind: 'requirement';
  readonly route: string;
  readonly require: Condition & { readonly notEntitled?: string };
  readonly code: string;
  readonly message: Words;
}

/** A remark that the result carries. */
export interface NoticeProvision extends ProvisionHead {
  readonly kind: 'notice';
  readonly when: Condition;
  readonly severity: 'info' | 'warning';
  readonly code: string;
  readonly message: Words;
}

/** Insurance time that a pension needs. */
export interface PensionTimeProvision extends ProvisionHead {
  readonly kind: 'pension-time';
  readonly months: number;
}

/** Retirement age by the calendar year in which it is reached; ages as `YY-MM`. */
export interface RetirementAgeProvision extends ProvisionHead {
  readonly kind: 'retirement-age';
  readonly schedule: string;
  readonly coversBirthsFrom: { readonly male: string; readonly female: string };
  readonly lessMonths?: number;
  readonly ages: readonly { readonly year: number; readonly male: string; readonly female: string }[];
}

/**
 * An age limit: an age `YY-MM`; the age of a table of retirement ages (`schedule`), at most `upTo`; or by the calendar
 * year in which it is reached, the last for all later years.
 */
export type LimitAge =
  | string
  | { readonly schedule: string; readonly upTo?: string }
  | readonly { readonly year: number; readonly age: string }[];

/** The limit of some ranks, for men and women; without ranks: of everybody in the group, whatever the rank. */
export interface RankLimit {
  readonly ranks?: readonly string[];
  readonly male: LimitAge;
  readonly female: LimitAge;
}

/** Age limits of service (hạn tuổi phục vụ cao nhất) by rank and sex. */
export interface AgeLimitProvision extends ProvisionHead {
  readonly kind: 'age-limit';
  readonly group: readonly string[];
  readonly limits: readonly RankLimit[];
  /** The most years by which service may lawfully be prolonged. */
  readonly extensionYears?: number;
}

/** How months early are counted. */
export interface MonthsEarlyProvision extends ProvisionHead {
  readonly kind: 'months-early';
  readonly pensionStartsAfterMonths: number;
  readonly leavingMonth: 'counts' | 'dropped';
}

/**
 * That months worked past the retirement age count: whoever leaves after it is measured, not turned away. Counted from
 * the month in which the normal pension would have started, or from that in which a pension or benefit is drawn.
 */
export interface MonthsPastProvision extends ProvisionHead {
  readonly kind: 'months-past';
  /** `age` (default), or `pension`: từ khi hưởng lương hưu, trợ cấp mất sức lao động (`person.pensionSince`). */
  readonly since?: 'age' | 'pension';
}

/** Which time is the time of work of part-time staff: the sum of its parts. Default: `work` alone. */
export interface WorkTimeProvision extends ProvisionHead {
  readonly kind: 'work-time';
  /** `work`: thời gian không chuyên trách; `otherPosts`: thời gian đóng BHXH bắt buộc ở chức danh khác. */
  readonly of: readonly WorkPart[];
}

/** A part of the time of work. */
export type WorkPart = 'work' | 'otherPosts';

/** Which insurance time counts as service; the shorter of two. Default: all time not yet paid out (`countable`). */
export interface ServiceTimeProvision extends ProvisionHead {
  readonly kind: 'service-time';
  readonly of: readonly (typeof SERVICE_PARTS)[number][];
  /** Time that is taken off it, as far as the case gives it. */
  readonly less?: readonly (typeof SERVICE_LESS)[number][];
}

/** How the months to the end of a term of office are counted from the leaving month on: at least so many. */
export interface TermMonthsProvision extends ProvisionHead {
  readonly kind: 'term-months';
  /** Whether the month in which the term ends counts. */
  readonly lastMonth: 'counts' | 'dropped';
  readonly atLeastMonths: number;
}

/** How the months of waiting for the age are counted (nghỉ công tác chờ đủ tuổi nghỉ hưu): from the leaving month to the month of the age. */
export interface WaitingMonthsProvision extends ProvisionHead {
  readonly kind: 'waiting-months';
  /** Whether the month of leaving counts. */
  readonly leavingMonth: 'counts' | 'dropped';
  /** Whether the month in which the age is reached counts. */
  readonly ageMonth: 'counts' | 'dropped';
}

/** How odd months become part of a year. */
export interface OddMonthsProvision extends ProvisionHead {
  readonly kind: 'odd-months';
  readonly quantity: YearQuantity;
  readonly bands: readonly (Interval<number> & { readonly years: string })[];
}

/** The most months of severance. */
export interface SeveranceMonthsProvision extends ProvisionHead {
  readonly kind: 'severance-months';
  readonly upToMonths: number;
}

/** When a term begins: `leaving.reorganisation`, a date, or the later of several (ngày muộn hơn). */
export type ClockStart = string | { readonly later: readonly string[] };

/** A term within which an event must fall. */
export interface ClockProvision extends ProvisionHead {
  readonly kind: 'clock';
  readonly starts: ClockStart;
  readonly months: number;
  readonly event: 'leaving.date' | 'leaving.decided';
  readonly inside: string;
  readonly outside: string;
}

/** How a term in months ends. */
export interface TermEndProvision extends ProvisionHead {
  readonly kind: 'term-end';
  readonly firstDay: 'not-counted' | 'counted';
  readonly ends: 'corresponding-day';
  readonly missingDay: 'last-day-of-month';
}

/** The statutory base salary from a month on. */
export interface BaseSalaryProvision extends ProvisionHead {
  readonly kind: 'base-salary';
  readonly amount: string;
  readonly since: string;
}

/** Which month's base salary counts. */
export interface BaseSalaryMonthProvision extends ProvisionHead {
  readonly kind: 'base-salary-month';
  readonly monthsBefore: number;
}

/** A component of the current monthly salary; its condition says for which groups and under which reading it counts. */
export interface ComponentProvision extends ProvisionHead {
  readonly kind: 'component';
  readonly component: string;
  readonly title: Words;
  readonly unit: 'coefficient' | 'percent' | 'dong';
  readonly required?: boolean;
}

/** A pay scale of a grade (bảng lương): the coefficient of the first step, the increment, the number of steps. */
export interface PayScaleProvision extends ProvisionHead {
  readonly kind: 'pay-scale';
  readonly scale: string;
  readonly title: Words;
  readonly first: string;
  readonly increment: string;
  readonly steps: number;
}

/** Over-frame seniority (thâm niên vượt khung) by the months on the last step of a scale, in per cent. */
export interface OverFrameProvision extends ProvisionHead {
  readonly kind: 'over-frame';
  readonly scale: readonly string[];
  readonly afterMonths: number;
  readonly percent: string;
  /** Per cent for each further full year. */
  readonly yearly: string;
}

/**
 * The percentage of a component, where the law sets it: a fixed one, or so much for each full year from a number of
 * years on (thâm niên nghề). It checks and audits; a case states its own percentage.
 */
export interface ComponentRateProvision extends ProvisionHead {
  readonly kind: 'component-rate';
  readonly payTable: readonly string[];
  readonly component: string;
  readonly percent?: string;
  readonly yearly?: string;
  readonly fromYears?: number;
}

/** On which components a percentage stands. */
export interface PercentBaseProvision extends ProvisionHead {
  readonly kind: 'percent-base';
  readonly payTable: readonly string[];
  readonly components: readonly string[];
  readonly of: readonly string[];
}

/** Where money is rounded, to which step, and how. */
export interface RoundingProvision extends ProvisionHead {
  readonly kind: 'rounding';
  readonly of: 'component' | 'line';
  readonly step?: string;
  readonly mode: 'half-up' | 'half-even' | 'up' | 'down' | 'none';
}

/**
 * A bound of plausible input: a plain decimal; so many statutory base salaries of the month; the amount of the last
 * `since` that has begun; so much for each insured year, one begun counting whole; the time since an age, in years.
 */
export type PlausibleBound =
  | string
  | { readonly baseSalaries: string }
  | { readonly byMonth: readonly { readonly since: string; readonly amount: string }[] }
  | { readonly perInsuredYear: string }
  | { readonly sinceAge: number };

/**
 * Within which bounds a value of the case is plausible (giới hạn số liệu hợp lý). It refuses slips and pays nothing:
 * a value beyond is refused unless the case says `acceptImplausible`. With `doubt` it is told as a warning instead.
 */
export interface PlausibleProvision extends ProvisionHead {
  readonly kind: 'plausible';
  readonly title: Words;
  /** The key of the case whose value is bounded. */
  readonly of: PlausibleKey;
  readonly least?: PlausibleBound;
  readonly most?: PlausibleBound;
  /** The one value that the law knows. */
  readonly only?: string;
  /** Only where these keys of the salary are given, or are not. */
  readonly given?: readonly PlausibleKey[];
  readonly notGiven?: readonly PlausibleKey[];
  /** A value beyond is no fault but has to be looked at: what is to be said of it. */
  readonly doubt?: { readonly code: string; readonly message: Words };
}

/** That a case is settled on this basis too: its address joins the legal basis of every line paid. */
export interface BasisProvision extends ProvisionHead {
  readonly kind: 'basis';
  readonly title: Words;
  readonly when: Condition;
}

/** A class that conditions may use. */
export interface ClassProvision extends ProvisionHead {
  readonly kind: 'class';
  readonly class: string;
  readonly value: string;
  readonly when: Condition;
}

/** The name of a benefit, and the route it belongs to. */
export interface BenefitTitleProvision extends ProvisionHead {
  readonly kind: 'benefit-title';
  readonly benefit: string;
  /** Place among the lines of a result. */
  readonly order: number;
  readonly route: string;
  readonly title: Words;
}

/** `rate × quantity`, on the part of the quantity above `above` and up to `upTo`; without `per` a fixed number. */
export interface Term {
  readonly rate: string;
  readonly per?: QuantityName;
  readonly above?: number | string;
  readonly upTo?: number | string;
}

/** A limit of money: so many months of a base, or an amount in đồng. */
export type Limit = { readonly base: BaseName; readonly months: string } | { readonly dong: string };

/** A row of a benefit table: `amount = base × Σ terms`, at most `cap` months, then at least `least`, at most `most`. */
export interface BenefitProvision extends ProvisionHead {
  readonly kind: 'benefit';
  readonly benefit: string;
  readonly when: Condition;
  readonly base: BaseName;
  readonly terms: readonly Term[];
  readonly cap?: string;
  /** The least that is paid to whom the row pays (mức tối thiểu). */
  readonly least?: Limit;
  /** The most that is paid (mức tối đa); it goes before the least. */
  readonly most?: Limit;
}

/** The most that the benefits of a route come to together (mức tối đa của tổng các khoản). */
export interface TotalLimitProvision extends ProvisionHead {
  readonly kind: 'total-limit';
  readonly route: string;
  /** The benefits that count; default: all of the route. */
  readonly benefits?: readonly string[];
  /** The lowest of them applies. */
  readonly most: readonly Limit[];
}

/** A declared empty place in a benefit table: the law gives nothing here. */
export interface EmptyProvision extends ProvisionHead {
  readonly kind: 'empty';
  readonly benefits: readonly string[];
  readonly when: Condition;
  readonly message: Words;
}

/** An open legal question: its options, the default, and the source of each. */
export interface InterpretationProvision extends ProvisionHead {
  readonly kind: 'interpretation';
  readonly interpretation: string;
  readonly question: Words;
  readonly default: string;
  readonly options: readonly { readonly option: string; readonly title: Words; readonly source: Words }[];
}

/** A transition: earlier leavers are raised to what a later version gives. */
export interface TopUpProvision extends ProvisionHead {
  readonly kind: 'top-up';
  readonly leavers: { readonly from: string; readonly until: string };
  readonly version: string;
  readonly message: Words;
}

/** Where this scheme gives way to another one that covers the case (nhường cho chế độ khác). */
export interface YieldProvision extends ProvisionHead {
  readonly kind: 'yield';
  readonly to: string;
  /** Whether the result of the other scheme tells what this one would give: that it gives way is not certain. */
  readonly tellsAmount?: boolean;
  readonly when: Condition;
  readonly code: string;
  readonly message: Words;
}

/** Who was settled under another scheme for less is raised to what this one gives (cấp bù). */
export interface RaiseProvision extends ProvisionHead {
  readonly kind: 'raise';
  readonly when: Condition;
  readonly message: Words;
}

/** The pension rate (tỷ lệ lương hưu) by insurance years, in per cent of the average salary. */
export interface PensionRateProvision extends ProvisionHead {
  readonly kind: 'pension-rate';
  /** Insurance years that give the starting rate. */
  readonly years: number;
  readonly percent: string;
  /** Per cent for each further year. */
  readonly yearly: string;
  readonly most: string;
}

/** What is cut from the pension rate for each year early, in per cent, where no decree waives it. */
export interface PensionCutProvision extends ProvisionHead {
  readonly kind: 'pension-cut';
  readonly yearly: string;
}

/** The one-off allowance for insurance years above the most that the rate counts, in months of average salary. */
export interface PensionSurplusProvision extends ProvisionHead {
  readonly kind: 'pension-surplus';
  readonly aboveYears: number;
  readonly rate: string;
}

/** Any provision. */
export type Provision =
  | GroupProvision
  | SubjectProvision
  | ExclusionProvision
  | RequirementProvision
  | NoticeProvision
  | PensionTimeProvision
  | RetirementAgeProvision
  | AgeLimitProvision
  | MonthsEarlyProvision
  | MonthsPastProvision
  | OddMonthsProvision
  | ServiceTimeProvision
  | WorkTimeProvision
  | TermMonthsProvision
  | WaitingMonthsProvision
  | SeveranceMonthsProvision
  | ClockProvision
  | TermEndProvision
  | BaseSalaryProvision
  | BaseSalaryMonthProvision
  | ComponentProvision
  | PayScaleProvision
  | OverFrameProvision
  | ComponentRateProvision
  | PercentBaseProvision
  | PlausibleProvision
  | RoundingProvision
  | BasisProvision
  | ClassProvision
  | BenefitTitleProvision
  | BenefitProvision
  | TotalLimitProvision
  | EmptyProvision
  | InterpretationProvision
  | TopUpProvision
  | YieldProvision
  | RaiseProvision
  | PensionRateProvision
  | PensionCutProvision
  | PensionSurplusProvision;

/** The kind of a provision. */
export type ProvisionKind = Provision['kind'];

/** Provisions of one kind. */
export type ProvisionOf<K extends ProvisionKind> = Extract<Provision, { kind: K }>;
