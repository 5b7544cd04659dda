import { describe, expect, test } from 'vitest';
import type { Act, Amendment } from '../../src/law/act.ts';
import {
  actOf,
  amenderOf,
  provisionOf,
  sets,
  at,
  amending,
  base,
  faults,
  standing,
  stands,
  FEBRUARY,
  MARCH,
  type Fault,
} from '../support/small-law.ts';

/** Every fault that an amendment can have. */

describe('a fault is told with the act, the address and what stands there', () => {
  const told = (...amendments: Amendment[]): readonly Fault[] => faults([base, amending(...amendments)]);
  const head = { act: 'later', provision: 'a', other: 'base' };

  test('a provision that is there already, with who set it', () => {
    const insert = { at: 'Khoản 1', certainty: 'A', insert: 'base', provision: provisionOf('n', 'Điều 7') } as const;
    const acts = [base, amending(insert), amenderOf('third', MARCH, [insert])];
    expect(faults(acts)).toEqual([
      {
        code: 'duplicate-provision',
        act: 'third',
        at: 'Điều 7',
        provision: 'n',
        other: 'later',
        message:
          'third: provision n already stands in base at Điều 7, set by later. Give it another id, or amend that one with `replace`.',
      },
    ]);
    expect(standing(acts, MARCH).get('n')).toMatchObject({ since: FEBRUARY, changes: [{ act: 'later' }] });
    const twins = [base, actOf('twin', [provisionOf('a')])];
    for (const either of [twins, twins.toReversed()])
      expect(faults(either)).toMatchObject([
        {
          act: 'twin',
          other: 'base',
          message:
            'twin: provision a already stands in base at Điều 1, set by base. Give it another id, or amend that one with `replace`.',
        },
      ]);
  });

  test('an act that is not there', () => {
    const insert = { at: 'Khoản 1', certainty: 'A', insert: 'gone', provision: provisionOf('n') } as const;
    expect(told(insert)).toEqual([
      {
        code: 'unknown-act',
        at: 'Khoản 1',
        act: 'later',
        provision: 'n',
        other: 'gone',
        message: 'later (Khoản 1): inserts into gone, which is not among the acts. Correct the act after `insert`.',
      },
    ]);
    expect(told(sets('gone', 'a', 50))).toEqual([
      {
        ...head,
        leaf: 'upToMonths',
        other: 'gone',
        code: 'unknown-act',
        at: 'Khoản 50',
        message: 'later (Khoản 50): aims at gone, which is not among the acts. Correct the name of the act.',
      },
    ]);
  });

  test('a provision that is not there, or in another act', () => {
    expect(told(sets('base', 'z', 50))).toEqual([
      {
        ...head,
        leaf: 'upToMonths',
        provision: 'z',
        code: 'missing-target',
        at: 'Khoản 50',
        message: 'later (Khoản 50): base has no provision z. `nd178 rules show --codes` lists them.',
      },
    ]);
    const other = actOf('other', [provisionOf('x')]);
    expect(faults([base, other, amending(sets('other', 'a', 50))])).toMatchObject([
      {
        code: 'missing-target',
        other: 'other',
        message: 'later (Khoản 50): other has no provision a. `nd178 rules show --codes` lists them.',
      },
    ]);
  });

  test('another address', () => {
    const aims = { act: 'base', provision: 'a', at: 'Điều 2', leaf: 'upToMonths' };
    expect(told(sets('base', 'a', 50, { replace: aims }))).toEqual([
      {
        ...head,
        leaf: 'upToMonths',
        code: 'wrong-address',
        at: 'Khoản 50',
        message: 'later (Khoản 50): a stands at Điều 1, not at Điều 2. Correct the address or the id.',
      },
    ]);
  });

  test('another text, of a value, of one that is not there, and of the condition of what is repealed', () => {
    const different = (text: string, leaf?: string): Record<string, unknown> => ({
      ...head,
      ...(leaf === undefined ? {} : { leaf }),
      code: 'different-text',
      at: 'Khoản 50',
      message: `later (Khoản 50): ${text}. Compare it with the act that is amended.`,
    });
    expect(told(sets('base', 'a', 50, { expect: 61 }))).toEqual([different('expects 61 but finds 60', 'upToMonths')]);
    expect(told(at('cap', { expect: '3' }))).toEqual([different('expects "3" but finds null', 'cap')]);
    expect(told(at('when.group.0.name', { expect: '3' }))).toEqual([
      different('expects "3" but finds null', 'when.group.0.name'),
    ]);
    expect(told(at('when.constructor', { expect: '3' }))).toEqual([
      different('expects "3" but finds null', 'when.constructor'),
    ]);
    for (const [expects, text] of [
      [0.5, '0.5'],
      [Number.NaN, 'NaN'],
      [Infinity, 'Infinity'],
    ] as const)
      expect(told(sets('base', 'a', 50, { expect: expects }))).toEqual([
        different(`expects ${text} but finds 60`, 'upToMonths'),
      ]);
    const repeal = { at: 'Khoản 50', certainty: 'A', repeal: { act: 'base', provision: 'b', at: 'Điều 1' } } as const;
    const wrong = { ...repeal, expect: { sex: ['male'] } };
    expect(told(wrong)).toEqual([{ ...different('expects {"sex":["male"]} but finds null'), provision: 'b' }]);
    expect([...standing([base, amending(wrong)], MARCH).keys()]).toEqual(['a', 'b']);
    expect(stands([base, amending(sets('base', 'a', 50, { expect: 61 }))], MARCH)?.['upToMonths']).toBe(60);
  });

  test('each of several', () => {
    expect(told(sets('base', 'y', 50), sets('base', 'z', 50)).map(({ provision }) => provision)).toEqual(['y', 'z']);
  });

  test('an addition to what is no list', () => {
    const add = {
      at: 'Khoản 1',
      certainty: 'A',
      add: { act: 'base', provision: 'a', at: 'Điều 1', leaf: 'upToMonths' },
      expect: 60,
      with: 1,
    } as unknown as Amendment;
    expect(told(add)).toEqual([
      {
        ...head,
        leaf: 'upToMonths',
        code: 'not-a-list',
        at: 'Khoản 1',
        message: 'later (Khoản 1): upToMonths is no list. Use `replace` instead of `add`.',
      },
    ]);
    expect(stands([base, amending(add)], MARCH)?.['upToMonths']).toBe(60);
  });
});

