import { monthText } from '../base/calendar.ts';
import { decimalText, unscaled } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import type { BenefitLine, TermValue } from '../benefits/lines.ts';
import type {
  Candidate,
  Choices,
  Derivation,
  FindingFound,
  Outcome,
  PensionInformation,
  Raise,
  TopUp,
  TouchedQuestion,
  Worked,
} from '../derivation/derivation.ts';
import type { Cite } from '../law/version.ts';
import { QUANTITY_PLACES } from '../law/vocabulary.ts';

/** The measures of a case, as the contract writes them; those that its scheme does not know are absent. */
export interface ResultMeasures {
  /** Tiền lương tháng hiện hưởng, đồng. */
  readonly monthlySalary: string;
  /** Tháng đủ tuổi nghỉ hưu, YYYY-MM. */
  readonly normalRetirement?: string;
  /** Tháng bắt đầu hưởng lương hưu nếu nghỉ đúng tuổi, YYYY-MM. */
  readonly pensionStart?: string;
  /** Số tháng nghỉ sớm. */
  readonly monthsEarly?: number;
  /** Số năm nghỉ sớm (đã làm tròn tháng lẻ). */
  readonly yearsEarly?: string;
  /** Số năm công tác được tính trợ cấp (đã làm tròn tháng lẻ). */
  readonly serviceYears?: string;
  /** Số tháng để tính trợ cấp thôi việc. */
  readonly severanceMonths?: number;
  /** `first-12-months`, `from-month-13` or `none`. */
  readonly window: string;
  readonly pensionEligible?: boolean;
  /** Số tháng làm việc quá tuổi nghỉ hưu. */
  readonly monthsPast?: number;
  /** Số năm công tác của người hoạt động không chuyên trách (đã làm tròn tháng lẻ). */
  readonly workYears?: string;
  /** Số tháng đến hết nhiệm kỳ, hết thời hạn bổ nhiệm. */
  readonly termMonths?: number;
}

/** The names of the measures, in their order. */
export const MEASURE_NAMES: readonly (keyof ResultMeasures)[] = [
  'monthlySalary',
  'normalRetirement',
  'pensionStart',
  'monthsEarly',
  'yearsEarly',
  'serviceYears',
  'severanceMonths',
  'window',
  'pensionEligible',
  'monthsPast',
  'workYears',
  'termMonths',
];

/** One line of what is paid. */
export interface ResultBenefit {
  readonly id: string;
  /** How many months of the base the line pays. */
  readonly months: string;
  /** Đồng. */
  readonly amount: string;
  /** The computation in numbers, free of language. */
  readonly formula: string;
  readonly cite: readonly Cite[];
  /** The name of the row in the rule files. */
  readonly row: string;
}

/** A remark, a reason, or a warning. */
export interface Finding {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly cite: readonly Cite[];
}

/** A component of the monthly salary. */
export interface ResultSalaryLine {
  readonly component: string;
  readonly given: string;
  readonly amount: string;
  readonly cite: readonly Cite[];
}

/** A scheme that was looked at, and what became of it. */
export interface ResultCandidate {
  readonly scheme: string;
  readonly version: string | null;
  readonly status: Candidate['status'];
  readonly total?: string;
  readonly code: string;
  readonly message: string;
  readonly cite: readonly Cite[];
}

/** The result of one case (contract, version 1), without its receipt. */
export interface Result {
  readonly schema: 'nd178/result@1';
  readonly id?: string;
  readonly outcome: Outcome;
  readonly law: {
    readonly scheme: string;
    readonly version: string | null;
    readonly hash: string | null;
    readonly acts: readonly string[];
  };
  /** What the caller chose beyond the defaults; absent when nothing. A replay applies it again. */
  readonly options?: Choices;
  /** The route that pays, or null. */
  readonly route: string | null;
  readonly measures?: ResultMeasures;
  readonly benefits: readonly ResultBenefit[];
  /** Đồng. */
  readonly total: string;
  /** Cấp bù: what a transition adds for an earlier leaver; not part of the total. */
  readonly topUp?: Omit<TopUp, 'finding'>;
  /** Cấp bù: what is still due after an earlier settlement under another scheme; not part of the total. */
  readonly raise?: Raise;
  /** Lương hưu, để tham khảo: no part of what is settled. */
  readonly pension?: PensionInformation;
  /** The schemes looked at for a case that names none, and why each was chosen or not. */
  readonly candidates?: readonly ResultCandidate[];
  readonly findings: readonly Finding[];
  readonly interpretations: readonly TouchedQuestion[];
  readonly salary: readonly ResultSalaryLine[];
  readonly case: Case;
}

