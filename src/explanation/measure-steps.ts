import { dayText, monthOfDay, monthText, parseDay, type Day } from '../base/calendar.ts';
import { unscaled } from '../base/decimal.ts';
import { birthMonth } from '../case/parse.ts';
import type { OddMonthsProvision } from '../law/provision.ts';
import { QUANTITY_PLACES } from '../law/vocabulary.ts';
import type { Rule } from '../law/version.ts';
import type { Window } from '../measures/window.ts';
import { nameOf, type Context } from './context.ts';
import { formatCount, formatDate, formatDuration, formatMonth } from './format.ts';
import { section, step, type Section, type Step } from './steps.ts';

/** Every measure of the case with the arithmetic that led to it. */
export function measuresSection(context: Context): Section {
  const { window } = context.derivation.measures;
  return section(context, 'measures', [
    ...retirementSteps(context),
    monthsEarlyStep(context),
    yearsEarlyStep(context),
    ...serviceSteps(context),
    pensionStep(context),
    ...(window ? [windowStep(context, window)] : [noWindow(context)]),
  ]);
}

function retirementSteps(context: Context): Step[] {
  const { derivation, lang, say } = context;
  const { retirement, monthsEarly } = derivation.measures;
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
  ];
}

function monthsEarlyStep(context: Context): Step {
  const { derivation, lang, say } = context;
  const { retirement, monthsEarly } = derivation.measures;
  const leaving = monthOfDay(parseDay(derivation.case.leaving.date) as Day);
  const [start, left] = [formatMonth(retirement.pensionStart, lang), formatMonth(leaving, lang)];
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

function yearsEarlyStep(context: Context): Step {
  const { measures } = context.derivation;
  const { yearsEarly, monthsEarly } = measures;
  return yearsStep(
    context,
    context.say('Số năm nghỉ sớm', 'Years early'),
    monthsEarly.value,
    yearsEarly.value,
    yearsEarly.rule,
  );
}

function serviceSteps(context: Context): Step[] {
  const { derivation, lang, say } = context;
  const { serviceYears, severanceMonths } = derivation.measures;
  const most = severanceMonths.rule.provision.upToMonths;
  const months = formatCount(severanceMonths.months, 'month', lang);
  return [
    yearsStep(
      context,
      say('Số năm công tác được tính trợ cấp', 'Service years'),
      serviceYears.months,
      serviceYears.value,
      serviceYears.rule,
    ),
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

function pensionStep(context: Context): Step {
  const { derivation, lang, say } = context;
  const { pension } = derivation.measures;
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
  const dropped = rule.rule.provision.leavingMonth === 'dropped' ? 1 : 0;
  return formatMonth(monthText(retirement.pensionStart - monthsEarly - dropped), context.lang);
}
