import { expect, test } from 'vitest';
import { builtinLaw } from '../../src/index.ts';
import { explainedCases, stepsOf } from '../support/explained.ts';

/** Steps of explanations, word for word. */
test.each(explainedCases())('$case', (one) => {
  expect(stepsOf(one, builtinLaw())).toEqual(one.steps);
});
