import { monthText } from '../base/calendar.ts';
import { decimalText, unscaled, type Dong } from '../base/decimal.ts';
import type { Writable } from '../base/writable.ts';
import type { Lang, OneOf } from '../base/text.ts';
import type { Case } from '../case/case.ts';
import type { BenefitLine, TermValue } from './benefit/lines.ts';
import type {
  Calculation,
  Candidate,
  Choices,
  Derivation,
  FindingFound,
  Measures,
  Outcome,
  PensionInformation,
  SettlementTopUp,
  TopUp,
  TouchedQuestion,
} from './derivation.ts';
import type { BenefitId, Route, SchemeId, WindowName } from '../../rules/names.generated.ts';
import type { Cite, LawVersion } from '../law/version.ts';
import type { FindingCode } from './codes.ts';
import { isYears, QUANTITY_PLACES } from '../law/vocabulary.ts';
import { RESULT_QUANTITIES, type ResultQuantities, type ResultQuantity } from './measure/quantities.ts';
import type { SalaryLine } from './salary/salary.ts';

/** The measures of a case, as the contract writes them; those that its scheme does not know are absent. */
export interface ResultMeasures extends ResultQuantities {
  /** Tiền lương tháng hiện hưởng, đồng. */
  readonly monthlySalary: string;
  /** Tháng đủ tuổi nghỉ hưu, YYYY-MM. */
  readonly normalRetirement?: string;
  /** Tháng bắt đầu hưởng lương hưu nếu nghỉ đúng tuổi, YYYY-MM. */
  readonly pensionStart?: string;
  /** `first-12-months`, `from-month-13` or `none`. */
  readonly window: OneOf<WindowName>;
  readonly pensionEligible?: boolean;
}

/** The quantities of the first contract; those that came later stand behind the window, since records are written so. */
const FIRST: readonly ResultQuantity[] = ['monthsEarly', 'yearsEarly', 'serviceYears', 'severanceMonths'];
const LATER: readonly ResultQuantity[] = RESULT_QUANTITIES.filter((name) => !FIRST.includes(name));

/** The names of the measures, in their order. */
export const MEASURE_NAMES: readonly (keyof ResultMeasures)[] = [
  'monthlySalary',
  'normalRetirement',
  'pensionStart',
  ...FIRST,
  'window',
  'pensionEligible',
  ...LATER,
];

/** One line of what is paid. */
export interface ResultBenefit {
  readonly id: OneOf<BenefitId>;
  /** How many months of the base the line pays. */
  readonly months: string;
  /** Đồng. */
  readonly amount: string;
  /** Đồng that a limit over the sum of the benefits took off; no longer in the amount. Absent where nothing. */
  readonly reduced?: string;
  /** The computation in numbers, free of language. */
  readonly formula: string;
  readonly cite: readonly Cite[];
  /** The name of the row in the rule files. */
  readonly row: string;
  /** The first and the last month that the line pays for (YYYY-MM), where it pays month by month. */
  readonly from?: string;
  readonly until?: string;
}

/** A remark, a reason, or a warning. */
export interface Finding {
  readonly code: OneOf<FindingCode>;
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
  readonly scheme: OneOf<SchemeId>;
  readonly version: string | null;
  readonly status: Candidate['status'];
  readonly total?: string;
  readonly code: OneOf<FindingCode>;
  readonly message: string;
  readonly cite: readonly Cite[];
}

/** The result of one case (contract, version 1), without its receipt. */
export interface Result {
  readonly schema: 'nd178/result@1';
  readonly id?: string;
  readonly outcome: Outcome;
  readonly law: {
    readonly scheme: OneOf<SchemeId>;
    readonly version: string | null;
    readonly hash: string | null;
    readonly acts: readonly string[];
    /** The day to which the law was looked at: acts issued later are not considered. */
    readonly reach?: string;
  };
  /** What the caller chose beyond the defaults; absent when nothing. A replay applies it again. */
  readonly options?: Choices;
  /** The route that pays, or null. */
  readonly route: OneOf<Route> | null;
  readonly measures?: ResultMeasures;
  readonly benefits: readonly ResultBenefit[];
  /** Đồng. */
  readonly total: string;
  /** Cấp bù: what a transition adds for an earlier leaver; not part of the total. */
  readonly topUp?: Omit<TopUp, 'finding'>;
  /** Cấp bù: what is still due after an earlier settlement under another scheme; not part of the total. */
  readonly raise?: SettlementTopUp;
  /** Lương hưu, để tham khảo: no part of what is settled. */
  readonly pension?: PensionInformation;
  /** The schemes looked at for a case that names none, and why each was chosen or not. */
  readonly candidates?: readonly ResultCandidate[];
  readonly findings: readonly Finding[];
  readonly interpretations: readonly TouchedQuestion[];
  readonly salary: readonly ResultSalaryLine[];
  readonly case: Case;
}

