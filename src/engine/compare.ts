import { dayText, monthOfDay, parseDay, parseMonth, type Day } from '../base/calendar.ts';
import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { Decimal, decimalText } from '../base/decimal.ts';
import { nearest, type Lang } from '../base/text.ts';
import { isObject } from '../base/json.ts';
import type { CaseInput, Unread } from '../case/input.ts';
import { issue, type CaseIssue } from '../messages/issue.ts';
import { FLAG, LIST, needed, OBJECT, optionIssues, TEXT, type Option, type OptionsOf } from '../messages/options.ts';
import { calculation, resultFor, type CalculateOptions } from './calculate.ts';
import { CALCULATE_OPTIONS, REQUEST_OPTIONS } from './options.ts';
import type { Case } from '../case/case.ts';
import { monthsOf } from '../case/parse.ts';
import { parseCase } from './parse-case.ts';
import type { Cite } from '../law/version.ts';
import { lineOf } from './result-lines.ts';
import { MEASURE_NAMES, resultOf, type Result, type ResultBenefit, type ResultMeasures } from './result.ts';

/** One way to work the case out: what differs from the case and the options as given. */
export interface Variant {
  readonly scheme?: string | undefined;
  /** Pins the version in force on that day. */
  readonly asOf?: string | undefined;
  readonly route?: string | undefined;
  /** Another leaving date. */
  readonly date?: string | undefined;
  readonly interpretations?: Readonly<Record<string, string>> | undefined;
}

/** What changed against the planned date or the first row, and the provisions behind it. */
export interface Change {
  /** `line`, `salary`, `measure`, `outcome`. */
  readonly kind: 'line' | 'salary' | 'measure' | 'outcome';
  /** The benefit, or the measure. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Đồng, for a line: after less before. */
  readonly difference?: string;
  readonly citeBefore?: readonly Cite[];
  readonly citeAfter?: readonly Cite[];
}

/** One variant worked out. */
export interface ComparisonRow {
  readonly variant: Variant;
  /** The result, or the issues that the case has under this variant. */
  readonly result?: Result;
  readonly issues?: readonly Issue[];
  /** Đồng: total less that of the planned date, or of the first row; null where one of them has no result. */
  readonly difference: string | null;
  readonly changes: readonly Change[];
  /** For leaving dates before the normal pension: the salary until then. */
  readonly salaryUntilPension?: SalaryUntilPension;
}

/**
 * What staying until the normal age would earn (tiền lương nếu làm việc đến khi hưởng lương hưu): for information, since
 * no rule gives it. Months until the normal pension × the monthly salary on which the benefit of the planned date stands:
 * one salary for all dates, since schemes count different lists; no raise foreseen.
 */
export interface SalaryUntilPension {
  readonly months: number;
  /** Đồng. */
  readonly amount: string;
}

/** The case by its own leaving date, which variants by date are set against. */
export interface Planned {
  readonly date: string;
  readonly result: Result;
  /** The term that the law sets (thời hạn), where a clock applies: its first and last day, and the window inside it. */
  readonly term?: { readonly starts: string; readonly ends: string; readonly window: string };
}

/** A case under several variants. */
export interface Comparison {
  readonly schema: 'nd178/compare@1';
  readonly id?: string;
  /** Whether insured time was moved along with the leaving date. */
  readonly accrued: boolean;
  /** Where every variant has a leaving date of its own. */
  readonly planned?: Planned;
  readonly rows: readonly ComparisonRow[];
}

/** How to compare. */
export interface CompareOptions extends CalculateOptions {
  /** Adds to the insured times the months by which a variant leaves later (or takes them off). */
  readonly accrue?: boolean | undefined;
}

/** What each option of a comparison has to be. */
export const COMPARE_OPTIONS: OptionsOf<CompareOptions> = { ...CALCULATE_OPTIONS, accrue: FLAG };

