import type { Law } from '../../law/law.ts';
import { holds } from '../../law/select.ts';
import type { YieldProvision } from '../../law/provision.ts';
import { axesFor } from '../space/axes.ts';
import { axesOf, conditionsOf, withDependencies } from '../space/conditions.ts';
import { cellsOf, factsOf, NO_READINGS } from '../space/cells.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import type { Defects } from './defect.ts';
import { place } from './routes.ts';

/** A scheme giving way to another one, in a version of its law. */
interface Step {
  readonly law: LawVersion;
  readonly rule: Rule<YieldProvision>;
}

/** Finds circles of schemes that give way to each other for one and the same case: it would be paid by none of them. */
export function checkYields(law: Law, scheme: string, versions: readonly LawVersion[], defects: Defects): void {
  if (versions.every((version) => version.rules('yield').length === 0)) return;
  const dates = [...law.schemes.keys()].flatMap((name) => law.versions(name).map((span) => span.date));
  for (const date of [...new Set(dates)].sort()) {
    for (const circle of circlesFrom(law, scheme, date, [])) {
      const [first] = circle;
      if (!first || !oneCase(circle)) continue;
      const what = [...circle.map((step) => step.law.scheme), scheme].join(' → ');
      defects.add('yield-circle', place(first.rule), { id: first.rule.id, what }, { version: first.law.date });
    }
  }
}

/** Every way from a scheme back to it on a day, each scheme passed once. */
function* circlesFrom(law: Law, scheme: string, date: string, way: readonly Step[]): Generator<readonly Step[]> {
  const found = law.schemes.has(scheme) ? law.at(scheme, date) : undefined;
  if (!found?.ok) return;
  for (const rule of found.value.rules('yield')) {
    const next = [...way, { law: found.value, rule }];
    const { to } = rule.provision;
    if (to === next[0]?.law.scheme) yield next;
    else if (next.every((step) => step.law.scheme !== to)) yield* circlesFrom(law, to, date, next);
  }
}

/** Whether one case can satisfy the conditions of all of them. */
function oneCase(circle: readonly Step[]): boolean {
  const stated = circle.flatMap(({ law, rule }) => withDependencies(law, [rule.provision]));
  const laws = circle.map((step) => step.law);
  const [first] = laws;
  if (!first) return false;
  const window = axesOf(circle.flatMap(({ rule }) => conditionsOf(rule.provision))).has('window');
  for (const cell of cellsOf(first, axesFor(laws, stated), { window })) {
    if (circle.every(({ law, rule }) => holds(rule, factsOf(law, cell, NO_READINGS)))) return true;
  }
  return false;
}
