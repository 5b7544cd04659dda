import { dayOfMonth, monthOfDay, parseDay, type Day } from '../base/calendar.ts';
import type { Case } from '../case/case.ts';
import { birthMonth, monthsOf } from '../case/parse.ts';
import { noFacts, type Facts } from '../law/facts.ts';
import type { GroupProvision } from '../law/provision.ts';
import type { Rule } from '../law/version.ts';
import { salaryForm } from '../salary/salary.ts';

/** The facts that a case itself states. */
export function statedFacts(one: Case, group: Rule<GroupProvision>): Facts {
  const facts = noFacts({
    'leaving.reorganisation': one.leaving.reorganisation !== undefined,
    'leaving.decided': one.leaving.decided !== undefined,
    'insurance.hazardous': one.insurance.hazardous !== undefined,
    'salary.contract': one.salary.contract !== undefined,
    'settled.scheme': one.settled !== undefined,
    'settled.date': one.settled?.date !== undefined,
  });
  stateWords(one, group, facts.values);
  stateTimes(one, facts.values);
  return facts;
}

function stateWords(one: Case, group: Rule<GroupProvision>, values: Facts['values']): void {
  const { person, leaving, age, salary, settled } = one;
  values.group = person.group;
  values.regime = group.provision.regime;
  values.payTable = group.provision.payTable;
  values.impact = leaving.impact;
  values.schedule = age.schedule;
  values.sex = person.sex;
  values.blocked = leaving.blocked;
  values.salaryForm = salaryForm(salary);
  values.settledUnder = settled?.scheme;
  values.voluntary = leaving.voluntary ?? false;
  values.pensioner = person.pensioner ?? false;
}

function stateTimes(one: Case, values: Facts['values']): void {
  const { person, leaving, insurance, work, training, settled } = one;
  const day = parseDay(leaving.date) as Day;
  const reorganisation = dayOf(leaving.reorganisation);
  values.insuranceMonths = monthsOf(insurance);
  values.hazardousMonths = insurance.hazardous === undefined ? undefined : monthsOf(insurance.hazardous);
  values.workMonths = work === undefined ? undefined : monthsOf(work);
  values.trainingMonths = training?.months;
  values.ageMonths = monthOfDay(day) - birthMonth(person.birth);
  values.leavingDay = dayOfMonth(day);
  values.leavingDate = day;
  values.decidedDate = dayOf(leaving.decided);
  values.settledDate = dayOf(settled?.date);
  values.monthsAfterReorganisation = reorganisation === undefined ? undefined : monthsBetween(reorganisation, day);
}

function dayOf(date: string | undefined): Day | undefined {
  return date === undefined ? undefined : parseDay(date);
}

function monthsBetween(from: Day, to: Day): number {
  return to < from ? -1 : monthOfDay(to) - monthOfDay(from);
}
