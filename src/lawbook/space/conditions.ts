import type { Condition, Provision } from '../../law/provision.ts';
import type { LawVersion } from '../../law/version.ts';
import { AXIS_OF, AXIS_OF_KEY, type AxisName } from './axis.ts';
import { YEAR_QUANTITIES, type FactName, type GivenKey } from '../../law/vocabulary.ts';

/** A condition of a provision, and where in the provision it stands. */
export interface Stated {
  readonly condition: Condition;
  readonly leaf: 'when' | 'require';
  readonly provision: Provision;
}

/** The conditions that a provision states. */
export function conditionsOf(provision: Provision): Stated[] {
  const found: Stated[] = [];
  if (provision.when) found.push({ condition: provision.when, leaf: 'when', provision });
  if (provision.kind === 'requirement') {
    const tests = Object.entries(provision.require).filter(([name]) => name !== 'notEntitled');
    found.push({ condition: Object.fromEntries(tests) as Condition, leaf: 'require', provision });
  }
  return found;
}

/** The conditions of these provisions and of every provision that decides a fact they test, directly or not. */
export function withDependencies(law: LawVersion, provisions: readonly Provision[]): Stated[] {
  const seen = new Set<Provision>();
  const open = [...provisions];
  const found: Stated[] = [];
  for (let provision = open.pop(); provision; provision = open.pop()) {
    if (seen.has(provision)) continue;
    seen.add(provision);
    for (const stated of conditionsOf(provision)) {
      found.push(stated);
      open.push(...dependencies(law, stated.condition));
    }
    if (provision.kind === 'requirement' && provision.require.notEntitled !== undefined) {
      open.push(
        ...law
          .rules('requirement')
          .map((rule) => rule.provision)
          .filter((one) => one.route === provision.require.notEntitled),
      );
    }
  }
  return found;
}

function dependencies(law: LawVersion, condition: Condition): Provision[] {
  const found: Provision[] = [];
  for (const name of Object.keys(condition.class ?? {})) {
    found.push(...(law.classes.get(name) ?? []).map((rule) => rule.provision));
  }
  if (condition.window) found.push(...law.rules('clock').map((rule) => rule.provision));
  for (const quantity of YEAR_QUANTITIES) {
    if (condition[quantity]) {
      found.push(
        ...law
          .rules('odd-months')
          .map((rule) => rule.provision)
          .filter((one) => one.quantity === quantity),
      );
    }
  }
  if (condition.severanceMonths) found.push(...law.rules('severance-months').map((rule) => rule.provision));
  return found;
}

/** The axes on which conditions depend. */
export function axesOf(conditions: readonly Stated[]): Set<AxisName> {
  const names = new Set<AxisName>();
  for (const { condition } of conditions) {
    for (const fact of Object.keys(condition)) {
      if (fact === 'class' || fact === 'reading') continue;
      if (fact === 'given') {
        for (const key of Object.keys(condition.given ?? {}) as GivenKey[]) add(names, AXIS_OF_KEY[key]);
      } else add(names, AXIS_OF[fact as FactName]);
    }
  }
  return names;
}

function add(names: Set<AxisName>, name: AxisName | undefined): void {
  if (name !== undefined) names.add(name);
}
