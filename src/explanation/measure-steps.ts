import { dayText, monthOfDay, monthText, parseDay, type Day } from '../base/calendar.ts';
import { unscaled } from '../base/decimal.ts';
import { birthMonth } from '../case/parse.ts';
import type { Measures } from '../engine/derivation.ts';
import { QUANTITY, RESULT_QUANTITIES, type ResultQuantity } from '../engine/measure/quantities.ts';
import type { CountedYears } from '../engine/measure/quantity.ts';
import type { OddMonthsProvision } from '../law/provision.ts';
import { isYears, QUANTITY_PLACES } from '../law/vocabulary.ts';
import type { Window } from '../engine/measure/window.ts';
import { nameOf, type Context } from './context.ts';
import { LESS_LABELS } from './labels.ts';
import { formatCount, formatDate, formatDuration, formatMonth } from './format.ts';
import { limitNotes, limitRules } from './limit-steps.ts';
import { section, step, type Section, type Step } from './steps.ts';

/** Every measure of the case with the arithmetic that led to it. */
export function measuresSection(context: Context): Section {
  const { measures, law } = context.derivation;
  const { window, monthsEarly, monthsPast, retirement } = measures;
  return section(context, 'measures', [
    ...(retirement && monthsEarly ? retirementSteps(context, retirement, monthsEarly) : []),
    ...(retirement && monthsPast ? monthsPastSteps(context, retirement, monthsPast) : []),
    ...lessSteps(context),
    ...workSteps(context),
    ...RESULT_QUANTITIES.flatMap((name) => quantityStep(context, name) ?? []),
    ...(measures.pension ? [pensionStep(context, measures.pension)] : []),
    ...(window ? [windowStep(context, window)] : law.rules('clock').length > 0 ? [noWindow(context)] : []),
  ]);
}

/** The step of a quantity: months as years, or months with what its own arithmetic says of them. */
function quantityStep(context: Context, name: ResultQuantity): Step | undefined {
  const { lang, derivation } = context;
  const found = derivation.measures[name];
  if (!found || name === 'monthsEarly' || name === 'monthsPast') return undefined;
  const { title, step: heading = title } = QUANTITY[name];
  if (isYears(name)) return yearsStep(context, heading[lang], derivation.measures[name] as CountedYears);
  return step(context, heading[lang], COUNTED[name]?.(context) ?? formatCount(found.value, 'month', lang), [
    found.rule,
  ]);
}

/** How the months of a quantity were counted, where there is more to say than how many they are. */
const COUNTED: { readonly [N in ResultQuantity]?: (context: Context) => string | undefined } = {
  severanceMonths: severanceText,
  termMonths: termText,
  waitingMonths: waitingText,
};

type Given<K extends keyof Measures> = NonNullable<Measures[K]>;

function retirementSteps(context: Context, retirement: Given<'retirement'>, monthsEarly: Given<'monthsEarly'>): Step[] {
  const { derivation, lang, say } = context;
  const { person } = derivation.case;
  const reached = formatDuration(retirement.ageMonth - birthMonth(person.birth), lang);
  const month = formatMonth(retirement.ageMonth, lang);
  const after = retirement.pensionStart - retirement.ageMonth;
  return [
    step(
      context,
      say('Tháng đủ tuổi nghỉ hưu', 'Retirement age reached'),
      say(`${month} (${reached})`, `${month} (at ${reached})`),
      limitRules(context, retirement),
      limitNotes(context, retirement),
    ),
    step(
      context,
      say('Tháng bắt đầu hưởng lương hưu đúng tuổi', 'Normal pension starts'),
      say(
        `${month} + ${after} tháng = ${formatMonth(retirement.pensionStart, lang)}`,
        `${month} + ${after} month = ${formatMonth(retirement.pensionStart, lang)}`,
      ),
      [monthsEarly.rule],
    ),
    ...(monthsEarly.value > 0 || !derivation.measures.monthsPast?.value
      ? [monthsEarlyStep(context, retirement, monthsEarly)]
      : []),
  ];
}

