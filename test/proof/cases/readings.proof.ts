import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate } from '../../../src/index.ts';
import { anyInterpretations, soundCase } from '../oracle/arbitrary.ts';
import { oracle } from '../oracle/nd178.ts';
import { exampleFile } from '../../support/example.ts';

const RUNS = Math.min(Number(process.env['ND178_CASES'] ?? 20_000), 40_000) / 10;
const questions = builtinLaw().questions('nd178');

describe('interpretations', () => {
  test('each alternative total is what the other engine pays under that option', () => {
    fc.assert(
      fc.property(soundCase, anyInterpretations, (one, interpretations) => {
        const result = calculate(one, { scheme: 'nd178', interpretations });
        if (!result.ok) return;
        for (const { id, chosen, alternatives } of result.value.interpretations) {
          expect(chosen).toBe(interpretations[id] ?? chosen);
          for (const { option, total } of alternatives) {
            const other = oracle(one, { interpretations: { ...interpretations, [id]: option } });
            expect(other.total ?? '0', exampleFile(one, { ...interpretations, [id]: option }, undefined)).toBe(total);
          }
        }
      }),
      { numRuns: RUNS, seed: 67 },
    );
  });

  test('a question that is not listed changes nothing, whichever option is chosen', () => {
    fc.assert(
      fc.property(soundCase, anyInterpretations, (one, interpretations) => {
        const result = calculate(one, { scheme: 'nd178', interpretations });
        if (!result.ok) return;
        const listed = new Set(result.value.interpretations.map(({ id }) => id));
        for (const [id, options] of questions) {
          if (listed.has(id)) continue;
          for (const option of options) {
            const other = oracle(one, { interpretations: { ...interpretations, [id]: option } });
            if (other.outcome === 'invalid') continue;
            expect(other.total ?? '0', exampleFile(one, { [id]: option }, undefined)).toBe(result.value.total);
          }
        }
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });
});
