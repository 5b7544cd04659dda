import { describe, expect, it } from 'vitest';
import { oracle } from './nd178.ts';
import { type Change, lines, months, person, reading, years } from './people.ts';
import type { Duration, OracleCase } from './types.ts';

/** Both sides of every threshold of time: months early, odd months, the 12 months. */

describe('months early', () => {
  // Born 1965-07: 61 years 9 months in April 2027, pension May 2027. Service: 5 + 0.5 x 2 = 6.
  it.each([
    ['1965-07', '2025-06-01', 23, '23', '230000000'], // under 24: the one-off allowance only
    ['1965-07', '2025-05-01', 24, '24 10 6', '400000000'], // 24 + 5 x 2 + 6 = 40
    ['1968-03', '2025-05-01', 59, '59 25 6', '900000000'], // 4 years 11 months = 5 years: 59 + 25 + 6 = 90
    ['1968-04', '2025-05-01', 60, '60 25 6', '910000000'], // 60 + 25 + 6 = 91
    ['1968-05', '2025-05-01', 61, '54 22 6', '820000000'], // 0.9 x 60 + 4 x 5.5 + 6 = 82
    ['1973-03', '2025-05-01', 119, '54 40 6', '1000000000'], // 9 years 11 months = 10 years: 54 + 40 + 6 = 100
    ['1973-04', '2025-05-01', 120, '54 40 6', '1000000000'], // 54 + 4 x 10 + 6 = 100
    ['1973-05', '2025-05-01', 121, '48 33 3', '840000000'], // severance: 0.8 x 60 + 1.5 x 22 + 3 = 84
  ])('born %s, leaving %s: m = %i pays %s', (birth, date, monthsEarly, expected, total) => {
    const result = oracle(person({ person: { birth }, leaving: { date } }));
    expect(result.measures?.monthsEarly).toBe(monthsEarly);
    expect(Object.values(months(result)).join(' ')).toBe(expected);
    expect(result.total).toBe(total);
  });

  it('the age is reached in the month before the pension starts', () => {
    expect(oracle(person()).measures).toMatchObject({ normalRetirement: '2030-04', pensionStart: '2030-05' });
  });

  // Reorganised 2024-03-01: the term ended on 2025-03-01, half the rate.
  it.each([
    ['1965-07', '2025-06-01', '23'], // TT 01 Điều 4 khoản 3: under 24 months always in full
    ['1965-07', '2025-05-01', '12 10 6'], // 0.5 x 24
    ['1968-04', '2025-05-01', '30 25 6'], // 0.5 x 60
    ['1968-05', '2025-05-01', '27 22 6'], // 0.45 x 60
    ['1973-05', '2025-05-01', '24 33 3'], // severance 0.4 x 60
  ])('from month 13, born %s, leaving %s: %s', (birth, date, expected) => {
    expect(lines(person({ person: { birth }, leaving: { date, reorganisation: '2024-03-01' } }))).toBe(expected);
  });

  it('under 24 months from month 13: the decree reading and the forces have 0.5', () => {
    const late: Change = {
      person: { birth: '1965-07' },
      leaving: { date: '2025-06-01', reorganisation: '2024-03-01' },
    };
    expect(lines(person(late), reading('under-24-window', 'decree'))).toBe('11.5'); // 0.5 x 23
    for (const group of ['army-officer', 'defence-worker', 'police-worker']) {
      const forces = person({ ...late, person: { birth: '1965-07', group }, age: { schedule: 'normal' } });
      expect(lines(forces)).toBe('11.5');
    }
  });

  // Ten years of insurance, no pension: 0.8 x 60 + 1.5 x 10 + 3.
  it.each([
    ['2025-06-01', 'nothing'], // m = 23
    ['2025-05-01', '48 15 3'], // m = 24
  ])('severance from 24 months: leaving %s, %s', (date, expected) => {
    const c = person({ person: { birth: '1965-07' }, leaving: { date }, insurance: { years: 10 } });
    expect(lines(c)).toBe(expected);
  });

  // Appendix II: 57 years for a man; born 1973-04 reaches them in April 2030.
  it.each([
    ['1973-04', undefined, '60 25 6'],
    ['1973-05', undefined, '48 33 3'], // m = 61: no early retirement, so severance
    ['1973-04', '15-0', '60 25 6'],
    ['1973-04', '14-11', '48 33 3'], // 179 months of hard work: not entitled
  ])('Appendix II, born %s, hard work %s: %s', (birth, hard, expected) => {
    const insurance = hard === undefined ? {} : { hazardous: years(hard) };
    expect(lines(person({ person: { birth }, age: { schedule: 'reduced' }, insurance }))).toBe(expected);
  });

  it.each([
    ['indirect', '1968-04', '60 25 6'],
    ['indirect', '1968-05', 'nothing'], // 61: beyond the reach, and no severance for them
    ['re-election', '1968-04', '60 25 6'],
    ['re-election', '1968-05', 'nothing'],
  ])('%s, born %s: %s', (impact, birth, expected) => {
    expect(lines(person({ person: { birth }, leaving: { impact } }))).toBe(expected);
  });

  it.each([
    ['2030-04-01', 'month', '1'],
    ['2030-05-01', 'month', 'nothing'], // m = 0
    ['2030-06-01', 'month', 'invalid'], // m = -1
    ['2030-04-02', 'whole-months', 'nothing'], // m = 1 - 1
    ['2030-05-02', 'whole-months', 'nothing'], // the month of the pension: nothing is early
  ])('leaving %s read as %s at the end: %s', (date, option, expected) => {
    expect(lines(person({ leaving: { date } }), reading('mid-month-leaving', option))).toBe(expected);
  });

  it.each([
    ['2025-05-01', 'whole-months', 60],
    ['2025-05-02', 'whole-months', 59],
    ['2025-05-31', 'month', 60],
  ])('leaving %s read as %s: %i', (date, option, expected) => {
    const result = oracle(person({ leaving: { date } }), reading('mid-month-leaving', option));
    expect(result.measures?.monthsEarly).toBe(expected);
  });
});

