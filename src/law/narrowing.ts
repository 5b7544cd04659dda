import type { Facts, FactValue, Test } from './facts.ts';
import type { Rule } from './rule.ts';
import type { FactName } from './vocabulary.ts';

/** The words and flags that a case states before anything is measured; nothing worked out later changes them. */
const STATED = [
  'group',
  'regime',
  'payTable',
  'impact',
  'schedule',
  'sex',
  'blocked',
  'salaryForm',
  'settledUnder',
  'voluntary',
  'pensioner',
] as const satisfies readonly FactName[];

const stated: ReadonlySet<string> = new Set(STATED);

/** A rule that the stated words admit, and the tests that are still open. */
export interface OpenRule {
  readonly rule: Rule;
  readonly tests: readonly Test[];
  /** The rule as a list of one. */
  readonly alone: readonly Rule[];
}

/** Of each numbered list of rules, those that the words of a case admit. */
export type Narrowing = (readonly OpenRule[] | undefined)[];

const NUMBER = Symbol('number');

/** A list of rules that is asked again and again; its number stands for it. */
interface NumberedList {
  [NUMBER]?: number;
}

let lists = 0;

/** Gives a list of rules a number, so that what was found for it is found again quickly. */
export function numbered<L extends readonly Rule[]>(rules: L): L {
  (rules as NumberedList)[NUMBER] = lists++;
  return rules;
}

const MOST_KEPT = 1000;
const narrowings = new Map<string, Narrowing>();

/**
 * The rules left to all cases that state the same words, so that the words are compared once for all of them. To be
 * asked for when the stated facts are complete.
 */
export function narrowingOf({ values, given }: Facts): Narrowing {
  let key = '';
  for (const name of STATED) key += keyOf(values[name]);
  for (const name in given) key += given[name] === true ? '+' : '-';
  let found = narrowings.get(key);
  if (found) return found;
  if (narrowings.size >= MOST_KEPT) narrowings.clear();
  found = [];
  narrowings.set(key, found);
  return found;
}

/** No two values have the same key: the length tells where a word ends. */
function keyOf(value: FactValue | undefined): string {
  if (typeof value === 'string') return `${value.length}:${value}`;
  return value === undefined ? '?' : value === true ? '+' : '-';
}

/** The rules of a list that are not ruled out by the words of a case. */
export function openRules(rules: readonly Rule[], facts: Facts): readonly OpenRule[] {
  const number = (rules as NumberedList)[NUMBER];
  if (!facts.narrowing || number === undefined)
    return rules.map((rule) => ({ rule, tests: rule.tests, alone: [rule] }));
  return (facts.narrowing[number] ??= narrowed(rules, facts));
}

function narrowed(rules: readonly Rule[], facts: Facts): OpenRule[] {
  const isStated = ({ fact }: Test): boolean => stated.has(fact) || fact.startsWith('given.');
  return rules.flatMap((rule) => {
    if (rule.tests.some((test) => isStated(test) && !test.holds(facts))) return [];
    return [{ rule, tests: rule.tests.filter((test) => !isStated(test)), alone: [rule] }];
  });
}
