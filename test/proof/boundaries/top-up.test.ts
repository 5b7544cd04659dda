import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtinLaw, calculate } from '../../../src/index.ts';
import { anyInterpretations, soundCase } from '../oracle/arbitrary.ts';
import { oracle } from '../oracle/nd178.ts';
import { runs } from '../../support/effort.ts';
import { exampleFile } from '../../support/example.ts';

/** The transition of Decree 67: who was settled for less before it is raised to what it gives, and never cut. */

const LATER = '2025-03-15';

test('the top-up is what the later version gives less what was due then', () => {
  const early = soundCase.filter((one) => one.leaving.date < LATER);
  let raised = 0;
  fc.assert(
    fc.property(early, anyInterpretations, (one, interpretations) => {
      const found = calculate(one, { scheme: 'nd178', interpretations });
      if (!found.ok || found.value.outcome !== 'paid') return;
      const { topUp, total } = found.value;
      const later = BigInt(oracle(one, { interpretations, asOf: LATER }).total ?? '0');
      const more = later - BigInt(total);
      const file = exampleFile(one, interpretations, undefined);
      expect(topUp, file).toMatchObject({ version: LATER, total: String(later) });
      expect(topUp?.amount, file).toBe(String(more > 0n ? more : 0n));
      if (more > 0n) raised += 1;
    }),
    { numRuns: runs(500), seed: 3 },
  );
  expect(raised).toBeGreaterThan(0);
});

test('nobody who leaves later is topped up, and no pinned version tops up', () => {
  const law = builtinLaw();
  fc.assert(
    fc.property(soundCase, (one) => {
      const asOf = law.versions('nd178').findLast(({ date }) => date <= one.leaving.date)?.date;
      if (asOf === undefined) return;
      const pinned = calculate(one, { scheme: 'nd178', asOf });
      if (pinned.ok) expect(pinned.value.topUp).toBeUndefined();
      const found = calculate(one, { scheme: 'nd178' });
      if (found.ok && one.leaving.date >= LATER) expect(found.value.topUp).toBeUndefined();
    }),
    { numRuns: runs(500), seed: 4 },
  );
});