/** {@link COMPARE_OPTIONS} without the law: what can be written as JSON. */
export const COMPARE_REQUEST_OPTIONS: OptionsOf<Omit<CompareOptions, 'law'>> = { ...REQUEST_OPTIONS, accrue: FLAG };

const { scheme, interpretations } = REQUEST_OPTIONS;
const DAY: Option = {
  fits: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  expected: { vi: 'một ngày viết theo dạng YYYY-MM-DD', en: 'a day written YYYY-MM-DD' },
};

/** What each part of a variant has to be. */
const VARIANT: OptionsOf<Variant> = { scheme, asOf: DAY, route: TEXT, date: DAY, interpretations };

/** What is wrong with the variants, each with its place. */
export function variantIssues(variants: unknown, lang: Lang): readonly Issue[] {
  if (!Array.isArray(variants)) return optionIssues({ variants }, { variants: needed(LIST) }, lang);
  return variants.flatMap((variant: unknown, at): readonly Issue[] => {
    const place = `variants.${at}`;
    if (!isObject(variant)) return optionIssues({ [place]: variant }, { [place]: OBJECT }, lang);
    const unknown = Object.keys(variant).filter((name) => !Object.hasOwn(VARIANT, name));
    const named = Object.fromEntries(Object.keys(VARIANT).map((name) => [name, variant[name]]));
    const wrong = optionIssues(named, VARIANT, lang);
    return [
      ...unknown.map((name) => {
        const key = `${place}.${name}`;
        return issue(lang, 'unknown-key', key, { key, near: nearest(name, Object.keys(VARIANT)) });
      }),
      ...wrong.map((one) => ({ ...one, path: `${place}.${one.path}` })),
    ];
  });
}

/**
 * Works a case out under each variant and says what differs, by provision: from the case by its own leaving date, where
 * the variants are leaving dates, else from the first.
 */
export function compare(
  input: CaseInput | Unread,
  variants: readonly Variant[],
  options: CompareOptions = {},
): Checked<Comparison, CaseIssue> {
  const wrong = optionIssues(options, COMPARE_OPTIONS);
  if (wrong.length > 0) return bad([...wrong]);
  const { accrue = false, ...core } = options;
  const unfit = variantIssues(variants, core.lang ?? 'vi');
  if (unfit.length > 0) return bad([...unfit]);
  const parsed = parseCase(input, { lang: core.lang, law: core.law });
  if (!parsed.ok) return bad(parsed.issues);
  const one = parsed.value;
  const byDate = variants.length > 0 && variants.every(({ date }) => date !== undefined);
  const planned = byDate ? plannedOf(one, core) : undefined;
  const rows: ComparisonRow[] = [];
  let against = planned?.result;
  for (const variant of variants) {
    const found = resultFor(varied(one, variant, accrue), {
      ...core,
      ...pinned(variant),
      interpretations: { ...core.interpretations, ...variant.interpretations },
    });
    if (!found.ok) {
      rows.push({ variant, issues: found.issues, difference: null, changes: [] });
      continue;
    }
    if (!byDate) against ??= found.value;
    rows.push(rowOf(variant, found.value, against));
  }
  return good({
    schema: 'nd178/compare@1',
    ...(one.id === undefined ? {} : { id: one.id }),
    accrued: accrue,
    ...(planned ? { planned } : {}),
    rows,
  });
}

function rowOf(variant: Variant, result: Result, against: Result | undefined): ComparisonRow {
  const compared = against && against.law.version !== null && result.law.version !== null;
  const salary = variant.date === undefined ? undefined : salaryUntilPension(result, against);
  return {
    variant,
    result,
    difference: compared ? less(result.total, against.total) : null,
    changes: against ? changes(against, result) : [],
    ...(salary ? { salaryUntilPension: salary } : {}),
  };
}

