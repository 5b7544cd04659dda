import { Decimal, scaled } from '../../base/decimal.ts';
import type { Words } from '../../base/text.ts';
import { QUANTITY_PLACES } from '../../law/vocabulary.ts';
import { dayBefore, dayText, parseDay, type Day } from '../../base/calendar.ts';
import { formatMoney } from '../../explanation/format.ts';
import { payAgain, type Paid } from '../../engine/again.ts';
import type { Derivation } from '../../engine/derivation.ts';
import type { CellCode } from '../messages.ts';
import { declaredOf, showsBenefit, type DeclaredCell } from './cells.ts';
import { agrees, columnValue, isCapped, isNothing } from './values.ts';
import { followOn, type Verdict, type Judged, type Verdicts } from './verdicts.ts';
import { workCase, type RowCase } from './worked.ts';

/** Another way to compute the row: a disputed reading, a known error, other facts. */
interface Alternative {
  readonly code: CellCode;
  readonly params: Readonly<Record<string, string>>;
  readonly question?: NonNullable<Verdict['question']>;
  readonly paid: Paid;
  /** It explains amounts only, no measure. */
  readonly of?: 'amounts';
  /** So many cells at least it has to explain together. */
  readonly fewest?: number;
}

/**
 * Of cells that nothing in the row explains: whether they are right under another reading of an open question, under
 * the other window, under the law before or after, or with other facts. Cells that one alternative explains together
 * are one fault: the first that declares something is wrong, the others follow from it.
 */
export function withOtherCauses(before: Verdicts, row: Judged): Verdicts {
  const verdicts = new Map(before);
  const open = (): [DeclaredCell, Verdict][] =>
    [...verdicts].filter(
      ([one, said]) => said.verdict === 'wrong' && !said.code.startsWith('other-') && mayDiffer(one),
    );
  if (open().length === 0) return before;
  for (const { paid, ...alternative } of alternatives(row, verdicts)) {
    const left = open();
    if (left.length === 0) break;
    const explained = left.filter(([one]) => isRightUnder(one, paid));
    const root = explained.find(
      ([one]) => one.reading.kind === 'read' && !isZeroDeclared(one) && (alternative.of !== 'amounts' || isAmount(one)),
    );
    if (!root || (alternative.fewest !== undefined && explained.length < alternative.fewest)) continue;
    const [first, own] = root;
    const { code, params, question } = alternative;
    verdicts.set(first, { ...own, code, params, ...(question ? { question } : {}) });
    for (const [one, said] of explained) if (one !== first) verdicts.set(one, followOn(said, [first], verdicts));
  }
  return verdicts;
}

/** Whether a column shows something that another reading, window, law or fact may change. */
function mayDiffer({ column: { gives } }: DeclaredCell): boolean {
  return gives !== undefined && ('benefit' in gives || 'measure' in gives || 'total' in gives);
}

/** Whether a column shows an amount that is paid. */
function isAmount({ column: { gives } }: DeclaredCell): boolean {
  return gives !== undefined && !('measure' in gives);
}

function isZeroDeclared(one: DeclaredCell): boolean {
  const declared = declaredOf(one);
  return declared?.kind === 'money' && declared.amount.isZero();
}

function isRightUnder(one: DeclaredCell, paid: Paid): boolean {
  const value = columnValue(one.column, paid);
  if (!value) return false;
  if (one.reading.kind === 'blank') return isNothing(value);
  const declared = declaredOf(one);
  return declared !== undefined && (agrees(declared, value) || isCapped(declared, value));
}

function* alternatives(row: Judged, verdicts: Verdicts): Generator<Alternative, void, undefined> {
  yield* impliedSalary(row, verdicts);
  yield* otherReadings(row);
  yield* otherWindows(row);
  yield* otherBands(row);
  yield* otherVersions(row);
  yield* otherFacts(row);
}

/** So many amounts that imply one salary are no chance. */
const FEWEST_IMPLYING = 2;

/** The salary that declared amounts imply where they were computed with another than the one that stands in the row. */
function* impliedSalary(
  { form, options, worked, at, lang }: Judged,
  verdicts: Verdicts,
): Generator<Alternative, void, undefined> {
  const { derivation } = worked;
  const { amount: own } = derivation.salary;
  if (own.isZero()) return;
  const counts = new Map<string, number>();
  for (const [one, { verdict }] of verdicts) {
    const [declared, value] = [declaredOf(one), one.values[at]];
    const isWrongAmount = verdict === 'wrong' && isAmount(one) && showsBenefit(one);
    if (!isWrongAmount || declared?.kind !== 'money' || value?.kind !== 'money' || value.amount.isZero()) continue;
    const salary = declared.amount.times(own).div(value.amount).toDecimalPlaces(0).toFixed();
    counts.set(salary, (counts.get(salary) ?? 0) + 1);
  }
  for (const [salary, count] of counts) {
    if (count < FEWEST_IMPLYING) continue;
    const paid = payAgain(derivation, form.route, { salary: new Decimal(salary) }, options.interpretations);
    yield {
      code: 'implied-salary',
      params: { salary: formatMoney(salary, lang), own: formatMoney(own, lang) },
      paid,
      fewest: FEWEST_IMPLYING,
    };
  }
}