/** Writes a case calculated as a result. */
export function resultOf(calculation: Calculation, lang: Lang): Result {
  const { choices, derivation, topUp, raise, pension, candidates } = calculation;
  const { law, case: one, outcome } = derivation;
  const result = (one.id === undefined
    ? { schema: 'nd178/result@1', outcome, law: undefined }
    : { schema: 'nd178/result@1', id: one.id, outcome, law: undefined }) as unknown as Writable<Result>;
  result.law = lawOf(law);
  if (choices) result.options = choices;
  result.route = derivation.route ?? null;
  const measures = measuresOf(derivation);
  result.measures = measures;
  result.benefits = derivation.lines.map((line) => benefitOf(line, derivation.salary.amount, measures.monthlySalary));
  result.total = decimalText(derivation.total);
  if (topUp) result.topUp = topUpOf(topUp);
  if (raise) result.raise = raise;
  if (pension) result.pension = pension;
  if (candidates) result.candidates = candidates.map((each) => resultCandidate(each, lang));
  result.findings = derivation.findings.map((found) => findingOf(found, lang));
  result.interpretations = calculation.interpretations;
  result.salary = derivation.salary.lines.map(salaryLineOf);
  result.case = one;
  return result;
}

function lawOf({ scheme, date: version, hash, acts, reach }: LawVersion): Result['law'] {
  return reach === undefined ? { scheme, version, hash, acts } : { scheme, version, hash, acts, reach };
}

/** Writes what became of a scheme that was looked at, in a language. */
export function resultCandidate({ scheme, version, status, total, reason }: Candidate, lang: Lang): ResultCandidate {
  const { code, words, cites: cite } = reason;
  const message = words[lang];
  if (total === undefined) return { scheme, version, status, code, message, cite };
  return { scheme, version, status, total, code, message, cite };
}

function topUpOf({ version, hash, total, amount, cite }: TopUp): Omit<TopUp, 'finding'> {
  return { version, hash, total, amount, cite };
}

function salaryLineOf({ component, given, amount, rule, base, percentBase }: SalaryLine): ResultSalaryLine {
  const cite = [...rule.cites, ...(base?.cites ?? []), ...(percentBase?.cites ?? [])];
  return { component, given, amount: decimalText(amount), cite };
}

/** Writes a finding in a language. */
export function findingOf({ code, severity, words, cites }: FindingFound, lang: Lang): Finding {
  return { code, severity, message: words[lang], cite: cites };
}

function measuresOf({ measures, salary }: Derivation): ResultMeasures {
  const { retirement, pension, window } = measures;
  const result = { monthlySalary: decimalText(salary.amount) } as Writable<ResultMeasures>;
  if (retirement) {
    result.normalRetirement = monthText(retirement.ageMonth);
    result.pensionStart = monthText(retirement.pensionStart);
  }
  addQuantities(FIRST, measures, result);
  result.window = window?.name ?? 'none';
  if (pension) result.pensionEligible = pension.eligible;
  addQuantities(LATER, measures, result);
  return result;
}

function addQuantities(names: readonly ResultQuantity[], measures: Measures, into: Writable<ResultMeasures>): void {
  for (const name of names) {
    const found = measures[name];
    if (!found) continue;
    if (isYears(name)) into[name] = unscaled(found.value, QUANTITY_PLACES);
    else into[name] = found.value;
  }
}

function benefitOf(line: BenefitLine, salary: Dong, salaryText: string): ResultBenefit {
  // Most lines stand on the salary, which is written already.
  const base = line.base === salary ? salaryText : decimalText(line.base);
  const { bounded, reduced, stretch } = line;
  const plain =
    line.row.provision.base === 'dong' ? monthsFormula(line.terms) : `${monthsFormula(line.terms)} × ${base}`;
  const formula = boundFormula(plain, bounded);
  const result = {
    id: line.benefit,
    months: decimalText(line.months),
    amount: decimalText(line.amount),
  } as Writable<ResultBenefit>;
  if (reduced) result.reduced = decimalText(reduced.by);
  result.formula = reduced ? `${formula} − ${decimalText(reduced.by)}` : formula;
  result.cite = line.cites;
  result.row = line.row.id;
  if (stretch) {
    result.from = monthText(stretch.from);
    result.until = monthText(stretch.until);
  }
  return result;
}

/**
 * The computation within the limit of the row, where that applied. A most in months of a base stands in no formula:
 * records that were written so must come out again.
 */
function boundFormula(plain: string, bounded: BenefitLine['bounded']): string {
  if (!bounded || (bounded.by === 'most' && 'base' in bounded.stated)) return plain;
  return `${bounded.by === 'most' ? 'min' : 'max'}(${plain}, ${decimalText(bounded.limit)})`;
}

/** The months of a line in numbers: "30", "(5 + 0.5 × 2)". */
export function monthsFormula(terms: readonly TermValue[]): string {
  let formula = '';
  for (const { rate, per, quantity } of terms) {
    if (formula !== '') formula += ' + ';
    formula += per === undefined ? rate : rate === '1' ? quantity : `${rate} × ${quantity}`;
  }
  return terms.length === 1 ? formula : `(${formula})`;
}

export type { Choices as ResultOptions, TouchedQuestion as ResultInterpretation };
