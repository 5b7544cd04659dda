import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate } from '../../src/index.ts';
import { disagreement } from '../support/engines.ts';
import { thresholds, unknownLeaves, type Threshold } from './generate.ts';
import { UNSEEN } from './unseen.ts';
import type { Series } from './series.ts';

/** Every threshold and date of the rule files: the case before it, on it and after it, generated from the law. */

const law = builtinLaw();

function visible({ points, edge, observe, shape }: Series): boolean {
  const seen = points.map(({ case: one, asked }) => {
    const found = calculate(one, asked);
    return found.ok ? observe(found.value) : found.issues.map((issue) => issue.code).join();
  });
  if (shape === 'some') return new Set(seen).size > 1;
  if (shape === 'step') return seen[edge - 1] !== seen[edge];
  const [before = 0, on = 0, after = 0] = seen.map(Number);
  return after - on !== on - before;
}

function key({ name, version }: Threshold): string {
  return `${version} ${name}`;
}

// One scheme has an oracle; another one needs its own before its thresholds are tested here.
describe.each(['nd178'])('the thresholds of %s', (scheme) => {
  const all = thresholds(law, scheme);

  test('are all of a kind that the generator knows', () => {
    expect(unknownLeaves(law, scheme)).toEqual([]);
  });

  test('both engines agree before, on and after each', () => {
    const seen = new Set<string>();
    const differences = all.flatMap(({ series }) =>
      series.flatMap(({ points }) =>
        points.flatMap((point) => {
          const id = JSON.stringify(point);
          if (seen.has(id)) return [];
          seen.add(id);
          return disagreement(point) ?? [];
        }),
      ),
    );
    expect(seen.size).toBeGreaterThan(1000);
    expect(differences.slice(0, 5)).toEqual([]);
  });

  test('something observable changes at each, save those explained', () => {
    const unseen = all.filter(({ series }) => !series.some(visible)).map(key);
    expect(unseen.sort()).toEqual(Object.keys(UNSEEN).sort());
  });
});
