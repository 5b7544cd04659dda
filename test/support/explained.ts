import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { calculation } from '../../src/engine/calculate.ts';
import { explain } from '../../src/explanation/explanation.ts';
import type { Step } from '../../src/explanation/steps.ts';
import type { Law } from '../../src/index.ts';
import { vettedCases, type Vetted } from './vetted.ts';

/** Steps of the explanation of a vetted case by their label: what they say, in no order, and the legal bases. */
export interface Explained {
  readonly case: string;
  readonly steps: Readonly<Record<string, readonly string[]>>;
}

const file = new URL('../explanation/steps.yaml', import.meta.url);
const vetted = new Map(vettedCases().map((one) => [one.id, one]));

/** Every such case. */
export function explainedCases(): readonly Explained[] {
  return parse(readFileSync(file, 'utf8')) as readonly Explained[];
}

/** The steps of the explanation of a case under a law, as far as they are expected. */
export function stepsOf({ case: id, steps }: Explained, law: Law): Explained['steps'] {
  const all = allSteps(vetted.get(id), law);
  return Object.fromEntries(Object.keys(steps).map((label) => [label, all.get(label) ?? []]));
}

/** Every step of the explanation of a case under a law. */
export function allSteps(one: Vetted | undefined, law: Law): ReadonlyMap<string, readonly string[]> {
  const worked = one && calculation(one.case, { ...one.options, law });
  if (!worked?.ok || 'refused' in worked.value) return new Map();
  const { sections } = explain(worked.value, { lang: 'en', law });
  return new Map(sections.flatMap((section) => section.steps).map((step) => [step.label, parts(step)]));
}

/** What a step says; a condition by its parts, since another file may name them in another order. */
function parts({ text, notes, basis }: Step): string[] {
  const said = notes.flatMap((note) =>
    note.startsWith(CONDITION) ? note.slice(CONDITION.length).split('; ') : [note],
  );
  return [text, ...said, ...basis.map(({ act, at }) => `${act} ${at}`)].sort();
}

const CONDITION = 'Condition: ';

/** Whether a case is explained so under a law. */
export function explainsUnder(law: Law, one: Explained): boolean {
  const found = stepsOf(one, law);
  return Object.entries(one.steps).every(([label, said]) => found[label]?.join('\n') === said.join('\n'));
}
