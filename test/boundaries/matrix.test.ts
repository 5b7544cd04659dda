import { expect, test } from 'vitest';
import { disagreement } from '../support/engines.ts';
import { matrixProbes } from './matrix.ts';

test('both engines agree on the whole boundary matrix', { timeout: 120_000 }, () => {
  const probes = matrixProbes();
  expect(probes.length).toBe(12 * 9 * 16 * 14);
  const differences: string[] = [];
  for (const probe of probes) {
    const found = disagreement(probe);
    if (found !== undefined && differences.push(found) === 5) break;
  }
  expect(differences).toEqual([]);
});
