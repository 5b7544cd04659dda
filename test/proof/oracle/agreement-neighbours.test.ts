import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { anyCase, anyInterpretations } from './arbitrary.ts';
import { SCHEMES } from './neighbours.ts';
import { choiceDisagreement, neighbourDisagreement, readingDisagreement } from '../../support/engines-neighbours.ts';
import { extendedCase, interpretationsOf, neighbourCase, SCHEME_IDS } from '../../support/population-neighbours.ts';

/** Cases compared over all schemes in a normal run; ND178_CASES sets more for a nightly one. */
const RUNS = Math.ceil(Number(process.env['ND178_CASES'] ?? 10_000) / (SCHEME_IDS.length + 2));
const OPTIONS = { numRuns: RUNS, endOnFailure: false } as const;
const LONG = { timeout: 3_600_000 } as const;

describe('two engines that share no code, beside Decree 178', () => {
  test.each(SCHEME_IDS)(`agree on ${String(RUNS)} cases of %s`, LONG, (scheme) => {
    expect(builtinLaw().schemes.has(scheme), `no scheme ${scheme}`).toBe(true);
    fc.assert(
      fc.property(neighbourCase(scheme), interpretationsOf(scheme), (one, interpretations) => {
        const difference = neighbourDisagreement({ scheme, case: one, interpretations });
        if (difference !== undefined) throw new Error(difference);
      }),
      { ...OPTIONS, seed: 154 },
    );
  });

  test.each(SCHEME_IDS)('know the same open questions of %s', (scheme) => {
    const readings = Object.entries(SCHEMES.get(scheme)?.readings ?? {});
    const questions = [...builtinLaw().questions(scheme)];
    const sorted = (list: readonly (readonly [string, Iterable<string>])[]): string[] =>
      list.map(([id, options]) => `${id}: ${[...options].join()}`).sort();
    expect(sorted(questions)).toEqual(sorted(readings));
  });

  test.each(SCHEME_IDS)(
    'tell of %s what each other reading would pay, and leave out what changes nothing',
    (scheme) => {
      fc.assert(
        fc.property(neighbourCase(scheme), interpretationsOf(scheme), (one, interpretations) => {
          const difference = readingDisagreement({ scheme, case: one, interpretations });
          if (difference !== undefined) throw new Error(difference);
        }),
        { ...OPTIONS, numRuns: Math.ceil(RUNS / 10), seed: 67 },
      );
    },
  );

  test(`agree on ${String(RUNS)} cases of nd178 with the keys of its neighbours`, LONG, () => {
    fc.assert(
      fc.property(extendedCase, anyInterpretations, (one, interpretations) => {
        const difference = neighbourDisagreement({ scheme: 'nd178', case: one, interpretations });
        if (difference !== undefined) throw new Error(difference);
      }),
      { ...OPTIONS, seed: 177 },
    );
  });

  const anyScheme = fc.oneof(anyCase, extendedCase, ...SCHEME_IDS.map(neighbourCase));
  /** Half of them ask for no route. */
  const undirected = fc.tuple(anyScheme, fc.boolean()).map(([one, asks]) => {
    return asks ? one : { ...one, leaving: { ...one.leaving, route: 'auto' } };
  });

  test(`choose the same scheme for ${String(RUNS)} cases`, LONG, () => {
    fc.assert(
      fc.property(undirected, (one) => {
        const difference = choiceDisagreement(one);
        if (difference !== undefined) throw new Error(difference);
      }),
      { ...OPTIONS, seed: 3 },
    );
  });
});
