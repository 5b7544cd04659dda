import { describe, expect, test } from 'vitest';
import type { Amendment } from '../../src/law/act.ts';
import type { Provision } from '../../src/law/provision.ts';
import {
  actOf,
  amenderOf,
  provisionOf,
  schemeOf,
  sets,
  smallLaw,
  at,
  amending,
  base,
  faults,
  standing,
  stands,
  FEBRUARY,
  MARCH,
} from '../support/small-law.ts';

/** The law at a date: what stands, since when, and by whom. */

describe('versions begin', () => {
  test('on the first day, when a provision or an amendment begins, and on the day after one ends', () => {
    const insert = {
      at: 'Khoản 1',
      certainty: 'A',
      insert: 'base',
      provision: provisionOf('n', 'Điều 2', { until: '2025-12-31' }),
    } as const;
    const acts = [
      actOf('base', [
        provisionOf('a', 'Điều 1', { from: '2025-04-01', until: '2025-06-30' }),
        provisionOf('old', 'Điều 1', { from: '2024-02-01', until: '2024-03-31' }),
      ]),
      actOf('early', [provisionOf('e')], { applies: '2024-05-01' }),
      amenderOf('later', FEBRUARY, [insert, { ...sets('base', 'a', 50), from: '2025-09-01' }]),
    ];
    const law = smallLaw(acts, schemeOf(['base', 'early', 'later']));
    const dates = ['2025-01-01', '2025-02-01', '2025-04-01', '2025-07-01', '2025-09-01', '2026-01-01'];
    expect(law.versions('s').map(({ date }) => date)).toEqual(dates);
    expect(law.versions('s').map(({ until }) => until)).toEqual([...dates.slice(1), undefined]);
    expect('until' in (law.versions('s').at(-1) ?? {})).toBe(false);
  });

  test('not on the day an act applies when all it says begins later', () => {
    const law = smallLaw(
      [base, amenderOf('later', FEBRUARY, [{ ...sets('base', 'a', 50), from: MARCH }])],
      schemeOf(['base', 'later']),
    );
    expect(law.versions('s').map(({ date }) => date)).toEqual(['2025-01-01', MARCH]);
  });

  test('not after the last day of the scheme', () => {
    const acts = [actOf('base', [provisionOf('a', 'Điều 1', { until: '2025-06-30' }), provisionOf('b')])];
    const until = (last: string): string[] =>
      smallLaw(acts, schemeOf(['base'], { covers: { from: '2025-01-01', until: last } }))
        .versions('s')
        .map(({ date }) => date);
    expect(until('2025-06-30')).toEqual(['2025-01-01']);
    expect(until('2025-07-01')).toEqual(['2025-01-01', '2025-07-01']);
  });
});

describe('a provision stands', () => {
  test('from its own first day, else that of its act, to the end of its last day', () => {
    const acts = [
      actOf('base', [provisionOf('a', 'Điều 1', { from: '2025-04-01', until: '2025-06-30' }), provisionOf('b')]),
    ];
    const days = ['2025-03-31', '2025-04-01', '2025-06-30', '2025-07-01'];
    expect(days.map((day) => [...standing(acts, day).keys()])).toEqual([['b'], ['a', 'b'], ['a', 'b'], ['b']]);
    const beginning = actOf('next', [provisionOf('c', 'Điều 1', { from: '2025-06-30' })]);
    expect([...standing([...acts, beginning], '2025-06-30').keys()]).toEqual(['a', 'b', 'c']);
    expect(standing(acts, '2025-04-01').get('a')?.since).toBe('2025-04-01');
    expect(standing(acts, '2025-04-01').get('b')).toMatchObject({ since: '2025-01-01', act: 'base', changes: [] });
  });

  test('when inserted by another act, in the act it is put into, from its day or that of the amendment', () => {
    const put = (id: string, more: object): Amendment =>
      ({ at: 'Khoản 1', certainty: 'B', insert: 'base', provision: provisionOf(id, 'Điều 2'), ...more }) as Amendment;
    const own = { ...put('o', {}), insert: 'later' } as Amendment;
    const acts = [
      base,
      amending(put('n', {}), put('p', { from: MARCH }), own, {
        ...put('q', {}),
        provision: provisionOf('q', 'Điều 2', { from: MARCH }),
      } as Amendment),
    ];
    expect([...standing(acts, '2025-01-31').keys()]).toEqual(['a', 'b']);
    expect([...standing(acts, FEBRUARY).keys()]).toEqual(['a', 'b', 'n', 'o']);
    expect([...standing(acts, MARCH).keys()]).toEqual(['a', 'b', 'n', 'o', 'p', 'q']);
    const origin = { leaf: '', act: 'later', at: 'Khoản 1', certainty: 'B', kind: 'amending' };
    expect(standing(acts, MARCH).get('n')).toMatchObject({ act: 'base', since: FEBRUARY });
    expect(standing(acts, MARCH).get('n')?.changes).toEqual([{ ...origin, from: FEBRUARY }]);
    expect(standing(acts, MARCH).get('p')).toMatchObject({ since: MARCH, changes: [{ ...origin, from: MARCH }] });
    expect(standing(acts, MARCH).get('q')?.since).toBe(MARCH);
    expect(standing(acts, MARCH).get('o')).toMatchObject({ act: 'later', changes: [] });
    expect(faults(acts)).toEqual([]);
  });
});

