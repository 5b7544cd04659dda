import { writtenSources } from '../../rules/sources.generated.ts';
import { once } from '../base/memo.ts';
import type { Act } from './act.ts';
import { builtinActs, builtinLaw, builtinSchemes } from './builtin.ts';
import { buildLaw, type Law } from './law.ts';
import type { Ledger, Source } from './ledger.ts';

type Names = readonly string[];

/** The sources that the statements of an act name, in the order of the act; `inserted`: the provisions of its amendments. */
interface ReadIn {
  readonly provisions: readonly Names[];
  readonly amendments: readonly Names[];
  readonly inserted: readonly Names[];
}

const written = once(
  () => writtenSources() as { readonly sources: readonly Source[]; readonly readIn: Readonly<Record<string, ReadIn>> },
);

/** The sources of the built-in ledger. */
const builtinSources = once(() =>
  // YAML reads a year alone as a number.
  written().sources.map((one) => (one.date === undefined ? one : { ...one, date: String(one.date) })),
);

/** The acts of the built-in law, each statement with the names of its sources, as the rule files write them. */
export const sourcedActs: () => readonly Act[] = once(() => builtinActs().map(sourced));

function sourced(act: Act): Act {
  const read = written().readIn[act.act];
  const { provisions, amendments } = act;
  return {
    ...act,
    ...(provisions ? { provisions: provisions.map((one, at) => named(one, read?.provisions[at])) } : {}),
    ...(amendments
      ? {
          amendments: amendments.map((one, at) => {
            const whole = named(one, read?.amendments[at]);
            return 'insert' in whole ? { ...whole, provision: named(whole.provision, read?.inserted[at]) } : whole;
          }),
        }
      : {}),
  };
}

function named<T>(statement: T, sources: Names = []): T {
  return sources.length === 0 ? statement : { ...statement, sources };
}

/** A law whose statements name their sources: one of rule files does, the built-in one is made again with them. */
export function sourcedLaw(law: Law): Law {
  return law === builtinLaw() ? law.derived(builtinSourced) : law;
}

function builtinSourced({ reach }: Law): Law {
  return buildLaw(
    sourcedActs(),
    builtinSchemes(),
    undefined,
    { ...(reach ? { reach } : {}), sources: 'builtin' },
    'builtin',
  );
}

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
