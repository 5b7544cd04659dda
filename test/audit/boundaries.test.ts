import { describe, expect, it } from 'vitest';
import { audit, type AuditCell, type AuditRow } from '../../src/audit.ts';
import { COLONEL, declaredI1, declaredI2, primaryOf, resultOf, rowOf, sheetOf, type Someone } from './model.ts';

type Cells = Record<number, string>;

function judged(cells: Cells, form: 'I.1' | 'I.2' = 'I.1'): AuditRow {
  const row = audit([{ file: 'a.xlsx', sheets: [sheetOf(form, [cells])] }], { lang: 'en' }).files[0]?.sheets[0]
    ?.rows[0];
  if (!row) throw new Error('no row');
  return row;
}

const right = (one: Someone): Cells => ({ ...primaryOf(one), ...declaredI1(one) });
const faults = (row: AuditRow): [number, string, string][] =>
  row.cells.filter(({ verdict }) => verdict !== 'right').map(({ column, verdict, code }) => [column, verdict, code]);
const roots = (row: AuditRow): AuditCell[] => row.cells.filter(({ verdict }) => verdict === 'wrong');

describe('boundary errors met in existing tools', () => {
  it('1: leaving exactly on 2025-07-01 treated as before it', () => {
    const one: Someone = { ...COLONEL, leaving: '2025-07-01' };
    expect(judged(right(one)).verdict).toBe('right');
    const salary = Number(one.salary);
    const cells = right(one);
    const total = Number(cells[23]) + salary + 5 * 0.5 * 0 + (15.5 - 20.5) * 0.5 * salary;
    const before: Cells = { ...cells, 18: String(5 * salary), 19: String(15.5 * 0.5 * salary), 23: String(total) };
    const row = judged(before);
    expect(roots(row).map(({ column, code }) => [column, code])).toEqual([[18, 'other-reading']]);
    expect(faults(row).map(([column, verdict]) => [column, verdict])).toEqual([
      [18, 'wrong'],
      [19, 'follow-on'],
      [23, 'follow-on'],
    ]);
    expect(roots(row)[0]?.message).toContain('service-from-july-2025=under-20-only');
  });

  it('2: exactly 12 months after the merger', () => {
    const inside: Someone = { ...COLONEL, merger: '01/03/2025', leaving: '2026-03-01' };
    const outside: Someone = { ...COLONEL, merger: '28/02/2025', leaving: '2026-03-01' };
    expect(judged(right(inside)).cells.some(({ column }) => column === 13)).toBe(true);
    expect(judged(right(inside)).verdict).toBe('right');
    expect(judged(right(outside)).cells.some(({ column }) => column === 15)).toBe(true);
    expect(judged(right(outside)).verdict).toBe('right');
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      const row = judged({ ...right(other), ...primaryOf(one) });
      expect(roots(row).map(({ code }) => code)).toEqual(['other-window']);
      expect(faults(row).filter(([, verdict]) => verdict === 'follow-on')).toHaveLength(2);
    }
  });

  it.each([
    ['05/2005', '2025-05-01', 20],
    ['07/2010', '2025-07-01', 15],
  ])('3: service from %s to %s is exactly %s years: the first block is due', (enlisted, leaving, years) => {
    const one: Someone = { ...COLONEL, enlisted, leaving };
    const cells = right(one);
    expect(cells[12]).toBe(String(years));
    expect(judged(cells).verdict).toBe('right');
    const { 18: block, ...without } = cells;
    const row = judged({ ...without, 23: String(Number(cells[23]) - Number(block)) });
    expect(faults(row)).toEqual([
      [18, 'wrong', 'not-declared'],
      [23, 'follow-on', 'follows'],
    ]);
  });

  it('4: no merger date is not "first 12 months", no leaving date not "before July 2025", no salary not 0', () => {
    const cells = right(COLONEL);
    const noMerger = judged({ ...cells, 7: '' });
    expect(faults(noMerger).map(([column, verdict, code]) => [column, verdict, code])).toEqual([
      [13, 'unchecked', 'undecided'],
      [23, 'unchecked', 'undecided'],
    ]);
    expect(noMerger.verdict).toBe('unchecked');
    expect(noMerger.computedTotal).toBeNull();
    const noLeaving = judged({ ...cells, 8: '' });
    expect(new Set(noLeaving.cells.map(({ verdict, code }) => `${verdict} ${code}`))).toEqual(
      new Set(['unchecked needs-data']),
    );
    const noSalary = judged({ ...cells, 9: '' });
    expect(noSalary.cells.filter(({ verdict }) => verdict === 'right').map(({ column }) => column)).toEqual([
      10, 11, 12,
    ]);
    expect(noSalary.cells.filter(({ code }) => code === 'needs-data').map(({ column }) => column)).toEqual([
      13, 17, 18, 19, 23,
    ]);
  });

  it('5: declared insurance years used for money although the dates say otherwise', () => {
    const cells = right(COLONEL);
    const longer = declaredI1({ ...COLONEL, enlisted: '02/1988' });
    const row = judged({ ...cells, 12: longer[12] ?? '', 19: longer[19] ?? '', 23: longer[23] ?? '' });
    expect(faults(row)).toEqual([
      [12, 'wrong', 'wrong-measure'],
      [19, 'follow-on', 'follows'],
      [23, 'follow-on', 'follows'],
    ]);
    expect(row.cells.find(({ column }) => column === 19)?.follows).toEqual([`M${row.row}`]);
    expect(row.difference).toBe('32535360');
  });

  it('6: a remainder of exactly 6 months is half a year in every form', () => {
    const one: Someone = { ...COLONEL, enlisted: '12/1989', birth: '11/1969' };
    const cells = right(one);
    expect([cells[10], cells[11], cells[12]]).toEqual(['30', '2.5', '35.5']);
    expect(judged(cells).verdict).toBe('right');
    expect(faults(judged({ ...cells, 12: '36' }))).toEqual([[12, 'wrong', 'wrong-measure']]);
    expect(faults(judged({ ...cells, 11: '3' }))).toEqual([[11, 'wrong', 'wrong-measure']]);
    const leaver: Someone = {
      ...COLONEL,
      rank: 'Thiếu tá',
      birth: '05/1985',
      enlisted: '12/2005',
      leaving: '2025-06-01',
    };
    const severance = { ...primaryOf(leaver), ...declaredI2(leaver) };
    expect(severance[11]).toBe('19.5');
    expect(judged(severance, 'I.2').verdict).toBe('right');
    expect(faults(judged({ ...severance, 11: '20' }, 'I.2'))).toEqual([[11, 'wrong', 'wrong-measure']]);
  });

  it('7: months early short by one, with everything that follows', () => {
    const short = declaredI1({ ...COLONEL, birth: '04/1971' });
    const row = judged({ ...primaryOf(COLONEL), ...short });
    expect(faults(row)).toEqual([
      [10, 'wrong', 'wrong-measure'],
      [13, 'follow-on', 'follows'],
      [23, 'follow-on', 'follows'],
    ]);
  });

  it('8: the band chosen by rounded years instead of months', () => {
    // 61 months early: over 5 years by months, 5 by whole years.
    const one: Someone = { ...COLONEL, birth: '06/1972' };
    const cells = right(one);
    expect(cells[10]).toBe('61');
    expect(judged(cells).verdict).toBe('right');
    const { 14: first, 20: years, 21: block, 22: rest, 23: total, ...others } = cells;
    void [first, years, block, rest, total];
    const salary = Number(one.salary);
    const amounts = [60 * salary, 5.5 * 5 * salary, 5 * salary, 15.5 * 0.5 * salary];
    const wrong: Cells = {
      ...others,
      13: String(amounts[0]),
      17: String(amounts[1]),
      18: String(amounts[2]),
      19: String(amounts[3]),
      23: String(amounts.reduce((sum, one) => sum + one, 0)),
    };
    const row = judged(wrong);
    expect(roots(row).map(({ column, code }) => [column, code])).toEqual([[13, 'other-band']]);
  });

  it('9: there is one engine: the computed total is that of calculate', () => {
    for (const leaving of ['2025-01-01', '2025-03-15', '2025-06-01', '2025-07-01', '2025-12-01']) {
      const one = { ...COLONEL, leaving };
      expect(judged({ ...primaryOf(one), 23: '1' }).computedTotal).toBe(resultOf(one, 'early-retirement').total);
    }
  });
});

