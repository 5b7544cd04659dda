import { nearest } from '../base/text.ts';
import type { Form } from './form.ts';
import type { Law } from './law.ts';
import type { LawVersion } from './version.ts';

/** A word of a form that the law does not know. */
export interface FormFault {
  readonly form: string;
  readonly at: string;
  /** The key of the rule file under which the word stands. */
  readonly key: string;
  readonly value: string;
  readonly near: string | undefined;
  /** The column, counted from 0; undefined for the form as a whole. */
  readonly column?: number;
}

/** What a form names and no rule file states: its act, scheme and route, the benefits, classes and components of its columns. */
export function formFaults(law: Law, { form, at, act, scheme, route, columns }: Form): FormFault[] {
  const faults: FormFault[] = [];
  const demand = (key: string, value: string, words: readonly string[], column?: number): boolean => {
    if (words.includes(value)) return true;
    faults.push({ form, at, key, value, near: nearest(value, words), ...(column === undefined ? {} : { column }) });
    return false;
  };
  const schemes = [...law.schemes.keys()];
  demand('act', act, [...law.acts.keys()]);
  if (!demand('scheme', scheme, schemes)) return faults;
  const versions = versionsOf(law, scheme);
  const inAny = (names: (version: LawVersion) => Iterable<string>): string[] =>
    versions.flatMap((version) => [...names(version)]);
  const routes = inAny((version) => version.routes.map((one) => one.route));
  const components = inAny((version) => version.rules('component').map(({ provision }) => provision.component));
  demand('route', route, routes);
  columns.forEach(({ gives, states }, index) => {
    if (states !== undefined) demand('states', states, components, index);
    if (gives && 'component' in gives) demand('component', gives.component, components, index);
    if (!gives || !('benefit' in gives)) return;
    const benefits = inAny((version) => version.benefits(route));
    demand('benefit', gives.benefit, benefits, index);
    for (const [name, values] of Object.entries(gives.when?.class ?? {})) {
      if (
        !demand(
          'class',
          name,
          inAny(({ classes }) => classes.keys()),
          index,
        )
      )
        continue;
      const members = inAny(({ classes }) => (classes.get(name) ?? []).map(({ provision }) => provision.value));
      for (const value of values) demand(name, value, members, index);
    }
  });
  return faults;
}

/** Every version of a scheme. */
export function versionsOf(law: Law, scheme: string): LawVersion[] {
  return law.versions(scheme).flatMap(({ date }) => {
    const found = law.at(scheme, date);
    return found.ok ? [found.value] : [];
  });
}
