import { RuleDefect } from '../base/checked.ts';
import type { Facts, Test } from './facts.ts';
import { openRules } from './narrowing.ts';
import type { Provision } from './provision.ts';
import type { Rule } from './version.ts';

/** The options chosen for the open questions, and which of them decided something. */
export interface Readings {
  readonly chosen: ReadonlyMap<string, string>;
  /** Names of the questions that decided something in this case. */
  consulted?: Set<string>;
}

/** Whether the facts satisfy the tests of a rule; its readings apart. */
export function holds(rule: Rule, facts: Facts): boolean {
  return hold(rule.tests, facts);
}

function hold(tests: readonly Test[], facts: Facts): boolean {
  for (const test of tests) if (!test.holds(facts)) return false;
  return true;
}

/** The rules of a list whose tests the facts satisfy, in their order; their readings apart. */
export function holding<P extends Provision>(rules: readonly Rule<P>[], facts: Facts): readonly Rule<P>[] {
  if (rules.length === 0) return rules;
  let found: readonly Rule[] = NONE;
  for (const { rule, tests, alone } of openRules(rules, facts)) {
    if (hold(tests, facts)) found = found.length === 0 ? alone : [...found, rule];
  }
  return found as unknown as readonly Rule<P>[];
}

const NONE: readonly Rule[] = [];

/** Whether the chosen readings are those of the rule. */
export function read(rule: Rule, readings: Readings): boolean {
  for (const [id, option] of rule.readings) if (readings.chosen.get(id) !== option) return false;
  return true;
}

/** The one rule that holds, or undefined. Two that hold at once are a defect of the rule files. */
export function select<P extends Provision>(
  rules: readonly Rule<P>[],
  facts: Facts,
  readings: Readings,
): Rule<P> | undefined {
  if (rules.length === 0) return undefined;
  let found: Rule | undefined;
  for (const { rule, tests } of openRules(rules, facts)) {
    if (!hold(tests, facts)) continue;
    consult(rule, readings);
    if (!read(rule, readings)) continue;
    if (found) throw new RuleDefect(`${found.id} and ${rule.id} both claim the case`);
    found = rule;
  }
  return found as unknown as Rule<P> | undefined;
}

/** Notes that the open questions of a rule decided something. */
export function consult(rule: Rule, readings: Readings): void {
  for (const [id] of rule.readings) (readings.consulted ??= new Set()).add(id);
}

/** The one rule that holds; that there is none is a defect of the rule files. */
export function demand<P extends Provision>(
  rules: readonly Rule<P>[],
  facts: Facts,
  readings: Readings,
  what: string,
): Rule<P> {
  const found = select(rules, facts, readings);
  if (!found) throw new RuleDefect(`no rule for ${what}`);
  return found;
}
