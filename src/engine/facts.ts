import { dayOfMonth, monthOfDay, parseDay, type Day } from '../base/calendar.ts';
import type { Case } from '../case/case.ts';
import { givenAt } from '../case/flat.ts';
import { birthMonth, monthsOf } from '../case/parse.ts';
import { noFacts, type Facts } from '../law/facts.ts';
import type { GroupProvision } from '../law/provision.ts';
import type { Rule } from '../law/version.ts';
import { salaryForm } from './salary/salary.ts';

/** The facts that a case itself states. */
export function statedFacts(one: Case, group: Rule<GroupProvision>): Facts {
  const facts = noFacts((key) => givenAt(one, key) !== undefined);
  stateWords(one, group, facts.values);
  stateTimes(one, facts.values);
  return facts;
}

function stateWords(one: Case, group: Rule<GroupProvision>, values: Facts['values']): void {
  const { person, leaving, age, salary, settled } = one;
  values.group = group.provision.group;
  values.regime = group.provision.regime;
  values.payTable = group.provision.payTable;
  values.impact = leaving.impact;
  values.schedule = age.schedule;
  values.sex = person.sex;
  values.blocked = leaving.blocked;
  values.salaryForm = salaryForm(salary);
  values.settledUnder = settled?.scheme;
  values.ground = leaving.ground ?? (leaving.reorganisation === undefined ? undefined : 'reorganisation');
  values.programme = leaving.programme;
  values.voluntary = leaving.voluntary ?? false;
  values.pensioner = person.pensioner ?? (person.pensionSince !== undefined && person.pensionSince <= leaving.date);
}

function stateTimes(one: Case, values: Facts['values']): void {
  const { person, leaving, insurance, work, training, settled } = one;
  const day = parseDay(leaving.date) as Day;
  const reorganisation = dayOf(leaving.reorganisation);
  values.insuranceMonths = monthsOf(insurance);
  values.hazardousMonths = insurance.hazardous === undefined ? undefined : monthsOf(insurance.hazardous);
  values.otherPostsMonths = insurance.otherPosts === undefined ? undefined : monthsOf(insurance.otherPosts);
  values.unemploymentMonths = insurance.unemployment === undefined ? undefined : monthsOf(insurance.unemployment);
  values.workMonths = work === undefined ? undefined : monthsOf(work);
  values.trainingMonths = training?.months;
  values.ageMonths = monthOfDay(day) - birthMonth(person.birth);
  values.leavingDay = dayOfMonth(day);
  values.leavingDate = day;
  values.decidedDate = dayOf(leaving.decided);
  const filed = dayOf(leaving.filed);
  values.filedDate = filed;
  values.settlingDate = values.decidedDate ?? day;
  values.startedDate = Math.min(day, filed ?? day, dayOf(leaving.decided) ?? day);
  values.pensionSince = dayOf(person.pensionSince);
  values.settledDate = dayOf(settled?.date);
  values.monthsAfterReorganisation = reorganisation === undefined ? undefined : monthsBetween(reorganisation, day);
}

function dayOf(date: string | undefined): Day | undefined {
  return date === undefined ? undefined : parseDay(date);
}

function monthsBetween(from: Day, to: Day): number {
  return to < from ? -1 : monthOfDay(to) - monthOfDay(from);
}
