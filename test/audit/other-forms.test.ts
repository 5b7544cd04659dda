import { describe, expect, it } from 'vitest';
import { audit, type AuditRow } from '../../src/audit.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { COLONEL, declaredI1, primaryOf, sheetOf } from './model.ts';

type Cells = Record<number, string>;

function judged(form: 'I.3' | 'I.5', cells: Cells, interpretations: Record<string, string> = {}): AuditRow {
  const row = audit([{ file: 'a.xlsx', sheets: [sheetOf(form, [cells])] }], { lang: 'en', interpretations }).files[0]
    ?.sheets[0]?.rows[0];
  if (!row) throw new Error('no row');
  return row;
}

const faults = (row: AuditRow): [number, string, string][] =>
  row.cells.filter(({ verdict }) => verdict !== 'right').map(({ column, verdict, code }) => [column, verdict, code]);

describe.runIf(builtinLaw().schemes.has('nd177'))('form I.3', () => {
  const salary = 30000000;
  // 48 months early, 35 years 4 months of service; before July 2025: 5 months for 20 years and half a month a year.
  const amounts = [4 * 5 * salary, 5 * salary, 15.5 * 0.5 * salary];
  const cells: Cells = {
    ...primaryOf({ ...COLONEL, salary: String(salary) }),
    7: 'Đại hội',
    10: '35.5',
    11: '4',
    12: String(amounts[0]),
    13: String(amounts[1]),
    14: String(amounts[2]),
    15: String(amounts.reduce((sum, one) => sum + one, 0)),
  };
  it('is judged under Decree 177', () => {
    const row = judged('I.3', cells);
    expect(row.verdict, JSON.stringify(row)).toBe('right');
    expect(row.law?.scheme).toBe('nd177');
  });
  it('from 2025-07-01 pays 15 years first', () => {
    const later = [3.5 * 5 * salary + 0.5 * 5 * salary, 5 * salary, 20.5 * 0.5 * salary];
    const row = judged('I.3', {
      ...cells,
      2: '06/1971',
      8: '01/07/2025',
      13: String(later[1]),
      14: String(later[2]),
      15: String(later.reduce((sum, one) => sum + one, 0)),
    });
    expect(row.verdict, JSON.stringify(row)).toBe('right');
  });
  it('names a wrong cell and what follows', () => {
    const row = judged('I.3', {
      ...cells,
      11: '4.5',
      12: String(4.5 * 5 * salary),
      15: String(Number(cells[15]) + 0.5 * 5 * salary),
    });
    expect(faults(row)).toEqual([
      [11, 'wrong', 'wrong-measure'],
      [12, 'follow-on', 'follows'],
      [15, 'follow-on', 'follows'],
    ]);
    expect(row.difference).toBe('75000000');
  });
});

