import { kept } from '../base/kept.ts';
import type { Facts, FactValue, Narrowing, Test } from './facts.ts';
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

/** The values of those, in that order. */
type Stated = ValueOfEach<typeof STATED>;
type ValueOfEach<Names extends readonly FactName[]> = { readonly [At in keyof Names]: FactValue | undefined };

const stated: ReadonlySet<string> = new Set(STATED);

/** A rule that the stated words admit, and the tests that are still open. */
export interface OpenRule {
  readonly rule: Rule;
  readonly tests: readonly Test[];
  /** The rule as a list of one. */
  readonly alone: readonly Rule[];
}

const NUMBER = Symbol('number');

/** A list of rules that is asked again and again; its number among those of its version stands for it. */
interface NumberedList {
  [NUMBER]?: number;
}

/** Gives the lists of one version their numbers, so that what was found for each is found again quickly. */
export function numbering(): <L extends readonly Rule[]>(rules: L) => L {
  let next = 0;
  return (rules) => {
    (rules as NumberedList)[NUMBER] = next++;
    return rules;
  };
}

/** What the words leave of one list. */
interface Narrowed {
  readonly rules: readonly Rule[];
  readonly open: readonly OpenRule[];
}

const MOST_NARROWINGS = 500;
const narrowings = kept<object, Narrowing>(MOST_NARROWINGS);

/**
 * What the words of a case leave of the lists of a version, so that the words are compared once for all cases that
 * state the same. To be asked for when the stated facts are complete.
 */
export function narrowingOf(version: object, { values, given }: Facts): Narrowing {
  const { group, regime, payTable, impact, schedule, sex, blocked, salaryForm, settledUnder } = values;
  const { voluntary, pensioner } = values;
  // Each by its name: a look-up by a name that changes costs more than all else here.
  const words: Stated = [
    group,
    regime,
    payTable,
    impact,
    schedule,
    sex,
    blocked,
    salaryForm,
    settledUnder,
    voluntary,
    pensioner,
  ];
  let key = '';
  for (const word of words) key += keyOf(word);
  for (const name in given) key += given[name] === true ? '+' : '-';
  return narrowings(version, key, () => []);
}

/** No two values have the same key: the length tells where a word ends. */
function keyOf(value: FactValue | undefined): string {
  if (typeof value === 'string') return `${value.length}:${value}`;
  return value === undefined ? '?' : value === true ? '+' : '-';
}

/** The rules of a list that are not ruled out by the words of a case. */
export function openRules(rules: readonly Rule[], facts: Facts): readonly OpenRule[] {
  const number = (rules as NumberedList)[NUMBER];
  const { narrowing } = facts;
  if (!narrowing || number === undefined) return rules.map((rule) => ({ rule, tests: rule.tests, alone: [rule] }));
  const found = (narrowing[number] ??= { rules, open: narrowed(rules, facts) }) as Narrowed;
  // A list of another version may have the same number.
  return found.rules === rules ? found.open : narrowed(rules, facts);
}

function narrowed(rules: readonly Rule[], facts: Facts): OpenRule[] {
  const isStated = ({ fact }: Test): boolean => stated.has(fact) || fact.startsWith('given.');
  return rules.flatMap((rule) => {
    if (rule.tests.some((test) => isStated(test) && !test.holds(facts))) return [];
    return [{ rule, tests: rule.tests.filter((test) => !isStated(test)), alone: [rule] }];
  });
}