describe('two columns merged into one amount', () => {
  const cells = right(COLONEL);
  const { 19: rest, ...others } = cells;
  const whole = Number(cells[18]) + Number(rest);
  it('are right if the sum is', () => {
    const row = judged({ ...others, 18: String(whole) });
    expect(row.cells.find(({ column }) => column === 18)).toMatchObject({ verdict: 'right', code: 'merged-right' });
    const { 18: first, ...later } = cells;
    void first;
    expect(judged({ ...later, 19: String(whole) }).verdict).toBe('right');
  });
  it('are wrong as one amount if it is not', () => {
    const row = judged({ ...others, 18: String(whole + 7), 23: String(Number(cells[23]) + 7) });
    expect(faults(row)).toEqual([
      [18, 'wrong', 'wrong-amount'],
      [23, 'follow-on', 'follows'],
    ]);
    expect(row.cells.find(({ column }) => column === 18)).toMatchObject({ computed: String(whole), difference: '7' });
  });
  it('are not merged where one of them is simply missing', () => {
    expect(faults(judged(others))).toEqual([[19, 'wrong', 'not-declared']]);
  });
});

describe('what a row leaves open', () => {
  it('never guesses 33.6: recomputes, and settles it only when the money was made with it', () => {
    const one: Someone = { ...COLONEL, enlisted: '12/1991' };
    const cells = right(one);
    expect(cells[12]).toBe('33.5');
    expect(faults(judged({ ...cells, 12: '33.6' }))).toEqual([[12, 'unchecked', 'ambiguous-duration']]);
    const more = 0.05 * Number(one.salary);
    const row = judged({
      ...cells,
      12: '33.6',
      19: String(Number(cells[19]) + more),
      23: String(Number(cells[23]) + more),
    });
    expect(faults(row)).toEqual([
      [12, 'wrong', 'wrong-measure'],
      [19, 'follow-on', 'follows'],
      [23, 'follow-on', 'follows'],
    ]);
    expect(row).toMatchObject({ verdict: 'wrong', difference: String(more) });
    expect(row.cells.find(({ column }) => column === 12)).toMatchObject({ declared: '33.6', computed: '33.5' });
  });

  it('tells which reading a difference hangs on', () => {
    const one: Someone = { ...COLONEL, leaving: '2025-08-01' };
    const salary = Number(one.salary);
    const cells = right(one);
    const years = Number(cells[12]);
    const flat = 5 * salary + (years - 20) * 0.5 * salary;
    const law = 4 * salary + (years - 15) * 0.5 * salary;
    const row = judged({
      ...cells,
      18: String(5 * salary),
      19: String((years - 20) * 0.5 * salary),
      23: String(Number(cells[23]) + flat - law),
    });
    expect(roots(row)[0]).toMatchObject({
      column: 18,
      code: 'other-reading',
      reading: { id: 'service-from-july-2025', option: 'under-20-only' },
    });
  });

  it('says that a soldier without CN would be right as a professional soldier', () => {
    const professional: Someone = { ...COLONEL, rank: 'Thiếu tá CN', birth: '05/1974', enlisted: '09/1995' };
    const row = judged({ ...right(professional), 3: '1//' });
    expect(roots(row)[0]).toMatchObject({ column: 10, code: 'other-facts' });
    expect(roots(row)[0]?.message).toContain('professional soldier');
  });

  it('keeps both sexes where no form gives the sex, and only the possible ones', () => {
    const worker: Cells = {
      1: 'Bùi Thị L',
      2: '15/10/1967',
      3: 'CNQP',
      5: '03/2003',
      7: '01/03/2025',
      8: '01/05/2025',
      9: '15356250',
      10: '30',
    };
    // The limits are 60 and 55: a man reaches his in October 2027, 30 months; a woman of that birth is past hers.
    expect(judged(worker).cells.find(({ column }) => column === 10)).toMatchObject({ verdict: 'right' });
    // Of January 1971: a man in January 2031, 69 months; a woman in January 2026, 9 months.
    const open = judged({ ...worker, 2: '15/01/1971' });
    expect(open.cells.find(({ column }) => column === 10)).toMatchObject({ verdict: 'wrong' });
    const declared = judged({ ...worker, 2: '15/01/1971', 10: '69' });
    const cell = declared.cells.find(({ column }) => column === 10);
    expect(cell).toMatchObject({ verdict: 'unchecked', code: 'undecided' });
    expect(cell?.message).toContain('a man / a woman');
  });

  it('keeps every group of a civil unit, whose sheet gives the grade', () => {
    const civil = (form: 'I.1' | 'I.2', cells: Cells): AuditRow => {
      const sheet = sheetOf(form, [cells]);
      const rows = sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell === 'Cấp bậc' ? 'Ngạch, bậc' : cell)),
      }));
      const row = audit([{ file: 'a.xlsx', sheets: [{ ...sheet, rows }] }], { lang: 'en' }).files[0]?.sheets[0]
        ?.rows[0];
      if (!row) throw new Error('no row');
      return row;
    };
    const primary = {
      1: 'Bùi Văn M',
      2: '15/01/1966',
      3: 'Chuyên viên chính',
      7: '01/03/2025',
      8: '01/05/2025',
      9: '15356250',
    };
    const early = civil('I.1', {
      ...primary,
      10: '30',
      11: '2.5',
      12: '22',
      13: '460687500',
      17: '191953125',
      18: '76781250',
      19: '15356250',
      23: '744778125',
    });
    expect(early.verdict, JSON.stringify(early)).toBe('right');
    // Severance: civil servants draw three months to look for work (Điều 9), public employees do not (Điều 10).
    const leaver = {
      ...primary,
      2: '15/01/1985',
      10: '60',
      11: '12',
      12: String(0.8 * 60 * 15356250),
      13: String(1.5 * 12 * 15356250),
      14: String(3 * 15356250),
      18: String((48 + 18 + 3) * 15356250),
      20: String((48 + 18 + 3) * 15356250),
    };
    expect(faults(civil('I.2', leaver)).map(([column, , code]) => [column, code])).toEqual([
      [14, 'undecided'],
      [18, 'undecided'],
      [20, 'undecided'],
    ]);
  });

  it('checks the rest of a row whose rank cannot be read', () => {
    const row = judged({ ...right(COLONEL), 3: '???' });
    expect(row.cells.find(({ column }) => column === 3)).toMatchObject({
      verdict: 'unchecked',
      code: 'unreadable-rank',
    });
    expect(row.cells.find(({ column }) => column === 12)).toMatchObject({ verdict: 'right' });
    expect(row.verdict).toBe('unchecked');
  });

  it('misses a blank measure only where an amount is computed with it', () => {
    const { 11: years, ...cells } = right(COLONEL);
    void years;
    expect(faults(judged(cells))).toEqual([[11, 'unchecked', 'blank']]);
    const near: Someone = { ...COLONEL, birth: '06/1968' };
    const { 11: early, 12: service, ...short } = right(near);
    void [early, service];
    expect(short[10]).toBe('13');
    expect(judged(short).verdict).toBe('right');
  });

  it('passes on what the engine warns of', () => {
    const row = judged({ ...right({ ...COLONEL, merger: '01/09/2025' }) });
    expect(row.warnings?.map(({ code }) => code)).toEqual(['leaving-before-reorganisation']);
    expect(judged(right(COLONEL)).warnings).toBeUndefined();
  });

  it('does not judge a leaving date that no version covers', () => {
    const row = judged({ ...right(COLONEL), 8: '01/06/2024' });
    expect(row.verdict).toBe('unchecked');
  });
});