function* otherReadings(row: Judged): Generator<Alternative, void, undefined> {
  const { options, worked } = row;
  for (const { id, chosen, alternatives: others } of worked.questions) {
    for (const { option } of others) {
      const paid = workOther(row, {}, { interpretations: { ...options.interpretations, [id]: option } });
      if (paid)
        yield { code: 'other-reading', params: { reading: id, option, chosen }, question: { id, option }, paid };
    }
  }
}

function* otherWindows({ form, options, worked, lang }: Judged): Generator<Alternative, void, undefined> {
  const { derivation } = worked;
  const { window } = derivation.measures;
  if (!window) return;
  const { inside, outside, months } = window.rule.provision;
  for (const other of [inside, outside]) {
    if (other === window.name) continue;
    const vi = other === inside ? `${months} tháng đầu` : `từ tháng thứ ${months + 1}`;
    const en = other === inside ? `the first ${months} months` : `month ${months + 1} on`;
    const paid = payAgain(derivation, form.route, { window: other }, options.interpretations);
    yield { code: 'other-window', params: { window: lang === 'en' ? en : vi }, paid };
  }
}

/** The band chosen by whole years instead of months (known error 8). */
function* otherBands({ form, options, worked: { derivation } }: Judged): Generator<Alternative, void, undefined> {
  const months = derivation.measures.monthsEarly?.value;
  const yearsEarly = derivation.measures.yearsEarly?.value;
  if (months === undefined || yearsEarly === undefined || months % 12 === 0 || derivation.outcome === 'nothing') return;
  for (const monthsEarly of [Math.floor(months / 12) * 12, Math.ceil(months / 12) * 12]) {
    for (const years of [yearsEarly, scaled(String(monthsEarly / 12), QUANTITY_PLACES) ?? yearsEarly]) {
      const paid = payAgain(derivation, form.route, { monthsEarly, yearsEarly: years }, options.interpretations);
      yield { code: 'other-band', params: { months: String(monthsEarly) }, paid, of: 'amounts' };
    }
  }
}

/** The law of the versions before, the last first, then of those after; each change of the law has its date. */
function* otherVersions(row: Judged): Generator<Alternative, void, undefined> {
  const { form, law, worked } = row;
  const { date: own } = worked.derivation.law;
  const { date: leaving } = worked.variant.case.leaving;
  const dates = law.versions(form.scheme).map(({ date }) => date);
  const here = dates.indexOf(own);
  const earlier = dates.slice(0, Math.max(0, here)).map((asOf, at) => [asOf, dates[at + 1] ?? asOf] as const);
  for (const [asOf, date] of [...earlier.reverse(), ...dates.slice(here + 1).map((asOf) => [asOf, asOf] as const)]) {
    const paid = workOther(row, {}, { asOf });
    if (paid) yield { code: 'other-version', params: { date, leaving }, paid };
  }
  // A leaving on the first day of a version taken as one day earlier: also the month of the base salary changes.
  const dayEarlier = dayText(dayBefore(parseDay(leaving) as Day));
  const found = workOther(row, { leaving: { ...worked.variant.case.leaving, date: dayEarlier } });
  if (found && found.law.date !== own) yield { code: 'other-version', params: { date: own, leaving }, paid: found };
}

/** Facts that a form does not give, and in which units err: professional soldier or officer, the reduced age. */
function* otherFacts(row: Judged): Generator<Alternative, void, undefined> {
  const { person, age } = row.worked.variant.case;
  const { forces } = row.form.writing.ranks;
  const others: [Partial<RowCase>, Words][] = forces.some(({ group }) => group === person.group)
    ? forces.flatMap(({ group, fact }) => (group === person.group ? [] : [[{ person: { ...person, group } }, fact]]))
    : [];
  if (person.rank === undefined && age?.schedule === undefined)
    others.push([
      { age: { ...age, schedule: 'reduced' } },
      { vi: 'nghỉ theo tuổi thấp hơn (Phụ lục II)', en: 'the reduced age (Appendix II) applies' },
    ]);
  for (const [change, facts] of others) {
    const paid = workOther(row, change);
    if (paid) yield { code: 'other-facts', params: { facts: facts[row.lang] }, paid };
  }
}

/** The case of the row worked out again with changes; undefined where the engine turns it away. */
function workOther(
  { form, options, worked }: Judged,
  change: Partial<RowCase>,
  others: Partial<Judged['options']> = {},
): Derivation | undefined {
  const found = workCase(form, { ...worked.variant.case, ...change }, { ...options, ...others });
  return typeof found === 'string' ? undefined : found.derivation;
}
