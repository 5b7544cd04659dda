import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The tests that mutants of `src` must fail, those that say most in the least time first. */
const TESTS = [
  'test/case/values.test.ts',
  'test/case/parsed.test.ts',
  'test/case/null.test.ts',
  'test/case/messages.test.ts',
  'test/properties/base.test.ts',
  'test/law',
  'test/case/result.test.ts',
  'test/case/choosing.test.ts',
  'test/case/scheme-messages.test.ts',
  'test/mutants/engine.test.ts',
  'test/needs',
  'test/properties/options.test.ts',
  'test/properties/shared-questions.test.ts',
  'test/properties/shortcuts.test.ts',
  'test/properties/remembered.test.ts',
  'test/properties/flat-case.test.ts',
  'test/properties/vocabulary.test.ts',
  'test/properties/input.test.ts',
];

/** What the tests use and no mutant of `src` changes. */
const STABLE = [
  'test/oracle',
  'test/support/sample.ts',
  'test/support/effort.ts',
  'test/support/person.ts',
  'test/boundaries/matrix.ts',
  'test/boundaries/defaults.ts',
];

function inside(root, place, ending) {
  if (place.endsWith('.ts')) return existsSync(join(root, place)) ? [place] : [];
  return readdirSync(join(root, place))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${place}/${name}`);
}

/** The test files to run, and the modules beside them that do not know `src`. */
export function filesOf(root) {
  const files = TESTS.flatMap((place) => inside(root, place, '.test.ts'));
  const population = inside(root, 'test/support', '.ts').filter((file) => file.includes('population-'));
  const stable = STABLE.flatMap((place) => inside(root, place, '.ts')).filter((file) => !file.endsWith('.test.ts'));
  return { files, stable: [...stable, ...population] };
}
