import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/index.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { rankMeant } from '../../src/law/ranks.ts';

const law = builtinLaw();
const names = [...law.acts.values()].flatMap(({ provisions = [] }) =>
  provisions.flatMap((one) => (one.kind === 'age-limit' ? one.limits.flatMap(({ ranks = [] }) => ranks) : [])),
);

describe('ranks as people shorten them', () => {
  it('every rank is itself, with and without accents', () => {
    for (const rank of names)
      for (const text of [rank, rank.toUpperCase(), rank.normalize('NFD')])
        expect(rankMeant(names, text)).toEqual({ rank });
  });

  it.each([
    ['Đ/tá', 'đại tá'],
    ['đ.tá', 'đại tá'],
    ['Đ/ tá', 'đại tá'],
    ['Thg/tá', 'thượng tá'],
    ['Thi/tá', 'thiếu tá'],
    ['Tr/tá', 'trung tá'],
    ['Tr.uý', 'trung úy'],
    ['Đ.úy', 'đại úy'],
    ['đại uý', 'đại úy'],
    ['dai uy', 'đại úy'],
    ['Thg sĩ', 'thượng sĩ'],
  ])('%s is %s', (text, rank) => {
    expect(rankMeant(names, text)).toEqual({ rank });
  });

  it.each([
    ['Th/tá', ['thiếu tá', 'thượng tá']],
    ['T.tá', ['thiếu tá', 'trung tá', 'thượng tá']],
    ['T/úy', ['thiếu úy', 'trung úy', 'thượng úy']],
    ['tá', []],
    ['Đ', []],
    ['ĐT', []],
    ['Đ/tá/x', []],
    ['g/tá', []],
  ])('%s may be %j', (text, among) => {
    const meant = rankMeant(names, text);
    expect('among' in meant ? [...meant.among].sort() : meant).toEqual([...among].sort());
  });
});

describe('a case with a shortened rank', () => {
  const case_ = (group: string, rank: string): Record<string, unknown> => ({
    person: { sex: 'male', birth: '1971-05', group, rank },
    leaving: { route: 'early-retirement', date: '2025-06-01', reorganisation: '2025-03-01' },
    insurance: { years: 30 },
    salary: { monthly: '30000000' },
  });
  const totalOf = (group: string, rank: string): unknown => {
    const found = calculate(case_(group, rank), { scheme: 'nd178' });
    return found.ok
      ? [found.value.total, found.value.measures?.monthsEarly]
      : found.issues.map(({ code, message }) => [code, message]);
  };

  it.each([
    ['army-officer', 'Đ/tá', 'đại tá'],
    ['army-officer', 'Thg/tá', 'thượng tá'],
    ['police-officer', 'Thg.tá', 'thượng tá'],
    ['police-officer', 'Tr/tá', 'trung tá'],
    ['professional-soldier', 'thượng ta', 'thượng tá'],
  ])('%s %s: as %s', (group, short, rank) => {
    expect(totalOf(group, short)).toEqual(totalOf(group, rank));
    expect(totalOf(group, rank)).toEqual([expect.stringMatching(/^[1-9]/), expect.any(Number)]);
  });

  // The tables of the police stand in several provisions: none of them alone may decide what is meant.
  it.each(['army-officer', 'police-officer', 'professional-soldier'])('%s Th/tá: refused with both ranks', (group) => {
    expect(totalOf(group, 'Th/tá')).toEqual([
      ['rank-without-limit', expect.stringMatching(/thiếu tá.*thượng tá|thượng tá.*thiếu tá/)],
    ]);
  });
});
