import { yearsOf } from '../../measures/odd-months.ts';
import { chosenReadings } from '../../derivation/readings.ts';
import type { CalculateOptions } from '../../calculate.ts';
import { ZERO } from '../../base/decimal.ts';
import type { Form } from '../forms/form.ts';
import { amountOf, declaredOf, sumOf, type Judged } from './judged.ts';
import { hundredths, paidWith, type Overrides } from './paid.ts';
import { agrees, columnValue, isNothing, type Declared } from './values.ts';
import type { WorkedVariant } from './worked.ts';

/** A declared intermediate that is wrong, and what it would mean for the rest of the row. */
interface Intermediate {
  readonly judged: Judged;
  readonly options: readonly Overrides[];
}

const MEASURES = ['salary', 'monthsEarly', 'yearsEarly', 'serviceYears', 'severanceMonths'] as const;

/**
 * Finds the cells that are wrong only because another one is: from the declared intermediates the rows of the law give
 * the declared amount, or the declared amounts add up to the declared sum. The first thing wrong is named once.
 */
export function findFollowOns(
  judged: readonly Judged[],
  form: Form,
  { at, worked }: { readonly at: number; readonly worked: WorkedVariant },
  options: CalculateOptions,
): void {
  const chosen = chosenReadings(worked.derivation.law, options.interpretations ?? {});
  const intermediates = judged.flatMap((one) => intermediateOf(one, worked));
  yearsFromMonths(judged, worked);
  for (const one of judged) {
    if (one.verdict !== 'wrong' || !isAmount(one)) continue;
    const causes = causesOf(one, intermediates, (given) => paidWith(worked.derivation, form.route, chosen, given));
    if (causes) follow(one, causes);
  }
  sums(judged, at);
}

/** Marks a cell as explained by others; a cell with two meanings that explains an amount is settled as wrong. */
function follow(one: Judged, causes: readonly Judged[]): void {
  one.verdict = 'follow-on';
  one.code = 'follows';
  const roots = causes.flatMap((cause) => cause.follows ?? [cause.cell]);
  one.follows = [...new Set(roots)];
  for (const cause of causes) {
    if (cause.verdict === 'unchecked' && cause.code === 'ambiguous-duration')
      [cause.verdict, cause.code] = ['wrong', 'wrong-measure'];
  }
}

function isAmount({ column }: Judged): boolean {
  return column.holds === 'money' && column.gives !== undefined && !('measure' in column.gives);
}

function intermediateOf(one: Judged, { derivation }: WorkedVariant): Intermediate[] {
  const { gives } = one.column;
  const suspect = one.verdict === 'wrong' || one.verdict === 'follow-on' || one.code === 'ambiguous-duration';
  if (!suspect || !gives || !('measure' in gives) || !MEASURES.includes(gives.measure)) return [];
  const rule =
    gives.measure === 'yearsEarly' ? derivation.measures.yearsEarly?.rule : derivation.measures.serviceYears?.rule;
  const meanings = one.reading.kind === 'read' ? one.reading.values : [];
  const options = meanings.flatMap((declared) =>
    overridesOf(gives.measure, declared, (months) => (rule ? yearsOf(rule.provision, months) : undefined)),
  );
  return options.length === 0 ? [] : [{ judged: one, options }];
}

function overridesOf(
  measure: (typeof MEASURES)[number],
  declared: Declared,
  rounded: (months: number) => number | undefined,
): Overrides[] {
  if (declared.kind === 'money') return measure === 'salary' ? [{ salary: declared.amount }] : [];
  if (measure === 'monthsEarly' || measure === 'severanceMonths')
    return declared.kind === 'months' ? [{ [measure]: declared.months }] : [];
  if (measure !== 'yearsEarly' && measure !== 'serviceYears') return [];
  const years = declared.kind === 'years' ? hundredths(declared.years) : rounded(declared.months);
  return years === undefined ? [] : [{ [measure]: years }];
}

/** Years early that follow from wrong months early. */
function yearsFromMonths(judged: readonly Judged[], { derivation }: WorkedVariant): void {
  const months = judged.find(({ column }) => column.key === 'monthsEarly');
  const years = judged.find(({ column }) => column.key === 'yearsEarly');
  const rule = derivation.measures.yearsEarly?.rule.provision;
  const [m, y] = [months ? declaredOf(months) : undefined, years ? declaredOf(years) : undefined];
  if (!months || !years || !rule || months.verdict !== 'wrong' || years.verdict !== 'wrong') return;
  if (m?.kind !== 'months' || !y) return;
  if (agrees(y, { kind: 'years', years: yearsOf(rule, m.months), months: m.months })) follow(years, [months]);
}

/** The smallest set of wrong intermediates from which a declared amount follows. */
function causesOf(
  one: Judged,
  from: readonly Intermediate[],
  compute: (given: Overrides) => Parameters<typeof columnValue>[1],
): Judged[] | undefined {
  const declared = declaredOf(one) ?? { kind: 'money', amount: ZERO };
  for (const subset of subsets(from)) {
    for (const given of combinations(subset)) {
      const value = columnValue(one.column, compute(given));
      if (value && agrees(declared, value)) return subset.map(({ judged }) => judged);
    }
  }
  return undefined;
}

/** All non-empty subsets, the smaller ones first. */
function subsets<T>(items: readonly T[]): T[][] {
  const all: T[][] = [];
  for (let bits = 1; bits < 1 << items.length; bits++) all.push(items.filter((_, at) => (bits & (1 << at)) !== 0));
  return all.sort((a, b) => a.length - b.length);
}

function combinations(subset: readonly Intermediate[]): Overrides[] {
  return subset.reduce<Overrides[]>(
    (made, { options }) => made.flatMap((left) => options.map((right) => ({ ...left, ...right }))),
    [{}],
  );
}

/** Sums that add up what is declared, where some of it is wrong. */
function sums(judged: readonly Judged[], at: number): void {
  for (const one of judged) {
    const { gives } = one.column;
    if (one.verdict !== 'wrong' || !gives || !('total' in gives || 'sum' in gives)) continue;
    const parts = 'sum' in gives ? judged.filter(({ column }) => gives.sum.includes(column.number)) : lineCells(judged);
    const wrong = parts.filter(({ verdict }) => verdict === 'wrong' || verdict === 'follow-on');
    const declared = amountOf(one);
    if (wrong.length === 0 || declared === undefined) continue;
    let right = ZERO;
    for (const part of parts) right = right.plus(computedAmount(part, at));
    const all = sumOf(parts);
    const own = computedAmount(one, at);
    if (all && declared.eq(own.minus(right).plus(all))) follow(one, wrong);
  }
}

function computedAmount({ values }: Judged, at: number): typeof ZERO {
  const value = values[at];
  return value?.kind === 'money' ? value.amount : ZERO;
}

function lineCells(judged: readonly Judged[]): Judged[] {
  return judged.filter(({ column }) => column.gives !== undefined && 'benefit' in column.gives);
}

/** Whether a total that is wrong has parts that are all right: then only the sum is. */
export function onlySumIsWrong(judged: readonly Judged[]): boolean {
  const parts = judged.filter(({ column }) => column.gives !== undefined && 'benefit' in column.gives);
  return (
    parts.length > 0 &&
    parts.every(({ verdict }) => verdict === 'right') &&
    parts.some((one) => !one.values.every((value) => value === undefined || isNothing(value)))
  );
}