describe('form I.5', () => {
  // Coefficient 8, position 0.7, 35 full years of seniority; base salary 2,340,000.
  const [coefficient, position] = [8 * 2340000, 0.7 * 2340000];
  const seniority = (coefficient + position) * 0.35;
  const base = coefficient + position;
  const sum = base + seniority + 0.25 * base + 0.3 * base;
  const cells: Cells = {
    1: 'Trần Văn A',
    2: '05/1971',
    3: 'Đại tá',
    6: '8',
    8: '0,7',
    9: '02/1990',
    10: '01/06/2025',
    12: '30%',
    14: String(coefficient),
    15: String(position),
    16: String(seniority),
    19: String(0.25 * base),
    20: String(0.3 * base),
    22: String(Math.round(sum)),
  };
  const rounded = (row: Cells): Cells =>
    Object.fromEntries(
      Object.entries(row).map(([number, text]) => [
        number,
        /^\d+\.\d+$/.test(text) ? String(Math.round(Number(text))) : text,
      ]),
    );
  it('is judged from the coefficients and dates', () => {
    const row = judged(
      'I.5',
      rounded({
        ...cells,
        22: String(Math.round(seniority) + coefficient + position + Math.round(0.25 * base) + Math.round(0.3 * base)),
      }),
    );
    expect(row.verdict, JSON.stringify(row)).toBe('right');
  });
  it('counts full years only', () => {
    const wrong = Math.round(base * 0.36);
    const row = judged('I.5', {
      ...rounded(cells),
      16: String(wrong),
      22: String(Math.round(sum - seniority) + wrong),
    });
    expect(faults(row)).toEqual([
      [16, 'wrong', 'wrong-amount'],
      [22, 'follow-on', 'follows'],
    ]);
  });
  it('marks what stands on the wrong amount', () => {
    // A position allowance of 0.8 for 0.7: seniority, public service and specific stand on it.
    const paid = 0.8 * 2340000;
    const on = coefficient + paid;
    const parts = { 16: Math.round(on * 0.35), 19: Math.round(on * 0.25), 20: Math.round(on * 0.3) };
    const row = judged('I.5', {
      ...rounded(cells),
      15: String(paid),
      16: String(parts[16]),
      19: String(parts[19]),
      20: String(parts[20]),
      22: String(on + parts[16] + parts[19] + parts[20]),
    });
    expect(faults(row)).toEqual([
      [15, 'wrong', 'wrong-amount'],
      [16, 'follow-on', 'follows'],
      [19, 'follow-on', 'follows'],
      [20, 'follow-on', 'follows'],
      [22, 'follow-on', 'follows'],
    ]);
  });
  it('finds the way of the ministry’s tool wrong, unless it is chosen', () => {
    const on = base + Math.round(seniority);
    const [publicService, specific] = [Math.round(on * 0.25), Math.round(on * 0.3)];
    const row = {
      ...rounded(cells),
      19: String(publicService),
      20: String(specific),
      22: String(on + publicService + specific),
    };
    expect(faults(judged('I.5', row))).toEqual([
      [19, 'wrong', 'wrong-amount'],
      [20, 'wrong', 'wrong-amount'],
      [22, 'follow-on', 'follows'],
    ]);
    expect(faults(judged('I.5', row, { 'forces-percent-base': 'with-seniority' }))).toEqual([]);
  });
  it('gives nothing under 5 years', () => {
    const row = judged('I.5', {
      ...cells,
      9: '07/2020',
      16: '0',
      19: '',
      20: '',
      12: '',
      22: String(coefficient + position),
    });
    expect(row.verdict, JSON.stringify(row)).toBe('right');
  });
  it('cannot check a row without a coefficient', () => {
    const row = judged('I.5', { ...rounded(cells), 6: '' });
    expect(row.verdict).toBe('unchecked');
    expect(new Set(row.cells.map(({ code }) => code))).toEqual(new Set(['not-computable']));
  });
});

describe('the salary of a person who stands in form I.5 too', () => {
  const pay: Cells = {
    1: 'Trần Văn A',
    2: '05/1971',
    3: 'Đại tá',
    6: '8',
    9: '02/1990',
    10: '01/06/2025',
    14: '18720000',
    16: '6552000',
    22: '25272000',
  };
  const book = (declared: Cells, salary: string): AuditRow[] => {
    const person = { ...COLONEL, salary };
    const sheets = [sheetOf('I.1', [{ ...primaryOf(person), ...declaredI1(person) }]), sheetOf('I.5', [declared])];
    return audit([{ file: 'a.xlsx', sheets }], { lang: 'en' }).files[0]?.sheets.flatMap(({ rows }) => rows) ?? [];
  };
  it('is that of form I.5', () => {
    expect(book(pay, '25272000').map(({ verdict }) => verdict)).toEqual(['right', 'right']);
  });
  it('is wrong where it is another one, and the money follows', () => {
    const [row] = book(pay, '26000000');
    expect(
      row?.cells
        .filter(({ verdict }) => verdict !== 'right')
        .map(({ column, verdict, code }) => [column, verdict, code]),
    ).toEqual([
      [9, 'wrong', 'differs-from-salary-sheet'],
      [13, 'follow-on', 'follows'],
      [17, 'follow-on', 'follows'],
      [18, 'follow-on', 'follows'],
      [19, 'follow-on', 'follows'],
      [23, 'follow-on', 'follows'],
    ]);
  });
  it('is wrong only because form I.5 is, where it was copied from there', () => {
    const [row, five] = book({ ...pay, 22: '26000000' }, '26000000');
    expect(five?.cells.filter(({ verdict }) => verdict === 'wrong').map(({ column, code }) => [column, code])).toEqual([
      [22, 'wrong-sum'],
    ]);
    expect(row?.cells.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(row?.cells.find(({ column }) => column === 9)).toMatchObject({
      verdict: 'follow-on',
      code: 'other-sheet',
      follows: ['I.5!W6'],
    });
    expect(row?.verdict).toBe('wrong');
  });
});
