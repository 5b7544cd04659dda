import { expect, test } from 'vitest';
import { disagreement } from '../../support/engines.ts';
import { probeDisagreement } from './agree.ts';
import { MATRIX_SCHEMES, matrixProbes, schemeMatrix } from './matrix.ts';

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

test.each(MATRIX_SCHEMES)('both engines agree on the boundary matrix under %s', { timeout: 120_000 }, (scheme) => {
  const probes = schemeMatrix(scheme);
  expect(probes.length).toBeGreaterThan(9_000);
  const differences: string[] = [];
  for (const probe of probes) {
    const found = probeDisagreement(probe);
    if (found !== undefined && differences.push(found) === 5) break;
  }
  expect(differences).toEqual([]);
});
