import { describe, expect, test } from 'vitest';
import { told, toldCases } from '../support/told.ts';

/** What is told of a case that a scheme does not fit, word for word, in both languages. */
describe.each(toldCases())('$name', (one) => {
  test.each(['vi', 'en'] as const)('%s', (lang) => {
    expect(told(one, lang)).toEqual(one[lang]);
  });
});
