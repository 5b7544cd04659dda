import type { Facts } from '../law/facts.ts';
import { testsOf } from '../law/facts.ts';
import type { RequirementProvision } from '../law/provision.ts';
import { holding } from '../law/select.ts';
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
  for (const rule of holding(law.requirements(route), facts)) {
    const { tests, notEntitled, met, unmet } = compile(rule);
    const held = meets(law, tests, notEntitled, facts);
    entitled &&= held;
    requirements.push(held ? met : unmet);
  }
  return { route, requirements, entitled };
}

interface Compiled {
  readonly tests: ReturnType<typeof testsOf>;
  readonly notEntitled: string | undefined;
  readonly met: Requirement;
  readonly unmet: Requirement;
}

const compiled = new WeakMap<Rule<RequirementProvision>, Compiled>();

function compile(rule: Rule<RequirementProvision>): Compiled {
  const there = compiled.get(rule);
  if (there) return there;
  const { notEntitled, ...condition } = rule.provision.require;
  const fresh = { tests: testsOf(condition), notEntitled, met: { rule, met: true }, unmet: { rule, met: false } };
  compiled.set(rule, fresh);
  return fresh;
}

function meets(law: LawVersion, tests: Compiled['tests'], notEntitled: string | undefined, facts: Facts): boolean {
  for (const test of tests) if (!test.holds(facts)) return false;
  return notEntitled === undefined || !routeEntitlement(law, notEntitled, facts).entitled;
}
