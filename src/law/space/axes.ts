import { range } from '../facts.ts';
import type { Interval, OddMonthsProvision } from '../provision.ts';
import type { LawVersion } from '../version.ts';
import { FACTS, isYears, type FactName } from '../vocabulary.ts';
import { yearsOf } from '../../measures/odd-months.ts';
import { AXES, AXIS_OF, caseWords, DOMAIN, OPTIONAL, type Axis, type AxisName, type Part } from './axis.ts';
import { axesOf, type Stated } from './conditions.ts';

/** A place where an axis is cut besides those of the conditions: the first whole number of the upper side. */
export interface Cut {
  readonly axis: AxisName;
  readonly at: number;
}

/** A bound of a fact: the first whole number of its upper side. */
interface FactCut {
  readonly fact: FactName;
  readonly at: number;
}

/**
 * The axes that these conditions can tell cases apart by, each cut at every bound they mention; words that none of
 * them distinguishes are one part. The window is left out: it follows from the clocks (see `windows`).
 * The conditions of `refining` divide these axes too, but bring in none of their own.
 */
export function axesFor(
  laws: readonly LawVersion[],
  conditions: readonly Stated[],
  refining: readonly Stated[] = [],
  cuts: readonly Cut[] = [],
): Axis[] {
  const names = axesOf(conditions);
  for (const { axis } of cuts) names.add(axis);
  const all = [...conditions, ...refining];
  const axes: Axis[] = [];
  for (const name of AXES) {
    if (!names.has(name) || name === 'window') continue;
    const parts = DOMAIN[name] ? rangeParts(laws, name, all, cuts) : wordParts(laws, name, all);
    axes.push({ name, parts });
  }
  return axes;
}

function wordParts(laws: readonly LawVersion[], name: AxisName, conditions: readonly Stated[]): Part[] {
  if (FLAGS.has(name)) return [{ value: true }, { value: false }];
  if (name === 'settledUnder') return settledParts(conditions);
  const words = name === 'group' ? groupsOf(laws) : caseWords(name);
  const alike = new Map<string, string[]>();
  for (const word of words) {
    const sign = signature(laws, name, word, conditions);
    const there = alike.get(sign);
    if (there) there.push(word);
    else alike.set(sign, [word]);
  }
  return [...alike.values()].map((list) => ({ value: list[0], words: list }));
}

/** Axes that are true or false. */
const FLAGS: ReadonlySet<AxisName> = new Set<AxisName>(['pension', 'pensioner', 'voluntary']);

/** Not settled before, settled under each scheme that the conditions name. */
function settledParts(conditions: readonly Stated[]): Part[] {
  const named = new Set(conditions.flatMap(({ condition }) => condition.settledUnder ?? []));
  return [{ value: undefined }, ...[...named].map((value) => ({ value, words: [value] }))];
}

function groupsOf(laws: readonly LawVersion[]): string[] {
  return [...new Set(laws.flatMap((law) => law.rules('group').map((rule) => rule.provision.group)))];
}

/** What the conditions say of a word: which of their lists it is in, itself or by what follows from it. */
function signature(laws: readonly LawVersion[], name: AxisName, word: string, conditions: readonly Stated[]): string {
  let text = '';
  const groups =
    name === 'group'
      ? laws.map((law) => law.rules('group').find((rule) => rule.provision.group === word)?.provision)
      : [];
  for (const group of groups) text += group ? `[${group.schedules.join()}]` : '-';
  for (const { condition } of conditions) {
    for (const [fact, list] of Object.entries(condition)) {
      if (fact === 'given' && name === 'salaryForm') text += word === 'contract' ? 'c' : '.';
      if (AXIS_OF[fact as FactName] !== name || !Array.isArray(list)) continue;
      const members = list as readonly string[];
      if (fact === 'regime' || fact === 'payTable')
        for (const group of groups) text += bit(group && members.includes(group[fact]));
      else text += bit(members.includes(word));
    }
  }
  return text;
}

function bit(value: boolean | undefined): string {
  return value ? '1' : '0';
}

function rangeParts(
  laws: readonly LawVersion[],
  name: AxisName,
  conditions: readonly Stated[],
  cuts: readonly Cut[],
): Part[] {
  const [least, most] = DOMAIN[name] ?? [0, Infinity];
  const starts = new Set<number>([least]);
  const stated = conditionCuts(name, conditions).flatMap(({ fact, at }) => startsOf(laws, fact, at));
  const more = cuts.filter((cut) => cut.axis === name).map((cut) => cut.at);
  for (const start of [...stated, ...more]) if (start > least && start <= most) starts.add(start);
  const ordered = [...starts].sort((a, b) => a - b);
  const parts: Part[] = ordered.map((start, index) => {
    const next = ordered[index + 1];
    return { value: start, least: start, most: next === undefined ? most : next - 1 };
  });
  return OPTIONAL.has(name) ? [{ value: undefined }, ...parts] : parts;
}

/** The bounds that conditions set on the facts of an axis, each as the first whole number of its upper side. */
function conditionCuts(name: AxisName, conditions: readonly Stated[]): FactCut[] {
  const found: FactCut[] = [];
  for (const { condition } of conditions) {
    for (const [key, interval] of Object.entries(condition)) {
      const fact = key as FactName;
      if (AXIS_OF[fact] !== name || FACTS[fact] === 'word' || FACTS[fact] === 'flag') continue;
      const { least, most } = range(fact, interval as Interval<number | string>);
      if (least > Number.MIN_SAFE_INTEGER) found.push({ fact, at: least });
      if (most < Number.MAX_SAFE_INTEGER) found.push({ fact, at: most + 1 });
    }
  }
  return found;
}

/** Where on its axis a fact crosses a bound: each first whole number of another side. */
export function startsOf(laws: readonly LawVersion[], fact: FactName, at: number): number[] {
  if (isYears(fact)) {
    const rules = laws.flatMap((law) => law.rules('odd-months').map((rule) => rule.provision));
    return rules.filter((rule) => rule.quantity === fact).flatMap((rule) => crossings(rule, at));
  }
  if (fact === 'termMonths') {
    // Below the least that counts, the quantity stands still.
    const floors = laws.flatMap((law) => law.rules('term-months').map((rule) => rule.provision.atLeastMonths));
    return floors.some((floor) => at > floor) || floors.length === 0 ? [at] : [];
  }
  if (fact === 'severanceMonths') {
    // Above the most that counts, the quantity stands still.
    const caps = laws.flatMap((law) => law.rules('severance-months').map((rule) => rule.provision.upToMonths));
    return caps.some((cap) => at <= cap) || caps.length === 0 ? [at] : [];
  }
  return [at];
}

const MONTHS = 12;

function crossings(rule: OddMonthsProvision, at: number): number[] {
  const found: number[] = [];
  const years = Math.floor(at / 100);
  for (let months = Math.max(1, (years - 2) * MONTHS); months <= (years + 2) * MONTHS; months++) {
    if (yearsOf(rule, months - 1) >= at !== yearsOf(rule, months) >= at) found.push(months);
  }
  return found;
}
