import { yearsOf } from '../../engine/measure/odd-months.ts';
import { payAgain, type Paid, type Restated } from '../../engine/again.ts';
import { scaled, ZERO } from '../../base/decimal.ts';
import { QUANTITY_PLACES } from '../../law/vocabulary.ts';
import {
  amountOf,
  computedOf,
  declaredOf,
  matchOf,
  showsBenefit,
  showsSum,
  sumOf,
  type DeclaredCell,
} from './cells.ts';
import { agrees, columnValue, isNothing, type Declared, type Measure } from './values.ts';
import { followOn, isWrong, type Verdict, type Judged, type Verdicts } from './verdicts.ts';

/** A declared intermediate that is wrong, and what it would mean for the rest of the row. */
interface Intermediate {
  readonly cell: DeclaredCell;
  readonly options: readonly Restated[];
}

/**
 * The cells that are wrong only because another one is: from the declared intermediates the rows of the law give the
 * declared amount, or the declared amounts add up to the declared sum. A cell with two meanings that explains an amount
 * is settled as wrong.
 */
export function withFollowOns(before: Verdicts, row: Judged): Verdicts {
  const { form, options, worked, at } = row;
  const { derivation } = worked;
  const verdicts = new Map(before);
  const follow = (one: DeclaredCell, causes: readonly DeclaredCell[]): void => {
    const own = verdicts.get(one);
    if (own) verdicts.set(one, followOn(own, causes, verdicts));
    for (const cause of causes) {
      const open = verdicts.get(cause);
      if (open?.code === 'ambiguous-duration')
        verdicts.set(cause, { ...open, verdict: 'wrong', code: 'wrong-measure' });
    }
  };
  const stillWrong = (of: (one: DeclaredCell) => boolean): DeclaredCell[] =>
    [...verdicts].flatMap(([one, { verdict }]) => (verdict === 'wrong' && of(one) ? [one] : []));
  const intermediates = [...before].flatMap(([cell, verdict]) => intermediateOf(cell, verdict, row));
  const early = monthsOfWrongYears(
    stillWrong(() => true),
    row,
  );
  if (early) follow(early.years, [early.months]);
  const pay = (given: Restated): Paid => payAgain(derivation, form.route, given, options.interpretations);
  for (const one of stillWrong(isAmount)) {
    const causes = causesOf(one, intermediates, pay);
    if (causes) follow(one, causes);
  }
  for (const one of stillWrong(showsSum)) {
    const parts = partsOf(one, [...verdicts.keys()]);
    const wrong = parts.filter((part) => isWrong(verdicts.get(part)));
    if (wrong.length > 0 && addsUp(one, parts, at)) follow(one, wrong);
  }
  return verdicts;
}

function isAmount({ column }: DeclaredCell): boolean {
  return column.holds === 'money' && column.gives !== undefined && !('measure' in column.gives);
}

function intermediateOf(cell: DeclaredCell, verdict: Verdict, { worked }: Judged): Intermediate[] {
  const { gives } = cell.column;
  const suspect = isWrong(verdict) || verdict.code === 'ambiguous-duration';
  if (!suspect || !gives || !('measure' in gives) || cell.reading.kind !== 'read') return [];
  const { yearsEarly, serviceYears } = worked.derivation.measures;
  const rule = gives.measure === 'yearsEarly' ? yearsEarly?.rule : serviceYears?.rule;
  const options = cell.reading.values.flatMap((declared) =>
    restatedAs(gives.measure, declared, (months) => (rule ? yearsOf(rule.provision, months) : undefined)),
  );
  return options.length === 0 ? [] : [{ cell, options }];
}

function restatedAs(measure: Measure, declared: Declared, rounded: (months: number) => number | undefined): Restated[] {
  if (measure === 'salary' || declared.kind === 'money')
    return measure === 'salary' && declared.kind === 'money' ? [{ salary: declared.amount }] : [];
  if (measure === 'monthsEarly' || measure === 'severanceMonths')
    return declared.kind === 'months' ? [{ [measure]: declared.months }] : [];
  const years =
    declared.kind === 'years' ? scaled(declared.years.toFixed(), QUANTITY_PLACES) : rounded(declared.months);
  return years === undefined ? [] : [{ [measure]: years }];
}

/** Wrong years early that follow from wrong months early. */
function monthsOfWrongYears(
  wrong: readonly DeclaredCell[],
  { worked: { derivation } }: Judged,
): { months: DeclaredCell; years: DeclaredCell } | undefined {
  const months = wrong.find(({ column }) => column.key === 'monthsEarly');
  const years = wrong.find(({ column }) => column.key === 'yearsEarly');
  const rule = derivation.measures.yearsEarly?.rule.provision;
  const [m, y] = [months && declaredOf(months), years && declaredOf(years)];
  if (!months || !years || !rule || m?.kind !== 'months' || !y) return undefined;
  const follows = agrees(y, { kind: 'years', years: yearsOf(rule, m.months), months: m.months });
  return follows ? { months, years } : undefined;
}

/** The smallest set of wrong intermediates from which a declared amount follows. */
function causesOf(
  one: DeclaredCell,
  from: readonly Intermediate[],
  pay: (given: Restated) => Paid,
): DeclaredCell[] | undefined {
  const declared = declaredOf(one) ?? { kind: 'money', amount: ZERO };
  for (const subset of subsets(from)) {
    for (const given of combinations(subset)) {
      const value = columnValue(one.column, pay(given));
      if (value && agrees(declared, value)) return subset.map(({ cell }) => cell);
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

function combinations(subset: readonly Intermediate[]): Restated[] {
  return subset.reduce<Restated[]>(
    (made, { options }) => made.flatMap((left) => options.map((right) => ({ ...left, ...right }))),
    [{}],
  );
}

/** The cells that a sum adds up. */
function partsOf({ column: { gives } }: DeclaredCell, cells: readonly DeclaredCell[]): DeclaredCell[] {
  if (gives && 'sum' in gives) return cells.filter(({ column }) => gives.sum.includes(column.number));
  return cells.filter(showsBenefit);
}

/** Whether a declared sum is what is right less the computed amounts of its parts plus the declared ones. */
function addsUp(one: DeclaredCell, parts: readonly DeclaredCell[], at: number): boolean {
  const [declared, all] = [amountOf(one), sumOf(parts)];
  const right = sumOf(parts, (part) => computedOf(part, at) ?? ZERO);
  if (!declared || !all || !right) return false;
  return declared.eq((computedOf(one, at) ?? ZERO).minus(right).plus(all));
}

/** Whether the parts of a wrong sum are all right, so that only the sum is wrong. */
export function onlySumIsWrong(verdicts: Verdicts, at: number): boolean {
  const parts = [...verdicts].filter(([one]) => showsBenefit(one));
  return (
    parts.length > 0 &&
    parts.every(([one, { verdict, code }]) =>
      code === 'undecided' ? matchOf(one, at) !== 'wrong' : verdict === 'right',
    ) &&
    parts.some(([one]) => !one.values.every((value) => value === undefined || isNothing(value)))
  );
}
