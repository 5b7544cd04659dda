import { nearest } from '../base/text.ts';
import type { Writable } from '../base/writable.ts';
import type { Case } from '../case/case.ts';
import { withAge } from '../case/parse.ts';
import type { GroupProvision } from '../law/provision.ts';
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
  const { group } = one.person;
  const rule = law.group(group);
  if (rule && law.coversGroup(group)) return rule;
  const params = { group, law: law.scheme, version: law.date };
  if (!rule) {
    const from = later(group);
    const groups = law.rules('group');
    const other = elsewhere(group);
    if (from !== undefined) report('group-not-covered', 'person.group', { ...params, from });
    else if (other !== undefined) report('group-not-covered', 'person.group', { ...params, elsewhere: other });
    else
      unknownWord(
        'person.group',
        group,
        groups.map(({ provision }) => provision.group),
        report,
      );
    return undefined;
  }
  report('group-not-covered', 'person.group', { ...params, from: later(group), elsewhere: rule.provision.elsewhere });
  return undefined;
}

/** Reports a word that is none of those known. */
export function unknownWord(path: string, value: string, known: readonly string[], report: Report): void {
  report('unknown-word', path, { value, near: nearest(value, known), known: known.join(', ') });
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
    const known = schedules.join(', ');
    report('schedule-not-for-group', 'age.schedule', { group: group.provision.group, schedule, known });
  }
  const age: Writable<Case['age']> = {};
  if (schedule !== undefined) age.schedule = schedule as 'normal';
  if (limit !== undefined) age.limit = limit;
  return withAge(one, age);
}

const admitted = new WeakMap<LawVersion, Map<string, ReadonlySet<string>>>();

/** The routes of a version, in its order, some row of which can ever pay a group that the version knows. */
export function routesAdmitting(law: LawVersion, group: string): ReadonlySet<string> {
  let known = admitted.get(law);
  if (!known) admitted.set(law, (known = new Map()));
  const there = known.get(group);
  if (there) return there;
  const names = law.routes.map((one) => one.route);
  const admitting = new Set(names.filter((route) => someRowAdmits(law, route, group)));
  // What nobody vouches for is not kept: the names of groups come from the cases.
  if (law.group(group)) known.set(group, admitting);
  return admitting;
}

function someRowAdmits(law: LawVersion, route: string, group: string): boolean {
  return law.benefits(route).some((benefit) =>
    law.rows(benefit).some((row) => {
      const { group: members, class: classes = {} } = row.provision.when;
      if (members && !members.includes(group)) return false;
      return Object.entries(classes).every(([name, values]) =>
        law.classes
          .get(name)
          ?.some(({ provision: { value, when } }) => values.includes(value) && (when.group?.includes(group) ?? true)),
      );
    }),
  );
}
