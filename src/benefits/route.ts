import type { Facts } from '../law/facts.ts';
import { testsOf } from '../law/facts.ts';
import type { RequirementProvision } from '../law/provision.ts';
import { holds } from '../law/select.ts';
import type { LawVersion, Rule } from '../law/version.ts';

/** A requirement that applied to the case, and whether it held. */
export interface Requirement {
  readonly rule: Rule<RequirementProvision>;
  readonly met: boolean;
}

/** A route with the requirements that applied to the case. */
export interface RouteFound {
  readonly route: string;
  readonly requirements: readonly Requirement[];
  readonly entitled: boolean;
}

/** Whether the conditions of a route hold (điều kiện hưởng chính sách). */
export function routeEntitlement(law: LawVersion, route: string, facts: Facts): RouteFound {
  const requirements: Requirement[] = [];
  for (const rule of law.rules('requirement')) {
    if (rule.provision.route !== route || !holds(rule, facts)) continue;
    requirements.push({ rule, met: met(law, rule, facts) });
  }
  return { route, requirements, entitled: requirements.every((one) => one.met) };
}

const compiled = new WeakMap<RequirementProvision, ReturnType<typeof testsOf>>();

function met(law: LawVersion, rule: Rule<RequirementProvision>, facts: Facts): boolean {
  const { notEntitled, ...condition } = rule.provision.require;
  let tests = compiled.get(rule.provision);
  if (!tests) compiled.set(rule.provision, (tests = testsOf(condition)));
  if (!tests.every((test) => test.holds(facts))) return false;
  return notEntitled === undefined || !routeEntitlement(law, notEntitled, facts).entitled;
}
