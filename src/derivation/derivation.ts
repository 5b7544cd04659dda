import type { Month } from '../base/calendar.ts';
import type { Dong } from '../base/decimal.ts';
import type { Words } from '../base/text.ts';
import type { BenefitLine, EmptyLine } from '../benefits/lines.ts';
import type { RouteFound } from '../benefits/route.ts';
import type { Case } from '../case/case.ts';
import type { Facts } from '../law/facts.ts';
import type {
  AgeLimitProvision,
  GroupProvision,
  MonthsEarlyProvision,
  MonthsPastProvision,
  OddMonthsProvision,
  PensionTimeProvision,
  Provision,
  RetirementAgeProvision,
  ServiceTimeProvision,
  SeveranceMonthsProvision,
  SubjectProvision,
  TermMonthsProvision,
} from '../law/provision.ts';
import type { Cite, LawVersion, Rule } from '../law/version.ts';
import type { Window } from '../measures/window.ts';
import type { MonthlySalary } from '../salary/salary.ts';

/** `paid`; `nothing`: the law gives nothing; `refused`: it cannot be computed. */
export type Outcome = 'paid' | 'nothing' | 'refused';

/** Something the reader of a result must know (lưu ý). */
export interface FindingFound {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly words: Words;
  readonly cites: readonly Cite[];
}

/** A count and the rule that gave it. */
export interface Counted<P extends Provision> {
  readonly value: number;
  readonly rule: Rule<P>;
}

/** Years in hundredths, the months they were made of, and the rule that rounded the odd months. */
export interface CountedYears extends Counted<OddMonthsProvision> {
  readonly months: number;
}

/** The measures of a case that its scheme knows, each with the rule that gave it. */
export interface Measures {
  /**
   * Tháng đủ tuổi nghỉ hưu; the age rule is absent when the case itself gives the limit. Absent as a whole where the
   * scheme knows no age, or the age was reached before the tables begin.
   */
  readonly retirement?:
    | {
        readonly ageMonth: Month;
        readonly pensionStart: Month;
        readonly rule: Rule<RetirementAgeProvision | AgeLimitProvision> | undefined;
      }
    | undefined;
  /** Số tháng nghỉ sớm. */
  readonly monthsEarly?: Counted<MonthsEarlyProvision> | undefined;
  /** Số tháng làm việc quá tuổi nghỉ hưu. */
  readonly monthsPast?:
    | (Counted<MonthsPastProvision> & {
        /** The age was reached before the tables begin: at least so many months. */
        readonly atLeast?: boolean;
      })
    | undefined;
  /** Số năm nghỉ sớm, hundredths. */
  readonly yearsEarly?: CountedYears | undefined;
  /** Số năm công tác được tính trợ cấp, hundredths. */
  readonly serviceYears?: (CountedYears & { readonly of: Rule<ServiceTimeProvision> | undefined }) | undefined;
  /** Số năm công tác của người hoạt động không chuyên trách, hundredths. */
  readonly workYears?: CountedYears | undefined;
  /** Số tháng để tính trợ cấp thôi việc. */
  readonly severanceMonths?: (Counted<SeveranceMonthsProvision> & { readonly months: number }) | undefined;
  /** Số tháng đến hết nhiệm kỳ, ít nhất bằng mức tối thiểu. */
  readonly termMonths?: (Counted<TermMonthsProvision> & { readonly months: number }) | undefined;
  /** Đủ thời gian hưởng lương hưu; the rule is absent when the case states it. */
  readonly pension?:
    | {
        readonly eligible: boolean;
        readonly months: number;
        readonly rule: Rule<PensionTimeProvision> | undefined;
      }
    | undefined;
  readonly window?: Window | undefined;
}

