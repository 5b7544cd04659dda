import { describe, expect, test } from 'vitest';
import type { Borrowed } from '../../src/law/act.ts';
import type { Law } from '../../src/law/law.ts';
import { actOf, amenderOf, provisionOf, schemeOf, sets, smallLaw } from '../support/small-law.ts';

/** Which acts make up a scheme, and what it takes of each. */

function taken(law: Law): Record<string, string[]> {
  return Object.fromEntries(law.actsOf('s').map(({ act, provisions = [] }) => [act, provisions.map(({ id }) => id)]));
}

function defects(law: Law): string[] {
  return law.defects('s').map(({ code, act }) => `${code} ${act}`);
}

const own = actOf('own', [provisionOf('a')]);
const lender = actOf('lender', [provisionOf('b', 'Điều 2 khoản 1'), provisionOf('c', 'Điều 20')]);
const stranger = actOf('stranger', [provisionOf('x')]);

function borrowing(...borrows: Borrowed[]): ReturnType<typeof schemeOf> {
  return schemeOf(['own'], { borrows });
}

test('a scheme that there is not has no acts', () => {
  expect(smallLaw([own], schemeOf(['own'])).actsOf('t')).toEqual([]);
});

describe('an act that the scheme names', () => {
  test('is taken as it is, and with it every act that amends it, however far', () => {
    const first = amenderOf('first', '2025-02-01', [sets('own', 'a', 50)]);
    const insert = { at: 'Khoản 1', certainty: 'A', insert: 'first', provision: provisionOf('n') } as const;
    const second = amenderOf('second', '2025-03-01', [insert]);
    const law = smallLaw([second, stranger, first, own], schemeOf(['own', 'gone']));
    expect(law.actsOf('s').map(({ act }) => act)).toEqual(['own', 'first', 'second']);
    for (const act of law.actsOf('s')) expect(act).toBe(law.acts.get(act.act));
  });

  test('leaves out what is meant for other schemes, and what amends that', () => {
    const others = provisionOf('o', 'Điều 1', { schemes: ['t'] });
    const mine = provisionOf('m', 'Điều 1', { schemes: ['s'] });
    const inserted = { at: 'Khoản 2', certainty: 'A', insert: 'own', provision: { ...others, id: 'p' } } as const;
    const amender = amenderOf('amender', '2025-02-01', [sets('own', 'o', 50), inserted, sets('own', 'm', 40)]);
    const law = smallLaw([actOf('own', [others, mine]), amender], schemeOf(['own']));
    expect(taken(law)).toEqual({ own: ['m'], amender: [] });
    expect(law.actsOf('s')[1]?.amendments).toEqual([sets('own', 'm', 40)]);
    expect(defects(law)).toEqual([]);
  });
});

describe('an act from which the scheme borrows', () => {
  test('gives what stands at the address and under it, not at one that begins alike', () => {
    expect(taken(smallLaw([own, lender, stranger], borrowing({ act: 'lender', at: ['Điều 2'] })))).toEqual({
      own: ['a'],
      lender: ['b'],
    });
    const exact = borrowing({ act: 'lender', at: ['Điều 3', 'Điều 2 khoản 1'] });
    expect(taken(smallLaw([own, lender], exact))['lender']).toEqual(['b']);
  });

  test('gives what is of the kind, and everything when nothing is named', () => {
    const of = (borrowed: Omit<Borrowed, 'act'>): string[] | undefined =>
      taken(smallLaw([own, lender], borrowing({ act: 'lender', ...borrowed })))['lender'];
    expect([of({}), of({ kinds: ['severance-months'] }), of({ kinds: ['rounding', 'notice'] })]).toEqual([
      ['b', 'c'],
      ['b', 'c'],
      [],
    ]);
  });

  test('is less certain there than in its own scheme, never more', () => {
    const acts = [own, actOf('lender', [provisionOf('b'), provisionOf('c', 'Điều 1', { certainty: 'D' })])];
    const inserted = { at: 'Khoản 1', certainty: 'A', insert: 'lender', provision: provisionOf('d') } as const;
    const law = smallLaw(
      [...acts, amenderOf('amender', '2025-02-01', [inserted])],
      borrowing({ act: 'lender', certainty: 'B' }),
    );
    const version = law.at('s', '2025-02-01');
    const certainty = [...(version.ok ? version.value.provisions.values() : [])].map(
      ({ provision: { id, certainty } }) => `${id} ${certainty}`,
    );
    expect(certainty).toEqual(['a A', 'b B', 'c D', 'd B']);
  });

  test('brings what amends it, and nothing that amends what is not taken', () => {
    const amender = amenderOf('amender', '2025-02-01', [
      sets('lender', 'b', 50, { replace: { act: 'lender', provision: 'b', at: 'Điều 2 khoản 1', leaf: 'upToMonths' } }),
      sets('lender', 'c', 40),
      sets('stranger', 'x', 30),
    ]);
    const law = smallLaw([own, lender, stranger, amender], borrowing({ act: 'lender', at: ['Điều 2'] }));
    expect(law.actsOf('s').map(({ act }) => act)).toEqual(['own', 'lender', 'amender']);
    expect(law.actsOf('s')[2]?.amendments?.map(({ at }) => at)).toEqual(['Khoản 50']);
    expect(defects(law)).toEqual([]);
  });

  test('brings the faults of what amends it, and none that concern acts it takes nothing from', () => {
    const amender = amenderOf('amender', '2025-02-01', [sets('lender', 'z', 50), sets('stranger', 'z', 40)]);
    const law = smallLaw([own, lender, stranger, amender], borrowing({ act: 'other' }, { act: 'lender' }));
    expect(law.defects('s').map(({ code, other }) => `${code} ${other ?? ''}`)).toEqual(['missing-target lender']);
  });

  test('that is not loaded gives nothing', () => {
    expect(taken(smallLaw([own], borrowing({ act: 'lender' })))).toEqual({ own: ['a'] });
  });

  test('is its own when the scheme names it too', () => {
    const law = smallLaw([own], schemeOf(['own'], { borrows: [{ act: 'own', at: ['Điều 1'], certainty: 'D' }] }));
    expect(law.actsOf('s')).toEqual([own]);
    const shared = actOf('own', [provisionOf('a'), provisionOf('o', 'Điều 1', { schemes: ['t'] })]);
    const part = smallLaw([shared], schemeOf(['own'], { borrows: [{ act: 'own', at: ['Điều 1'], certainty: 'D' }] }));
    expect(part.actsOf('s')[0]?.provisions).toEqual([provisionOf('a')]);
  });
});

describe('an amendment of an act that is not loaded', () => {
  test('is a fault, told to the scheme that has the amender', () => {
    const amender = amenderOf('amender', '2025-02-01', [sets('own', 'a', 50), sets('gone', 'x', 30)]);
    expect(defects(smallLaw([own, amender], schemeOf(['own'])))).toEqual(['unknown-act amender']);
  });

  test('so is one that inserts into it', () => {
    const inserted = { at: 'Khoản 1', certainty: 'A', insert: 'gone', provision: provisionOf('n') } as const;
    const amender = amenderOf('amender', '2025-02-01', [sets('own', 'a', 50), inserted]);
    expect(defects(smallLaw([own, amender], schemeOf(['own'])))).toEqual(['unknown-act amender']);
  });

  test('and one of a provision that does not stand in a known act', () => {
    const amender = amenderOf('amender', '2025-02-01', [sets('own', 'z', 50)]);
    expect(defects(smallLaw([own, amender], schemeOf(['own'])))).toEqual(['missing-target amender']);
  });
});
