import type { Words } from '../../base/text.ts';
import type { CalculateOptions } from '../../calculate.ts';
import { dayBefore, dayText, parseDay, type Day } from '../../base/calendar.ts';
import { chosenReadings } from '../../derivation/readings.ts';
import type { Law } from '../../law/law.ts';
import type { Form } from '../forms/form.ts';
import type { CellCode } from '../messages.ts';
import { declaredOf, type Judged } from './judged.ts';
import { paidWith, type Paid } from './paid.ts';
import { agrees, columnValue, isCapped, isNothing } from './values.ts';
import { workPerson, type WorkedVariant } from './worked.ts';

/** Another way to compute the row: a disputed reading, a known error, other facts. */
interface Alternative {
  readonly code: CellCode;
  readonly params: Readonly<Record<string, string>>;
  readonly question?: { readonly id: string; readonly option: string };
  readonly facts?: Words;
  readonly paid: Paid;
}

/** Where alternatives are looked for. */
export interface AlternativeScope {
  readonly form: Form;
  readonly law: Law;
  readonly options: CalculateOptions;
}

/**
 * For cells that nothing in the row explains: whether they are right under another reading of an open question, under
 * the other window, under the law before or after, or with other facts. Cells that one alternative explains together
 * are one fault: the first that declares something is wrong, the others follow from it.
 */
export function nameCauses(judged: readonly Judged[], worked: WorkedVariant, scope: AlternativeScope): void {
  const roots = judged.filter((one) => one.verdict === 'wrong' && isExplainable(one));
  if (roots.length === 0) return;
  for (const alternative of alternatives(worked, scope)) {
    const open = roots.filter((one) => one.verdict === 'wrong' && one.code !== alternative.code && !named(one));
    const explained = open.filter((one) => isRightUnder(one, alternative.paid));
    const declared = explained.filter((one) => one.reading.kind === 'read' && !isZeroDeclared(one));
    const [first] = declared.length > 0 ? declared : [];
    if (!first) continue;
    first.code = alternative.code;
    first.params = { ...first.params, ...alternative.params };
    if (alternative.facts) first.params = { ...first.params, facts: alternative.facts[scope.options.lang ?? 'vi'] };
    if (alternative.question) first.question = alternative.question;
    for (const one of explained) {
      if (one === first) continue;
      one.verdict = 'follow-on';
      one.code = 'follows';
      one.follows = [first.cell];
    }
  }
}

function isExplainable({ column: { gives } }: Judged): boolean {
  return gives !== undefined && ('benefit' in gives || 'measure' in gives || 'total' in gives);
}

function named({ code }: Judged): boolean {
  return code.startsWith('other-');
}

function isZeroDeclared(one: Judged): boolean {
  const declared = declaredOf(one);
  return declared?.kind === 'money' && declared.amount.isZero();
}

function isRightUnder(one: Judged, paid: Paid): boolean {
  const value = columnValue(one.column, paid);
  if (!value) return false;
  if (one.reading.kind === 'blank') return isNothing(value);
  const declared = declaredOf(one);
  return declared !== undefined && (agrees(declared, value) || isCapped(declared, value));
}

function* alternatives(worked: WorkedVariant, scope: AlternativeScope): Generator<Alternative, void, undefined> {
  yield* otherReadings(worked, scope);
  yield* otherWindows(worked, scope);
  yield* otherBands(worked, scope);
  yield* otherVersions(worked, scope);
  yield* otherFacts(worked, scope);
}

function* otherReadings(
  { variant, questions }: WorkedVariant,
  scope: AlternativeScope,
): Generator<Alternative, void, undefined> {
  const { form, options } = scope;
  for (const { id, chosen, alternatives: others } of questions) {
    for (const { option } of others) {
      const interpretations = { ...options.interpretations, [id]: option };
      const found = workPerson(form, variant.person, { ...options, interpretations });
      if ('message' in found) continue;
      yield {
        code: 'other-reading',
        params: { reading: id, option, chosen },
        question: { id, option },
        paid: found.paid,
      };
    }
  }
}

