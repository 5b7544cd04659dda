import type { Dong } from '../base/decimal.ts';
import type { Words } from '../base/text.ts';
import type { BenefitLine, EmptyLine } from './benefit/lines.ts';
import type { TotalLimit } from './benefit/total-limit.ts';
import type { RouteFound } from './benefit/route.ts';
import type { Case } from '../case/case.ts';
import type { Facts } from '../law/facts.ts';
import type { ExclusionProvision, GroupProvision, SubjectProvision } from '../law/provision.ts';
import type { Cite, LawVersion, Rule } from '../law/version.ts';
import type { QuantityName } from '../law/vocabulary.ts';
import type { RetirementReached } from './measure/age.ts';
import type { PensionTime } from './measure/pension-time.ts';
import type { Measured } from './measure/quantities.ts';
import type { Lacking, Window } from './measure/window.ts';
import type { MonthlySalary } from './salary/salary.ts';

/** `paid`; `nothing`: the law gives nothing; `refused`: it cannot be computed. */
export type Outcome = 'paid' | 'nothing' | 'refused';

/** Something the reader of a result must know (lưu ý). */
export interface FindingFound {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly words: Words;
  readonly cites: readonly Cite[];
}

/** The measures of a case that its scheme knows, each with the rule that gave it. */
export type Measures = { readonly [N in QuantityName]?: Measured[N] | undefined } & {
  /** Absent where the scheme knows no age, or the age was reached before the tables begin. */
  readonly retirement?: RetirementReached | undefined;
  readonly pension?: PensionTime | undefined;
  readonly window?: Window | undefined;
};

/** The figures of a case under one version of the law and one choice of readings, each with its rule. */
export interface Figures {
  readonly law: LawVersion;
  readonly case: Case;
  readonly facts: Facts;
  readonly group: Rule<GroupProvision>;
  /** What keeps the case from being considered. */
  readonly excluded: readonly Rule<ExclusionProvision>[];
  readonly subject: Rule<SubjectProvision> | undefined;
  readonly measures: Measures;
  /** A date that another reading of the clock would look at and the case does not give. */
  readonly otherLacks: Lacking | undefined;
  readonly salary: MonthlySalary;
  readonly routes: readonly RouteFound[];
  /** The route that pays; undefined when none does. */
  readonly route: string | undefined;
  readonly lines: readonly BenefitLine[];
  readonly empties: readonly EmptyLine[];
  /** The limits over the sum of the lines that held, whether they cut anything or not. */
  readonly limits: readonly TotalLimit[];
  /** Rules that had a part though nobody has seen their wording, and which the user does not accept. */
  readonly unverified: readonly Rule[];
  readonly outcome: Outcome;
  readonly total: Dong;
  /** The open questions that decided something. */
  readonly consulted: ReadonlySet<string>;
}

/** The figures of a case, and what is to be said of them. */
export interface Derivation extends Figures {
  readonly findings: readonly FindingFound[];
}

/** An open legal question that a case touches, and what each other option would pay, in đồng. */
export interface TouchedQuestion {
  readonly id: string;
  readonly chosen: string;
  readonly alternatives: readonly { readonly option: string; readonly total: string }[];
}

/** The top-up of a transition for an earlier leaver (cấp bù): what the later version gives less what was due then. */
export interface TopUp {
  /** The version up to which it goes. */
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

/** The top-up after an earlier settlement under another scheme (cấp bù): what is still due. */
export interface SettlementTopUp {
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

/** A case calculated: the derivation with every rule, the open questions it touches, the top-ups. */
export interface Calculation {
  /** Undefined when everything stands at its default. */
  readonly choices: Choices | undefined;
  readonly derivation: Derivation;
  readonly interpretations: readonly TouchedQuestion[];
  readonly topUp: TopUp | undefined;
  readonly raise: SettlementTopUp | undefined;
  readonly pension: PensionInformation | undefined;
  /** The schemes looked at; undefined where the scheme was named. */
  readonly candidates: readonly Candidate[] | undefined;
}
