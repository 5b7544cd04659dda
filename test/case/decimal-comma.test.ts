import { describe, expect, it } from 'vitest';
import { parseCaseFile } from '../../src/case/file/read.ts';
import { calculate } from '../../src/index.ts';

/** A case in braces, with one of its values written so. */
function caseWith(insurance: string, coefficient = '4.65'): string {
  return [
    'person: {sex: male, birth: 1966-01-15, group: civil-servant}',
    'leaving: {route: early-retirement, date: 2025-05-01, reorganisation: 2025-03-01}',
    `insurance: {${insurance}}`,
    `salary: {coefficient: ${coefficient}}`,
  ].join('\n');
}

/** What is told of a case file: of its writing, and of its values. */
function issuesOf(text: string): { readonly path: string; readonly message: string }[] {
  const file = parseCaseFile(text, 'en');
  if (Array.isArray(file)) return file;
  const found = calculate(file.raw, { lang: 'en' });
  return [...file.doubts, ...(found.ok ? [] : found.issues)];
}

describe('a decimal comma within braces', () => {
  it.each([
    ['22,5', [6, 5]],
    ['22,25', [3]],
    ['22,33', [4]],
    ['22,6', [7, 6]],
    ['22,11', [1, 11]],
    ['22,99', []],
    ['22,0', [0]],
  ])('years: %s: one issue, whose advice works', (years, months) => {
    const issues = issuesOf(caseWith(`years: ${years}`));
    expect(issues.map(({ path }) => path)).toEqual(['insurance.years']);
    const advice = issues[0]?.message.match(/years: \d+, months: \d+/g) ?? [];
    expect(advice).toEqual(months.map((odd) => `years: 22, months: ${odd}`));
    for (const one of advice) expect(issuesOf(caseWith(one))).toEqual([]);
  });

  it('a coefficient: in quotes, or with a dot, both of which work', () => {
    const [only, ...more] = issuesOf(caseWith('years: 22', '4,65'));
    expect([only?.path, more]).toEqual(['salary.coefficient', []]);
    expect(only?.message).toContain('Write "4,65" in quotes, or 4.65.');
    for (const one of ['"4,65"', '4.65']) expect(issuesOf(caseWith('years: 22', one))).toEqual([]);
  });

  it('months and whole numbers', () => {
    const [only, ...more] = issuesOf(caseWith('years: 22, months: 3,5'));
    expect([only?.path, more]).toEqual(['insurance.months', []]);
    expect(only?.message).toContain('Only whole numbers');
  });

  it('what else is wrong is told with it', () => {
    expect(issuesOf(caseWith('years: 22,5', '465')).map(({ path }) => path)).toEqual([
      ...['insurance.years', 'salary.coefficient'],
    ]);
  });
});
