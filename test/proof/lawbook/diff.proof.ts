import { describe, expect, it } from 'vitest';
import { calculate } from '../../../src/engine/calculate.ts';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { jointCells } from '../../../src/lawbook/diff/meaning.ts';
import type { JointCell } from '../../../src/lawbook/diff/joint.ts';
import { exampleOf, type Example } from '../../../src/lawbook/space/example.ts';
import type { Part } from '../../../src/lawbook/space/axis.ts';
import type { Corner } from '../../../src/lawbook/space/compose.ts';
import type { LawVersion } from '../../../src/law/version.ts';
import { sampled } from '../../support/effort.ts';

const law = builtinLaw();

function version(date: string): LawVersion {
  const found = law.at('nd178', date);
  if (!found.ok) throw new Error(date);
  return found.value;
}

/** The months a version pays of a benefit to a case; '0' where it pays nothing of it. */
function monthsPaid(example: Example, date: string, benefit: string): string {
  const result = calculate(example.case, { scheme: 'nd178', asOf: date });
  if (!result.ok) return '0';
  return result.value.benefits.find((line) => line.id === benefit)?.months ?? '0';
}

/** The lowest and the highest numbers of a cell; an open end is tried well inside. */
function corners({ before }: JointCell, picks: readonly ('least' | 'most')[]): Corner[] {
  const { monthsEarly, countable, publicSector, insurance } = before.cell;
  const insured = insurance?.most ?? Infinity;
  const high = (part: Part | undefined): number | undefined =>
    part?.least === undefined ? undefined : Math.min(part.most ?? part.least, part.least + 119, insured);
  const corner = (pick: 'least' | 'most'): Corner =>
    Object.fromEntries(
      Object.entries({ monthsEarly, countable, publicSector })
        .map(([name, part]) => [name, pick === 'least' ? part?.least : high(part)])
        .filter(([, value]) => value !== undefined),
    ) as Corner;
  return picks.map(corner);
}

/** A case in both sides of a joint cell. */
function exampleIn(cell: JointCell, route: string, corner: Corner): Example | undefined {
  for (const side of [cell.after, cell.before]) {
    const found = exampleOf(side.law, side.cell, side.chosen, route, corner);
    if (found) return found;
  }
  return undefined;
}

/** Pairs of versions, and which corners of each cell are recomputed. */
const PAIRS = [
  ['2025-01-01', '2025-07-01', ['least', 'most']],
  ['2025-01-01', '2025-03-15', ['least']],
  ['2025-03-15', '2025-07-01', ['least']],
] as const;

const BENEFITS = version('2025-01-01').routes.flatMap(({ route }) =>
  version('2025-01-01')
    .benefits(route)
    .map((benefit) => [route, benefit] as const),
);

/** Whether a cell holds the leaving dates before some day alone: on few days not every number of months early is met. */
function fewDays({ before, after }: JointCell): boolean {
  return [before, after].some(({ cell: { leavingDate } }) => (leavingDate?.most ?? Infinity) < 99991231);
}

/** The first leaving date that Decree 178 covers. */
const FIRST_DAY = builtinLaw().schemes.get('nd178')?.covers.from ?? '';

function leavingOf({ case: one }: Example): string {
  return (one as { leaving: { date: string } }).leaving.date;
}

describe.each(PAIRS)('rules diff nd178@%s nd178@%s', (before, after, picks) => {
  it.each(BENEFITS)(
    '%s, %s: different exactly where recomputation differs',
    (route, benefit) => {
      const laws = [version(before), version(after)] as const;
      const cells = sampled(jointCells(laws, route, benefit).cells);
      const wrong: unknown[] = [];
      let shown = 0;
      let unreal = 0;
      for (const { cell, difference } of cells) {
        for (const corner of corners(cell, picks)) {
          const example = exampleIn(cell, route, corner);
          if (!example && fewDays(cell)) unreal += 1;
          if (!example) continue;
          shown += 1;
          // Months early that nobody can have on the few days of a cell: its case leaves before the scheme begins.
          if (leavingOf(example) < FIRST_DAY) continue;
          const paid = [before, after].map((date) => monthsPaid(example, date, benefit));
          const differs = paid[0] !== paid[1];
          if (differs !== difference.different) wrong.push({ paid, said: difference, example });
        }
      }
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(shown + unreal).toBe(picks.length * cells.length);
      expect(unreal).toBeLessThan(shown / 4);
    },
    1_800_000,
  );
});