describe('odd months', () => {
  const officer = (birth: string, insurance: Duration): OracleCase =>
    person({ person: { group: 'army-officer', birth }, age: { limit: '58' }, insurance });

  // An officer with the limit 58, leaving 2025-05-01; born 1969-04 reaches it in April 2027: 24 months.
  it.each([
    ['1969-04', 24, '2', '24 10 6'],
    ['1969-05', 25, '2.5', '25 12.5 6'],
    ['1969-09', 29, '2.5', '29 12.5 6'],
    ['1969-10', 30, '2.5', '30 12.5 6'],
    ['1969-11', 31, '3', '31 15 6'],
    ['1970-03', 35, '3', '35 15 6'],
    ['1970-04', 36, '3', '36 15 6'],
    ['1970-05', 37, '3.5', '37 17.5 6'],
  ])('born %s: %i months are %s years', (birth, monthsEarly, yearsEarly, expected) => {
    const c = officer(birth, { years: 22, months: 0 });
    expect(oracle(c).measures).toMatchObject({ monthsEarly, yearsEarly });
    expect(lines(c)).toBe(expected);
  });

  // 5 for 20 years, 0.5 a year beyond.
  it.each([
    ['21-0', '21', '5.5'],
    ['21-1', '21.5', '5.75'],
    ['21-5', '21.5', '5.75'],
    ['21-6', '21.5', '5.75'],
    ['21-7', '22', '6'],
    ['21-11', '22', '6'],
    ['22-0', '22', '6'],
    ['22-1', '22.5', '6.25'],
  ])('service %s is %s years: %s months', (service, serviceYears, expected) => {
    const result = oracle(officer('1969-04', years(service)));
    expect(result.measures?.serviceYears).toBe(serviceYears);
    expect(months(result).service).toBe(expected);
  });
});

describe('the 12 months', () => {
  const first = 'first-12-months';
  const later = 'from-month-13';

  it.each([
    ['2025-03-01', '2026-02-01', first], // 11 months
    ['2025-03-01', '2026-02-28', first],
    ['2025-03-01', '2026-03-01', first], // 12 months: the corresponding day is the last
    ['2025-03-01', '2026-03-02', later],
    ['2025-03-01', '2026-04-01', later], // 13 months
    ['2024-02-28', '2025-02-28', first],
    ['2024-02-28', '2025-03-01', later],
    ['2024-02-29', '2025-02-28', first], // no 29 February 2025: the last day of the month
    ['2024-02-29', '2025-03-01', later],
    ['2025-01-31', '2026-01-31', first],
    ['2025-01-31', '2026-02-01', later],
    ['2024-08-31', '2025-08-30', first],
    ['2024-08-31', '2025-08-31', first],
    ['2024-08-31', '2025-09-01', later],
    ['2025-05-01', '2025-05-01', first],
    ['2025-09-01', '2025-05-01', first], // left before the document took effect
  ])('reorganised %s, leaving %s: %s', (reorganisation, date, expected) => {
    expect(oracle(person({ leaving: { date, reorganisation } })).measures?.window).toBe(expected);
  });

  // m = 50 and 49; years early 4.5 both times: 22.5; service 22 years from July 2025: 4 + 0.5 x 7 = 7.5.
  it.each([
    ['2026-03-01', '50 22.5 7.5'],
    ['2026-04-01', '24.5 22.5 7.5'],
  ])('leaving %s pays %s', (date, expected) => {
    expect(lines(person({ leaving: { date } }))).toBe(expected);
  });

  it.each([
    ['2026-03-14', first],
    ['2026-03-15', first], // 12 months from 2025-03-15
    ['2026-03-16', later],
  ])('indirect (7a), leaving %s: %s', (date, expected) => {
    const c = person({ leaving: { impact: 'indirect', date, reorganisation: '2024-01-01' } });
    expect(oracle(c).measures?.window).toBe(expected);
  });

  it('re-election (7b) has no clock', () => {
    const c = person({ leaving: { impact: 're-election', date: '2027-05-01', reorganisation: '2024-01-01' } });
    expect(oracle(c).measures?.window).toBe('none');
    expect(lines(c)).toBe('36 15 7.5'); // in full
  });

  it.each([
    ['2026-04-01', '2026-03-01', first],
    ['2026-04-01', '2026-03-02', later],
    ['2026-03-01', undefined, first], // left inside, so decided inside
    ['2026-03-02', undefined, undefined], // only the decision could tell
  ])('decision reading: leaving %s, decided %s: %s', (date, decided, expected) => {
    const leaving = decided === undefined ? { date } : { date, decided };
    const result = oracle(person({ leaving }), reading('window-event', 'decision'));
    expect(result.measures?.window).toBe(expected);
    expect(result.outcome).toBe(expected === undefined ? 'invalid' : 'paid');
  });

  it('the directly affected need a reorganisation date', () => {
    const { reorganisation: start, ...leaving } = person().leaving;
    expect(start).toBeDefined();
    expect(lines({ ...person(), leaving })).toBe('invalid');
    expect(lines({ ...person(), leaving: { ...leaving, impact: 'indirect' } })).toBe('60 25 6');
  });
});
