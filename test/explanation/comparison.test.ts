import { describe, expect, it } from 'vitest';
import { compare } from '../../src/engine/compare.ts';
import { dateVariants, schemeVariants } from '../../src/engine/variants.ts';
import { comparisonDocument } from '../../src/explanation/comparison-document.ts';
import { textOf } from '../../src/explanation/layout/text.ts';
import { widthOf } from '../../src/explanation/layout/width.ts';
import { comparisonFigures } from '../../src/explanation/pictures/comparison-pictures.ts';
import { changesOfTerms } from '../../src/explanation/pictures/changes.ts';
import { termsOf } from '../../src/explanation/pictures/terms.ts';
import { builtinLaw, type Lang } from '../../src/index.ts';

const law = builtinLaw();
const CIVIL = {
  id: 'C',
  law: 'nd178',
  person: { sex: 'male', birth: '1967-09-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-12-01', reorganisation: '2025-01-10', decided: '2025-11-10' },
  insurance: { years: 30, months: 7 },
  salary: { coefficient: '4.98', publicService: '25%' },
};
const SOLDIER = {
  person: { sex: 'male', birth: '1972-01', group: 'army-officer', rank: 'thượng tá' },
  leaving: { route: 'early-retirement', date: '2025-09-01', reorganisation: '2025-03-01', decided: '2025-07-15' },
  insurance: { years: 33, months: 6 },
  salary: { coefficient: '8.1', positionAllowance: '0.7', profession: '33%' },
};
const NEAR = {
  ...CIVIL,
  person: { ...CIVIL.person, birth: '1964-03-15' },
  leaving: { ...CIVIL.leaving, date: '2025-05-01' },
};

function compared(input: unknown, from: string, to: string, lang: Lang = 'vi', step = 1) {
  const found = compare(input, dateVariants(from, to, step) ?? [], { lang });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}

function told(input: unknown, from: string, to: string): string[][] {
  return changesOfTerms(termsOf(law, 'vi'), compared(input, from, to)).map(({ texts }) => [...texts]);
}

describe('where something else than the date changes', () => {
  it('is the first date outside the term, of another law, of another scheme', () => {
    expect(told(CIVIL, '2025-06-01', '2026-03-01')).toEqual([
      ['01/07/2025: luật thay đổi, áp dụng bản từ 01/07/2025', '1.238.152.500 đ → 1.245.435.750 đ'],
      ['01/02/2026: từ tháng thứ 13 (thời hạn hết ngày 10/01/2026)', '1.121.620.500 đ → 786.591.000 đ'],
    ]);
    expect(told(SOLDIER, '2025-12-01', '2026-01-01').flat()).toContain(
      '01/01/2026: chuyển sang Thôi phục vụ trong Quân đội ngoài Nghị định 178 (Nghị định 338/2026/NĐ-CP và các nghị định được sửa đổi)',
    );
  });

  it('is the age: under two years, not over five, the pension', () => {
    const at = (birth: string, from: string, to: string): string =>
      told({ ...CIVIL, person: { ...CIVIL.person, birth } }, from, to)
        .flat()
        .join(' | ');
    // The pension of a man born in 01/1966 starts in 11/2027.
    expect(at('1966-01-15', '2025-11-01', '2025-12-01')).toContain('còn dưới 2 năm đến tuổi nghỉ hưu');
    expect(at('1966-01-15', '2025-10-01', '2025-11-01')).not.toContain('đến tuổi');
    // Born in 07/1968: 62 in 07/2030, the pension from 08/2030; 61 and 60 months.
    expect(at('1968-07-15', '2025-07-01', '2025-08-01')).toContain('còn không quá 5 năm đến tuổi nghỉ hưu');
    expect(at('1968-07-15', '2025-08-01', '2025-09-01')).not.toContain('đến tuổi');
    expect(told(NEAR, '2025-06-01', '2025-08-01').flat()).toEqual(
      expect.arrayContaining(['đến tháng hưởng lương hưu đúng tuổi (07/2025)', 'không có khoản nào']),
    );
  });
});

