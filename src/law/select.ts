import { RuleDefect } from '../base/checked.ts';
import type { Facts } from './facts.ts';
import type { Provision } from './provision.ts';
import type { Rule } from './version.ts';

/** The options chosen for the open questions, and which of them decided something. */
export interface Readings {
  readonly chosen: ReadonlyMap<string, string>;
  /** Names of the questions that decided something in this case. */
  readonly consulted: Set<string>;
}

/** Whether the facts satisfy the tests of a rule; its readings apart. */
export function holds(rule: Rule, facts: Facts): boolean {
  for (const test of rule.tests) if (!test.holds(facts)) return false;
  return true;
}

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
  let found: Rule<P> | undefined;
  for (const rule of rules) {
    if (!holds(rule, facts)) continue;
    for (const [id] of rule.readings) readings.consulted.add(id);
    if (!read(rule, readings)) continue;
    if (found) throw new RuleDefect(`${found.id} and ${rule.id} both claim the case`);
    found = rule;
  }
  return found;
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
