import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ruleSources } from '../support/rules.ts';
import { killerOf, sizes, spared, type Killer } from './killers.ts';
import { mutantsOf, type Mutant } from './mutate.ts';

/** Mutation of the rule files: every mutant must be noticed, save those listed with a reason. */

interface Survivor {
  readonly reason: string;
  readonly mutants: readonly string[];
}

const survivorsFile = new URL('survivors.yaml', import.meta.url);
const listed = parse(readFileSync(survivorsFile, 'utf8')) as Survivor[];
const expected = listed.flatMap(({ mutants }) => mutants).sort();

/** A part of the mutants, for a quick look: those whose name holds one of these texts. */
const only = (process.env['ND178_MUTANTS'] ?? '').split(',');

function isWanted(name: string): boolean {
  return only.some((text) => name.includes(text));
}

function allMutants(): Mutant[] {
  return ruleSources()
    .flatMap(({ file, text }) => mutantsOf(file, parse(text)))
    .filter(({ name }) => isWanted(name));
}

test('the law as it stands is spared', () => {
  expect(spared()).toBeUndefined();
});

test('every mutant of the rule files is noticed', { timeout: 3_600_000 }, () => {
  const mutants = allMutants();
  const killed = new Map<Killer, number>();
  const survivors: string[] = [];
  for (const mutant of mutants) {
    const killer = killerOf(mutant);
    if (killer === undefined) {
      survivors.push(mutant.name);
      if (!expected.includes(mutant.name)) process.stdout.write(`survivor: ${mutant.name}\n`);
    } else killed.set(killer, (killed.get(killer) ?? 0) + 1);
  }
  const lines = [
    `mutants: ${mutants.length}`,
    ...[...killed].map(([killer, count]) => `  noticed by ${killer}: ${count}`),
    `  survived: ${survivors.length} (${expected.length} listed with a reason)`,
    `cases: ${JSON.stringify(sizes())}`,
  ];
  process.stdout.write(lines.join('\n') + '\n');
  expect(survivors.sort()).toEqual(expected.filter(isWanted));
});
