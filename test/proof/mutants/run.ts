import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RuleSource } from '../../../src/index.ts';
import { ruleSources } from '../../support/rules.ts';
import { killerOf, sizes, spared, type Killer } from './killers.ts';
import { mutantsOf, type Mutant } from './mutate.ts';

/** Mutation of the rule files: every mutant must be noticed, save those listed with a reason. */

interface Survivor {
  readonly reason: string;
  readonly mutants: readonly string[];
}

const survivorsFile = new URL('survivors.yaml', import.meta.url);
const survivors = parse(readFileSync(survivorsFile, 'utf8')) as Survivor[];
const listed: ReadonlySet<string> = new Set(survivors.flatMap(({ mutants }) => mutants));

/** Every mutant of every rule file, by file. */
const all = ruleSources().map((source) => [source.file, mutantsIn(source)] as const);

/** A part of the mutants: those whose name holds one of these texts, the `listed` ones, or the `unlisted`. */
const only = (process.env['ND178_MUTANTS'] ?? '').split(',');

function mutantsIn({ file, text }: RuleSource): Mutant[] {
  return mutantsOf(file, parse(text));
}

function isWanted({ name }: Mutant): boolean {
  return only.some((text) => {
    if (text === 'listed' || text === 'unlisted') return listed.has(name) === (text === 'listed');
    return name.includes(text);
  });
}

/** The mutants to run, by file. */
function wanted(): (readonly [string, readonly Mutant[]])[] {
  const parts = all.map(([file, mutants]) => [file, mutants.filter(isWanted)] as const);
  return parts.filter(([, mutants]) => mutants.length > 0);
}

/** Runs the mutants of one file; what became of them is told at once, so that a run that is stopped told something. */
function survivorsOf(file: string, mutants: readonly Mutant[]): string[] {
  const survived: string[] = [];
  const noticed = new Map<string, number>();
  for (const mutant of mutants) {
    const killer = killerOf(mutant);
    tellSurprise(mutant, killer);
    if (killer === undefined) survived.push(mutant.name);
    else noticed.set(killer, (noticed.get(killer) ?? 0) + 1);
  }
  const counts = [...noticed].map(([killer, count]) => `, ${killer} ${count}`);
  tell(`${file}: mutants ${mutants.length}${counts.join('')}, survived ${survived.length}`);
  return survived;
}

/** Tells a mutant that makes the list wrong. */
function tellSurprise({ name }: Mutant, killer: Killer | undefined): void {
  if (killer === undefined && !listed.has(name)) tell(`  not listed, survived: ${name}`);
  if (killer !== undefined && listed.has(name)) tell(`  listed, noticed by ${killer}: ${name}`);
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

test('the law as it stands is spared', () => {
  expect(spared()).toBeUndefined();
  tell(`cases: ${JSON.stringify(sizes())}`);
});

test('whatever is listed is a mutant', () => {
  const names = new Set(all.flatMap(([, mutants]) => mutants.map(({ name }) => name)));
  expect([...listed].filter((name) => !names.has(name))).toEqual([]);
});

test.each(wanted())('%s: every mutant is noticed', { timeout: 3_600_000 }, (file, mutants) => {
  const expected = mutants.map(({ name }) => name).filter((name) => listed.has(name));
  expect(survivorsOf(file, mutants)).toEqual(expected);
});
