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
  let entitled = true;
  for (const rule of law.requirements(route)) {
    if (!holds(rule, facts)) continue;
    const held = met(law, rule, facts);
    entitled &&= held;
    requirements.push({ rule, met: held });
  }
  return { route, requirements, entitled };
}

interface Compiled {
  readonly tests: ReturnType<typeof testsOf>;
  readonly notEntitled: string | undefined;
}

const compiled = new WeakMap<RequirementProvision, Compiled>();

function compile(provision: RequirementProvision): Compiled {
  const there = compiled.get(provision);
  if (there) return there;
  const { notEntitled, ...condition } = provision.require;
  const fresh = { tests: testsOf(condition), notEntitled };
  compiled.set(provision, fresh);
  return fresh;
}

function met(law: LawVersion, rule: Rule<RequirementProvision>, facts: Facts): boolean {
  const { tests, notEntitled } = compile(rule.provision);
  for (const test of tests) if (!test.holds(facts)) return false;
  return notEntitled === undefined || !routeEntitlement(law, notEntitled, facts).entitled;
}
