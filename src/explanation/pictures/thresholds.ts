import type { Case } from '../../case/case.ts';
import { admits } from '../../law/facts.ts';
import type { Condition, Interval } from '../../law/provision.ts';
import type { LawVersion } from '../../law/version.ts';

/** A number of months early at which the law changes what is paid (ngưỡng số tháng nghỉ sớm). */
export interface Threshold {
  readonly months: number;
  /** Whether exactly so many belong to the longer side ("từ đủ") or to the shorter ("đến đủ", "trên"). */
  readonly longer: boolean;
}

/**
 * The months early that the rules of these routes ask for in this case, most first: requirements, rows of benefits, and
 * the classes that those name. Beyond the most that a requirement allows nothing is asked.
 */
export function thresholdsOf(law: LawVersion, one: Case, routes: readonly string[]): Threshold[] {
  const words = wordsOf(law, one);
  const applies = (when: Condition | undefined): boolean =>
    Object.entries(words).every(([fact, word]) => admits(when?.[fact as keyof typeof words], word));
  const asked = routes
    .flatMap((route) => law.requirements(route))
    .filter(({ provision }) => applies(provision.when))
    .map(({ provision }) => provision.require.monthsEarly);
  const rows = routes
    .flatMap((route) => law.benefits(route))
    .flatMap((benefit) => law.rows(benefit))
    .filter(({ provision }) => applies(provision.when));
  const named = new Set(rows.flatMap(({ provision }) => Object.keys(provision.when?.class ?? {})));
  const classes = [...named].flatMap((name) => law.classes.get(name) ?? []);
  const used = [...rows, ...classes].map(({ provision }) => provision.when).filter(applies);
  const found = [...asked, ...used.map((when) => when?.monthsEarly)].flatMap(boundsOf);
  const most = Math.min(...asked.flatMap((interval) => interval?.upTo ?? []));
  return [...new Map(found.map((one) => [`${one.months} ${one.longer}`, one])).values()]
    .filter(({ months }) => months <= most)
    .sort((a, b) => b.months - a.months);
}

/** What stays the same whenever the person leaves. */
function wordsOf(law: LawVersion, one: Case) {
  const group = law.group(one.person.group, one.person.paidLike)?.provision;
  return {
    sex: one.person.sex,
    impact: one.leaving.impact,
    group: group?.group ?? one.person.group,
    regime: group?.regime,
    schedule: one.age.schedule ?? group?.schedules[0],
  };
}

function boundsOf(interval: Interval<number> | undefined): Threshold[] {
  const { atLeast, above, upTo, under } = interval ?? {};
  return [
    ...[atLeast, under].flatMap((months) => (months === undefined ? [] : [{ months, longer: true }])),
    ...[above, upTo].flatMap((months) => (months === undefined ? [] : [{ months, longer: false }])),
  ];
}

/** Whether so many months early are on the longer side of a threshold. */
export function isBefore({ months, longer }: Threshold, monthsEarly: number): boolean {
  return longer ? monthsEarly >= months : monthsEarly > months;
}
