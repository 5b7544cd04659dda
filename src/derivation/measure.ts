import { monthOfDay, monthText, parseDay, type Day, type Month } from '../base/calendar.ts';
import { RuleDefect } from '../base/checked.ts';
import type { Writable } from '../base/writable.ts';
import type { Case } from '../case/case.ts';
import { birthMonth, monthsOf } from '../case/parse.ts';
import type { Facts } from '../law/facts.ts';
import { demand, select, type Readings } from '../law/select.ts';
import type { LawVersion } from '../law/version.ts';
import type { YearQuantity } from '../law/vocabulary.ts';
import { yearsOf } from '../measures/odd-months.ts';
import { rankLimit, retirementMonth, type Retirement } from '../measures/retirement.ts';
import { windowOf, type ClockDates, type WindowFound } from '../measures/window.ts';
import type { CountedYears, Measures } from './derivation.ts';
import type { Report } from '../messages/report.ts';

type Found = Writable<Measures>;

/** Works out the measures of a case and adds them to the facts; undefined when an issue stands in the way. */
export function measure(
  law: LawVersion,
  one: Case,
  facts: Facts,
  readings: Readings,
  report: Report,
): { measures: Measures; clock: WindowFound } | undefined {
  const clock = clockOf(law, one, facts, readings, report);
  const measures: Found = {
    retirement: undefined,
    monthsEarly: undefined,
    monthsPast: undefined,
    yearsEarly: undefined,
    serviceYears: undefined,
    workYears: undefined,
    severanceMonths: undefined,
    pension: undefined,
    termMonths: undefined,
    window: clock.window,
  };
  if (law.rules('months-early').length > 0 && !ageMeasures(law, one, facts, readings, report, measures))
    return undefined;
  serviceMeasures(law, one, facts, readings, measures);
  measures.termMonths = termMeasure(law, one, facts, readings);
  return { measures, clock };
}

/** Normal retirement, months and years early, months past the age; false when an issue stands in the way. */
function ageMeasures(
  law: LawVersion,
  one: Case,
  facts: Facts,
  readings: Readings,
  report: Report,
  into: Found,
): boolean {
  const { values } = facts;
  const past = select(law.rules('months-past'), facts, readings);
  const leaving = monthOfDay(parseDay(one.leaving.date) as Day);
  const retirement = retirementOf(law, one, past !== undefined, leaving, report);
  if (!retirement) return false;
  const early = demand(law.rules('months-early'), facts, readings, 'months early');
  if ('reachedBefore' in retirement) {
    // The age was reached before the tables begin: so many months past it at the least.
    values.monthsEarly = 0;
    values.monthsPast = leaving - retirement.reachedBefore;
    into.monthsEarly = { value: 0, rule: early };
    if (past) into.monthsPast = { value: values.monthsPast, rule: past, atLeast: true };
  } else {
    const { ageMonth, rule } = retirement;
    const pensionStart = ageMonth + early.provision.pensionStartsAfterMonths;
    const monthsEarly = pensionStart - leaving - (early.provision.leavingMonth === 'dropped' ? 1 : 0);
    if (pensionStart < leaving && !past) {
      report('leaving-after-age', 'leaving.date', { date: one.leaving.date, pensionStart: monthText(pensionStart) });
      return false;
    }
    values.monthsEarly = Math.max(0, monthsEarly);
    into.retirement = { ageMonth, rule, pensionStart };
    into.monthsEarly = { value: values.monthsEarly, rule: early };
    if (past) {
      values.monthsPast = Math.max(0, leaving - pensionStart);
      into.monthsPast = { value: values.monthsPast, rule: past };
    }
  }
  into.yearsEarly = years(law, 'yearsEarly', values.monthsEarly, facts, readings);
  return true;
}

/** Service, severance months, part-time work, insurance time for a pension. */
function serviceMeasures(law: LawVersion, one: Case, facts: Facts, readings: Readings, into: Found): void {
  const { values } = facts;
  const { insurance } = one;
  const of = select(law.rules('service-time'), facts, readings);
  let service = Infinity;
  for (const part of of?.provision.of ?? COUNTABLE) service = Math.min(service, monthsOf(insurance[part]));
  values.serviceMonths = service;
  const served = years(law, 'serviceYears', service, facts, readings);
  if (served) into.serviceYears = { value: served.value, months: served.months, rule: served.rule, of };
  into.pension = pensionOf(law, one, facts, readings);
  values.pensionEligible = into.pension?.eligible;
  if (typeof values.workMonths === 'number')
    into.workYears = years(law, 'workYears', values.workMonths, facts, readings);
  into.severanceMonths = severanceMeasure(law, monthsOf(insurance.publicSector), facts, readings);
}

