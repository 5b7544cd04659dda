import { describe, expect, it } from 'vitest';
import { readMoney, readPercent } from '../../src/audit/cells/amounts.ts';
import { readDate } from '../../src/audit/cells/dates.ts';
import { readMonths, readYears } from '../../src/audit/cells/durations.ts';
import { rankReader } from '../../src/audit/cells/ranks.ts';
import type { Reading } from '../../src/audit/cells/reading.ts';
import { annexesOf } from '../../src/law/annexes.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import type { Cell } from '../../src/table/cell.ts';
import { formOfTab, formOfTitle } from '../../src/audit.ts';

const number = (value: number, percent = false): Cell => ({ kind: 'number', value, percent });
const date = (text: string): Cell => ({ kind: 'date', text });

/** A reading in a few words: its meanings, `*` where it was repaired, the code of a fault. */
function told<T>(reading: Reading<T>, show: (value: T) => string = String): string {
  if (reading.kind === 'blank') return '';
  if (reading.kind === 'fault') return `! ${reading.code}`;
  return reading.values.map(show).join(' | ') + (reading.repair === undefined ? '' : ' *');
}

const RANKS = [
  'thiếu úy',
  'trung úy',
  'thượng úy',
  'đại úy',
  'thiếu tá',
  'trung tá',
  'thượng tá',
  'đại tá',
  'thiếu tướng',
];

const { writing } = annexesOf(builtinLaw());
if (!writing) throw new Error('no writing of the forms');
const readRank = rankReader(writing, RANKS);

describe('dates', () => {
  const cases: [Cell, string][] = [
    ['05/1985', '1985-05'],
    ['15/04/1980', '1980-04-15'],
    ['5/4/1980', '1980-04-05'],
    [number(1978), '1978'],
    ['1978', '1978'],
    ['09-1988', '1988-09 *'],
    ['9.1988', '1988-09 *'],
    [number(9.1988), '1988-09 *'],
    ['12/88', '1988-12 *'],
    ['02/03', '2003-02 *'],
    ['15/4/80', '1980-04-15 *'],
    ['Thg7-25', '2025-07 *'],
    ['Thg 7-85', '1985-07 *'],
    ['T7/1985', '1985-07 *'],
    ['Jul-85', '1985-07 *'],
    ['tháng 5 năm 1985', '1985-05 *'],
    ['ngày 15 tháng 4 năm 1980', '1980-04-15 *'],
    ['tháng 5 năm 1985'.normalize('NFD'), '1985-05 *'],
    ['O2/1974', '1974-02 *'],
    ['1O/1985', '1985-10 *'],
    ['01/2OO1', '2001-01 *'],
    [date('1985-05-01'), '1985-05-01'],
    [date('2069-03-01'), '1969-03-01 *'],
    ['03/2069', '1969-03 *'],
    [number(31048), '1985-01-01 *'],
    ['12/88; 7/96', '1988-12 | 1996-07 *'],
    ['12/1988, 7/1996', '1988-12 | 1996-07 *'],
    [' 05 / 1985 ', '1985-05 *'],
    ['', ''],
    ['-', ''],
    ['13/1985', '! unreadable-date'],
    ['31/02/1985', '! unreadable-date'],
    ['không rõ', '! unreadable-date'],
    [number(1.198), '! unreadable-date'],
    [{ kind: 'faulty', fault: 'formula-without-value', text: '' }, '! formula-without-value'],
  ];
  it.each(cases)('%j', (cell, wanted) => {
    expect(told(readDate(cell, { latest: 2025 }))).toBe(wanted);
  });

  it('counts only the first of two dates of an enlistment', () => {
    expect(told(readDate('12/88; 7/96', { latest: 2025, firstCounts: true }))).toBe('1988-12 *');
  });

  it('bounds a merger by nothing', () => {
    expect(told(readDate('1/7/25'))).toBe('2025-07-01 *');
  });
});

describe('ranks', () => {
  const cases: [string | number, string][] = [
    ['Đại tá', 'army-officer đại tá'],
    ['ĐẠI TÁ', 'army-officer đại tá'],
    ['Thượng tá'.normalize('NFD'), 'army-officer thượng tá'],
    ['Thuợng tá', 'army-officer thượng tá *'],
    ['Thượg tá', 'army-officer thượng tá *'],
    ['Đại ta', 'army-officer đại tá *'],
    ['Thiếu tá QNCN', 'professional-soldier thiếu tá'],
    ['Trung tá (CN)', 'professional-soldier trung tá'],
    ['4//', 'army-officer đại tá *'],
    ['3//', 'army-officer thượng tá *'],
    ['2//CN', 'professional-soldier trung tá *'],
    ['1// - CN', 'professional-soldier thiếu tá *'],
    ['4/', 'army-officer đại úy *'],
    ['3/CN', 'professional-soldier thượng úy *'],
    ['1/', 'army-officer thiếu úy *'],
    ['24.1', 'army-officer đại tá *'],
    [22.3, 'army-officer trung tá *'],
    ['CNQP', 'defence-worker'],
    ['CNVCQP', 'defence-worker,defence-employee'],
    ['Viên chức quốc phòng', 'defence-employee'],
    ['Tá', '! unreadable-rank'],
    ['25.1', '! unreadable-rank'],
    ['Chuyên viên', '! unreadable-rank'],
  ];
  it.each(cases)('%j', (text, wanted) => {
    const cell = typeof text === 'number' ? number(text) : text;
    const show = ({ groups, rank }: { groups: readonly string[]; rank?: string }): string =>
      [groups.join(','), rank ?? ''].join(' ').trim();
    expect(told(readRank(cell), show)).toBe(wanted);
  });
});

