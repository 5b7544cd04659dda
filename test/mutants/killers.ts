import { builtinLaw, calculate, loadLaw, type Law } from '../../src/index.ts';
import { checkScheme } from '../../src/law/check/check.ts';
import { retirementMonth } from '../../src/measures/retirement.ts';
import { misdated } from '../boundaries/acts.ts';
import { defaultProbes } from '../boundaries/defaults.ts';
import { boundaryProbes } from '../boundaries/generate.ts';
import { ageMonth } from '../oracle/retirement.ts';
import { engineSays, oracleSays, type Probe } from '../support/engines.ts';
import { anyProbes } from '../support/sample.ts';
import { holdsUnder, vettedCases } from '../support/vetted.ts';
import type { Mutant } from './mutate.ts';

/** What can notice a mutant, cheapest first. */
export type Killer =
  'loading' | 'vetted cases' | 'boundary cases' | 'births' | 'act dates' | 'oracle sample' | 'rules check';

const SCHEME = 'nd178';

/** Cases with what the oracle says; a case that kills moves to the front, as it may well kill again. */
class Battery {
  readonly #cases: { probe: Probe; says: string }[];

  constructor(probes: readonly Probe[]) {
    this.#cases = probes.map((probe) => ({ probe, says: oracleSays(probe) }));
  }

  get size(): number {
    return this.#cases.length;
  }

  kills(law: Law): boolean {
    const at = this.#cases.findIndex(({ probe, says }) => engineSays(probe, law) !== says);
    if (at < 0) return false;
    const [hit] = this.#cases.splice(at, 1);
    if (hit) this.#cases.unshift(hit);
    return true;
  }
}

const vetted = vettedCases();
const boundaries = new Battery([...boundaryProbes(builtinLaw(), SCHEME), ...defaultProbes()]);
const sample = new Battery(anyProbes(3000, 97));

/** How many cases each battery holds. */
export const SIZES: Readonly<Record<string, number>> = {
  'vetted cases': vetted.length,
  'boundary cases': boundaries.size,
  'oracle sample': sample.size,
};

function births(law: Law): boolean {
  const version = law.at(SCHEME, '2025-08-01');
  if (!version.ok) return true;
  for (const sex of ['male', 'female'] as const)
    for (const schedule of ['normal', 'reduced'] as const)
      for (let birth = 1958 * 12; birth < 1980 * 12; birth += 1) {
        const found = retirementMonth(version.value, schedule, sex, birth);
        const reached = found && 'ageMonth' in found ? found.ageMonth : undefined;
        if (reached !== ageMonth(sex, birth, schedule)) return true;
      }
  return false;
}

const TESTS: readonly (readonly [Killer, (law: Law) => boolean])[] = [
  ['act dates', (law) => misdated(law).length > 0],
  ['vetted cases', (law) => !vetted.every((one) => holdsUnder(law, one))],
  ['boundary cases', (law) => boundaries.kills(law)],
  ['births', births],
  ['oracle sample', (law) => sample.kills(law)],
  ['rules check', (law) => [...law.schemes.keys()].some((scheme) => checkScheme(law, scheme).length > 0)],
];

/** Who notices the mutant first; undefined when it survives everything. */
export function killerOf({ file, data }: Pick<Mutant, 'file' | 'data'>): Killer | undefined {
  const loaded = loadLaw([{ file, text: JSON.stringify(data) }]);
  if (!loaded.ok) return 'loading';
  for (const [killer, kills] of TESTS) {
    try {
      if (kills(loaded.value.law)) return killer;
    } catch {
      // A law that cannot even be computed with does not go unnoticed.
      return killer;
    }
  }
  return undefined;
}

/** Whether the law as it stands passes everything: else no mutant proves a thing. */
export function spared(): Killer | undefined {
  const law = builtinLaw();
  calculate({}, { law });
  return TESTS.find(([, kills]) => kills(law))?.[0];
}