describe('an amendment that cannot be made', () => {
  const told = (...amendments: Amendment[]): unknown[] =>
    faults([base, amending(...amendments)]).map(({ code, message }) => [code, message]);

  test('in a list beyond its end, or by a word where a number stands', () => {
    const far = (leaf: string): unknown => [
      'outside-list',
      `later (Khoản 50): ${leaf} of a lies outside a list of 2 items (counted from 0). Use \`add\` for one more, or correct the number.`,
    ];
    for (const leaf of ['when.group.3', 'when.group.last', 'when.group.-1', 'when.group.5.name'])
      expect(told(at(leaf, { expect: null }))).toEqual([far(leaf)]);
    expect(told(at('when.group.2', { expect: null, with: 'cipher' }))).toEqual([]);
  });

  test('of what a provision is and when it begins', () => {
    for (const leaf of ['id', 'kind', 'from', 'schemes', 'schemes.0', 'when.__proto__'])
      expect(told(at(leaf, { expect: null }))).toEqual([
        [
          'fixed-leaf',
          `later (Khoản 50): ${leaf} of a cannot be amended. Take the provision away with \`repeal\` and state the new one with \`insert\`.`,
        ],
      ]);
    expect(told(at('until', { expect: null, with: '2025-12-31' }))).toEqual([]);
  });

  test('before its provision or its act holds; on the first day it can', () => {
    const late = actOf('base', [provisionOf('a', 'Điều 1', { from: MARCH })]);
    const changes = (from: string): unknown[] =>
      faults([late, amenderOf('later', from, [sets('base', 'a', 50)])]).map(({ code, message }) => [code, message]);
    expect(changes(MARCH)).toEqual([]);
    expect(changes('2025-02-28')).toEqual([
      [
        'before-target',
        'later (Khoản 50): changes a from 2025-02-28, before that provision holds (2025-03-01). Correct `applies` of the act or `from` of the amendment.',
      ],
    ]);
    const insert = { at: 'Khoản 1', certainty: 'A', insert: 'base', provision: provisionOf('n') } as const;
    const inserts = (applies: string): unknown[] =>
      faults([base, amenderOf('later', applies, [insert])]).map(({ code, message }) => [code, message]);
    expect(inserts('2025-01-01')).toEqual([]);
    expect(inserts('2024-12-31')).toEqual([
      [
        'before-target',
        'later (Khoản 1): inserts n from 2024-12-31, before base applies (2025-01-01). Correct `applies` of the act or `from` of the amendment.',
      ],
    ]);
  });

  test('that ends before it begins; on one day it can', () => {
    const for1 = (until: string): unknown[] => told(sets('base', 'a', 50, { until }));
    expect(for1(FEBRUARY)).toEqual([]);
    expect(for1('2025-01-31')).toEqual([
      [
        'never-holds',
        'later (Khoản 50): changes a until 2025-01-31 but from 2025-02-01, so it never holds. Correct `from`, `until` or the day the act applies.',
      ],
    ]);
  });

  test('and the word that was perhaps meant', () => {
    const named = actOf('base-act', [provisionOf('early-months')]);
    const near = (act: string, provision: string): string | undefined =>
      faults([named, amenderOf('later', MARCH, [sets(act, provision, 50)])])[0]?.message;
    expect(near('base-act', 'early-month')).toBe(
      'later (Khoản 50): base-act has no provision early-month. Did you mean "early-months"? `nd178 rules show --codes` lists them.',
    );
    expect(near('base-akt', 'early-months')).toBe(
      'later (Khoản 50): aims at base-akt, which is not among the acts. Did you mean "base-act"? Correct the name of the act.',
    );
  });
});

