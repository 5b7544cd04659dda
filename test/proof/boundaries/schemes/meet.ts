import type { Condition, Interval, Provision } from '../../../../src/law/provision.ts';
import type { LawVersion } from '../../../../src/law/version.ts';
import { shiftDays } from '../../oracle/calendar.ts';
import type { OracleCase } from '../../oracle/types.ts';
import { given, possible, PUTS } from './put.ts';

/** A case on its way to meet conditions: what is settled stays as it is. */
export interface Candidate {
  readonly one: OracleCase;
  readonly settled: ReadonlySet<string>;
  /** What decides the birth; it is applied last, as other facts move it. */
  readonly birth?: readonly [fact: string, value: number | string | boolean];
  readonly readings: Readonly<Record<string, string>>;
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % list.length];
}

/** A value inside an interval: its middle, its least, its most, by turns. */
function inside({ atLeast, above, upTo, under }: Interval<number | string>, index: number): number | string {
  const day = [atLeast, above, upTo, under].find((bound) => typeof bound === 'string' && bound.length === 10);
  if (day !== undefined)
    return upTo ?? atLeast ?? (under === undefined ? shiftDays(String(above), 1) : shiftDays(String(under), -1));
  const least = atLeast === undefined ? (above === undefined ? undefined : Number(above) + 1) : Number(atLeast);
  const most = upTo === undefined ? (under === undefined ? undefined : Number(under) - 1) : Number(upTo);
  const from = least ?? Math.max(0, (most ?? 0) - 24);
  const to = most ?? from + 24;
  return pick([Math.floor((from + to) / 2), from, to], index) ?? from;
}

/** Facts that follow from the birth. */
const BY_BIRTH = ['monthsEarly', 'yearsEarly', 'monthsPast', 'ageMonths'];

function put(candidate: Candidate, fact: string, value: number | string | boolean): Candidate {
  if (candidate.settled.has(fact)) return candidate;
  const settled = new Set([...candidate.settled, fact]);
  if (BY_BIRTH.includes(fact)) return { ...candidate, birth: [fact, value], settled };
  return { ...candidate, one: PUTS[fact]?.(candidate.one, value) ?? candidate.one, settled };
}

/** The case changed so that it meets a condition, apart from the facts that are settled. */
export function meet(version: LawVersion, from: Candidate, condition: Condition, index: number): Candidate {
  let candidate = from;
  for (const [fact, test] of Object.entries(condition)) {
    if (fact === 'reading') {
      candidate = { ...candidate, readings: { ...candidate.readings, ...(test as Record<string, string>) } };
    } else if (fact === 'given') {
      for (const [key, there] of Object.entries(test as Record<string, boolean>))
        if (!candidate.settled.has(GIVES[key] ?? ''))
          candidate = { ...candidate, one: given(candidate.one, key, there) };
    } else if (fact === 'class') {
      for (const [name, values] of Object.entries(test as Record<string, readonly string[]>)) {
        const rules = (version.classes.get(name) ?? []).filter(({ provision }) => values.includes(provision.value));
        const rule = pick(rules, index);
        if (rule) candidate = meet(version, candidate, rule.provision.when, index);
      }
    } else if (Array.isArray(test)) {
      const words = test as readonly string[];
      const held = current(candidate.one, fact);
      if (held === undefined || !words.includes(held)) candidate = put(candidate, fact, pick(words, index) ?? '');
    } else if (typeof test === 'boolean') candidate = put(candidate, fact, test);
    else candidate = put(candidate, fact, inside(test as Interval<number>, index));
  }
  return candidate;
}

/** Keys whose presence follows from a fact that may be under test. */
const GIVES: Readonly<Record<string, string>> = {
  'insurance.hazardous': 'hazardousMonths',
  'leaving.decided': 'decidedDate',
  'leaving.filed': 'filedDate',
  'leaving.ground': 'ground',
  'insurance.unemployment': 'unemploymentMonths',
  'settled.date': 'settledDate',
};

/** The word a case has already, where it is plain to see. */
function current(one: OracleCase, fact: string): string | undefined {
  if (fact === 'group') {
    const { group, paidLike = 'civil' } = one.person;
    return group === 'cipher' && paidLike !== 'civil' ? `${group}-${paidLike}` : group;
  }
  if (fact === 'impact') return one.leaving.impact;
  if (fact === 'schedule') return one.age?.schedule;
  return fact === 'sex' ? one.person.sex : undefined;
}

/** The route that a provision is about. */
export function routeOf(version: LawVersion, provision: Provision): string | undefined {
  if (provision.kind === 'requirement') return provision.route;
  const benefit =
    provision.kind === 'benefit' ? provision.benefit : provision.kind === 'empty' ? provision.benefits[0] : '';
  return version.rules('benefit-title').find((rule) => rule.provision.benefit === benefit)?.provision.route;
}

/** What turns numbers into đồng for every row alike. */
const MONEY = ['rounding', 'base-salary', 'base-salary-month'];

/** The provision itself, or, where it concerns every row alike, one row after another. */
function rowOf(version: LawVersion, provision: Provision, index: number): Provision {
  if (!MONEY.includes(provision.kind)) return provision;
  return pick(version.rules('benefit'), index)?.provision ?? provision;
}

/** The case on its way, asking for the route by name where that needs a name, else in every second case. */
function start(
  version: LawVersion,
  route: string | undefined,
  fact: string,
  one: OracleCase,
  index: number,
): Candidate {
  const named = version.routes.find((each) => each.route === route)?.byName === true;
  const asks = route !== undefined && (named || index % 2 === 0);
  return { one: (asks && PUTS['route']?.(one, route)) || one, settled: new Set([fact]), readings: {} };
}

/** The case changed so that it meets what a route needs. */
function entitled(version: LawVersion, from: Candidate, route: string, about: Provision, index: number): Candidate {
  let candidate = from;
  for (const { provision } of version.requirements(route)) {
    const { notEntitled, ...require } = provision.require;
    if (provision !== about && notEntitled !== undefined) candidate = put(candidate, 'pensionEligible', false);
    if (provision === about || provision.when === undefined) candidate = meet(version, candidate, require, index);
  }
  return candidate;
}

/** The case changed so that a provision applies to it and its route is open, apart from the fact under test. */
export function concerned(
  version: LawVersion,
  about: Provision,
  fact: string,
  one: OracleCase,
  index: number,
): Candidate {
  const provision = rowOf(version, about, index);
  const route = routeOf(version, provision);
  let candidate = meet(version, start(version, route, fact, one, index), about.when ?? {}, index);
  if (provision !== about) candidate = meet(version, candidate, provision.when ?? {}, index);
  if (route !== undefined) candidate = entitled(version, candidate, route, provision, index);
  const { birth } = candidate;
  const born = birth && PUTS[birth[0]]?.(candidate.one, birth[1]);
  return { ...candidate, one: possible(born ?? candidate.one) };
}