/** Writes a case worked out as a result. */
export function resultOf(worked: Worked, lang: Lang): Result {
  const { choices, derivation, interpretations, topUp, raise, pension, candidates } = worked;
  const { law, case: one } = derivation;
  return {
    schema: 'nd178/result@1',
    ...(one.id === undefined ? {} : { id: one.id }),
    outcome: derivation.outcome,
    law: { scheme: law.scheme, version: law.date, hash: law.hash, acts: law.acts },
    ...(choices ? { options: choices } : {}),
    route: derivation.route ?? null,
    measures: measuresOf(derivation),
    benefits: derivation.lines.map(benefitOf),
    total: decimalText(derivation.total),
    ...(topUp ? { topUp: toppedUp(topUp) } : {}),
    ...(raise ? { raise } : {}),
    ...(pension ? { pension } : {}),
    ...(candidates ? { candidates: candidates.map((one) => candidateOf(one, lang)) } : {}),
    findings: derivation.findings.map((found) => findingOf(found, lang)),
    interpretations,
    salary: derivation.salary.lines.map((line) => ({
      component: line.component,
      given: line.given,
      amount: decimalText(line.amount),
      cite: [...line.rule.cites, ...(line.base?.cites ?? []), ...(line.percentBase?.cites ?? [])],
    })),
    case: one,
  };
}

/** Writes what became of a scheme that was looked at, in a language. */
export function candidateOf({ scheme, version, status, total, reason }: Candidate, lang: Lang): ResultCandidate {
  const { code, words, cites } = reason;
  const paid = total === undefined ? {} : { total };
  return { scheme, version, status, ...paid, code, message: words[lang], cite: cites };
}

function toppedUp({ version, hash, total, amount, cite }: TopUp): Omit<TopUp, 'finding'> {
  return { version, hash, total, amount, cite };
}

/** Writes a finding in a language. */
export function findingOf(found: FindingFound, lang: Lang): Finding {
  return { code: found.code, severity: found.severity, message: found.words[lang], cite: found.cites };
}

function measuresOf({ measures, salary }: Derivation): ResultMeasures {
  const { retirement, monthsEarly, monthsPast, yearsEarly, serviceYears, workYears, severanceMonths } = measures;
  const years = (hundredths: number): string => unscaled(hundredths, QUANTITY_PLACES);
  return {
    monthlySalary: decimalText(salary.amount),
    ...(retirement
      ? { normalRetirement: monthText(retirement.ageMonth), pensionStart: monthText(retirement.pensionStart) }
      : {}),
    ...(monthsEarly ? { monthsEarly: monthsEarly.value } : {}),
    ...(yearsEarly ? { yearsEarly: years(yearsEarly.value) } : {}),
    ...(serviceYears ? { serviceYears: years(serviceYears.value) } : {}),
    ...(severanceMonths ? { severanceMonths: severanceMonths.value } : {}),
    window: measures.window?.name ?? 'none',
    ...(measures.pension ? { pensionEligible: measures.pension.eligible } : {}),
    ...(monthsPast ? { monthsPast: monthsPast.value } : {}),
    ...(workYears ? { workYears: years(workYears.value) } : {}),
    ...(measures.termMonths ? { termMonths: measures.termMonths.value } : {}),
  };
}

function benefitOf(line: BenefitLine): ResultBenefit {
  return {
    id: line.benefit,
    months: decimalText(line.months),
    amount: decimalText(line.amount),
    formula: `${monthsFormula(line.terms)} × ${decimalText(line.base)}`,
    cite: line.cites,
    row: line.row.id,
  };
}

/** The months of a line in numbers: "30", "(5 + 0.5 × 2)". */
export function monthsFormula(terms: readonly TermValue[]): string {
  const parts = terms.map(({ rate, per, quantity }) =>
    per === undefined ? rate : rate === '1' ? quantity : `${rate} × ${quantity}`,
  );
  return parts.length === 1 ? (parts[0] ?? '0') : `(${parts.join(' + ')})`;
}

export type { Choices as ResultOptions, TouchedQuestion as ResultInterpretation };
