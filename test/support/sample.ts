import fc from 'fast-check';
import { anyAsOf, anyCase, anyInterpretations, soundCase } from '../proof/oracle/arbitrary.ts';
import type { Probe } from './engines.ts';
import { extendedCase, interpretationsOf, neighbourCase, SCHEME_IDS } from './population-neighbours.ts';

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

/** Every scheme that pays. */
export const EVERY_SCHEME: readonly string[] = ['nd178', ...SCHEME_IDS];

/** Cases of a scheme, some outside of it or faulty, with chosen readings of its questions, the same for a seed. */
export function schemeProbes(scheme: string, count: number, seed: number): Probe[] {
  const own = SCHEME_IDS.includes(scheme)
    ? fc.tuple(neighbourCase(scheme), interpretationsOf(scheme))
    : fc.tuple(fc.oneof(anyCase, extendedCase), anyInterpretations);
  const drawn = fc.sample(own, { numRuns: count, seed });
  return drawn.map(([one, interpretations]) => ({ case: one, asked: { scheme, interpretations } }));
}

/** Cases of every scheme that name none, most of them without a route, so that the scheme has to be found. */
export function choiceProbes(count: number, seed: number): Probe[] {
  const any = fc.oneof(anyCase, extendedCase, ...SCHEME_IDS.map(neighbourCase));
  const drawn = fc.sample(fc.tuple(any, fc.nat(4)), { numRuns: count, seed });
  return drawn.map(([one, asks]) => {
    const leaving = asks === 0 ? one.leaving : { ...one.leaving, route: 'auto' };
    return { case: { ...one, leaving }, asked: { scheme: 'auto' } };
  });
}
