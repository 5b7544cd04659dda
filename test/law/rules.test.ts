import { describe, expect, test } from 'vitest';
import { calculate, type Cite, type Law, type LawVersion } from '../../src/index.ts';
import type { Act } from '../../src/law/act.ts';
import type { Provision } from '../../src/law/provision.ts';
import { lawWith } from '../support/altered.ts';
import { personWith } from '../support/person.ts';
import { actOf, amenderOf, base, FEBRUARY, MARCH, provisionOf, sets, versionOf } from '../support/small-law.ts';

/** What a version holds, and the legal basis of a provision. */

describe('a version knows', () => {
  const words = { vi: 'a', en: 'a' };
  const title = (benefit: string, order: number, route = 'r'): Provision =>
    ({
      id: benefit,
      kind: 'benefit-title',
      at: 'Điều 1',
      certainty: 'A',
      benefit,
      order,
      route,
      title: words,
    }) as Provision;
  const empty = (id: string, benefits: string[]): Provision =>
    ({ id, kind: 'empty', at: 'Điều 1', certainty: 'A', benefits, message: words }) as unknown as Provision;
  const version = versionOf(
    [
      actOf('act', [
        title('late', 3),
        title('early', 1),
        title('other', 2, 'q'),
        empty('e', ['late', 'early']),
        empty('f', ['late']),
      ]),
    ],
    MARCH,
  );

  test('the benefits of a route in their order, and their empty places', () => {
    expect([version.benefits('r'), version.benefits('q'), version.benefits('none')]).toEqual([
      ['early', 'late'],
      ['other'],
      [],
    ]);
    expect(['late', 'early', 'other'].map((name) => version.empties(name).map(({ id }) => id))).toEqual([
      ['e', 'f'],
      ['e'],
      [],
    ]);
  });

  test('that there is nothing of what it does not have', () => {
    const { rows, requirements, oddMonths, roundings, rules } = version;
    expect([rows('late'), requirements('r'), rules('class'), ...Object.values(oddMonths)]).toEqual(Array(6).fill([]));
    expect(roundings).toEqual({ component: [], line: [] });
    expect(version.components('monthly')).toEqual([]);
    expect(version.terms({ id: 'late' } as Parameters<LawVersion['terms']>[0])).toEqual([]);
    expect([version.group('cadre'), version.interpretation('q')]).toEqual([undefined, undefined]);
  });

  test('the groups that it covers: those of a subject, or all when one names none', () => {
    const subject = (when: object): Provision =>
      ({ ...provisionOf('s'), kind: 'subject', when }) as unknown as Provision;
    const covers = (...all: object[]): boolean[] => {
      const found = versionOf(
        [
          actOf(
            'act',
            all.map((when, index) => ({ ...subject(when), id: `s${index}` })),
          ),
        ],
        MARCH,
      );
      return ['cadre', 'cipher'].map((name) => found.coversGroup(name));
    };
    expect(covers({ group: ['cadre'] })).toEqual([true, false]);
    expect(covers({ group: ['cadre'] }, { impact: ['direct'] })).toEqual([true, true]);
    expect(covers()).toEqual([false, false]);
  });

  test('whether anything in it was never seen', () => {
    const unseen = provisionOf('u', 'Điều 1', { certainty: 'U', from: MARCH });
    const acts = [actOf('act', [provisionOf('a'), unseen])];
    expect([FEBRUARY, MARCH].map((date) => versionOf(acts, date).unverified.length)).toEqual([0, 1]);
  });
});

