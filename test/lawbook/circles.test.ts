import { describe, expect, test } from 'vitest';
import { builtinActs, builtinLaw, builtinSchemes } from '../../src/law/builtin.ts';
import { checkScheme } from '../../src/lawbook/check/check.ts';
import { buildLaw, type Law } from '../../src/law/law.ts';
import type { Provision } from '../../src/law/provision.ts';

/** What `rules check` finds between schemes, and of the units of terms. */

const message = { vi: 'thử', en: 'test' };

/** The built-in law with more provisions, by act. */
function lawWith(more: Readonly<Record<string, readonly object[]>>): Law {
  const acts = builtinActs().map((act) => ({
    ...act,
    provisions: [...(act.provisions ?? []), ...(more[act.act] ?? [])],
  }));
  return buildLaw(acts as never, builtinSchemes());
}

function gives(id: string, to: string, when: object): object {
  return { id, kind: 'yield', at: 'Điều 98', certainty: 'A', code: 'gives-way', message, to, when };
}

const told = (law: Law, scheme: string): string[] =>
  checkScheme(law, scheme).map(({ code, provision, message: { en } }) => `${code} ${provision}: ${en}`);

describe('schemes that give way to each other', () => {
  // Decree 29 gives way to 178 for many; what 178 gives back to it goes in a circle where one case does both.
  const circle =
    'yield-circle back: back: for one and the same case the schemes give way to each other in a circle (nd177 → nd178 → nd177), so that none pays. Narrow the condition of one of them.';
  const both = (one: object, two: object): Law =>
    lawWith({ 'nd-177-2024': [gives('back', 'nd178', one)], 'nd-178-2024': [gives('forth', 'nd177', two)] });

  test('for one and the same case are a defect of each', () => {
    const law = both({ group: ['cadre'] }, { impact: ['direct'] });
    expect(told(law, 'nd177')).toContain(circle);
    expect(told(law, 'nd178').filter((one) => one.startsWith('yield-circle'))).toEqual([
      'yield-circle forth: forth: for one and the same case the schemes give way to each other in a circle (nd178 → nd177 → nd178), so that none pays. Narrow the condition of one of them.',
    ]);
  });

  test.each([
    ['other groups', { group: ['cadre'] }, { group: ['civil-servant'] }],
    ['all groups but that', { group: ['cadre'] }, { group: { except: ['cadre'] } }],
    ['another regime', { group: ['cadre'] }, { regime: ['army'] }],
    ['months on the other side', { insuranceMonths: { under: 180 } }, { insuranceMonths: { atLeast: 180 } }],
    ['the opposite', { voluntary: true }, { voluntary: false }],
  ])('for %s do not', (_, one, two) => {
    const law = both(one, two);
    for (const scheme of ['nd177', 'nd178'])
      expect(told(law, scheme).filter((each) => each.startsWith('yield-circle'))).toEqual([]);
  });

  test('on one month that both sides count do', () => {
    const law = both({ insuranceMonths: { upTo: 180 } }, { insuranceMonths: { atLeast: 180 } });
    expect(told(law, 'nd177')).toContain(circle);
  });

  test('are found through a third', () => {
    const law = lawWith({
      'nd-177-2024': [gives('back', 'nd178', { group: ['cadre'] })],
      'nd-178-2024': [gives('forth', 'nd154', { group: ['cadre'] })],
      'nd-154-2025': [gives('round', 'nd177', { group: ['cadre'] })],
    });
    expect(told(law, 'nd177').join('\n')).toContain('(nd177 → nd178 → nd154 → nd177)');
  });
});

describe('a term whose bound nobody passes', () => {
  const rowWith = (terms: object[]): Law => {
    const edit = (one: Provision): Provision =>
      one.id === 'early-years.a' ? ({ ...one, terms } as unknown as Provision) : one;
    const acts = builtinActs().map((act) => ({
      ...act,
      provisions: (act.provisions ?? []).map(edit),
      amendments: (act.amendments ?? []).map((one) =>
        'insert' in one ? { ...one, provision: edit(one.provision) } : one,
      ),
    }));
    return buildLaw(acts as never, builtinSchemes());
  };
  const found = (...terms: object[]): string[] => told(rowWith(terms), 'nd178').filter((one) => one.includes('terms.'));

  test('counts years by a bound in months: it is told with the unit to look at', () => {
    expect(found({ rate: '5', per: 'yearsEarly' }, { rate: '1', per: 'yearsEarly', above: 24 })).toEqual([
      'term-not-reached early-years.a: early-years.a: terms.1 states above 24 for yearsEarly, but nobody whom the row pays gets past it (at most 60 months). Check the unit (months or years) and the conditions.',
    ]);
    expect(found({ rate: '5', per: 'yearsEarly', upTo: 60 })).toHaveLength(1);
  });

  test('at the most that there is it is never passed, below it is: 60 months are 5 years', () => {
    expect(found({ rate: '5', per: 'yearsEarly', upTo: 5 })).toHaveLength(1);
    expect(found({ rate: '5', per: 'yearsEarly', upTo: '4.5' })).toEqual([]);
    expect(found({ rate: '5', per: 'monthsEarly', above: 60 })).toHaveLength(1);
    expect(found({ rate: '5', per: 'monthsEarly', above: 59 })).toEqual([]);
  });
});

test('a scheme that there is none of is not whole', () => {
  expect(checkScheme(builtinLaw(), 'nd187').map(({ code, message: { vi, en } }) => [code, vi, en])).toEqual([
    [
      'unknown-scheme',
      expect.stringMatching(/^Không có chế độ "nd187"\. Có phải "nd1\d\d"\? Các chế độ: nd178, /),
      expect.stringMatching(/^There is no scheme "nd187"\. Did you mean "nd1\d\d"\? Schemes: nd178, /),
    ],
  ]);
});

test('a scheme that borrows what is not there', () => {
  const schemes = builtinSchemes().map((one) =>
    one.scheme === 'nd154'
      ? { ...one, borrows: [...(one.borrows ?? []), { act: 'nd-178-2042' }, { act: 'nd-178-2024', at: ['Điều 40'] }] }
      : one,
  );
  const law = buildLaw(builtinActs(), schemes);
  expect(told(law, 'nd154')).toEqual([
    expect.stringContaining('The scheme names act nd-178-2042, of which there is no file. Did you mean "nd-178-2024"?'),
    expect.stringContaining(
      'The scheme borrows "Điều 40" of nd-178-2024, but that act has no such provision. Did you mean "Điều 4"?',
    ),
  ]);
});
