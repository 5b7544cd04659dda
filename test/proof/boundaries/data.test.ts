import { expect, test } from 'vitest';
import { builtinLaw, calculate } from '../../../src/index.ts';
import { disagreement } from '../../support/engines.ts';
import { misdated } from './acts.ts';
import { defaultProbes } from './defaults.ts';

test('the acts carry the days on which they were issued and apply', () => {
  expect(misdated(builtinLaw())).toEqual([]);
});

test('both engines agree on every group whose retirement age is left to its default', () => {
  expect(defaultProbes().flatMap((probe) => disagreement(probe) ?? [])).toEqual([]);
});

// The limit is taken without a word: 675,000,000 instead of 940,000,000.
test.each(['nd178', 'auto'])(
  'an age limit given for a group without one, and no schedule, is not guessed at: %s',
  (scheme) => {
    const one = {
      person: { sex: 'male', birth: '1970-05', group: 'cadre' },
      leaving: { route: 'auto', date: '2025-02-01', reorganisation: '2024-12-01' },
      age: { limit: '58' },
      insurance: { years: 30 },
      salary: { monthly: '10000000' },
    };
    const found = calculate(one, { scheme });
    expect(found.ok).toBe(false);
  },
);
