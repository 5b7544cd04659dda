import { describe, expect, test } from 'vitest';
import { builtinLaw, calculate, type Result } from '../../../src/index.ts';
import { runs } from '../../support/effort.ts';
import { EVERY_SCHEME, schemeProbes } from '../../support/sample.ts';

/** Open questions: what a result lists is all that another answer changes, in every scheme. */

const law = builtinLaw();

function settled(result: Result): unknown {
  const { outcome, route, benefits, total } = result;
  return { outcome, route, total, benefits: benefits.map(({ id, months, amount, row }) => [id, months, amount, row]) };
}

describe.each(EVERY_SCHEME)('the questions of %s', (scheme) => {
  const questions = [...law.questions(scheme)];
  const probes = schemeProbes(scheme, runs(400), 41);

  test('change only cases that list them, and pay what the list says', () => {
    let listed = 0;
    for (const { case: one, asked } of probes) {
      const found = calculate(one, asked);
      if (!found.ok) continue;
      for (const [id, options] of questions) {
        const touched = found.value.interpretations.find((each) => each.id === id);
        if (touched) listed += 1;
        for (const option of options) {
          const other = calculate(one, { ...asked, interpretations: { ...asked.interpretations, [id]: option } });
          // A reading may ask for a date that the case does not give; then the list cannot say what it pays.
          if (!other.ok) continue;
          const alternative = touched?.alternatives.find((each) => each.option === option);
          if (alternative) expect(other.value.total, `${id}=${option}`).toBe(alternative.total);
          if (!touched) expect(settled(other.value), `${id}=${option}`).toEqual(settled(found.value));
        }
      }
    }
    if (questions.length > 0) expect(listed).toBeGreaterThan(0);
  });
});
