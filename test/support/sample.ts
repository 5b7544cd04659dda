import fc from 'fast-check';
import { anyAsOf, anyCase, anyInterpretations, soundCase } from '../oracle/arbitrary.ts';
import type { Probe } from './engines.ts';

/** Sound cases with chosen readings, the same for a seed. */
export function soundProbes(count: number, seed: number): Probe[] {
  const drawn = fc.sample(fc.tuple(soundCase, anyInterpretations), { numRuns: count, seed });
  return drawn.map(([one, interpretations]) => ({ case: one, asked: { scheme: 'nd178', interpretations } }));
}

/** Cases of every sort, faulty ones among them, with readings and pinned days, the same for a seed. */
export function anyProbes(count: number, seed: number): Probe[] {
  const drawn = fc.sample(fc.tuple(anyCase, anyInterpretations, anyAsOf), { numRuns: count, seed });
  return drawn.map(([one, interpretations, asOf]) => ({
    case: one,
    asked: { scheme: 'nd178', interpretations, ...(asOf === undefined ? {} : { asOf }) },
  }));
}
