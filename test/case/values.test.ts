import { describe, expect, test } from 'vitest';
import { parseCase } from '../../src/index.ts';
import { birthMonth } from '../../src/case/parse.ts';
import { LEAST, readLeast } from '../support/least-case.ts';

/** How the values of a case are read: every spelling that is taken, and what it becomes. */

describe('an amount', () => {
  test.each([
    ['10000000', '10000000'],
    [' 007.50 ', '7.5'],
    ['4.00', '4'],
    ['0010', '10'],
    ['0.50', '0.5'],
    ['15.356.250', '15356250'],
    ['15 356 250 đ', '15356250'],
    ['1,5', '1.5'],
    [1234567890.12345, '1234567890.12345'],
    [4.65, '4.65'],
    // Three decimals could be a group of thousands: a zero behind them says that they are none.
    [1234567.125, '1234567.1250'],
    ['1234567.1250', '1234567.1250'],
    [123456789012345, '123456789012345'],
    ['1234567890.12345', '1234567890.12345'],
  ])('%s is %s', (given, text) => {
    expect(readLeast({ salary: { monthly: given } }).salary).toEqual({ monthly: text });
  });

  test.each([
    ['1234567890.123456', 'out-of-range'],
    ['-0.5', 'negative'],
    ['4.050', 'ambiguous-number'],
    ['15356.250', 'ambiguous-money'],
    ['.5', 'not-a-number'],
    [0.1234567890123456, 'inexact-number'],
    [1e21, 'inexact-number'],
    [1.5e-7, 'inexact-number'],
    [2 ** 60, 'inexact-number'],
  ])('%s is refused: %s', (given, code) => {
    const found = parseCase({ ...LEAST, salary: { monthly: given } });
    expect(found.ok ? [] : found.issues.map((one) => one.code)).toEqual([code]);
  });
});

describe('a coefficient', () => {
  test.each([
    ['4,65', '4.65'],
    ['4.050', '4.05'],
    ['4,650', '4.65'],
    [' 4.65\u00a0', '4.65'],
    [4.65, '4.65'],
  ])('%s is %s', (given, text) => {
    expect(readLeast({ salary: { coefficient: given } }).salary).toMatchObject({ coefficient: text });
  });

  test.each([
    ['12.000', 'ambiguous-number'],
    ['4,65%', 'unexpected-percent'],
    ['-', 'dash'],
    ['4.6.5', 'not-a-number'],
  ])('%s is refused: %s', (given, code) => {
    const found = parseCase({ ...LEAST, salary: { coefficient: given } });
    expect(found.ok ? [] : found.issues.map((one) => one.code)).toEqual([code]);
  });
});

describe('a percentage', () => {
  test.each([
    ['25%', '25%'],
    [' 25 % ', '25%'],
    ['7.50%', '7.5%'],
    ['0.25', '25%'],
    [0.25, '25%'],
    ['0.125', '12.5%'],
    ['0.3', '30%'],
    ['0.05', '5%'],
    ['0.005', '0.5%'],
    ['7,5 %', '7.5%'],
    ['12,500%', '12.5%'],
    ['100%', '100%'],
    ['0', '0%'],
    ['130%', '130%'],
  ])('%s is %s', (given, text) => {
    expect(readLeast({ salary: { coefficient: '4', party: given } }).salary).toMatchObject({
      coefficient: '4',
      party: text,
    });
  });

  test.each([
    ['1', 'ambiguous-percent'],
    [1, 'ambiguous-percent'],
    ['25', 'ambiguous-percent'],
    ['1.5', 'ambiguous-percent'],
    [25, 'ambiguous-percent'],
    ['3071250', 'not-a-percent'],
    ['201%', 'not-a-percent'],
    ['x%', 'not-a-number'],
    ['%25', 'not-a-number'],
    ['-5%', 'negative'],
    [0.1234567890123456, 'inexact-number'],
  ])('%s is refused: %s', (given, code) => {
    const found = parseCase({ ...LEAST, salary: { coefficient: '4', party: given } });
    expect(found.ok ? [] : found.issues.map((one) => one.code)).toEqual([code]);
  });
});

