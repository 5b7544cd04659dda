import { RuleDefect } from '../base/checked.ts';
import type { Facts } from './facts.ts';
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
  for (const test of rule.tests) if (!test.holds(facts)) return false;
  return true;
}

/** The rules of a list whose tests the facts satisfy, in their order; their readings apart. */
export function holding<P extends Provision>(rules: readonly Rule<P>[], facts: Facts): readonly Rule<P>[] {
  return rules.filter((rule) => holds(rule, facts));
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
    consult(rule, readings);
    if (!read(rule, readings)) continue;
    if (found) throw new RuleDefect(`${found.id} and ${rule.id} both claim the case`);
    found = rule;
  }
  return found;
}

/** The rules that hold and are read so, several at once if need be; notes the open questions that decide of them. */
export function selectAll<P extends Provision>(
  rules: readonly Rule<P>[],
  facts: Facts,
  readings: Readings,
): readonly Rule<P>[] {
  const found = holding(rules, facts);
  for (const rule of found) consult(rule, readings);
  return found.every((rule) => rule.readings.length === 0) ? found : found.filter((rule) => read(rule, readings));
}

/** Notes that the open questions of a rule decided something. */
export function consult(rule: Rule, readings: Readings): void {
  for (const [id] of rule.readings) (readings.consulted ??= new Set()).add(id);
}

/** Notes that the open questions of other readings decided something here too. */
export function consultAll({ consulted = [] }: { readonly consulted?: Iterable<string> }, readings: Readings): void {
  for (const id of consulted) (readings.consulted ??= new Set()).add(id);
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