describe('sheets as they come', () => {
  it('takes a rank in words that officers and professional soldiers share for neither', () => {
    const professional: Someone = { ...COLONEL, rank: 'Thiếu tá CN', birth: '05/1974', enlisted: '09/1995' };
    const row = judged({ ...right(professional), 3: 'Thiếu tá' });
    expect(row.verdict).toBe('unchecked');
    expect(row.cells.find(({ column }) => column === 10)).toMatchObject({ verdict: 'unchecked', code: 'undecided' });
    const sheet = sheetOf('I.1', [{ 1: 'B. Quân nhân chuyên nghiệp' }, { ...right(professional), 3: 'Thiếu tá' }]);
    expect(audit([{ file: 'a.xlsx', sheets: [sheet] }]).files[0]?.sheets[0]?.rows.map((one) => one.verdict)).toEqual([
      'right',
    ]);
  });

  it('goes on below a total', () => {
    const sheet = sheetOf('I.1', [right(COLONEL)]);
    const more = { ...sheet, rows: [...sheet.rows, rowOf(30, right(COLONEL))] };
    const [found] = audit([{ file: 'a.xlsx', sheets: [more] }]).files[0]?.sheets ?? [];
    expect(found?.rows.map(({ row, verdict }) => [row, verdict])).toEqual([
      [6, 'right'],
      [30, 'right'],
    ]);
  });

  it('goes on after a subtotal "Cộng"', () => {
    const sheet = sheetOf('I.1', [right(COLONEL), { 1: 'Cộng' }, right(COLONEL)]);
    expect(audit([{ file: 'a.xlsx', sheets: [sheet] }]).files[0]?.sheets[0]?.rows).toHaveLength(2);
  });
});
