import { describe, expect, test } from 'vitest';
import { bound, noFacts, range, testsOf, type Facts } from '../../src/law/facts.ts';
import type { Condition } from '../../src/law/provision.ts';
import { demand, holds, read, select, type Readings } from '../../src/law/select.ts';
import type { FactName } from '../../src/law/vocabulary.ts';
import type { Rule } from '../../src/law/version.ts';

/** What a condition tests, and which rule of several holds. */

function factsOf(values: Partial<Facts['values']>, given: Readonly<Record<string, boolean>> = {}): Facts {
  const facts = noFacts((key) => given[key] ?? false);
  Object.assign(facts.values, values);
  return facts;
}

function satisfied(condition: unknown, facts: Facts): boolean {
  return testsOf(condition as Condition).every((one) => one.holds(facts));
}

describe('an interval', () => {
  test.each([
    [{ atLeast: 24, upTo: 60 }, 'monthsEarly', 24, 60],
    [{ above: 24, under: 60 }, 'monthsEarly', 25, 59],
    [{ atLeast: '15.5', under: 20 }, 'serviceYears', 1550, 1999],
    [{ above: '2024-12-31', upTo: '2025-12-31' }, 'leavingDate', 20241232, 20251231],
    [{ atLeast: 10, above: 24, upTo: 60, under: 60 }, 'monthsEarly', 25, 59],
    [{ atLeast: 30, above: 24, upTo: 50, under: 60 }, 'monthsEarly', 30, 50],
    [{}, 'monthsEarly', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ] as const)('%j of %s goes from %d to %d', (interval, fact, least, most) => {
    expect(range(fact, interval)).toEqual({ least, most });
  });

  test.each([
    ['monthsEarly', 1.5],
    ['monthsEarly', 'soon'],
    ['serviceYears', '15.555'],
    ['leavingDate', '2025-02-30'],
  ] as [FactName, number | string][])('of %s has no bound %s', (fact, value) => {
    expect(() => bound(fact, value)).toThrow(`no bound of ${fact}: ${value}`);
  });

  test('holds on both of its ends, not beside them, and never of what is not known', () => {
    const condition = { monthsEarly: { atLeast: 24, upTo: 60 } };
    const held = [23, 24, 60, 61, undefined].map((monthsEarly) => satisfied(condition, factsOf({ monthsEarly })));
    expect(held).toEqual([false, true, true, false, false]);
  });
});

describe('a condition', () => {
  test('of words, flags, classes and given keys holds of those it names', () => {
    const facts = factsOf({ group: 'cadre', voluntary: false }, { 'salary.contract': true });
    facts.classes['band'] = 'a';
    const held = [
      { group: ['cipher', 'cadre'] },
      { group: ['cipher'] },
      { sex: ['male'] },
      { voluntary: false },
      { voluntary: true },
      { pensioner: false },
      { class: { band: ['a', 'b'] } },
      { class: { band: ['b'] } },
      { class: { other: ['a'] } },
      { given: { 'salary.contract': true } },
      { given: { 'salary.contract': false } },
      { given: { 'leaving.decided': false } },
      { given: { 'leaving.decided': true } },
    ].map((condition) => satisfied(condition, facts));
    expect(held).toEqual([true, false, false, true, false, false, true, false, false, true, false, true, false]);
  });

  test('names what it tests; a reading is chosen, not tested', () => {
    const condition = {
      group: ['cadre'],
      monthsEarly: { upTo: 60 },
      class: { band: ['a'], point: ['b'] },
      given: { 'leaving.decided': true },
      reading: { question: 'option' },
    };
    const tests = testsOf(condition);
    expect(tests.map(({ fact }) => fact)).toEqual([
      'group',
      'monthsEarly',
      'class.band',
      'class.point',
      'given.leaving.decided',
    ]);
  });
});

describe('of several rules', () => {
  const rule = (id: string, when: unknown, readings: Rule['readings'] = []): Rule =>
    ({ id, tests: testsOf(when as Condition), readings }) as unknown as Rule;
  const chosen = (...pairs: (readonly [string, string])[]): Readings => ({
    chosen: new Map(pairs),
    consulted: new Set(),
  });
  const early = factsOf({ monthsEarly: 30 });

  test('the one that holds is taken', () => {
    const rules = [rule('long', { monthsEarly: { above: 60 } }), rule('short', { monthsEarly: { upTo: 60 } })];
    expect(select(rules, early, chosen())?.id).toBe('short');
    expect(demand(rules, early, chosen(), 'a thing').id).toBe('short');
    expect(rules.map((one) => holds(one, early))).toEqual([false, true]);
  });

  test('two that hold at once are a defect that names both', () => {
    const rules = [rule('first', {}), rule('second', { monthsEarly: { upTo: 60 } })];
    expect(() => select(rules, early, chosen())).toThrow('first and second both claim the case');
  });

  test('none gives nothing, and is a defect where there must be one', () => {
    const rules = [rule('long', { monthsEarly: { above: 60 } })];
    expect(select(rules, early, chosen())).toBeUndefined();
    expect(() => demand(rules, early, chosen(), 'a thing')).toThrow('no rule for a thing');
  });

  test('that of the chosen reading is taken, and only questions that decided something are noted', () => {
    const rules = [
      rule('a', {}, [['q', 'one']]),
      rule('b', {}, [['q', 'two']]),
      rule('c', { monthsEarly: { above: 60 } }, [['other', 'one']]),
    ];
    const readings = chosen(['q', 'two'], ['other', 'one']);
    expect(select(rules, early, readings)?.id).toBe('b');
    expect([...(readings.consulted ?? [])]).toEqual(['q']);
    expect(rules.map((one) => read(one, readings))).toEqual([false, true, true]);
    const both = rule('d', {}, [
      ['other', 'one'],
      ['q', 'one'],
    ]);
    expect(read(both, readings)).toBe(false);
  });
});
