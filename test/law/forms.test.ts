import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit.ts';
import { builtinLaw, loadLaw, type Lang } from '../../src/index.ts';
import { annexesOf } from '../../src/law/annexes.ts';
import { checkLedger, unusedSources } from '../../src/lawbook/check/sources.ts';

const text = (file: string): string => readFileSync(new URL(`../../rules/forms/${file}`, import.meta.url), 'utf8');

const I2 = text('i2.yaml');

function issues(file: string, lang: Lang = 'en'): string[] {
  const loaded = loadLaw([{ file: 'own.yaml', text: file }], { lang });
  return loaded.ok ? [] : loaded.issues.map(({ path, message }) => `${path} ${message}`);
}

/** The line of a file on which a text first stands. */
const lineOf = (file: string, part: string): number => file.slice(0, file.indexOf(part)).split('\n').length;

describe('the built-in forms', () => {
  test('say where they were read, like every provision', () => {
    const law = builtinLaw();
    expect([...annexesOf(law).forms.keys()]).toEqual(['I.1', 'I.2', 'I.3', 'I.5']);
    expect(checkLedger(law)).toEqual([]);
    expect(unusedSources(law, ['bqp-forms', 'bqp-form-i3'])).toEqual([]);
  });

  test.each(['i1.yaml', 'i2.yaml', 'i3.yaml', 'i5.yaml', 'writing.yaml'])('%s is a rule file without fault', (file) => {
    expect(issues(text(file))).toEqual([]);
  });
});

describe('a fault of a form is told by file, line and address', () => {
  test.each([
    ['benefit: severance-months', 'benefit: severance-month', 'benefit'],
    ['route: severance\n', 'route: severence\n', 'route'],
    ['scheme: nd178', 'scheme: nd179', 'scheme'],
    ['act: tt-19-2025-bqp', 'act: tt-19-2025', 'act'],
  ])('%s written %s', (right, wrong, key) => {
    const file = I2.replace(right, wrong);
    const [en] = issues(file);
    const [vi] = issues(file, 'vi');
    // A word of a column is told at the line on which the column begins.
    const line = key === 'benefit' ? lineOf(I2, '- number: 12') : 1;
    expect(en).toContain(
      `own.yaml:${line} Rule file: form I.2 (Phụ lục I.2): \`${key}\` names "${wrong.split(': ')[1]?.trim()}"`,
    );
    expect(vi).toContain(`own.yaml:${line} Tệp quy tắc: biểu I.2 (Phụ lục I.2): \`${key}\` nêu`);
    expect(en).toContain('Did you mean');
  });

  test.each([
    ['holds: months', 'holds: month', 'columns.9.holds'],
    ['sum: [18, 19]', 'sum: [18, 29]', 'columns: each number and key'],
    ['number: 2\n', 'number: 1\n', 'columns: each number and key'],
    ['certainty: C\n', '', 'certainty'],
  ])('%s written %s', (right, wrong, what) => {
    const [first = ''] = issues(I2.replace(right, wrong));
    expect(first).toMatch(/^own\.yaml:\d+ /);
    expect(first).toContain(what);
  });

  test('a form without sources is a defect of the ledger', () => {
    const loaded = loadLaw([{ file: 'own.yaml', text: I2.replace(/sources: .*\n/, '') }]);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const [defect] = checkLedger(loaded.value.law);
    expect(defect).toMatchObject({ code: 'source-missing', act: 'tt-19-2025-bqp', at: 'Phụ lục I.2' });
    expect(loaded.value.place('tt-19-2025-bqp', defect?.provision ?? '')).toEqual({
      file: 'own.yaml',
      line: lineOf(I2, 'form: I.2'),
    });
  });
});

describe('a form that no version of the program knew', () => {
  /** Severance with the salary in column 2 and the total in column 5. */
  const FORM = `
form: II.7
title: {vi: "Phụ lục II.7", en: "Annex II.7"}
act: tt-19-2025-bqp
at: Phụ lục II.7
certainty: D
sources: [inference]
of: benefits
scheme: nd178
route: severance
impact: direct
columns:
${[
  ['name', 'text', '[ho ten]', ''],
  ['salary', 'money', '[luong]', 'gives: {measure: salary}'],
  ['birth', 'birth', '[sinh]', ''],
  ['rank', 'rank', '[cap bac]', ''],
  ['enlisted', 'date', '[nhap ngu]', ''],
  ['merger', 'date', '[sap nhap]', ''],
  ['leaving', 'date', '[nghi]', ''],
  ['total', 'money', '[cong]', 'gives: {total: true}\n    needs: [age, service, salary, window]'],
]
  .map(
    ([key, holds, words, gives], at) =>
      `  - number: ${at + 1}\n    key: ${key}\n    title: {vi: ${key}, en: ${key}}\n    holds: ${holds}\n    words: [${words}]\n    ${gives}\n`,
  )
  .join('')}`;

  test('is recognised and audited from its rule file alone', () => {
    const loaded = loadLaw([{ file: 'ii7.yaml', text: FORM }]);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const numbers = Array.from({ length: 8 }, (_, at) => String(at + 1));
    const person = (total: string): string[] => [
      'Lê Văn A',
      '20000000',
      '05/1985',
      'Thiếu tá',
      '09/2005',
      '01/03/2025',
      '01/06/2025',
      total,
    ];
    const rows = [numbers, person('1'), person('')].map((cells, at) => ({ row: at + 1, cells }));
    const report = audit([{ file: 'a.xlsx', sheets: [{ name: 'PL II.7', rows }] }], { law: loaded.value.law });
    const [sheet] = report.files[0]?.sheets ?? [];
    expect(sheet?.form).toBe('II.7');
    expect(sheet?.rows.map(({ cells }) => cells.map(({ column, code }) => [column, code]))).toEqual([
      [[8, 'wrong-amount']],
      [[8, 'not-declared']],
    ]);
    expect(Number(sheet?.rows[0]?.computedTotal)).toBeGreaterThan(0);
  });
});
