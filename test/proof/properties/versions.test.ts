import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate, type LawVersion, type Result } from '../../../src/index.ts';
import type { ResultMeasures } from '../../../src/engine/result.ts';
import { diffOf, type Diff } from '../../../src/rules.ts';
import { runs } from '../../support/effort.ts';
import { EVERY_SCHEME, schemeProbes } from '../../support/sample.ts';
import { spansOf } from '../boundaries/leaves.ts';

/** Two versions of a scheme differ on a case only where the comparison of the rules says so. */

const law = builtinLaw();

const COUNTED: readonly (keyof ResultMeasures)[] = [
  'normalRetirement',
  'pensionStart',
  'monthsEarly',
  'monthsPast',
  'yearsEarly',
  'serviceYears',
  'workYears',
  'severanceMonths',
  'termMonths',
  'window',
  'pensionEligible',
];

/** Kinds of provisions that decide which row pays. */
const DECIDING = ['subject', 'exclusion', 'requirement', 'class', 'benefit', 'empty', 'benefit-title', 'group'];

function counted({ measures }: Result): string {
  return COUNTED.map((name) => measures?.[name]).join();
}

function rows({ outcome, benefits }: Result): string {
  return [outcome, ...benefits.map(({ row }) => row)].join();
}

/** What differs on a case that the comparison does not tell. */
function untold(before: Result, after: Result, diff: Diff): string | undefined {
  const changed = new Set(diff.provisions.map(({ id }) => id));
  const kinds = new Set(diff.provisions.map(({ kind }) => kind));
  const measured = counted(before) !== counted(after);
  if (measured && diff.measures.length === 0) return 'measures';
  if (before.measures?.monthlySalary !== after.measures?.monthlySalary && diff.salary.length === 0) return 'salary';
  if (rows(before) !== rows(after) && !measured && !DECIDING.some((kind) => kinds.has(kind))) return 'rows';
  if (measured) return undefined;
  for (const line of after.benefits) {
    // A row that pays the salary of each month has a line for each stretch of months.
    const then = before.benefits.find(({ row, from }) => row === line.row && from === line.from);
    if (then && then.months !== line.months && !changed.has(line.row)) return line.row;
  }
  return undefined;
}

/** Pairs of versions of a scheme, each with the next. */
function pairs(scheme: string): [string, LawVersion, LawVersion][] {
  const versions = spansOf(law, scheme).map(({ version }) => version);
  return versions.slice(1).map((after, index) => [`${scheme} ${after.date}`, versions[index] as LawVersion, after]);
}

describe.each(EVERY_SCHEME.flatMap(pairs))('version %s and the one before', (_, before, after) => {
  test('differ where the rules do', () => {
    const diff = diffOf(law, before, after);
    expect(diff.provisions.length).toBeGreaterThan(0);
    let compared = 0;
    for (const { case: one, asked } of schemeProbes(before.scheme, runs(250), 51)) {
      const [then, now] = [before, after].map(({ date }) => calculate(one, { ...asked, asOf: date }));
      if (!then?.ok || !now?.ok) continue;
      if (then.value.law.version === null || now.value.law.version === null) continue;
      compared += 1;
      expect(untold(then.value, now.value, diff), JSON.stringify(one)).toBeUndefined();
    }
    expect(compared).toBeGreaterThan(runs(250) / 4);
  });
});
