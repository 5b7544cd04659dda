import { dayOfMonth, monthOfDay, monthText, parseDay, type Day } from '../base/calendar.ts';
import type { Case } from '../case/case.ts';
import { birthMonth, monthsOf } from '../case/parse.ts';
import type { Facts } from '../law/facts.ts';
import type { GroupProvision } from '../law/provision.ts';
import { demand, select, type Readings } from '../law/select.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import { yearsOf } from '../measures/odd-months.ts';
import { rankLimit, retirementMonth, type Retirement } from '../measures/retirement.ts';
import { windowOf, type ClockDates, type WindowFound } from '../measures/window.ts';
import { salaryForm } from '../salary/salary.ts';
import type { Measures } from './derivation.ts';
import type { Report } from './subject.ts';

/** The facts that a case itself states. */
export function statedFacts(one: Case, group: Rule<GroupProvision>): Facts {
  const { person, leaving, age, insurance, salary } = one;
  const day = parseDay(leaving.date) as Day;
  const reorganisation = leaving.reorganisation === undefined ? undefined : parseDay(leaving.reorganisation);
  const values: Facts['values'] = {
    route: undefined,
    group: person.group,
    regime: group.provision.regime,
    payTable: group.provision.payTable,
    impact: leaving.impact,
    schedule: age.schedule,
    window: undefined,
    sex: person.sex,
    blocked: leaving.blocked,
    salaryForm: salaryForm(salary),
    voluntary: leaving.voluntary ?? false,
    pensionEligible: undefined,
    monthsEarly: undefined,
    severanceMonths: undefined,
    insuranceMonths: monthsOf(insurance),
    hazardousMonths: insurance.hazardous === undefined ? undefined : monthsOf(insurance.hazardous),
    leavingDay: dayOfMonth(day),
    monthsAfterReorganisation: reorganisation === undefined ? undefined : monthsBetween(reorganisation, day),
    yearsEarly: undefined,
    serviceYears: undefined,
    leavingDate: day,
    decidedDate: leaving.decided === undefined ? undefined : parseDay(leaving.decided),
  };
  const given = {
    'leaving.reorganisation': leaving.reorganisation !== undefined,
    'leaving.decided': leaving.decided !== undefined,
    'insurance.hazardous': insurance.hazardous !== undefined,
    'salary.contract': salary.contract !== undefined,
  };
  return { values, classes: {}, given };
}

function monthsBetween(from: Day, to: Day): number {
  return to < from ? -1 : monthOfDay(to) - monthOfDay(from);
}

/** Works out the measures of a case and adds them to the facts; undefined when an issue stands in the way. */
export function measure(
  law: LawVersion,
  one: Case,
  facts: Facts,
  readings: Readings,
  report: Report,
): { measures: Measures; clock: WindowFound } | undefined {
  const clock = clockOf(law, one, facts, readings, report);
  const retirement = retirementOf(law, one, report);
  if (!retirement) return undefined;
  const { values } = facts;
  const early = demand(law.rules('months-early'), facts, readings, 'months early');
  const pensionStart = retirement.ageMonth + early.provision.pensionStartsAfterMonths;
  const leaving = monthOfDay(parseDay(one.leaving.date) as Day);
  const monthsEarly = pensionStart - leaving - (early.provision.leavingMonth === 'dropped' ? 1 : 0);
  if (pensionStart < leaving) {
    report('leaving-after-age', 'leaving.date', { date: one.leaving.date, pensionStart: monthText(pensionStart) });
    return undefined;
  }
  values.monthsEarly = Math.max(0, monthsEarly);
  const yearsEarlyRule = oddMonths(law, 'yearsEarly', facts, readings);
  const serviceRule = oddMonths(law, 'serviceYears', facts, readings);
  const countable = monthsOf(one.insurance.countable);
  const publicSector = monthsOf(one.insurance.publicSector);
  const severance = demand(law.rules('severance-months'), facts, readings, 'severance months');
  values.yearsEarly = yearsOf(yearsEarlyRule.provision, values.monthsEarly);
  values.serviceYears = yearsOf(serviceRule.provision, countable);
  values.severanceMonths = Math.min(publicSector, severance.provision.upToMonths);
  const measures: Measures = {
    retirement: { ...retirement, pensionStart },
    monthsEarly: { value: values.monthsEarly, rule: early },
    yearsEarly: { value: values.yearsEarly, rule: yearsEarlyRule },
    serviceYears: { value: values.serviceYears, months: countable, rule: serviceRule },
    severanceMonths: { value: values.severanceMonths, months: publicSector, rule: severance },
    pension: pensionOf(law, one, facts, readings),
    window: clock.window,
  };
  values.pensionEligible = measures.pension.eligible;
  return { measures, clock };
}

function oddMonths(
  law: LawVersion,
  quantity: 'serviceYears' | 'yearsEarly',
  facts: Facts,
  readings: Readings,
): Measures['yearsEarly']['rule'] {
  return demand(law.oddMonths[quantity], facts, readings, quantity);
}

function pensionOf(law: LawVersion, one: Case, facts: Facts, readings: Readings): Measures['pension'] {
  const months = monthsOf(one.insurance);
  const stated = one.insurance.pensionEligible;
  if (stated !== undefined) return { eligible: stated, months, rule: undefined };
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

function retirementOf(law: LawVersion, one: Case, report: Report): Retirement | undefined {
  const { sex, birth, group, rank } = one.person;
  const { schedule = '', limit } = one.age;
  const month = birthMonth(birth);
  if (schedule !== 'limit') {
    const found = retirementMonth(law, schedule, sex, month);
    if (found && 'ageMonth' in found) return found;
    if (found) report('birth-not-covered', 'person.birth', { birth, from: found.coveredFrom, schedule: found.at });
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