function plannedOf(one: Case, core: CalculateOptions): Planned | undefined {
  const found = calculation(one, core);
  if (!found.ok) return undefined;
  const { date } = one.leaving;
  if ('refused' in found.value) return { date, result: found.value.refused };
  const { window } = found.value.derivation.measures;
  const result = resultOf(found.value, core.lang ?? 'vi');
  if (!window) return { date, result };
  const { start, end, rule } = window;
  return { date, result, term: { starts: dayText(start), ends: dayText(end), window: rule.provision.inside } };
}

function salaryUntilPension(
  { measures, case: one }: Result,
  planned: Result | undefined,
): SalaryUntilPension | undefined {
  const start = parseMonth(measures?.pensionStart ?? '');
  const monthly = planned?.measures?.monthlySalary;
  if (start === undefined || monthly === undefined) return undefined;
  const months = measures?.monthsEarly ?? start - monthOfDay(parseDay(one.leaving.date) as Day);
  if (months <= 0) return undefined;
  return { months, amount: decimalText(new Decimal(monthly).times(months)) };
}

function pinned({ scheme, asOf }: Variant): Pick<CalculateOptions, 'scheme' | 'asOf'> {
  return { ...(scheme === undefined ? {} : { scheme }), ...(asOf === undefined ? {} : { asOf }) };
}

function varied(one: Case, variant: Variant, accrue: boolean): unknown {
  const date = variant.date ?? one.leaving.date;
  const leaving = { ...one.leaving, date, route: variant.route ?? one.leaving.route };
  const day = parseDay(date);
  // A day that there is none of is told with the case.
  if (!accrue || date === one.leaving.date || day === undefined) return { ...one, leaving };
  const later = monthOfDay(day) - monthOfDay(parseDay(one.leaving.date) as Day);
  const moved = (time: { years: number; months: number }): { years: number; months: number } => {
    const months = Math.max(0, monthsOf(time) + later);
    return { years: Math.floor(months / 12), months: months % 12 };
  };
  const { publicSector, countable } = one.insurance;
  const insurance = {
    ...one.insurance,
    ...moved(one.insurance),
    publicSector: moved(publicSector),
    countable: moved(countable),
  };
  return { ...one, leaving, insurance };
}

const MEASURES = MEASURE_NAMES.filter((name) => name !== 'monthlySalary' && name !== 'pensionStart');

function changes(before: Result, after: Result): Change[] {
  const found: Change[] = [];
  const add = (kind: Change['kind'], what: string, a: unknown, b: unknown): void => {
    if (a !== b) found.push({ kind, what, before: text(a), after: text(b) });
  };
  add('outcome', 'outcome', before.outcome, after.outcome);
  // Where no version covers the case there is nothing to compare.
  if (after.law.version === null || before.law.version === null) return found;
  add('outcome', 'route', before.route, after.route);
  for (const name of MEASURES) add('measure', name, measure(before, name), measure(after, name));
  add('salary', 'monthlySalary', before.measures?.monthlySalary, after.measures?.monthlySalary);
  const ids = new Set([...before.benefits, ...after.benefits].map((line) => line.id));
  for (const id of ids) found.push(...lineChange(id, lineOf(before, id), lineOf(after, id)));
  return found;
}

function measure(result: Result, name: keyof ResultMeasures): unknown {
  return result.measures?.[name];
}

function lineChange(id: string, before: ResultBenefit | undefined, after: ResultBenefit | undefined): Change[] {
  if (before?.amount === after?.amount && before?.row === after?.row) return [];
  return [
    {
      kind: 'line',
      what: id,
      before: before ? before.formula : null,
      after: after ? after.formula : null,
      difference: less(after?.amount ?? '0', before?.amount ?? '0'),
      ...(before ? { citeBefore: before.cite } : {}),
      ...(after ? { citeAfter: after.cite } : {}),
    },
  ];
}

function less(a: string, b: string): string {
  return decimalText(new Decimal(a).minus(b));
}

function text(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
