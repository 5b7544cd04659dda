import { dayText, monthOfDay, monthText, parseDay, type Day } from '../base/calendar.ts';
import { unscaled } from '../base/decimal.ts';
import { birthMonth } from '../case/parse.ts';
import type { CountedYears, Measures } from '../derivation/derivation.ts';
import type { OddMonthsProvision } from '../law/provision.ts';
import { QUANTITY_PLACES } from '../law/vocabulary.ts';
import type { Rule } from '../law/version.ts';
import type { Window } from '../measures/window.ts';
import { nameOf, type Context } from './context.ts';
import { formatCount, formatDate, formatDuration, formatMonth } from './format.ts';
import { section, step, type Section, type Step } from './steps.ts';

/** Every measure of the case with the arithmetic that led to it. */
export function measuresSection(context: Context): Section {
  const { measures, law } = context.derivation;
  const { window, monthsEarly, monthsPast, retirement } = measures;
  return section(context, 'measures', [
    ...(retirement && monthsEarly ? retirementSteps(context, retirement, monthsEarly) : []),
    ...(retirement && monthsPast ? monthsPastSteps(context, retirement, monthsPast) : []),
    ...yearsSteps(context),
    ...severanceSteps(context),
    ...termSteps(context),
    ...(measures.pension ? [pensionStep(context, measures.pension)] : []),
    ...(window ? [windowStep(context, window)] : law.rules('clock').length > 0 ? [noWindow(context)] : []),
  ]);
}

type Known<K extends keyof Measures> = NonNullable<Measures[K]>;

function retirementSteps(context: Context, retirement: Known<'retirement'>, monthsEarly: Known<'monthsEarly'>): Step[] {
  const { derivation, lang, say } = context;
  const { person, age } = derivation.case;
  const given = age.limit !== undefined && !retirement.rule;
  const reached = formatDuration(retirement.ageMonth - birthMonth(person.birth), lang);
  const month = formatMonth(retirement.ageMonth, lang);
  const after = retirement.pensionStart - retirement.ageMonth;
  return [
    step(
      context,
      say('Tháng đủ tuổi nghỉ hưu', 'Retirement age reached'),
      say(`${month} (${reached})`, `${month} (at ${reached})`),
      [retirement.rule],
      given ? [say('hạn tuổi do hồ sơ ghi (age.limit)', 'the age limit is stated by the case (age.limit)')] : [],
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

function monthsEarlyStep(context: Context, retirement: Known<'retirement'>, monthsEarly: Known<'monthsEarly'>): Step {
  const { lang, say } = context;
  const [start, left] = [formatMonth(retirement.pensionStart, lang), formatMonth(leavingMonth(context), lang)];
  const dropped = monthsEarly.rule.provision.leavingMonth === 'dropped';
  const result = formatCount(monthsEarly.value, 'month', lang);
  return step(
    context,
    say('Số tháng nghỉ sớm', 'Months early'),
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
  { pensionStart }: Known<'retirement'>,
  { value, rule }: Known<'monthsPast'>,
): Step[] {
  if (value === 0) return [];
  const { lang, say } = context;
  const [left, start] = [formatMonth(leavingMonth(context), lang), formatMonth(pensionStart, lang)];
  const label = say('Số tháng làm việc quá tuổi nghỉ hưu', 'Months past the age');
  return [step(context, label, `${left} − ${start} = ${formatCount(value, 'month', lang)}`, [rule])];
}

function yearsSteps(context: Context): Step[] {
  const { measures } = context.derivation;
  const { say } = context;
  const found: [label: string, years: CountedYears | undefined][] = [
    [say('Số năm nghỉ sớm', 'Years early'), measures.yearsEarly],
    [say('Số năm công tác được tính trợ cấp', 'Service years'), measures.serviceYears],
    [say('Số năm công tác không chuyên trách', 'Years of part-time work'), measures.workYears],
  ];
  return found.flatMap(([label, years]) =>
    years ? [yearsStep(context, label, years.months, years.value, years.rule)] : [],
  );
}

function severanceSteps(context: Context): Step[] {
  const { derivation, lang, say } = context;
  const { severanceMonths } = derivation.measures;
  if (!severanceMonths) return [];
  const most = severanceMonths.rule.provision.upToMonths;
  const months = formatCount(severanceMonths.months, 'month', lang);
  return [
    step(
      context,
      say('Số tháng để tính trợ cấp thôi việc', 'Severance months'),
      severanceMonths.months > most
        ? say(
            `${months}, tối đa ${most} tháng: ${severanceMonths.value} tháng`,
            `${months}, at most ${most}: ${severanceMonths.value} months`,
          )
        : months,
      [severanceMonths.rule],
    ),
  ];
}

function termSteps(context: Context): Step[] {
  const { derivation, lang, say } = context;
  const { termMonths } = derivation.measures;
  const ends = derivation.case.post?.termEnds;
  if (!termMonths || ends === undefined) return [];
  const least = termMonths.rule.provision.atLeastMonths;
  const [from, to] = [derivation.case.leaving.date, ends].map((date) => formatDate(date, lang));
  const counted = `${from} – ${to}: ${formatCount(termMonths.months, 'month', lang)}`;
  const raised = say(`${counted}, ít nhất ${least}`, `${counted}, at least ${least}`);
  return [
    step(
      context,
      say('Số tháng đến hết nhiệm kỳ', 'Months to the end of the term'),
      termMonths.months < least ? raised : counted,
      [termMonths.rule],
    ),
  ];
}

/** Months as years, with what the odd months became. */
function yearsStep(
  context: Context,
  label: string,
  months: number,
  value: number,
  rule: Rule<OddMonthsProvision>,
): Step {
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

function pensionStep(context: Context, pension: Known<'pension'>): Step {
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
