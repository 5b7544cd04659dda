import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/index.ts';
import { anyAsOf, anyCase, anyInterpretations } from './arbitrary.ts';
import { oracle } from './nd178.ts';
import type { OracleCase, OracleResult } from './types.ts';
import { exampleFile } from '../../support/example.ts';

/** Cases compared in a normal run; ND178_CASES sets more for a nightly one. */
const RUNS = Number(process.env['ND178_CASES'] ?? 20_000);

/** What both engines must agree on, in one comparable value. */
function ours(one: OracleCase, interpretations: Record<string, string>, asOf: string | undefined): unknown {
  const result = calculate(one, { scheme: 'nd178', interpretations, ...(asOf === undefined ? {} : { asOf }) });
  if (!result.ok) {
    const defect = result.issues.find((issue) => issue.code === 'rule-defect');
    return { outcome: defect ? defect.message : 'invalid' };
  }
  const { outcome, law, measures, benefits, total } = result.value;
  if (outcome === 'refused') return { outcome };
  return {
    outcome,
    version: law.version,
    measures: measures && { ...measures, pensionEligible: undefined },
    benefits: benefits.map(({ id, months, amount }) => ({ id, months, amount })),
    total,
  };
}

function theirs(result: OracleResult): unknown {
  const { outcome, version, measures, benefits, total } = result;
  if (outcome === 'invalid' || outcome === 'refused') return { outcome };
  return { outcome, version, measures, benefits: benefits ?? [], total: total ?? '0' };
}

/** A leaving before the scheme is refused by one engine and faulty for the other when it has a fault as well. */
function beforeScheme(one: OracleCase, asOf: string | undefined): boolean {
  return (asOf ?? one.leaving.date) < '2025-01-01';
}

describe('two engines that share no code', () => {
  test(`agree on ${RUNS} cases over every version, group, route, boundary and reading`, { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(anyCase, anyInterpretations, anyAsOf, (one, interpretations, asOf) => {
        const us = ours(one, interpretations, asOf) as { outcome: string };
        const them = theirs(oracle(one, { interpretations, ...(asOf === undefined ? {} : { asOf }) })) as {
          outcome: string;
        };
        if (beforeScheme(one, asOf)) {
          expect(['refused', 'invalid']).toContain(us.outcome);
          expect(['refused', 'invalid']).toContain(them.outcome);
          return;
        }
        expect(us, exampleFile(one, interpretations, asOf)).toEqual(them);
      }),
      { numRuns: RUNS, seed: 178, endOnFailure: false },
    );
  });
});
