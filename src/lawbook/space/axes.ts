import { admits, namedWords, range } from '../../law/facts.ts';
import type { Interval, WordTest } from '../../law/provision.ts';
import type { LawVersion } from '../../law/version.ts';
import { FACTS, isYears, type FactName } from '../../law/vocabulary.ts';
import { axisRules, QUANTITY, QUANTITY_NAMES } from '../../engine/measure/quantities.ts';
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
    const earlier = alike.get(sign);
    if (earlier) earlier.push(word);
    else alike.set(sign, [word]);
  }
  const parts: Part[] = [...alike.values()].map((list) => ({ value: list[0], words: list }));
  return OPTIONAL.has(name) ? [{ value: undefined }, ...parts] : parts;
}

/** Axes that are true or false. */
const FLAGS: ReadonlySet<AxisName> = new Set<AxisName>(['pension', 'pensioner', 'voluntary']);

/** Stands for the schemes that no condition names. */
const OTHER_SCHEME = 'other';

/** Not settled before, settled under each scheme that the conditions name. */
function settledParts(conditions: readonly Stated[]): Part[] {
  const tests = conditions.map(({ condition }) => condition.settledUnder).filter((test) => test !== undefined);
  const named = new Set(tests.flatMap((test) => namedWords(test)));
  // Where a test admits all but some schemes, one that nobody names stands for the others.
  const others = tests.some((test) => 'except' in test) ? [OTHER_SCHEME] : [];
  return [{ value: undefined }, ...[...named, ...others].map((value) => ({ value, words: [value] }))];
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
      if (AXIS_OF[fact as FactName] !== name || FACTS[fact as FactName].kind !== 'word') continue;
      const test = list as WordTest;
      if (fact === 'regime' || fact === 'payTable')
        for (const group of groups) text += bit(group && admits(test, group[fact]));
      else text += bit(admits(test, word));
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
      if (AXIS_OF[fact] !== name || FACTS[fact].kind === 'word' || FACTS[fact].kind === 'flag') continue;
      const { least, most } = range(fact, interval as Interval<number | string>);
      if (least > Number.MIN_SAFE_INTEGER) found.push({ fact, at: least });
      if (most < Number.MAX_SAFE_INTEGER) found.push({ fact, at: most + 1 });
    }
  }
  return found;
}

/** Where on its axis a fact crosses a bound: each first whole number of another side. */
export function startsOf(laws: readonly LawVersion[], fact: FactName, at: number): number[] {
  const quantity = QUANTITY_NAMES.find((name) => name === fact);
  const { onAxis } = quantity === undefined ? {} : QUANTITY[quantity];
  if (quantity === undefined || !onAxis) return [at];
  const rules = laws.flatMap((law) => axisRules(law, quantity));
  if (rules.length === 0) return isYears(quantity) ? [] : [at];
  return rules.flatMap(({ provision }) =>
    crossings((months) => onAxis.value(provision, months), nearMonths(fact, at), at),
  );
}

const MONTHS = 12;

/** About how many months a bound of a fact is. */
function nearMonths(fact: FactName, at: number): number {
  return isYears(fact) ? Math.floor(at / 100) * MONTHS : at;
}

function crossings(value: (months: number) => number, near: number, at: number): number[] {
  const found: number[] = [];
  for (let months = Math.max(1, near - 2 * MONTHS); months <= near + 2 * MONTHS; months++) {
    if (value(months - 1) >= at !== value(months) >= at) found.push(months);
  }
  return found;
}
