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
  OddMonthsProvision,
  PensionTimeProvision,
  RetirementAgeProvision,
  SeveranceMonthsProvision,
  SubjectProvision,
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

/** The measures of a case, each with the rule that gave it. */
export interface Measures {
  /** Tháng đủ tuổi nghỉ hưu; the age rule is absent when the case itself gives the limit. */
  readonly retirement: {
    readonly ageMonth: Month;
    readonly pensionStart: Month;
    readonly rule: Rule<RetirementAgeProvision | AgeLimitProvision> | undefined;
  };
  /** Số tháng nghỉ sớm. */
  readonly monthsEarly: { readonly value: number; readonly rule: Rule<MonthsEarlyProvision> };
  /** Số năm nghỉ sớm, hundredths. */
  readonly yearsEarly: { readonly value: number; readonly rule: Rule<OddMonthsProvision> };
  /** Số năm công tác được tính trợ cấp, hundredths. */
  readonly serviceYears: { readonly value: number; readonly months: number; readonly rule: Rule<OddMonthsProvision> };
  /** Số tháng để tính trợ cấp thôi việc. */
  readonly severanceMonths: {
    readonly value: number;
    readonly months: number;
    readonly rule: Rule<SeveranceMonthsProvision>;
  };
  /** Đủ thời gian hưởng lương hưu; the rule is absent when the case states it. */
  readonly pension: {
    readonly eligible: boolean;
    readonly months: number;
    readonly rule: Rule<PensionTimeProvision> | undefined;
  };
  readonly window: Window | undefined;
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

/** What the caller chose beyond the defaults: without it a result could not be computed again. */
export interface Choices {
  /** The day to which the version of the law was pinned. */
  readonly asOf?: string;
  /** Chosen readings of open questions, touched or not. */
  readonly interpretations?: Readonly<Record<string, string>>;
  /** Unverified provisions that were accepted, sorted. */
  readonly acceptUnverified?: readonly string[];
}

/** A case worked out: the derivation with every rule, the open questions it touches, and a top-up. */
export interface Worked {
  /** Absent when everything stands at its default. */
  readonly choices?: Choices;
  readonly derivation: Derivation;
  readonly interpretations: readonly TouchedQuestion[];
  readonly topUp: TopUp | undefined;
}
