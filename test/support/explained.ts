import { work } from '../../src/calculate.ts';
import { explain } from '../../src/explanation/explanation.ts';
import type { Law } from '../../src/index.ts';
import type { Vetted } from './vetted.ts';

/** The legal basis of every step of the explanation of a case, by its label in English. */
export function basesOf({ case: one, options }: Vetted, law: Law): Readonly<Record<string, readonly string[]>> {
  const worked = work(one, { ...options, law });
  if (!worked.ok || 'refused' in worked.value) return {};
  const steps = explain(worked.value, { lang: 'en', law }).sections.flatMap((section) => section.steps);
  return Object.fromEntries(steps.map(({ label, basis }) => [label, basis.map(({ act, at }) => `${act} ${at}`)]));
}

/** Whether the explanation of a case under a law names the legal bases that the case expects. */
export function explainedUnder(law: Law, vetted: Vetted): boolean {
  const { explained } = vetted.expect;
  if (explained === undefined) return true;
  const bases = basesOf(vetted, law);
  return Object.entries(explained).every(([label, expected]) => bases[label]?.join() === expected.join());
}
