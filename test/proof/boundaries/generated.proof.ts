import { describe, expect, test } from 'vitest';
import { builtinLaw } from '../../../src/index.ts';
import { probeDisagreement } from './agree.ts';
import { thresholds, unknownLeaves, type Threshold } from './generate.ts';
import { visible } from './series.ts';
import { UNSEEN } from './unseen.ts';

/** Every threshold and date of the rule files: the case before it, on it and after it, generated from the law. */

const law = builtinLaw();

/** At least how many different cases the thresholds of a scheme give. */
const CASES: Readonly<Record<string, number>> = {
  nd178: 1000,
  nd154: 1000,
  nd29: 500,
  nd177: 500,
  'nd177-4': 250,
  nq07: 250,
  nd170: 250,
  nd338: 500,
  'nd178-11': 250,
  'nd178-12': 150,
};

function key({ name, version }: Threshold): string {
  return `${version} ${name}`;
}

test('every scheme that pays is tested', () => {
  const paying = [...law.schemes.values()].filter(({ routes }) => routes.length > 0);
  expect(paying.map(({ scheme }) => scheme).sort()).toEqual(Object.keys(CASES).sort());
});

describe.each(Object.entries(CASES))('the thresholds of %s', (scheme, least) => {
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
          return probeDisagreement(point) ?? [];
        }),
      ),
    );
    expect(seen.size).toBeGreaterThan(least);
    expect(differences.slice(0, 5)).toEqual([]);
  });

  test('something observable changes at each, save those explained', () => {
    const unseen = all.filter(({ series }) => !series.some(visible)).map(key);
    expect([...new Set(unseen)].sort()).toEqual(Object.keys(UNSEEN[scheme] ?? {}).sort());
  });
});
