import { parse } from 'yaml';
import { builtinLaw, calculate, loadLaw, type Law } from '../../../src/index.ts';
import { checkScheme } from '../../../src/lawbook/check/check.ts';
import { retirementMonth } from '../../../src/engine/measure/retirement.ts';
import { misdated } from '../boundaries/acts.ts';
import { misjudged } from '../boundaries/declared-salary.ts';
import { defaultProbes } from '../boundaries/defaults.ts';
import { boundaryProbes } from '../boundaries/generate.ts';
import { expectedPension, insuredPeople, toldPension } from '../boundaries/pension.ts';
import { goldenRecords, type Golden } from '../golden/gate.ts';
import { ageMonth } from '../oracle/retirement.ts';
import { explainedCases, explainsUnder, type Explained } from '../../support/explained.ts';
import { ruleSources } from '../../support/rules.ts';
import { SCHEME_IDS } from '../../support/population-neighbours.ts';
import { anyProbes, choiceProbes, schemeProbes } from '../../support/sample.ts';
import { tellsUnder, toldCases, type Told } from '../../support/told.ts';
import { holdsUnder, vettedCases, type Vetted } from '../../support/vetted.ts';
import { Battery, MainBattery, SchemeBattery } from './battery.ts';
import type { Mutant } from './mutate.ts';
import { unlike } from './recorded.ts';

/** What can notice a mutant, in the order in which they are asked: the cheapest first. */
export type Killer =
  | 'loading'
  | 'act dates'
  | 'declared salaries'
  | 'births'
  | 'vetted cases'
  | 'messages'
  | 'explanations'
  | 'golden corpus'
  | 'boundary cases'
  | 'oracle sample'
  | 'pensions'
  | 'boundary cases of other schemes'
  | 'oracle sample of other schemes'
  | 'rules check';

const SCHEME = 'nd178';

const vetted = new Battery<Vetted>(vettedCases(), (one, law) => !holdsUnder(law, one));
const golden = new Battery<Golden>(goldenRecords(), ({ record }, law) => unlike(record, law).length > 0);
const messages = new Battery<Told>(toldCases(), (one, law) => !tellsUnder(law, one));
const explanations = new Battery<Explained>(explainedCases(), (one, law) => !explainsUnder(law, one));
const boundaries = new MainBattery([...boundaryProbes(builtinLaw(), SCHEME), ...defaultProbes()]);
const sample = new MainBattery(anyProbes(3000, 97));
const pensions = insuredPeople();

/** The batteries of the other schemes, made when a mutant first asks for them. */
const batteries = new Map<string, SchemeBattery>();

function batteryOf(name: string, make: () => SchemeBattery): SchemeBattery {
  const there = batteries.get(name);
  if (there) return there;
  const fresh = make();
  batteries.set(name, fresh);
  return fresh;
}

/** How many cases each battery holds. */
export function sizes(): Readonly<Record<string, number>> {
  return {
    'vetted cases': vetted.size,
    messages: messages.size,
    explanations: explanations.size,
    'golden corpus': golden.size,
    'boundary cases': boundaries.size,
    'oracle sample': sample.size,
    ...Object.fromEntries([...batteries].map(([name, { size }]) => [name, size])),
  };
}

/** The schemes beside the main one that a rule file concerns; the choice where it makes one of them give way. */
function others(file: string, law: Law): string[] {
  const name = file.replace(/^.*\/|\.yaml$/g, '');
  return SCHEME_IDS.filter((id) => id === name || law.actsOf(id).some(({ act }) => act === name));
}

/** Cases of the main scheme that the oracle of all schemes answers: what is still due, and the choice. */
function byAllSchemes(): SchemeBattery {
  return new SchemeBattery(boundaryProbes(builtinLaw(), SCHEME).filter(({ asked }) => asked.scheme !== undefined));
}

function othersKill(file: string, law: Law): boolean {
  if (concernsMain(file) && batteryOf('boundary cases of all schemes', byAllSchemes).kills(law)) return true;
  return others(file, builtinLaw()).some((id) =>
    batteryOf(`boundary cases of ${id}`, () => new SchemeBattery(boundaryProbes(builtinLaw(), id))).kills(law),
  );
}

function samplesKill(file: string, law: Law): boolean {
  const named = others(file, builtinLaw()).some((id) =>
    batteryOf(`sample of ${id}`, () => new SchemeBattery(schemeProbes(id, 800, 97))).kills(law),
  );
  return named || batteryOf('sample of the choice', () => new SchemeBattery(choiceProbes(1500, 97))).kills(law);
}

function pensionsChange(law: Law): boolean {
  return pensions.some((one) => {
    const ours = toldPension(one, law);
    if (!ours || /^(birth|insurance)-/.test(ours.told)) return false;
    return ours.told !== expectedPension(one, ours.yearsEarly);
  });
}

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

const TESTS: readonly (readonly [Killer, (law: Law, file: string) => boolean])[] = [
  ['act dates', (law) => misdated(law).length > 0],
  ['declared salaries', (law, file) => /tt-(07|19)/.test(file) && misjudged(law).length > 0],
  ['births', (law, file) => concernsMain(file) && births(law)],
  ['vetted cases', (law) => vetted.kills(law)],
  ['messages', (law) => messages.kills(law)],
  ['explanations', (law) => explanations.kills(law)],
  ['golden corpus', (law) => golden.kills(law)],
  ['boundary cases', (law, file) => concernsMain(file) && boundaries.kills(law)],
  ['oracle sample', (law, file) => concernsMain(file) && sample.kills(law)],
  ['pensions', (law, file) => file.includes('luat-bhxh') && pensionsChange(law)],
  ['boundary cases of other schemes', (law, file) => othersKill(file, law)],
  ['oracle sample of other schemes', (law, file) => samplesKill(file, law)],
  ['rules check', (law) => [...law.schemes.keys()].some((scheme) => checkScheme(law, scheme).length > 0)],
];

function concernsMain(file: string): boolean {
  const name = file.replace(/^.*\/|\.yaml$/g, '');
  return (
    name === SCHEME ||
    builtinLaw()
      .actsOf(SCHEME)
      .some(({ act }) => act === name)
  );
}

/** Who notices the mutant first; undefined when it survives everything. */
export function killerOf({ file, data }: Pick<Mutant, 'file' | 'data'>): Killer | undefined {
  const loaded = loadLaw([{ file, text: JSON.stringify(data) }]);
  if (!loaded.ok) return 'loading';
  for (const [killer, kills] of TESTS) {
    try {
      if (kills(loaded.value.law, file)) return killer;
    } catch {
      // A law that cannot even be computed with does not go unnoticed.
      return killer;
    }
  }
  return undefined;
}

/** Whether the law as it stands, loaded as the mutants are, passes everything: else no mutant proves a thing. */
export function spared(): Killer | undefined {
  const law = asMutantsAre();
  calculate({}, { law });
  const files = [SCHEME, ...SCHEME_IDS].map((id) => `schemes/${id}.yaml`);
  return TESTS.find(([, kills]) => [...files, 'acts/luat-bhxh-2024.yaml'].some((file) => kills(law, file)))?.[0];
}

function asMutantsAre(): Law {
  const loaded = loadLaw(ruleSources().map(({ file, text }) => ({ file, text: JSON.stringify(parse(text)) })));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.value.law;
}
