import { monthText } from '../base/calendar.ts';
import { unchanging } from '../base/canonical-json.ts';
import { decimalText, unscaled, type Dong } from '../base/decimal.ts';
import type { Writable } from '../base/writable.ts';
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
import type { SalaryLine } from '../salary/salary.ts';

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
  const { choices, derivation, topUp, raise, pension, candidates } = worked;
  const { law, case: one, outcome } = derivation;
  const result = (one.id === undefined
    ? { schema: 'nd178/result@1', outcome, law: undefined }
    : { schema: 'nd178/result@1', id: one.id, outcome, law: undefined }) as unknown as Writable<Result>;
  result.law = { scheme: law.scheme, version: law.date, hash: law.hash, acts: law.acts };
  if (choices) result.options = choices;
  result.route = derivation.route ?? null;
  const measures = measuresOf(derivation);
  result.measures = measures;
  result.benefits = derivation.lines.map((line) => benefitOf(line, derivation.salary.amount, measures.monthlySalary));
  result.total = decimalText(derivation.total);
  if (topUp) result.topUp = toppedUp(topUp);
  if (raise) result.raise = raise;
  if (pension) result.pension = pension;
  if (candidates) result.candidates = candidates.map((each) => candidateOf(each, lang));
  result.findings = derivation.findings.map((found) => findingOf(found, lang));
  result.interpretations = worked.interpretations;
  result.salary = salaryLines(derivation.salary.lines);
  result.case = one;
  return result;
}

/** Writes what became of a scheme that was looked at, in a language. */
export function candidateOf(candidate: Candidate, lang: Lang): ResultCandidate {
  return shared(candidates[lang], candidate, () => toldCandidate(candidate, lang));
}

const candidates = { vi: new WeakMap<Candidate, ResultCandidate>(), en: new WeakMap<Candidate, ResultCandidate>() };
const findings = { vi: new WeakMap<FindingFound, Finding>(), en: new WeakMap<FindingFound, Finding>() };

/** What is frozen is shared by many cases, and so is what is made of it; whoever tries to change it must fail. */
function shared<K extends object, V extends object>(known: WeakMap<K, V>, from: K, make: () => V): V {
  const found = known.get(from);
  if (found) return found;
  const made = make();
  if (!Object.isFrozen(from)) return made;
  known.set(from, unchanging(Object.freeze(made)));
  return made;
}

function toldCandidate({ scheme, version, status, total, reason }: Candidate, lang: Lang): ResultCandidate {
  const { code, words, cites: cite } = reason;
  const message = words[lang];
  if (total === undefined) return { scheme, version, status, code, message, cite };
  return { scheme, version, status, total, code, message, cite };
}

function toppedUp({ version, hash, total, amount, cite }: TopUp): Omit<TopUp, 'finding'> {
  return { version, hash, total, amount, cite };
}

const salaries = new WeakMap<readonly SalaryLine[], readonly ResultSalaryLine[]>();

/** The components of a salary. Those that many people share are frozen: whoever tries to change them must fail. */
function salaryLines(lines: readonly SalaryLine[]): readonly ResultSalaryLine[] {
  if (!Object.isFrozen(lines)) return lines.map(salaryLineOf);
  let found = salaries.get(lines);
  if (!found) {
    found = unchanging(Object.freeze(lines.map((line) => Object.freeze(salaryLineOf(line)))));
    salaries.set(lines, found);
  }
  return found;
}

function salaryLineOf(line: SalaryLine): ResultSalaryLine {
  return {
    component: line.component,
    given: line.given,
    amount: decimalText(line.amount),
    cite: citesOfSalary(line),
  };
}

const salaryCites = new WeakMap<object, WeakMap<object, readonly Cite[]>>();

/** The legal basis of a component and of what it stands on; the same for every case, so made once. */
function citesOfSalary({ rule, base, percentBase }: SalaryLine): readonly Cite[] {
  const under = base ?? percentBase ?? rule;
  let known = salaryCites.get(rule);
  if (!known) salaryCites.set(rule, (known = new WeakMap()));
  let cites = known.get(under);
  if (!cites) {
    cites = unchanging([...rule.cites, ...(base?.cites ?? []), ...(percentBase?.cites ?? [])]);
    known.set(under, cites);
  }
  return cites;
}

/** Writes a finding in a language. */
export function findingOf(found: FindingFound, lang: Lang): Finding {
  return shared(findings[lang], found, () => {
    return { code: found.code, severity: found.severity, message: found.words[lang], cite: found.cites };
  });
}

function measuresOf({ measures, salary }: Derivation): ResultMeasures {
  const { retirement, monthsEarly, monthsPast, yearsEarly, serviceYears, workYears, severanceMonths } = measures;
  const result = { monthlySalary: decimalText(salary.amount) } as Writable<ResultMeasures>;
  if (retirement) {
    result.normalRetirement = monthText(retirement.ageMonth);
    result.pensionStart = monthText(retirement.pensionStart);
  }
  if (monthsEarly) result.monthsEarly = monthsEarly.value;
  if (yearsEarly) result.yearsEarly = yearsText(yearsEarly.value);
  if (serviceYears) result.serviceYears = yearsText(serviceYears.value);
  if (severanceMonths) result.severanceMonths = severanceMonths.value;
  result.window = measures.window?.name ?? 'none';
  if (measures.pension) result.pensionEligible = measures.pension.eligible;
  if (monthsPast) result.monthsPast = monthsPast.value;
  if (workYears) result.workYears = yearsText(workYears.value);
  if (measures.termMonths) result.termMonths = measures.termMonths.value;
  return result;
}

function yearsText(hundredths: number): string {
  return unscaled(hundredths, QUANTITY_PLACES);
}

function benefitOf(line: BenefitLine, salary: Dong, salaryText: string): ResultBenefit {
  // Most lines stand on the salary, which is written already.
  const base = line.base === salary ? salaryText : decimalText(line.base);
  return {
    id: line.benefit,
    months: decimalText(line.months),
    amount: decimalText(line.amount),
    formula: `${monthsFormula(line.terms)} × ${base}`,
    cite: line.cites,
    row: line.row.id,
  };
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