function monthsEarlyStep(context: Context, retirement: Given<'retirement'>, monthsEarly: Given<'monthsEarly'>): Step {
  const { lang, say } = context;
  const [start, left] = [formatMonth(retirement.pensionStart, lang), formatMonth(leavingMonth(context), lang)];
  const dropped = monthsEarly.rule.provision.leavingMonth === 'dropped';
  const result = formatCount(monthsEarly.value, 'month', lang);
  return step(
    context,
    QUANTITY.monthsEarly.title[lang],
    `${start} − ${left}${dropped ? ' − 1' : ''} = ${result}`,
    [monthsEarly.rule],
    [
      dropped
        ? say('tháng nghỉ không tính vì không tròn tháng', 'the leaving month does not count, it is not a full month')
        : say(
            'tính từ tháng nghỉ đến hết tháng đủ tuổi',
            'counted from the leaving month to the end of the month in which the age is reached',
          ),
    ],
  );
}

function leavingMonth({ derivation }: Context): number {
  return monthOfDay(parseDay(derivation.case.leaving.date) as Day);
}

function monthsPastSteps(
  context: Context,
  { pensionStart }: Given<'retirement'>,
  { value, rule }: Given<'monthsPast'>,
): Step[] {
  if (value === 0) return [];
  const { lang, say } = context;
  const { pensionSince } = context.derivation.case.person;
  const byPension = rule.provision.since === 'pension' && pensionSince !== undefined;
  const from = byPension ? monthOfDay(parseDay(pensionSince) as Day) : pensionStart;
  const [left, start] = [formatMonth(leavingMonth(context), lang), formatMonth(from, lang)];
  const label = byPension
    ? say('Số tháng làm việc từ khi hưởng lương hưu, trợ cấp', 'Months worked since the pension is drawn')
    : QUANTITY.monthsPast.title[lang];
  return [step(context, label, `${left} − ${start} = ${formatCount(value, 'month', lang)}`, [rule])];
}

/** The service time of which insurance time was taken off. */
function lessSteps(context: Context): Step[] {
  const { derivation, lang, say } = context;
  const { serviceYears } = derivation.measures;
  if (!serviceYears?.less) return [];
  const { less, months, of } = serviceYears;
  const off = (of?.provision.less ?? []).map((part) => LESS_LABELS[part][lang]).join(', ');
  const [all, taken, left] = [months + less, less, months].map((one) => formatCount(one, 'month', lang));
  return [
    step(
      context,
      say('Thời gian công tác được tính trợ cấp', 'Service time that counts'),
      `${all} − ${taken} (${off}) = ${left}`,
      [of],
    ),
  ];
}

/** The time of work as the sum of its parts. */
function workSteps(context: Context): Step[] {
  const { derivation, lang, say } = context;
  const { workMonths, workYears } = derivation.measures;
  if (!workYears || !workMonths?.rule || workMonths.parts.length < 2) return [];
  const sum = workMonths.parts.map((part) => formatCount(part, 'month', lang)).join(' + ');
  const label = say('Thời gian công tác kể cả chức danh khác', 'Time of work with other posts');
  return [step(context, label, `${sum} = ${formatCount(workMonths.value, 'month', lang)}`, [workMonths.rule])];
}

function severanceText({ derivation, lang, say }: Context): string | undefined {
  const { severanceMonths: found } = derivation.measures;
  if (!found) return undefined;
  const most = found.rule.provision.upToMonths;
  const months = formatCount(found.months, 'month', lang);
  if (found.months <= most) return months;
  return say(
    `${months}, tối đa ${most} tháng: ${found.value} tháng`,
    `${months}, at most ${most}: ${found.value} months`,
  );
}

function termText({ derivation, lang, say }: Context): string | undefined {
  const { termMonths: found } = derivation.measures;
  const ends = derivation.case.post?.termEnds;
  if (!found || ends === undefined) return undefined;
  const least = found.rule.provision.atLeastMonths;
  const [from, to] = [derivation.case.leaving.date, ends].map((date) => formatDate(date, lang));
  const counted = `${from} – ${to}: ${formatCount(found.months, 'month', lang)}`;
  return found.months < least ? say(`${counted}, ít nhất ${least}`, `${counted}, at least ${least}`) : counted;
}

