import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../../src/base/decimal.ts';
import {
  formatBirth,
  formatCount,
  formatDate,
  formatDifference,
  formatDuration,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  readable,
} from '../../src/explanation/format.ts';

it('writes numbers, money and percentages by the language', () => {
  expect(formatMoney('15356250', 'vi')).toBe('15.356.250 đ');
  expect(formatMoney('15356250', 'en')).toBe('15,356,250 VND');
  expect(formatNumber('4.65', 'vi')).toBe('4,65');
  expect(formatNumber('-1234.5', 'vi')).toBe('-1.234,5');
  expect(formatNumber('999', 'vi')).toBe('999');
  expect(formatPercent('12.5%', 'vi')).toBe('12,5%');
  expect(formatDifference(new Decimal(1000), 'vi')).toBe('+1.000 đ');
  expect(formatDifference(new Decimal(-1000), 'vi')).toBe('-1.000 đ');
  expect(formatDifference(new Decimal(0), 'vi')).toBe('0 đ');
});

it('writes dates, months and births by the language', () => {
  expect(formatDate('2025-05-01', 'vi')).toBe('01/05/2025');
  expect(formatDate('2025-05-01', 'en')).toBe('2025-05-01');
  expect(formatMonth('2027-10', 'vi')).toBe('10/2027');
  expect(formatMonth(2027 * 12 + 9, 'en')).toBe('2027-10');
  expect(['1966', '1966-01', '1966-01-15'].map((birth) => formatBirth(birth, 'vi'))).toEqual([
    '1966',
    '01/1966',
    '15/01/1966',
  ]);
});

it('writes lengths of time with their units', () => {
  expect(formatDuration(264, 'vi')).toBe('22 năm');
  expect(formatDuration(0, 'vi')).toBe('0 tháng');
  expect(formatDuration(13, 'en')).toBe('1 year 1 month');
  expect(formatCount('1', 'year', 'en')).toBe('1 year');
  expect(formatCount('2.5', 'year', 'vi')).toBe('2,5 năm');
});

it('makes dates and amounts inside a message readable', () => {
  expect(readable('Cấp bù 1000000 đồng: theo phiên bản 2025-03-15', 'vi')).toBe(
    'Cấp bù 1.000.000 đồng: theo phiên bản 15/03/2025',
  );
  expect(readable('row 12345 of 2025-03-15', 'en')).toBe('row 12345 of 2025-03-15');
});

it('never loses or adds a digit', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 30n }),
      fc.constantFrom('vi' as const, 'en' as const),
      (amount, lang) => {
        const text = formatNumber(String(amount), lang);
        return (
          text.replace(/[.,]/g, '') === String(amount) &&
          text
            .split(/[.,]/)
            .slice(1)
            .every((group) => group.length === 3)
        );
      },
    ),
  );
});