function* otherWindows(
  { derivation }: WorkedVariant,
  { form, options }: AlternativeScope,
): Generator<Alternative, void, undefined> {
  const { law, measures } = derivation;
  if (!measures.window) return;
  const { inside, outside, months } = measures.window.rule.provision;
  const chosen = chosenReadings(law, options.interpretations ?? {});
  for (const window of [inside, outside]) {
    if (window === measures.window.name) continue;
    const vi = window === inside ? `${months} tháng đầu` : `từ tháng thứ ${months + 1}`;
    const en = window === inside ? `the first ${months} months` : `month ${months + 1} on`;
    const params = { window: options.lang === 'en' ? en : vi };
    yield { code: 'other-window', params, paid: paidWith(derivation, form.route, chosen, { window }) };
  }
}

/** The band chosen by whole years instead of months (known error 8). */
function* otherBands(
  { derivation }: WorkedVariant,
  { form, options }: AlternativeScope,
): Generator<Alternative, void, undefined> {
  const months = derivation.measures.monthsEarly?.value;
  const yearsEarly = derivation.measures.yearsEarly?.value;
  if (months === undefined || yearsEarly === undefined || months % 12 === 0) return;
  const chosen = chosenReadings(derivation.law, options.interpretations ?? {});
  for (const monthsEarly of [Math.floor(months / 12) * 12, Math.ceil(months / 12) * 12]) {
    const paid = paidWith(derivation, form.route, chosen, { monthsEarly, yearsEarly });
    yield { code: 'other-band', params: { months: String(monthsEarly) }, paid };
  }
}

function* otherVersions(
  { variant, derivation }: WorkedVariant,
  { form, law, options }: AlternativeScope,
): Generator<Alternative, void, undefined> {
  const spans = law.versions(form.scheme);
  const here = spans.findIndex(({ date }) => date === derivation.law.date);
  const dates = [
    ...spans
      .slice(0, Math.max(0, here))
      .reverse()
      .map(({ date }) => [date, spans[spans.findIndex((one) => one.date === date) + 1]?.date ?? date] as const),
    ...spans.slice(here + 1).map(({ date }) => [date, date] as const),
  ];
  for (const [asOf, change] of dates) {
    const found = workPerson(form, variant.person, { ...options, asOf });
    if ('message' in found) continue;
    yield { code: 'other-version', params: { date: change, leaving: variant.person.leaving }, paid: found.paid };
  }
  // A leaving on the first day of a version taken as one day earlier: also the month of the base salary changes.
  const day = parseDay(variant.person.leaving) as Day;
  const found = workPerson(form, { ...variant.person, leaving: dayText(dayBefore(day)) }, options);
  if (!('message' in found) && found.derivation.law.date !== derivation.law.date) {
    yield {
      code: 'other-version',
      params: { date: derivation.law.date, leaving: variant.person.leaving },
      paid: found.paid,
    };
  }
}

/** Facts that a form does not give, and in which units err: professional soldier or officer, the reduced age, the sex. */
function* otherFacts(
  { variant }: WorkedVariant,
  { form, options }: AlternativeScope,
): Generator<Alternative, void, undefined> {
  const { person } = variant;
  const others: [Partial<typeof person>, Words][] = [];
  if (person.group === 'army-officer')
    others.push([
      { group: 'professional-soldier' },
      { vi: 'là quân nhân chuyên nghiệp', en: 'the person is a professional soldier' },
    ]);
  if (person.group === 'professional-soldier')
    others.push([{ group: 'army-officer' }, { vi: 'là sĩ quan', en: 'the person is an officer' }]);
  if (person.rank === undefined && person.schedule === undefined)
    others.push([
      { schedule: 'reduced' },
      { vi: 'nghỉ theo tuổi thấp hơn (Phụ lục II)', en: 'the reduced age (Appendix II) applies' },
    ]);
  for (const [change, facts] of others) {
    const found = workPerson(form, { ...person, ...change }, options);
    if (!('message' in found)) yield { code: 'other-facts', params: {}, facts, paid: found.paid };
  }
}