describe('a birth', () => {
  test.each([
    ['1970', '1970', 1970 * 12],
    [1970, '1970', 1970 * 12],
    ['1970-05', '1970-05', 1970 * 12 + 4],
    [' 1970-12-31 ', '1970-12-31', 1970 * 12 + 11],
    ['1900', '1900', 1900 * 12],
    ['1900-01', '1900-01', 1900 * 12],
    ['5/1970', '1970-05', 1970 * 12 + 4],
    ['15/01/1966', '1966-01-15', 1966 * 12],
    ['5.3.1970', '1970-03-05', 1970 * 12 + 2],
  ])('%s is %s', (given, text, month) => {
    const { birth } = readLeast({ person: { birth: given } }).person;
    expect([birth, birthMonth(birth)]).toEqual([text, month]);
  });

  test.each(['1899', '1899-12', '70', '1970-13', '1970-02-30', '13/1970', '31/02/1970'])('%s is refused', (given) => {
    const found = parseCase({ ...LEAST, person: { ...LEAST.person, birth: given } });
    expect(found.ok ? [] : found.issues.map((one) => one.code)).toEqual(['impossible-date']);
  });
});

describe('an age limit', () => {
  const read = (limit: unknown): unknown => {
    const found = parseCase({ ...LEAST, age: { schedule: 'limit', limit } });
    return found.ok ? found.value.age.limit : found.issues.map((one) => one.code);
  };

  test.each([
    ['58', '58'],
    [58, '58'],
    ['61y3m', '61y3m'],
    ['61 y 3 m', '61y3m'],
    ['61 tuổi 3 tháng', '61y3m'],
    ['61 năm 3 tháng'.normalize('NFD'), '61y3m'],
    ['61.25', '61y3m'],
    ['61,25', '61y3m'],
    ['61,5', '61y6m'],
    ['57.0', '57'],
    [{ years: 61, months: 3 }, '61y3m'],
    [{ years: '57' }, '57'],
    ['60y0m', '60'],
  ])('%j is %s', (given, text) => {
    expect(read(given)).toBe(text);
  });

  test.each([
    ['61.3', 'not-an-age'],
    ['61y12m', 'not-an-age'],
    [{ years: 61, months: 12 }, 'not-an-age'],
    ['sáu mươi', 'not-an-age'],
    ['0', 'out-of-range'],
    ['99y1m', 'out-of-range'],
  ])('%j is refused: %s', (given, code) => {
    expect(read(given)).toEqual([code]);
  });
});

describe('words are read as people write them', () => {
  test.each([
    [{ person: { sex: 'Nữ', group: 'Công chức' } }, { sex: 'female', group: 'civil-servant' }],
    [{ person: { sex: 'NAM'.normalize('NFD'), group: 'can bo' } }, { sex: 'male', group: 'cadre' }],
    [{ person: { sex: 'bà', pensioner: 'có' } }, { sex: 'female', pensioner: true }],
    [{ person: { pensioner: 'không' } }, { pensioner: false }],
  ])('%j', (given, expected) => {
    expect(readLeast(given).person).toMatchObject(expected);
  });

  test('and dates day first', () => {
    const leaving = { route: 'nghỉ hưu trước tuổi', date: '01/05/2025', reorganisation: '1-3-2025' };
    expect(readLeast({ leaving }).leaving).toMatchObject({
      route: 'early-retirement',
      date: '2025-05-01',
      reorganisation: '2025-03-01',
    });
  });
});

describe('a time in words', () => {
  test.each([
    ['28 năm 7 tháng', 28, 7],
    ['28 năm 7 tháng'.normalize('NFD'), 28, 7],
    ['28n7t', 28, 7],
    ['20 năm', 20, 0],
    ['267 tháng', 22, 3],
    ['28 years and 7 months', 28, 7],
  ])('%s', (years, whole, months) => {
    expect(readLeast({ insurance: { years } }).insurance).toMatchObject({ years: whole, months });
  });

  test.each([
    [{ years: '28 năm 12 tháng' }, 'duration-in-years insurance.years'],
    [{ years: '28-07' }, 'duration-in-years insurance.years'],
    [{ years: '28,5' }, 'fraction-of-years insurance.years'],
    [{ years: '28 năm 7 tháng', months: 6 }, 'months-twice insurance.months'],
    [{ years: 22, months: 22 }, 'months-beyond-year insurance.months'],
  ])('%j is refused: %s', (insurance, issue) => {
    const found = parseCase({ ...LEAST, insurance });
    expect(found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([issue]);
  });
});
