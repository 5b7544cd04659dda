import { describe, expect, test } from 'vitest';
import { noFacts, testsOf, type Facts } from '../../src/law/facts.ts';
import { narrowingOf, numbering, openRules } from '../../src/law/narrowing.ts';
import type { Condition } from '../../src/law/provision.ts';
import { holding, select } from '../../src/law/select.ts';
import type { Rule } from '../../src/law/version.ts';

/** What the words that a case states leave of a list of rules: worked out once for all cases that state the same. */

function factsOf(values: Partial<Facts['values']>, given: Readonly<Record<string, boolean>> = {}): Facts {
  const facts = noFacts(given);
  Object.assign(facts.values, values);
  return facts;
}

const rule = (id: string, when: object): Rule =>
  ({ id, tests: testsOf(when as Condition), readings: [] }) as unknown as Rule;

/** A list in which words, given keys, a flag and a number decide. */
const listed = (): Rule[] => [
  rule('cadre', { group: ['cadre'], monthsEarly: { upTo: 60 } }),
  rule('cipher', { group: ['cipher'] }),
  rule('decided', { given: { 'leaving.decided': true }, group: ['cadre', 'cipher'] }),
  rule('free', { voluntary: false, class: { band: ['a'] } }),
];

const CADRE = { group: 'cadre', voluntary: false, monthsEarly: 30 } as const;

describe('cases share what the words leave', () => {
  const version = {};
  const of = (values: Partial<Facts['values']>, given = {}): unknown => narrowingOf(version, factsOf(values, given));

  test('when they state the same, whatever is measured of them', () => {
    expect(of(CADRE, { 'leaving.decided': true })).toEqual([]);
    expect(of({ ...CADRE, monthsEarly: 90 }, { 'leaving.decided': true })).toBe(of(CADRE, { 'leaving.decided': true }));
    expect(narrowingOf({}, factsOf(CADRE))).not.toBe(of(CADRE));
  });

  test('and not when a word, a flag or a given key differs, or is another one', () => {
    const all = [
      of({}),
      of({ group: 'cadre' }),
      of({ regime: 'cadre' }),
      of({ group: 'cadre', regime: 'x' }),
      of({ group: 'cadr', regime: 'ex' }),
      of({ voluntary: true }),
      of({ voluntary: false }),
      of({ pensioner: true }),
      of({ pensioner: false }),
      of({ voluntary: true, pensioner: false }),
      of({ voluntary: false, pensioner: true }),
      of({}, { 'leaving.decided': true }),
      of({}, { 'leaving.decided': false }),
      of({}, { 'leaving.decided': true, 'salary.contract': false }),
      of({}, { 'leaving.decided': false, 'salary.contract': true }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('of a list', () => {
  const told = (rules: readonly Rule[], facts: Facts): string[] =>
    openRules(rules, facts).map((one) => `${one.rule.id}: ${one.tests.map(({ fact }) => fact).join()}`);
  const narrow = (facts: Facts, version: object = {}): Facts => {
    facts.narrowing = narrowingOf(version, facts);
    return facts;
  };

  test('the rules are left that the words admit, with the tests that are still open', () => {
    const rules = numbering()(listed());
    expect(told(rules, narrow(factsOf(CADRE)))).toEqual(['cadre: monthsEarly', 'free: class.band']);
    const given = narrow(factsOf({ ...CADRE, voluntary: true }, { 'leaving.decided': true }));
    expect(told(rules, given)).toEqual(['cadre: monthsEarly', 'decided: ']);
  });

  test('it is worked out once', () => {
    const [rules, facts] = [numbering()(listed()), narrow(factsOf(CADRE))];
    expect(openRules(rules, facts)).toBe(openRules(rules, facts));
  });

  test('every rule is left with every test where the list has no number or nothing was narrowed', () => {
    const every = ['cadre: group,monthsEarly', 'cipher: group', 'decided: given.leaving.decided,group'];
    expect(told(listed(), narrow(factsOf(CADRE))).slice(0, 3)).toEqual(every);
    expect(told(numbering()(listed()), factsOf(CADRE)).slice(0, 3)).toEqual(every);
  });

  test('lists that have the same number in two versions are told apart', () => {
    const [first, second] = [numbering()(listed()), numbering()([rule('other', { group: ['cadre'] })])];
    const facts = narrow(factsOf(CADRE));
    expect([told(first, facts).length, told(second, facts), told(first, facts).length]).toEqual([2, ['other: '], 2]);
  });

  test('the same rules hold, narrowed or not', () => {
    for (const rules of [listed(), numbering()(listed())]) {
      for (const facts of [factsOf(CADRE), narrow(factsOf(CADRE))]) {
        expect(holding(rules, facts).map(({ id }) => id)).toEqual(['cadre']);
        expect(select(rules, facts, { chosen: new Map() })?.id).toBe('cadre');
      }
    }
    const both = narrow(factsOf(CADRE, { 'leaving.decided': true }));
    expect(holding(numbering()(listed()), both).map(({ id }) => id)).toEqual(['cadre', 'decided']);
  });
});
