import { describe, expect, test } from 'vitest';
import { diffOf } from '../../src/lawbook/diff/diff.ts';
import { blameOf } from '../../src/lawbook/show/blame.ts';
import { listLaw } from '../../src/lawbook/show/list.ts';
import { showLaw } from '../../src/lawbook/show/show.ts';
import type { Act, Amendment } from '../../src/law/act.ts';
import {
  actOf,
  amenderOf,
  faults,
  provisionOf,
  schemeOf,
  sets,
  smallLaw,
  standing,
  stands,
  FEBRUARY,
  MARCH,
} from '../support/small-law.ts';

/** An amendment that holds for a time only: afterwards what stood before stands again. */

const UNTIL = '2025-03-31';
const AFTER = '2025-04-01';
const base = actOf('base', [provisionOf('a'), provisionOf('b')]);
const forATime = (amendment: Amendment): Act => amenderOf('later', FEBRUARY, [{ ...amendment, until: UNTIL }]);
const lawOf = (acts: readonly Act[]): ReturnType<typeof smallLaw> =>
  smallLaw(acts, schemeOf(acts.map(({ act }) => act)));

describe('an amendment with a last day', () => {
  const acts = [base, forATime(sets('base', 'a', 50))];

  test('begins a version, and the day after its last day begins another', () => {
    expect(
      lawOf(acts)
        .versions('s')
        .map(({ date }) => date),
    ).toEqual(['2025-01-01', FEBRUARY, AFTER]);
  });

  test('holds on its last day and no longer on the next, when what stood before stands again', () => {
    const months = (date: string): unknown => stands(acts, date)?.['upToMonths'];
    expect(['2025-01-31', FEBRUARY, UNTIL, AFTER, '2026-01-01'].map(months)).toEqual([60, 50, 50, 60, 60]);
    expect(standing(acts, UNTIL).get('a')?.changes).toMatchObject([{ act: 'later', until: UNTIL }]);
    expect(standing(acts, AFTER).get('a')?.changes).toEqual([]);
  });

  test('leaves the law afterwards as it was, but for its day', () => {
    const law = lawOf(acts);
    const at = (date: string): object[] => {
      const found = law.at('s', date);
      return found.ok ? [...found.value.provisions.values()] : [];
    };
    expect(at(AFTER)).toEqual(at('2025-01-01'));
  });

  test('is blamed for the time it held, and shown with both days', () => {
    const law = lawOf(acts);
    const version = (date: string): Parameters<typeof blameOf>[1] => {
      const found = law.at('s', date);
      if (!found.ok) throw new Error(date);
      return found.value;
    };
    const months = (date: string): object | undefined =>
      blameOf(law, version(date), 'a').find(({ leaf }) => leaf === 'upToMonths');
    const held = { value: 50, act: 'later', from: FEBRUARY, until: AFTER };
    expect(months(FEBRUARY)).toMatchObject({ setting: held, earlier: [{ value: 60, until: FEBRUARY }] });
    expect(months(AFTER)).toMatchObject({
      setting: { value: 60, act: 'base', from: AFTER, until: null },
      earlier: [held, { value: 60, act: 'base', from: '2025-01-01', until: FEBRUARY }],
    });
    const shown = showLaw(law, version(MARCH), 'en').provisions.find(({ id }) => id === 'a');
    expect(shown?.amendedBy).toEqual([
      { act: 'later', at: 'Khoản 50', from: FEBRUARY, until: UNTIL, leaf: 'upToMonths' },
    ]);
    expect(listLaw(law, 'en')[0]?.versions.map(({ begins }) => begins)).toEqual([['base'], ['later'], ['later']]);
    expect(diffOf(law, version(MARCH), version(AFTER)).provisions).toMatchObject([
      { change: 'changed', id: 'a', leaves: [{ leaf: 'upToMonths', before: 50, after: 60, by: { act: 'later' } }] },
    ]);
  });

  test('may insert a provision or take one away for a time (ngưng hiệu lực)', () => {
    const insert = { at: 'Khoản 1', certainty: 'A', insert: 'base', provision: provisionOf('n') } as const;
    const repeal = { at: 'Khoản 2', certainty: 'A', repeal: { act: 'base', provision: 'b', at: 'Điều 1' } } as const;
    const both = [
      base,
      amenderOf('later', FEBRUARY, [
        { ...insert, until: UNTIL },
        { ...repeal, expect: null, until: UNTIL },
      ]),
    ];
    const ids = (date: string): string[] => [...standing(both, date).keys()];
    expect([ids('2025-01-01'), ids(UNTIL), ids(AFTER)]).toEqual([
      ['a', 'b'],
      ['a', 'n'],
      ['a', 'b'],
    ]);
    const law = lawOf(both);
    const [held, over] = [law.at('s', UNTIL), law.at('s', AFTER)];
    if (!held.ok || !over.ok) throw new Error('no version');
    expect(diffOf(law, held.value, over.value).provisions).toMatchObject([
      { change: 'added', id: 'b' },
      { change: 'repealed', id: 'n', by: { act: 'later', at: 'Khoản 1' } },
    ]);
  });

  test('with a later act that quotes what held for a time: it is told that this stands no longer', () => {
    const next = amenderOf('next', MARCH, [sets('base', 'a', 40, { expect: 50 })]);
    expect(faults([...acts, next]).map(({ message }) => message)).toEqual([
      'next (Khoản 40): expects 50 but finds 60. Compare it with the act that is amended.',
    ]);
    const ending = amenderOf('next', MARCH, [sets('base', 'a', 40, { expect: 50, until: UNTIL })]);
    expect(faults([...acts, ending])).toEqual([]);
    expect([MARCH, AFTER].map((date) => stands([...acts, ending], date)?.['upToMonths'])).toEqual([40, 60]);
  });

  test('a last day that an act gives to a provision begins a version too', () => {
    const leaf = { act: 'base', provision: 'b', at: 'Điều 1', leaf: 'until' };
    const ended = [
      base,
      amenderOf('later', FEBRUARY, [sets('base', 'b', 1, { replace: leaf, expect: null, with: UNTIL })]),
    ];
    expect(
      lawOf(ended)
        .versions('s')
        .map(({ date }) => date),
    ).toEqual(['2025-01-01', FEBRUARY, AFTER]);
    expect([UNTIL, AFTER].map((date) => standing(ended, date).has('b'))).toEqual([true, false]);
  });
});