describe('two acts of one day', () => {
  const early = (leaf: string, more: Record<string, unknown>): Act => amenderOf('first', FEBRUARY, [at(leaf, more)]);
  const late = (leaf: string, more: Record<string, unknown>, from = FEBRUARY): Act =>
    amenderOf('second', from, [at(leaf, more)]);
  const group = { expect: ['cadre', 'cipher'], with: ['cadre'] };

  test('that set one value leave the law undecided: both are named, and the first stays', () => {
    const acts = [base, early('upToMonths', {}), late('upToMonths', { with: 40, at: 'Khoản 2' })];
    expect(faults(acts)).toEqual([
      {
        code: 'same-day-conflict',
        act: 'second',
        leaf: 'upToMonths',
        at: 'Khoản 2',
        provision: 'a',
        other: 'first',
        message:
          'first (Khoản 50) and second (Khoản 2) both set a upToMonths on 2025-02-01. Drop one, or give one another day.',
      },
    ]);
    expect(stands(acts, FEBRUARY)?.['upToMonths']).toBe(50);
  });

  test.each([
    [
      'when',
      { expect: { group: ['cadre', 'cipher'], sex: ['male'] }, with: {} },
      'when.sex',
      { expect: null, with: [] },
    ],
    ['when.sex', { expect: ['male'], with: ['female'] }, 'when', { expect: {}, with: {} }],
  ])('of which one sets %s and the other what is around or inside it', (first, one, second, other) => {
    expect(faults([base, early(first, one), late(second, other)]).map(({ code }) => code)).toEqual([
      'same-day-conflict',
    ]);
  });

  test.each([
    ['another value', late('when.sex', { expect: ['male'], with: ['female'] })],
    ['a value whose name begins alike', late('when.groups', { expect: null, with: ['x'] })],
    ['the value on another day', late('when.group', { expect: ['cadre'], with: ['cipher'] }, MARCH)],
  ])('agree when the second sets %s', (_, second) => {
    expect(faults([base, early('when.group', group), second])).toEqual([]);
  });

  test('agree when the second sets a value with which the name of the first begins', () => {
    const first = early('when.groups', { expect: null, with: ['x'] });
    expect(faults([base, first, late('when.group', group)])).toEqual([]);
  });

  test('agree when one inserts the provision and the other changes it', () => {
    const insert = { at: 'Khoản 1', certainty: 'A', insert: 'base', provision: provisionOf('n') } as const;
    const acts = [base, amenderOf('first', FEBRUARY, [insert]), amenderOf('second', FEBRUARY, [sets('base', 'n', 50)])];
    expect(faults(acts)).toEqual([]);
  });

  test('is one fault, however many versions show it', () => {
    const third = amenderOf('third', MARCH, [sets('base', 'b', 50)]);
    expect(faults([base, third, early('upToMonths', {}), late('upToMonths', { with: 40 })])).toHaveLength(1);
  });
});
