import { expect, test } from 'vitest';
import { builtinLaw } from '../../../src/index.ts';
import { misjudged } from './declared-salary.ts';

test('salaries declared on form I.5 that are right by hand are found right', () => {
  expect(misjudged(builtinLaw())).toEqual([]);
});
