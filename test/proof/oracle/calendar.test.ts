import { describe, expect, it } from 'vitest';
import { birthMonthOf, correspondingDay, isDate, monthOf, monthText, shiftDays } from './calendar.ts';
import { ageMonth } from './retirement.ts';

describe('dates', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '2025-01-01', '2025-04-30'])('%s exists', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-06-31',
    '2025-09-31',
    '2025-11-31',
    '2025-01-32',
    '2025-13-01',
    '2025-00-01',
    '2025-01-00',
    '2025-1-1',
    '2025-01',
  ])('%s does not', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it.each([
    ['1966', '1966-01'],
    ['1966-05', '1966-05'],
    ['1966-05-31', '1966-05'],
    ['1966-13', undefined],
    ['1966-02-30', undefined],
    ['66', undefined],
  ])('birth %s: month %s', (text, month) => {
    const read = birthMonthOf(text);
    expect(read === undefined ? undefined : monthText(read)).toBe(month);
  });

  it.each([
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2025-03-01', -1, '2025-02-28'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-03-15', -365, '2024-03-15'],
    ['2025-03-15', 366, '2026-03-16'],
    ['2025-03-31', 0, '2025-03-31'],
  ])('%s and %i days: %s', (date, days, expected) => {
    expect(shiftDays(date, days)).toBe(expected);
  });

  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-05-31', 1, '2025-06-30'],
    ['2025-12-15', 1, '2026-01-15'],
  ])('%s and %i months: %s', (date, months, expected) => {
    expect(correspondingDay(date, months)).toBe(expected);
  });
});

describe('Decree 135', () => {
  // The first rows: 60 years 3 months and 55 years 4 months in 2021; five years less in Appendix II.
  it.each([
    ['male', '1960-12', 'normal', undefined],
    ['male', '1961-01', 'normal', '2021-04'],
    ['male', '1961-09', 'normal', '2021-12'],
    ['male', '1961-10', 'normal', '2022-04'],
    ['female', '1965-12', 'normal', undefined],
    ['female', '1966-01', 'normal', '2021-05'],
    ['female', '1966-08', 'normal', '2021-12'],
    ['female', '1966-09', 'normal', '2022-05'],
    ['male', '1965-12', 'reduced', undefined],
    ['male', '1966-01', 'reduced', '2021-04'],
    ['female', '1970-12', 'reduced', undefined],
    ['female', '1971-01', 'reduced', '2021-05'],
    // The last rows: 62 years from 2028, 60 years from 2035.
    ['male', '1966-03', 'normal', '2027-12'],
    ['male', '1966-04', 'normal', '2028-04'],
    ['male', '1990-01', 'normal', '2052-01'],
    ['female', '1975-04', 'normal', '2034-12'],
    ['female', '1975-05', 'normal', '2035-05'],
    ['female', '1990-01', 'normal', '2050-01'],
  ] as const)('%s born %s, %s: %s', (sex, birth, schedule, expected) => {
    const reached = ageMonth(sex, monthOf(birth), schedule);
    expect(reached === undefined ? undefined : monthText(reached)).toBe(expected);
  });
});
