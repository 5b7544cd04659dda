import type { Writable } from '../base/writable.ts';
import type { Case } from '../case/case.ts';
import { withAge } from '../case/parse.ts';
import { admits } from '../law/facts.ts';
import type { Condition, EmptyProvision, GroupProvision } from '../law/provision.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import type { Report } from '../messages/report.ts';

/** The rule of the group a case names; reports a group that this version does not know or cover. */
export function groupOf(
  law: LawVersion,
  one: Case,
  later: (group: string) => string | undefined,
  elsewhere: (group: string) => string | undefined,
  report: Report,
): Rule<GroupProvision> | undefined {
  const { group, paidLike } = one.person;
  const rule = law.group(group, paidLike);
  if (rule && law.coversGroup(rule.provision.group)) return rule;
  const params = { group, law: law.scheme, version: law.date };
  if (!rule) {
    const from = later(group);
    const other = elsewhere(group);
    if (from !== undefined) report('group-not-covered', 'person.group', { ...params, from });
    else if (other !== undefined) report('group-not-covered', 'person.group', { ...params, elsewhere: other });
    else report('unknown-word', 'person.group', { value: group, known: groupsNamed(law) });
    return undefined;
  }
  const other = rule.provision.elsewhere ?? elsewhere(group);
  report('group-not-covered', 'person.group', { ...params, from: later(group), elsewhere: other });
  return undefined;
}

/** The groups that a version covers or sends elsewhere, as a case names them; not those that it only took over. */
export function groupsNamed(law: LawVersion): string[] {
  const rules = law
    .rules('group')
    .filter(({ provision: { group, elsewhere } }) => elsewhere !== undefined || law.coversGroup(group));
  return [...new Set(rules.flatMap(({ provision: { group, of } }) => (of ? [of.group, group] : [group])))];
}

/** The case with the default schedule of its group filled in; reports a schedule the group does not use. */
export function withSchedule(one: Case, group: Rule<GroupProvision>, report: Report): Case {
  const { schedules } = group.provision;
  const schedule = one.age.schedule ?? schedules[0];
  if (schedule === one.age.schedule && schedules.includes(schedule ?? '')) return one;
  const { limit } = one.age;
  if (limit !== undefined && schedule !== 'limit') report('age-limit-unused', 'age.limit', { schedule });
  if (schedule === 'limit' && limit !== undefined) return withAge(one, { schedule, limit });
  if (schedule === undefined || !schedules.includes(schedule)) {
    report('schedule-not-for-group', 'age.schedule', { group: group.provision.group, schedule, known: schedules });
  }
  const age: Writable<Case['age']> = {};
  if (schedule !== undefined) age.schedule = schedule as 'normal';
  if (limit !== undefined) age.limit = limit;
  return withAge(one, age);
}

/**
 * The routes of a version, in its order, some row of which can ever pay a group that the version knows, or which name an
 * empty place for it or an amount that nobody has seen; all of them for a group that the version excludes as such: it is
 * to be told why.
 */
export function routesAdmitting(law: LawVersion, group: string): ReadonlySet<string> {
  return law.derived(routesByGroup).get(group) ?? admittingRoutes(law, group);
}

function routesByGroup(law: LawVersion): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(law.rules('group').map(({ provision: { group } }) => [group, admittingRoutes(law, group)]));
}

function admittingRoutes(law: LawVersion, group: string): ReadonlySet<string> {
  const names = law.routes.map(({ route }) => route);
  return new Set(names.filter((route) => someRowAdmits(law, route, group)));
}

function isUnseen({ provision }: Rule<EmptyProvision>): boolean {
  return provision.certainty === 'U';
}

function someRowAdmits(law: LawVersion, route: string, group: string): boolean {
  const named = ({ provision: { when } }: { readonly provision: { readonly when: Condition } }): boolean =>
    when.group !== undefined && admits(when.group, group);
  if (law.rules('exclusion').some(named)) return true;
  return law.benefits(route).some((benefit) => {
    if (law.empties(benefit).some(named)) return true;
    return [...law.rows(benefit), ...law.empties(benefit).filter(isUnseen)].some((row) => {
      const { group: members, class: classes = {} } = row.provision.when;
      if (!admits(members, group)) return false;
      return Object.entries(classes).every(([name, values]) =>
        law.classes
          .get(name)
          ?.some(({ provision: { value, when } }) => values.includes(value) && admits(when.group, group)),
      );
    });
  });
}