describe('an amendment', () => {
  test('changes a value from its day on, and tells what was there before', () => {
    const acts = [base, amending({ ...at('upToMonths', {}), certainty: 'B', from: MARCH })];
    expect(stands(acts, '2025-02-28')?.['upToMonths']).toBe(60);
    expect(stands(acts, MARCH)?.['upToMonths']).toBe(50);
    const change = { act: 'later', at: 'Khoản 50', certainty: 'B', from: MARCH, kind: 'amending' };
    expect(standing(acts, MARCH).get('a')?.changes).toEqual([{ ...change, leaf: 'upToMonths', before: 60, after: 50 }]);
    expect(standing(acts, MARCH).get('b')?.changes).toEqual([]);
  });

  test('by an act of guidance is guidance', () => {
    const acts = [base, { ...amending(at('upToMonths', {})), kind: 'guidance' as const }];
    expect(standing(acts, FEBRUARY).get('a')?.changes[0]?.kind).toBe('guidance');
  });

  test('adds to a list, takes an item or a key away, and makes what was not there', () => {
    const add = {
      at: 'Khoản 1',
      certainty: 'A',
      add: { act: 'base', provision: 'a', at: 'Điều 1', leaf: 'when.group' },
    };
    const acts = [
      base,
      amending({ ...add, expect: ['cadre', 'cipher'], with: 'association-staff' } as unknown as Amendment),
      amenderOf('third', MARCH, [at('when.group.1', { expect: 'cipher', with: null })]),
      amenderOf('fourth', '2025-04-01', [at('when.sex', { expect: ['male'], with: null })]),
      amenderOf('fifth', '2025-05-01', [at('when.insuranceMonths.atLeast', { expect: null, with: 180 })]),
      amenderOf('sixth', '2025-06-01', [at('when.group.0', { expect: 'cadre', with: 'commune-cadre' })]),
    ];
    const when = (day: string): unknown => stands(acts, day)?.['when'];
    expect(when('2025-01-01')).toEqual({ group: ['cadre', 'cipher'], sex: ['male'] });
    expect(when(FEBRUARY)).toEqual({ group: ['cadre', 'cipher', 'association-staff'], sex: ['male'] });
    expect(when(MARCH)).toEqual({ group: ['cadre', 'association-staff'], sex: ['male'] });
    expect(when('2025-04-01')).toEqual({ group: ['cadre', 'association-staff'] });
    expect(when('2025-05-01')).toEqual({ group: ['cadre', 'association-staff'], insuranceMonths: { atLeast: 180 } });
    expect(when('2025-06-01')).toMatchObject({ group: ['commune-cadre', 'association-staff'] });
    const told = standing(acts, '2025-06-01').get('a')?.changes ?? [];
    expect(told.map(({ before, after, added }) => ({ before, after, added }))).toEqual([
      { before: ['cadre', 'cipher'], after: ['cadre', 'cipher', 'association-staff'], added: 'association-staff' },
      { before: 'cipher', after: undefined, added: undefined },
      { before: ['male'], after: undefined, added: undefined },
      { before: undefined, after: 180, added: undefined },
      { before: 'cadre', after: 'commune-cadre', added: undefined },
    ]);
    expect(told.map((one) => ['before', 'after', 'added'].filter((key) => key in one).join())).toEqual([
      'before,after,added',
      'before',
      'before',
      'after',
      'before,after',
    ]);
    expect(faults(acts)).toEqual([]);
  });

  test('that repeals ends the provision on its day; it quotes the condition, or that there is none', () => {
    const repeal = (provision: string, expects: unknown): Amendment => ({
      at: 'Khoản 1',
      certainty: 'A',
      repeal: { act: 'base', provision, at: 'Điều 1' },
      expect: expects,
    });
    const acts = [
      base,
      amending(repeal('a', { sex: ['male'], group: ['cadre', 'cipher'] }), { ...repeal('b', null), from: MARCH }),
    ];
    expect(faults(acts)).toEqual([]);
    expect(['2025-01-31', FEBRUARY, MARCH].map((day) => [...standing(acts, day).keys()])).toEqual([
      ['a', 'b'],
      ['b'],
      [],
    ]);
  });

  test('of the same day may change what another inserts, and repeal what others change, whatever the names', () => {
    const insert = { at: 'Khoản 1', certainty: 'A', insert: 'base', provision: provisionOf('n') } as const;
    const repeal = {
      at: 'Khoản 2',
      certainty: 'A',
      repeal: { act: 'base', provision: 'b', at: 'Điều 1' },
      expect: null,
    } as const;
    for (const [first, second, third] of [
      ['x', 'y', 'z'],
      ['z', 'y', 'x'],
    ] as const) {
      const acts = [
        base,
        amenderOf(second, FEBRUARY, [sets('base', 'n', 50), sets('base', 'b', 40)]),
        amenderOf(third, FEBRUARY, [repeal]),
        amenderOf(first, FEBRUARY, [insert]),
      ];
      expect(faults(acts)).toEqual([]);
      expect([...standing(acts, FEBRUARY).keys()]).toEqual(['a', 'n']);
      expect(stands(acts, FEBRUARY, 'n')?.['upToMonths']).toBe(50);
    }
  });

  test('may insert again what was repealed before', () => {
    const repeal = { at: 'Khoản 1', certainty: 'A', repeal: { act: 'base', provision: 'b', at: 'Điều 1' } } as const;
    const insert = { at: 'Khoản 2', certainty: 'A', insert: 'base', provision: provisionOf('b', 'Điều 2') } as const;
    const acts = [base, amending({ ...repeal, expect: null }, { ...insert, from: MARCH })];
    expect(faults(acts)).toEqual([]);
    expect([FEBRUARY, MARCH].map((day) => standing(acts, day).get('b')?.provision.at)).toEqual([undefined, 'Điều 2']);
  });

  test('takes away a key inside an item of a list, and nothing else', () => {
    const terms = [{ rate: '1', above: 5 }, { rate: '2' }];
    const listed = actOf('base', [{ ...provisionOf('a'), terms } as Provision]);
    const acts = [listed, amending(at('terms.0.above', { expect: 5, with: null }))];
    expect(stands(acts, FEBRUARY)?.['terms']).toEqual([{ rate: '1' }, { rate: '2' }]);
  });

  test('of a leaf under a text or a number makes that leaf alone, in place of what stood there', () => {
    const acts = [
      base,
      amending(at('title.vi.short', { expect: null }), at('upToMonths.civil', { expect: null, with: 40 })),
    ];
    expect(faults(acts)).toEqual([]);
    const { title, upToMonths } = stands(acts, FEBRUARY) ?? {};
    expect([title, upToMonths]).toEqual([{ vi: { short: 50 }, en: 'test' }, { civil: 40 }]);
  });

  test('follows those before it: first the earlier day, then the order in its own act', () => {
    const twice = amenderOf('z', FEBRUARY, [sets('base', 'a', 50), sets('base', 'a', 40, { expect: 50 })]);
    const later = amenderOf('y', MARCH, [sets('base', 'a', 30, { expect: 40 })]);
    expect(faults([base, later, twice])).toEqual([]);
    expect(stands([base, later, twice], MARCH)?.['upToMonths']).toBe(30);
  });
});
