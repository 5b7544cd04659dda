import { testsOf, type Facts, type Test } from '../../law/facts.ts';
import type { RequirementProvision } from '../../law/provision.ts';
import { holding } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';

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
    const met = meets(law, rule, facts);
    entitled &&= met;
    requirements.push({ rule, met });
  }
  return { route, requirements, entitled };
}

function meets(law: LawVersion, rule: Rule<RequirementProvision>, facts: Facts): boolean {
  const { tests, notEntitled } = law.derived(demands).get(rule) as Demand;
  for (const test of tests) if (!test.holds(facts)) return false;
  return notEntitled === undefined || !routeEntitlement(law, notEntitled, facts).entitled;
}

/** What a requirement demands: tests of the facts, and a route to which the person must not be entitled. */
interface Demand {
  readonly tests: readonly Test[];
  readonly notEntitled: string | undefined;
}

function demands(law: LawVersion): ReadonlyMap<Rule, Demand> {
  return new Map(
    law.rules('requirement').map((rule) => {
      const { notEntitled, ...condition } = rule.provision.require;
      return [rule, { tests: testsOf(condition), notEntitled }];
    }),
  );
}
