import { describe, expect, test } from 'vitest';
import { calculate, type Result } from '../../../src/index.ts';
import { lawWith } from '../../support/altered.ts';
import { personWith } from '../../support/person.ts';

/** Whom a transition raises: the leavers it names, under a version before the one it leads to. */

function raised(date: string, leavers: { readonly from: string; readonly until: string }): Result['topUp'] {
  const law = lawWith({ 'top-up.before-67': { leavers } });
  const found = calculate(personWith({ date, monthsEarly: 40 }), { scheme: 'nd178', law });
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value.topUp;
}

describe('a transition', () => {
  test('concerns who leaves from its first day to its last, and nobody else', () => {
    const february = { from: '2025-02-01', until: '2025-02-28' };
    const days = ['2025-01-31', '2025-02-01', '2025-02-28', '2025-03-01'];
    expect(days.map((day) => raised(day, february)?.version)).toEqual([
      undefined,
      '2025-03-15',
      '2025-03-15',
      undefined,
    ]);
  });

  test('raises nobody whose case lacks what its version needs', () => {
    const law = lawWith({ 'service.15-to-20': { base: 'averageSalary' } });
    const one = personWith({ date: '2025-02-01', monthsEarly: 40, countable: 200 });
    const found = [{}, { law }].map((more) => calculate(one, { scheme: 'nd178', ...more }));
    expect(found.map((each) => each.ok && [each.value.outcome, each.value.topUp?.version])).toEqual([
      ['paid', '2025-03-15'],
      ['paid', undefined],
    ]);
  });

  test('does not concern who is under its version already', () => {
    const long = { from: '2025-01-01', until: '2025-12-31' };
    expect(['2025-03-14', '2025-03-15', '2025-08-01'].map((day) => raised(day, long)?.version)).toEqual([
      '2025-03-15',
      undefined,
      undefined,
    ]);
  });
});