/** A case worked out under one version of the law and one choice of readings, each value with its rule. */
export interface Derivation {
  readonly law: LawVersion;
  readonly case: Case;
  readonly facts: Facts;
  readonly group: Rule<GroupProvision>;
  readonly subject: Rule<SubjectProvision> | undefined;
  readonly measures: Measures;
  readonly salary: MonthlySalary;
  readonly routes: readonly RouteFound[];
  /** The route that pays; undefined when none does. */
  readonly route: string | undefined;
  readonly lines: readonly BenefitLine[];
  readonly empties: readonly EmptyLine[];
  readonly findings: readonly FindingFound[];
  readonly outcome: Outcome;
  readonly total: Dong;
  /** The open questions that decided something. */
  readonly consulted: ReadonlySet<string>;
}

/** An open legal question that a case touches, and what each other option would pay, in đồng. */
export interface TouchedQuestion {
  readonly id: string;
  readonly chosen: string;
  readonly alternatives: readonly { readonly option: string; readonly total: string }[];
}

/** What a transition adds for an earlier leaver (cấp bù): what the later version gives less what was due then. */
export interface TopUp {
  /** The version the leaver is raised to. */
  readonly version: string;
  /** Its content hash. */
  readonly hash: string;
  /** Đồng under that version. */
  readonly total: string;
  /** Đồng to top up; never negative. */
  readonly amount: string;
  readonly cite: readonly Cite[];
  /** The finding that tells it. */
  readonly finding: FindingFound;
}

/** What is still due after an earlier settlement under another scheme (cấp bù). */
export interface Raise {
  /** The scheme of the earlier settlement. */
  readonly scheme: string;
  /** Đồng paid then, as the case states. */
  readonly paid: string;
  /** Đồng still due; never negative. */
  readonly due: string;
  readonly cite: readonly Cite[];
}

/** One scheme that was looked at for a case that names none, and what became of it. */
export interface Candidate {
  readonly scheme: string;
  readonly title: Words;
  /** The version that governs the leaving date; null where none does. */
  readonly version: string | null;
  readonly status: 'chosen' | 'less' | 'nothing' | 'refused' | 'yields' | 'not-a-subject' | 'not-in-force';
  /** Đồng; absent where it was not worked out. */
  readonly total?: string;
  /** Why it was not chosen, or that it is the only one or the highest. */
  readonly reason: FindingFound;
}

/** A pension, for information: no part of what is settled (lương hưu, để tham khảo). */
export interface PensionInformation {
  /** The version of the insurance law. */
  readonly version: string;
  /** Insurance years that count, odd months rounded. */
  readonly years: string;
  /** Per cent of the average salary. */
  readonly rate: string;
  /** The rate if nothing waived the cut for leaving early; absent where that rule is not verified or not accepted. */
  readonly cutRate?: string;
  /** Đồng a month; absent where the case gives no average salary. */
  readonly monthly?: string;
  /** Trợ cấp một lần khi nghỉ hưu: years above the most, months of average salary, đồng where the average is given. */
  readonly oneOff?: { readonly years: string; readonly months: string; readonly amount?: string };
  readonly cite: readonly Cite[];
}

/** What the caller chose beyond the defaults: without it a result could not be computed again. */
export interface Choices {
  /** The day to which the version of the law was pinned. */
  readonly asOf?: string;
  /** Chosen readings of open questions, touched or not. */
  readonly interpretations?: Readonly<Record<string, string>>;
  /** Unverified provisions that were accepted, sorted. */
  readonly acceptUnverified?: readonly string[];
  /** Whether the pension was asked for, for information. */
  readonly pension?: boolean;
}

/** A case worked out: the derivation with every rule, the open questions it touches, and a top-up. */
export interface Worked {
  /** Undefined when everything stands at its default. */
  readonly choices: Choices | undefined;
  readonly derivation: Derivation;
  readonly interpretations: readonly TouchedQuestion[];
  readonly topUp: TopUp | undefined;
  readonly raise: Raise | undefined;
  readonly pension: PensionInformation | undefined;
  /** The schemes looked at; undefined where the scheme was named. */
  readonly candidates: readonly Candidate[] | undefined;
}