describe('the legal basis of a provision', () => {
  const cites = (acts: readonly Act[], id = 'a'): readonly Cite[] | undefined =>
    versionOf(acts, '2025-12-01')
      .rules('severance-months')
      .find((one) => one.id === id)?.cites;

  test('is its act and address, with its certainty where that is not A', () => {
    expect(cites([base])).toEqual([{ act: 'base', at: 'Điều 1', amendedBy: null }]);
    const doubtful = actOf('base', [provisionOf('a', 'Điều 3', { certainty: 'C' })]);
    expect(cites([doubtful])).toEqual([{ act: 'base', at: 'Điều 3', amendedBy: null, certainty: 'C' }]);
  });

  test('names the act that amended it last, and every guidance', () => {
    const acts = [
      base,
      amenderOf('first', FEBRUARY, [sets('base', 'a', 50)]),
      amenderOf('guide', MARCH, [{ ...sets('base', 'a', 40, { expect: 50 }), certainty: 'B' }], 'guidance'),
      amenderOf('last', '2025-04-01', [sets('base', 'a', 30, { expect: 40 })]),
      amenderOf('sure', '2025-05-01', [sets('base', 'a', 20, { expect: 30 })], 'guidance'),
    ];
    expect(cites(acts)).toEqual([
      { act: 'base', at: 'Điều 1', amendedBy: 'last', amendedAt: 'Khoản 30' },
      { act: 'guide', at: 'Khoản 40', amendedBy: null, certainty: 'B' },
      { act: 'sure', at: 'Khoản 20', amendedBy: null },
    ]);
  });

  test('does not name who only added a word to a list of its condition: that concerns the word alone', () => {
    const adds = (leaf: string, expects: unknown, item: string): Act['amendments'] =>
      [
        {
          at: 'Khoản 1',
          certainty: 'C',
          add: { act: 'base', provision: 'a', at: 'Điều 1', leaf },
          expect: expects,
          with: item,
        },
      ] as unknown as Act['amendments'];
    const listed = actOf('base', [{ ...base.provisions?.[0], lists: { group: ['x'] } } as unknown as Provision]);
    const acts = [
      listed,
      amenderOf('more', FEBRUARY, adds('when.group', ['cadre', 'cipher'], 'association-staff') ?? []),
      amenderOf('guide', MARCH, adds('when.sex', ['male'], 'female') ?? [], 'guidance'),
      amenderOf('list', MARCH, adds('lists.group', ['x'], 'y') ?? []),
    ];
    expect(cites(acts.slice(0, 3))).toEqual([{ act: 'base', at: 'Điều 1', amendedBy: null }]);
    // What is added to another list (a term, say) concerns everybody.
    expect(cites(acts)).toEqual([{ act: 'base', at: 'Điều 1', amendedBy: 'list', amendedAt: 'Khoản 1' }]);
    const additions = versionOf(acts, MARCH).rules('severance-months')[0]?.additions;
    expect(additions).toEqual([
      {
        fact: 'group',
        item: 'association-staff',
        cite: { act: 'base', at: 'Điều 1', amendedBy: 'more', amendedAt: 'Khoản 1' },
      },
      { fact: 'sex', item: 'female', cite: { act: 'guide', at: 'Khoản 1', amendedBy: null, certainty: 'C' } },
    ]);
  });
});

describe('the legal basis of a line', () => {
  const SEVERED = { date: '2025-05-01', monthsEarly: 100, insurance: 120, schedule: 'normal' };
  const acts = (group: string, law?: Law): Record<string, string[]> => {
    const found = calculate(personWith({ ...SEVERED, group }), { scheme: 'nd178', ...(law ? { law } : {}) });
    if (!found.ok) throw new Error(found.issues[0]?.message);
    return Object.fromEntries(
      found.value.benefits.map(({ id, cite }) => [id, cite.map(({ act, at }) => `${act} ${at}`)]),
    );
  };

  test('is that of its row and of the class that it tests, each once', () => {
    expect(acts('civil-servant')['severance-service']).toEqual(['nd-178-2024 Điều 9']);
    expect(acts('army-officer')['severance-service']).toEqual([
      'nd-178-2024 Điều 9',
      'tt-19-2025-bqp Phạm vi áp dụng Điều 9 Nghị định 178',
    ]);
  });

  test('names both acts where they say it at one address', () => {
    const law = lawWith({ 'severance-branch.9.army': { at: 'Điều 9' } });
    expect(acts('army-officer', law)['severance-service']).toEqual(['nd-178-2024 Điều 9', 'tt-19-2025-bqp Điều 9']);
  });
});

test('a number that the engine cannot hold is a defect, not a wrong amount', () => {
  const far = lawWith({ 'early-years.a': { terms: [{ rate: '5.00001', per: 'yearsEarly' }] } });
  expect(() => far.at('nd178', '2025-05-01')).toThrow('early-years.a: terms.0.rate is out of range: 5.00001');
  const past = lawWith({ 'early-years.a': { terms: [{ rate: '5', per: 'yearsEarly', above: '0.001' }] } });
  expect(() => past.at('nd178', '2025-05-01')).toThrow('early-years.a: terms.0.above is out of range: 0.001');
  const upTo = lawWith({ 'early-years.a': { terms: [{ rate: '5', per: 'yearsEarly', upTo: '0.001' }] } });
  expect(() => calculate(personWith({ date: '2025-05-01', monthsEarly: 40 }), { scheme: 'nd178', law: upTo })).toThrow(
    'early-years.a: terms.0.upTo is out of range: 0.001',
  );
  const raised = lawWith({ 'service.15-to-20': { terms: [{ rate: '0.5', per: 'serviceYears', above: '0.001' }] } });
  const early = personWith({ date: '2025-02-01', monthsEarly: 40 });
  const found = calculate(early, { scheme: 'nd178', law: raised, lang: 'en' });
  expect(found.ok ? [] : found.issues.map(({ code, message }) => [code, message])).toEqual([
    ['rule-defect', expect.stringContaining('service.15-to-20: terms.0.above is out of range: 0.001')],
  ]);
});
