import { parseDay } from '../base/calendar.ts';
import { scaled } from '../base/decimal.ts';
import { FACTS, QUANTITY_PLACES, type FactName } from './vocabulary.ts';
import type { Condition, Interval, WordTest } from './provision.ts';

/** A fact as the conditions see it: a word, a flag, or a whole number (count, hundredths of a year, YYYYMMDD). */
export type FactValue = string | number | boolean;

/** What is known of a case, in the terms of the vocabulary. An unknown fact satisfies no test. */
export interface Facts {
  readonly values: { [N in FactName]: FactValue | undefined };
  readonly classes: { [name: string]: string | undefined };
  /** Whether the case gives an optional key. */
  readonly given: (key: string) => boolean;
}

const UNKNOWN = Object.fromEntries(Object.keys(FACTS).map((name) => [name, undefined])) as Facts['values'];

/** Facts of which nothing is known yet. */
export function noFacts(given: Facts['given'] = () => false): Facts {
  return { values: { ...UNKNOWN }, classes: {}, given };
}

/** A test of one fact, kept with its source so that an explanation can name it. */
export interface Test {
  readonly fact: string;
  readonly holds: (facts: Facts) => boolean;
}

/** Whether a test admits a word; no test admits every word, and a word that is not known passes none. */
export function admits(test: WordTest | undefined, word: string | undefined): boolean {
  if (test === undefined) return true;
  if (word === undefined) return false;
  return 'except' in test ? !test.except.includes(word) : test.includes(word);
}

/** The words that a test names. */
export function namedWords(test: WordTest | undefined): readonly string[] {
  return test === undefined ? [] : 'except' in test ? test.except : test;
}

/** A bound of an interval as a whole number in the unit of its fact. */
export function bound(fact: FactName, value: number | string): number {
  const kind = FACTS[fact].kind;
  const number =
    kind === 'day'
      ? parseDay(String(value))
      : kind === 'years'
        ? scaled(String(value), QUANTITY_PLACES)
        : Number(value);
  if (number === undefined || !Number.isSafeInteger(number)) throw new RangeError(`no bound of ${fact}: ${value}`);
  return number;
}

/** An interval as the closed range of whole numbers [least, most]. */
export function range(fact: FactName, interval: Interval<number | string>): { least: number; most: number } {
  const { atLeast, above, upTo, under } = interval;
  const least = Math.max(
    atLeast === undefined ? Number.MIN_SAFE_INTEGER : bound(fact, atLeast),
    above === undefined ? Number.MIN_SAFE_INTEGER : bound(fact, above) + 1,
  );
  const most = Math.min(
    upTo === undefined ? Number.MAX_SAFE_INTEGER : bound(fact, upTo),
    under === undefined ? Number.MAX_SAFE_INTEGER : bound(fact, under) - 1,
  );
  return { least, most };
}

/** The tests of a condition, without its readings: those are chosen, not facts. */
export function testsOf(condition: Condition): Test[] {
  const tests: Test[] = [];
  for (const [fact, test] of Object.entries(condition)) {
    if (fact === 'reading') continue;
    if (fact === 'class') tests.push(...classTests(test as Record<string, readonly string[]>));
    else if (fact === 'given') tests.push(...givenTests(test as Record<string, boolean>));
    else tests.push({ fact, holds: factTest(fact as FactName, test) });
  }
  return tests;
}

function classTests(classes: Record<string, readonly string[]>): Test[] {
  return Object.entries(classes).map(([name, members]) => ({
    fact: `class.${name}`,
    holds: ({ classes }) => {
      const value = classes[name];
      return value !== undefined && members.includes(value);
    },
  }));
}

function givenTests(keys: Record<string, boolean>): Test[] {
  return Object.entries(keys).map(([key, wanted]) => ({
    fact: `given.${key}`,
    holds: ({ given }) => given(key) === wanted,
  }));
}

function factTest(fact: FactName, test: unknown): (facts: Facts) => boolean {
  if (FACTS[fact].kind === 'word') {
    return ({ values }) => admits(test as WordTest, values[fact] as string | undefined);
  }
  if (FACTS[fact].kind === 'flag') return ({ values }) => values[fact] === test;
  const { least, most } = range(fact, test as Interval<number | string>);
  return ({ values }) => {
    const value = values[fact];
    return typeof value === 'number' && value >= least && value <= most;
  };
}