describe('lengths of time', () => {
  const show = (one: { kind: string; years?: unknown; months?: unknown }): string =>
    one.kind === 'years' ? `${String(one.years)}y` : `${String(one.months)}m`;
  const years: [Cell, string][] = [
    ['34', '34y'],
    [number(34), '34y'],
    [number(34.5), '34.5y | 413m'],
    ['34,5', '34.5y | 413m'],
    ['34-06', '414m *'],
    ['34 - 6', '414m *'],
    ['2 năm 2 tháng', '26m *'],
    ['26 tháng', '26m *'],
    ['36 năm', '36y *'],
    ['36 năm'.normalize('NFD'), '36y *'],
    ['35 năm 4 tháng', '424m *'],
    [number(33.6), '33.6y | 402m'],
    ['33.6', '33.6y | 402m'],
    ['33,10', '33.1y | 406m'],
    [number(33.1), '33.1y | 397m | 406m'],
    ['34.33', '34.33y'],
    ['34-13', '! unreadable-duration'],
    [date('2025-06-12'), '! unreadable-duration'],
  ];
  it.each(years)('years: %j', (cell, wanted) => expect(told(readYears(cell), show)).toBe(wanted));
  const months: [Cell, string][] = [
    [number(30), '30m'],
    ['30', '30m'],
    ['2 năm 6 tháng', '30m *'],
    ['2-06', '30m *'],
    ['3O', '30m *'],
    ['2,5', '! unreadable-duration'],
  ];
  it.each(months)('months: %j', (cell, wanted) => expect(told(readMonths(cell), show)).toBe(wanted));
});

describe('money and percentages', () => {
  const money: [Cell, string][] = [
    [number(15356250), '15356250'],
    ['15.356.250', '15356250 *'],
    ['15,356,250', '15356250 *'],
    ['15 356 250', '15356250 *'],
    ['15\u00a0356\u00a0250 đ', '15356250 *'],
    ['585.000', '585000 *'],
    ['1O.000.000', '10000000 *'],
    [number(15356250.5), '15356250.5'],
    ['-', ''],
    ['mười triệu', '! unreadable-amount'],
    [{ kind: 'faulty', fault: 'cell-error', text: '#REF!' }, '! unreadable-cell'],
  ];
  it.each(money)('%j', (cell, wanted) => expect(told(readMoney(cell))).toBe(wanted));
  const percents: [Cell, string][] = [
    [number(30), '30'],
    ['30%', '30'],
    [number(0.3, true), '30'],
    [number(0.3), '30 *'],
    ['0,3', '30 *'],
  ];
  it.each(percents)('%j', (cell, wanted) => expect(told(readPercent(cell))).toBe(wanted));
});

describe('the form that a tab names', () => {
  it.each([
    'I.1',
    'I1',
    'PL I.1',
    'PLI1',
    'PL1',
    'Phụ lục I.1',
    'Phu luc I.1',
    'phụ lục I.1'.normalize('NFD'),
    'PL_I.1',
    'Biểu I.1',
    'PL I.1 (SQ)',
    'i.1',
    'PL.I.1',
    'Mẫu số I.1',
    ' I. 1 ',
  ])('%s', (name) => expect(formOfTab(name)).toBe('I.1'));
  it.each([
    ['I.2', 'I.2'],
    ['PL I.3', 'I.3'],
    ['PLI5', 'I.5'],
    ['PL 5', 'I.5'],
  ])('%s', (name, form) => expect(formOfTab(name)).toBe(form));
  it.each(['Sheet1', 'Bìa', 'I.4', 'PL II.1', 'I.10', 'Phụ lục 12', 'Tổng hợp', '1', 'Chi tiết'])('not %s', (name) =>
    expect(formOfTab(name)).toBeUndefined(),
  );
  it('reads the title above a table', () => {
    expect(formOfTitle('Phụ lục I.2 (kèm theo Thông tư)')).toBe('I.2');
    expect(formOfTitle('BIỂU SỐ I.1')).toBe('I.1');
    expect(formOfTitle('Danh sách')).toBeUndefined();
  });
});