const COUNTABLE = ['countable'] as const;

function severanceMeasure(
  law: LawVersion,
  months: number,
  facts: Facts,
  readings: Readings,
): Measures['severanceMonths'] {
  if (law.rules('severance-months').length === 0) return undefined;
  const rule = demand(law.rules('severance-months'), facts, readings, 'severance months');
  const value = Math.min(months, rule.provision.upToMonths);
  facts.values.severanceMonths = value;
  return { value, months, rule };
}

/** Months from the leaving month to the end of the term of office. */
function termMeasure(law: LawVersion, one: Case, facts: Facts, readings: Readings): Measures['termMonths'] {
  const ends = one.post?.termEnds;
  if (ends === undefined || law.rules('term-months').length === 0) return undefined;
  const rule = demand(law.rules('term-months'), facts, readings, 'the months to the end of the term');
  const month = (date: string): number => monthOfDay(parseDay(date) as Day);
  const last = rule.provision.lastMonth === 'counts' ? 1 : 0;
  const months = Math.max(0, month(ends) - month(one.leaving.date) + last);
  const value = Math.max(months, rule.provision.atLeastMonths);
  facts.values.termMonths = value;
  return { value, months, rule };
}

/** Months as years, where the law has a rule for their odd months. */
function years(
  law: LawVersion,
  quantity: YearQuantity,
  months: number,
  facts: Facts,
  readings: Readings,
): CountedYears | undefined {
  const rules = law.oddMonths[quantity];
  if (rules.length === 0) return undefined;
  const rule = demand(rules, facts, readings, quantity);
  const value = yearsOf(rule.provision, months);
  facts.values[quantity] = value;
  return { value, months, rule };
}

function pensionOf(law: LawVersion, one: Case, facts: Facts, readings: Readings): Measures['pension'] {
  const months = monthsOf(one.insurance);
  const stated = one.insurance.pensionEligible;
  if (stated !== undefined) return { eligible: stated, months, rule: undefined };
  if (law.rules('pension-time').length === 0) return undefined;
  const rule = demand(law.rules('pension-time'), facts, readings, 'the insurance time of a pension');
  return { eligible: months >= rule.provision.months, months, rule };
}

function clockOf(law: LawVersion, one: Case, facts: Facts, readings: Readings, report: Report): WindowFound {
  const { date, reorganisation, decided } = one.leaving;
  const dates: ClockDates = {
    leaving: parseDay(date) as Day,
    reorganisation: reorganisation === undefined ? undefined : parseDay(reorganisation),
    decided: decided === undefined ? undefined : parseDay(decided),
  };
  const found = windowOf(law, facts, readings, dates);
  if (found.lacking === 'reorganisation') report('reorganisation-missing', 'leaving.reorganisation');
  if (found.lacking === 'decision') report('decision-missing', 'leaving.decided');
  facts.values.window = found.window?.name ?? 'none';
  return found;
}

/**
 * The month in which the age is reached; or, for who was past it before the tables begin, the month they begin, where
 * the scheme counts who is past the age.
 */
function retirementOf(
  law: LawVersion,
  one: Case,
  pastCounts: boolean,
  leaving: Month,
  report: Report,
): Retirement | { readonly reachedBefore: Month } | undefined {
  const { sex, birth, group, rank } = one.person;
  const { schedule = '', limit } = one.age;
  const month = birthMonth(birth);
  if (schedule !== 'limit') {
    const found = retirementMonth(law, schedule, sex, month);
    if (!found) throw new RuleDefect(`no rule for the retirement age of schedule ${schedule}`);
    if ('ageMonth' in found) return found;
    if (pastCounts && leaving >= found.tableStarts) return { reachedBefore: found.tableStarts };
    report('birth-not-covered', 'person.birth', { birth, from: found.coveredFrom, schedule: found.at });
    return undefined;
  }
  if (limit !== undefined) return { ageMonth: month + Number(limit) * 12, rule: undefined };
  if (rank === undefined) {
    report('age-limit-missing', 'age.limit', { group });
    return undefined;
  }
  const found = rankLimit(law, group, rank);
  if ('years' in found) return { ageMonth: month + found.years * 12, rule: found.rule };
  report('rank-without-limit', 'person.rank', { rank, group, near: found.near });
  return undefined;
}

/** Puts the case into the classes that the law defines (for example the point of Điều 7 khoản 2). */
export function classify(law: LawVersion, facts: Facts, readings: Readings): void {
  for (const [name, rules] of law.classes) facts.classes[name] = select(rules, facts, readings)?.provision.value;
}
