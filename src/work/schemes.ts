import type { Scheme } from '../law/act.ts';
import type { Law } from '../law/law.ts';

/** The name under which the scheme is found rather than named. */
export const AUTO = 'auto';

/**
 * The schemes to look at for a case that names none: those that take part in the choice, in their order, or, where the
 * case names a route, those that know it.
 */
export function schemesFor(law: Law, route: string): Scheme[] {
  const all = [...law.schemes.values()];
  const ranked = all.filter(({ auto }) => auto !== undefined);
  if (route === AUTO) return ranked;
  const open = all.filter(({ routes }) => routes.some((one) => one.route === route));
  return open.length > 0 ? open : ranked;
}

/** The schemes that a name stands for: itself, or all of them for `auto`. */
export function schemesNamed(law: Law, name: string): readonly string[] {
  return name === AUTO ? [...law.schemes.keys()] : [name];
}
