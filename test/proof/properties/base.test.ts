import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  correspondingDay,
  dayAfter,
  dayBefore,
  daysInMonth,
  dayText,
  monthText,
  parseDay,
  parseMonth,
  type Day,
} from '../../../src/base/calendar.ts';
import { Decimal, decimalText, scaled, unscaled } from '../../../src/base/decimal.ts';
import * as theirs from '../oracle/calendar.ts';
import { runs } from '../../support/effort.ts';

/** Dates and decimals against plain arithmetic on texts. */

const days = fc.integer({ min: 0, max: 60_000 }).map((step) => theirs.shiftDays('1930-01-01', step));

describe('dates', () => {
  test('are read and written, and the neighbours found, on every day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 40 }), (text, months) => {
        const day = parseDay(text) as Day;
        expect(dayText(day)).toBe(text);
        expect(dayText(dayAfter(day))).toBe(theirs.shiftDays(text, 1));
        expect(dayText(dayBefore(day))).toBe(theirs.shiftDays(text, -1));
        expect(dayText(correspondingDay(day, months))).toBe(theirs.correspondingDay(text, months));
      }),
      { numRuns: runs(2000), seed: 8 },
    );
  });

  test.each([
    ['2024-02-29', '2024-03-01', '2024-02-28'],
    ['2025-02-28', '2025-03-01', '2025-02-27'],
    ['2000-02-29', '2000-03-01', '2000-02-28'],
    ['2025-12-31', '2026-01-01', '2025-12-30'],
    ['2025-01-01', '2025-01-02', '2024-12-31'],
    ['2025-04-30', '2025-05-01', '2025-04-29'],
  ])('%s is followed by %s and follows %s', (text, after, before) => {
    const day = parseDay(text) as Day;
    expect([dayText(dayAfter(day)), dayText(dayBefore(day))]).toEqual([after, before]);
  });

  test.each(['1900-01-01', '2025-02-28', '2024-02-29', '2025-01-31', '2025-12-28', '2025-12-01'])(
    '%s exists',
    (text) => {
      expect(parseDay(text)).toBe(Number(text.replaceAll('-', '')));
    },
  );

  test.each([
    '1899-12-31',
    '2025-00-10',
    '2025-13-10',
    '2025-01-00',
    '2025-01-32',
    '1900-02-29',
    '2025-04-31',
    '2025-1-1',
    '12025-01-01',
    '2025-01-01x',
    '2025/05-01',
    '2025-05/01',
    '202a-01-01',
    '2025-0a-01',
    '2025-1.-01',
    '2025-01-1/',
  ])('%s does not exist', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-03-30', -1, '2025-02-28'],
    ['2025-03-31', 1, '2025-04-30'],
    ['2025-02-28', 1, '2025-03-28'],
    ['2025-12-29', 12, '2026-12-29'],
  ])('%s has its corresponding day %i months on: %s', (text, months, day) => {
    expect(dayText(correspondingDay(parseDay(text) as Day, months))).toBe(day);
  });

  test('months are read and written', () => {
    expect(parseMonth('2025-01')).toBe(2025 * 12);
    expect(parseMonth('2025-12')).toBe(2025 * 12 + 11);
    expect(['2025-00', '2025-13', '2025-1', '2025-123', 'x2025-01'].map(parseMonth)).toEqual(Array(5).fill(undefined));
    expect([monthText(2025 * 12), monthText(999 * 12 + 11)]).toEqual(['2025-01', '0999-12']);
    expect([1, 2, 4, 12].map((month) => daysInMonth(2024 * 12 + month - 1))).toEqual([31, 29, 30, 31]);
    expect(daysInMonth(2100 * 12 + 1)).toBe(28);
  });
});

describe('scaled decimals', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 1, max: 6 }), (value, places) => {
        const text = unscaled(value, places);
        expect(text).toMatch(/^(0|-?\d+(\.\d*[1-9])?)$/);
        expect(scaled(text, places)).toBe(value === 0 ? 0 : value);
        expect(Number(text) * 10 ** places).toBeCloseTo(value, 0);
      }),
      { numRuns: runs(1000), seed: 9 },
    );
  });

  test.each([
    ['1', 2, 100],
    ['0.5', 2, 50],
    ['1.25', 2, 125],
    ['1.250', 3, 1250],
    ['1.255', 2, undefined],
    ['.5', 2, undefined],
    ['1.', 2, undefined],
    ['1e3', 2, undefined],
    ['', 2, undefined],
    ['9007199254740993', 0, undefined],
    ['-2.5', 1, -25],
    ['1.250', 2, undefined],
    ['0.10', 1, undefined],
  ])('%s at %i places is %s', (text, places, value) => {
    expect(scaled(text, places)).toBe(value);
  });

  test.each([
    [100, 2, '1'],
    [150, 2, '1.5'],
    [105, 2, '1.05'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [-250, 2, '-2.5'],
    [10_050, 2, '100.5'],
    [0, 2, '0'],
    [1, 7, '0.0000001'],
    [-1, 7, '-0.0000001'],
    [5, 9, '0.000000005'],
    [20_000, 3, '20'],
    [20_001, 3, '20.001'],
    [7, 0, '7'],
  ])('%i at %i places reads %s', (value, places, text) => {
    expect(unscaled(value, places)).toBe(text);
  });
});

describe('exact decimals', () => {
  test.each([
    '0',
    '-0.5',
    '0.5',
    '-3',
    '7',
    '9999999',
    '10000000',
    '12345678',
    '12345678.5',
    '1234567.1234567',
    '-123456789012345',
    '123456789012345',
    '100000000000000',
    '9999999999999999',
    '12345678901234567890',
    '0.00000000000000000001',
  ])('%s is written as it was read', (text) => {
    expect(decimalText(new Decimal(text))).toBe(text);
  });

  test('keep forty digits and no exponent', () => {
    expect(new Decimal(1).div(3).toString()).toBe(`0.${'3'.repeat(40)}`);
    expect(String(new Decimal('0.00000000000001'))).toBe('0.00000000000001');
    expect(String(new Decimal(`1${'0'.repeat(30)}`))).toBe(`1${'0'.repeat(30)}`);
  });
});
