import { describe, expect, test } from 'vitest';
import { builtinLaw } from '../../src/law/builtin.ts';
import { officialBasis, officialPlace, officialPlaces } from '../../src/law/citation.ts';
import { readPlace } from '../../src/lawbook/show/place.ts';

describe('an address as papers write it', () => {
  test.each([
    ['Điều 7', 'Điều 7', 'Article 7'],
    ['Điều 7 khoản 2', 'khoản 2 Điều 7', 'clause 2, Article 7'],
    ['Điều 7 khoản 2 điểm a', 'điểm a khoản 2 Điều 7', 'point a, clause 2, Article 7'],
    ['Điều 17 khoản 7, 8', 'khoản 7, 8 Điều 17', 'clause 7, 8, Article 17'],
    ['Điều 6 khoản 3, khoản 4', 'khoản 3, khoản 4 Điều 6', 'clause 3, clause 4, Article 6'],
    [
      'Điều 4 khoản 3 điểm b, Điều 5 khoản 3 điểm đ',
      'điểm b khoản 3 Điều 4 và điểm đ khoản 3 Điều 5',
      'point b, clause 3, Article 4 and point đ, clause 3, Article 5',
    ],
    ['Phụ lục I', 'Phụ lục I', 'Appendix I'],
    ['Mức lương cơ sở', 'Mức lương cơ sở', 'Mức lương cơ sở'],
  ])('%s', (at, vi, en) => {
    expect(officialPlace(at, 'vi')).toBe(vi);
    expect(officialPlace(at, 'en')).toBe(en);
  });

  test.each([
    ['điểm a khoản 2 Điều 7', 'Điều 7 khoản 2 điểm a'],
    ['Khoản 2, điều 7', 'Điều 7 khoản 2'],
    ['Điều 7 khoản 2 điểm a', 'Điều 7 khoản 2 điểm a'],
    ['Điều 7'.normalize('NFD'), 'Điều 7'],
    ['Phụ lục I', 'Phụ lục I'],
  ])('%s may be typed', (typed, at) => {
    expect(readPlace(typed).at).toBe(at);
  });
});

test('clauses of one article are named together', () => {
  const places = ['Điều 2 khoản 1 điểm a', 'Điều 5 khoản 1', 'Điều 5 khoản 3', 'Điều 7 khoản 2 điểm a'];
  expect(officialPlaces(places, 'vi')).toBe('điểm a khoản 1 Điều 2; khoản 1, khoản 3 Điều 5; điểm a khoản 2 Điều 7');
});

describe('acts as papers name them', () => {
  const law = builtinLaw();
  test('have their number, day and who issued them, and the day is that of the rule file', () => {
    for (const { act, kind, official, issued } of law.acts.values()) {
      if (kind === 'guard') continue;
      const [year = '', month = '', day = ''] = issued.split('-');
      const short = Number(month) < 3 ? month : String(Number(month));
      expect([act, official?.vi]).toEqual([act, expect.stringContaining(` ngày ${day}/${short}/${year} của `)]);
      expect(official?.vi).toMatch(/ số \d+\/[\p{L}\d/-]+ ngày /u);
      expect(official?.en).toMatch(/ No\. \d+\/[\p{L}\d/-]+ of \d+ \w+ \d{4} of the /u);
    }
  });

  test('are amended by others', () => {
    const cite = {
      act: 'nd-178-2024',
      at: 'Điều 7 khoản 2 điểm a',
      amendedBy: 'nd-67-2025',
      amendedAt: 'Điều 1 khoản 6',
    };
    expect(officialBasis(law, cite, 'vi')).toBe(
      'điểm a khoản 2 Điều 7 Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ, được sửa đổi, bổ sung tại khoản 6 Điều 1 Nghị định số 67/2025/NĐ-CP',
    );
    expect(officialBasis(law, { ...cite, act: 'nd-73-2024', at: 'Mức lương cơ sở', amendedBy: null }, 'vi')).toBe(
      'Nghị định số 73/2024/NĐ-CP ngày 30/6/2024 của Chính phủ (mức lương cơ sở)',
    );
    expect(officialBasis(law, cite, 'en')).toBe(
      'point a, clause 2, Article 7 of Decree No. 178/2024/NĐ-CP of 31 December 2024 of the Government, as amended by clause 6, Article 1 of Decree No. 67/2025/NĐ-CP',
    );
  });
});
