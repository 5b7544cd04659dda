import { writtenSources } from '../../rules/sources.generated.ts';
import { once } from '../base/memo.ts';
import { builtinLaw } from './builtin.ts';
import type { Law } from './law.ts';
import type { Ledger, Source } from './ledger.ts';

/** The sources of the built-in ledger. */
const builtinSources = once(() =>
  // YAML reads a year alone as a number.
  (writtenSources() as readonly Source[]).map((one) =>
    one.date === undefined ? one : { ...one, date: String(one.date) },
  ),
);

/** The source ledger of the built-in law. */
export function builtinLedger(): Ledger {
  const { reach } = builtinLaw();
  return { ...(reach ? { reach } : {}), sources: builtinSources() };
}

/** The source ledger of a law: where the wording and the numbers were read, by name. */
export function sourcesOf(law: Law): ReadonlyMap<string, Source> {
  return law.derived(byName);
}

function byName({ sources }: Law): ReadonlyMap<string, Source> {
  return new Map((sources === 'builtin' ? builtinSources() : sources).map((one) => [one.source, one]));
}
