import type { Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import type { Scheme } from '../law/act.ts';
import type { Law } from '../law/law.ts';

/** The name under which the scheme is found rather than named. */
export const AUTO = 'auto';

/**
 * The schemes to look at for a case that names none: those that take part in the choice, in their order, or, where the
 * case names a route, those that know it.
 */
export function schemesFor(law: Law, route: string): readonly Scheme[] {
  const { open, ranked } = law.derived(schemesByRoute);
  return open.get(route) ?? ranked;
}

interface ByRoute {
  readonly ranked: readonly Scheme[];
  readonly open: ReadonlyMap<string, readonly Scheme[]>;
}

function schemesByRoute(law: Law): ByRoute {
  const open = new Map<string, Scheme[]>();
  const all = [...law.schemes.values()];
  for (const scheme of all) {
    for (const route of new Set(scheme.routes.map((one) => one.route))) {
      const others = open.get(route);
      if (others) others.push(scheme);
      else open.set(route, [scheme]);
    }
  }
  open.delete(AUTO);
  return { ranked: all.filter(({ auto }) => auto !== undefined), open };
}

/** The schemes that a name stands for: itself, or all of them for `auto`. */
export function schemesNamed(law: Law, name: string): readonly string[] {
  return name === AUTO ? [...law.schemes.keys()] : [name];
}

/** What is wrong with the name of a scheme: that there is none of that name; nothing is wrong with `auto`. */
export function schemeIssues(law: Law, name: string, lang: Lang): readonly Issue[] {
  if (name === AUTO || law.schemes.has(name)) return NO_ISSUES;
  const found = law.at(name, '', lang);
  return found.ok ? NO_ISSUES : found.issues;
}

const NO_ISSUES: readonly Issue[] = [];