describe('a comparison of dates', () => {
  it('differs from the planned date, whether it is among the dates or not', () => {
    const { planned, rows } = compared(CIVIL, '2025-06-01', '2025-08-01');
    expect([planned?.date, planned?.result.total]).toEqual(['2025-12-01', '1136187000']);
    expect(rows.map(({ difference }) => difference)).toEqual(['101965500', '109248750', '94682250']);
    const text = textOf(comparisonDocument(compared(CIVIL, '2025-11-01', '2026-01-01'), law, 'vi', true), {
      colour: false,
    });
    expect(text).toMatch(/01\/12\/2025 .* 0 .*\n {2}\(dự\u00a0định\)/);
    expect(text).toContain('Chênh lệch so với ngày nghỉ dự định 01/12/2025 (1.136.187.000 đ).');
  });

  it('gives the salary until the pension, months × salary, until there is none', () => {
    const { rows, planned } = compared(NEAR, '2025-05-01', '2025-08-01');
    expect(planned?.result.measures?.monthlySalary).toBe('14566500');
    expect(rows.map(({ salaryUntilPension }) => salaryUntilPension)).toEqual([
      { months: 2, amount: '29133000' },
      { months: 1, amount: '14566500' },
      undefined,
      undefined,
    ]);
  });

  it('says that the salary is no benefit', () => {
    const text = textOf(comparisonDocument(compared(CIVIL, '2025-06-01', '2025-07-01'), law, 'vi'), { colour: false });
    expect(text.replace(/\s+/g, ' ')).toContain('chỉ để tham khảo, không phải khoản được hưởng');
  });

  it('has its pictures in words where none are shown', () => {
    const { blocks } = comparisonDocument(compared(CIVIL, '2025-06-01', '2025-07-01'), law, 'vi');
    const alts = blocks.flatMap((block) => (block.kind === 'picture' ? [block.alt] : []));
    expect(alts).toEqual([
      expect.stringContaining('Cao nhất 1.245.435.750 đ (nghỉ 01/07/2025)') as string,
      expect.stringContaining(
        '10/01/2026: ngày cuối của 12 tháng đầu; 10/2027: nghỉ tháng này là sớm đúng 2 năm',
      ) as string,
    ]);
  });
});

describe('a table for a reader', () => {
  const schemes = (input: unknown, lang: Lang) => {
    const found = compare(input, schemeVariants(law, 'early-retirement'), { lang });
    if (!found.ok) throw new Error();
    return found.value;
  };
  const LANGS: readonly Lang[] = ['vi', 'en'];
  const TABLES = LANGS.flatMap((lang) => [
    [`schemes of a civil servant (${lang})`, schemes(CIVIL, lang), lang] as const,
    [`schemes of a soldier (${lang})`, schemes(SOLDIER, lang), lang] as const,
    [`dates past the age (${lang})`, compared(NEAR, '2025-03-01', '2025-12-01', lang), lang] as const,
    [`dates of two schemes (${lang})`, compared(SOLDIER, '2025-08-01', '2026-03-01', lang), lang] as const,
  ]);

  it.each(TABLES)('%s: under 120 columns, no code', (_name, comparison, lang) => {
    const text = textOf(comparisonDocument(comparison, law, lang), { colour: false, columns: 100 });
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThan(120);
    const codes = [
      ...law.schemes.keys(),
      ...[...law.schemes.values()].flatMap(({ routes }) => routes.map(({ route }) => route)),
      'first-12-months',
      'from-month-13',
    ].filter((code) => /[-\d]/.test(code));
    const words = text.split(/[^\p{L}\d.-]+/u);
    expect(codes.filter((code) => words.includes(code))).toEqual([]);
    if (lang === 'vi') expect(text).not.toMatch(/\d{4}-\d{2}/);
  });
});

describe('the planned date in the picture', () => {
  it('is a day of the step line where it lies between two others', () => {
    const figures = comparisonFigures(compared(CIVIL, '2025-11-15', '2026-01-15'), law, 'vi');
    const drawn = figures[0]?.parts.join('') ?? '';
    expect(drawn).toContain('<title>01/12/2025: 1.136.187.000 đ</title>');
    expect(drawn.match(/<circle [^>]*r="2.4"/g)).toHaveLength(4);
    const alone = comparisonFigures(compared(CIVIL, '2026-01-15', '2026-03-15'), law, 'vi');
    expect(alone[0]?.parts.join('')).toContain('1.136.187.000 đ (ngoài hình)');
  });
});