function waitingText({ derivation, lang }: Context): string | undefined {
  const { waitingMonths: found } = derivation.measures;
  if (!found) return undefined;
  const [first, last] = [found.from, found.until].map((month) => formatMonth(month, lang));
  return `${first} – ${last}: ${formatCount(found.value, 'month', lang)}`;
}

/** Months as years, with what the odd months became. */
function yearsStep(context: Context, label: string, { months, value, rule }: CountedYears): Step {
  const { lang, say } = context;
  const years = formatCount(unscaled(value, QUANTITY_PLACES), 'year', lang);
  const odd = months % 12;
  const text = `${formatCount(months, 'month', lang)} = ${formatDuration(months, lang)} → ${years}`;
  const notes = odd === 0 ? [] : [bandNote(context, rule.provision, odd, say)];
  return step(context, label, odd === 0 ? `${formatCount(months, 'month', lang)} = ${years}` : text, [rule], notes);
}

function bandNote({ lang }: Context, rule: OddMonthsProvision, odd: number, say: Context['say']): string {
  const band = rule.bands.find(
    ({ atLeast = 0, above = -1, upTo = 12, under = 13 }) => odd >= atLeast && odd > above && odd <= upTo && odd < under,
  );
  const years = formatCount(band?.years ?? '0', 'year', lang);
  return say(`${odd} tháng lẻ được tính ${years}`, `${odd} odd months count as ${years}`);
}

function pensionStep(context: Context, pension: Given<'pension'>): Step {
  const { lang, say } = context;
  const verdict = pension.eligible ? say('đủ', 'enough') : say('chưa đủ', 'not enough');
  const label = say('Thời gian đóng BHXH để hưởng lương hưu', 'Insurance time for a pension');
  if (!pension.rule)
    return {
      ...step(context, label, say(`${verdict}, theo hồ sơ ghi`, `${verdict}, as the case states`)),
      held: pension.eligible,
    };
  const has = formatDuration(pension.months, lang);
  const needs = formatDuration(pension.rule.provision.months, lang);
  const sign = pension.eligible ? '≥' : '<';
  return { ...step(context, label, `${has} ${sign} ${needs}: ${verdict}`, [pension.rule]), held: pension.eligible };
}

function windowStep(context: Context, window: Window): Step {
  const { lang, say } = context;
  const { provision } = window.rule;
  const [start, end, event] = [window.start, window.end, window.event].map((day) => formatDate(dayText(day), lang));
  const counted = provision.event === 'leaving.date' ? say('ngày nghỉ', 'leaving') : say('ngày quyết định', 'decision');
  const sign = window.event <= window.end ? '≤' : '>';
  const name = nameOf(context, 'window', window.name);
  return step(
    context,
    say('Thời điểm nghỉ', 'Time of leaving'),
    say(
      `thời hạn ${provision.months} tháng từ ${start} đến hết ${end}; ${counted} ${event} ${sign} ${end}: ${name}`,
      `term of ${provision.months} months from ${start} to ${end}; ${counted} ${event} ${sign} ${end}: ${name}`,
    ),
    [window.rule, window.termRule],
  );
}

function noWindow(context: Context): Step {
  const { say } = context;
  return step(context, say('Thời điểm nghỉ', 'Time of leaving'), say('không tính thời hạn', 'no term applies'));
}

/** The leaving month at which a person would be that many months early, as text. */
export function leavingMonthAt(context: Context, monthsEarly: number): string {
  const { retirement, monthsEarly: rule } = context.derivation.measures;
  const dropped = rule?.rule.provision.leavingMonth === 'dropped' ? 1 : 0;
  return formatMonth(monthText((retirement?.pensionStart ?? 0) - monthsEarly - dropped), context.lang);
}
