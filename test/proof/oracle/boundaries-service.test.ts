import { describe, expect, it } from 'vitest';
import { oracle } from './nd178.ts';
import { lines, months, person, reading, years } from './people.ts';
import type { OracleOptions } from './types.ts';

/** Both sides of 15 and 20 service years, of the pension condition and of 60 severance months. */

describe('service years', () => {
  const service = (text: string, date: string, options?: OracleOptions): string | undefined => {
    const insurance = { ...years(text), pensionEligible: true };
    return months(oracle(person({ leaving: { date }, insurance }), options)).service;
  };

  it.each(['14-6', '15-0', '15-1', '19-6', '20-0'])('before Decree 67, %s: 5 flat', (text) => {
    expect(service(text, '2025-03-01')).toBe('5');
  });

  it.each([
    ['14-6', '4'], // 14.5 years: four-flat
    ['14-7', '4'], // 15 years
    ['15-0', '4'],
    ['15-6', '4.25'], // 4 + 0.5 x 0.5
    ['19-6', '6.25'], // 4 + 0.5 x 4.5
    ['19-7', '5'], // 20 years: 5
    ['20-0', '5'],
    ['20-6', '5.25'], // 5 + 0.5 x 0.5
  ])('under Decree 67 before July 2025, %s: %s', (text, expected) => {
    expect(service(text, '2025-05-01')).toBe(expected);
  });

  it.each([
    ['14-6', '4'], // under 15 is a question of its own
    ['14-7', '5'],
    ['15-0', '5'],
    ['19-6', '5'],
    ['20-0', '5'],
    ['20-1', '5.25'],
  ])('before July 2025 under flat-five, %s: %s', (text, expected) => {
    expect(service(text, '2025-05-01', reading('service-under-20-before-july-2025', 'flat-five'))).toBe(expected);
  });

  it.each([
    ['14-6', '4', '4'],
    ['15-0', '4', '4'],
    ['15-6', '4.25', '4.25'],
    ['19-6', '6.25', '6.25'],
    ['20-0', '6.5', '5'], // 4 + 0.5 x 5, or 5
    ['20-6', '6.75', '5.25'],
  ])('from July 2025, %s: %s, or %s under 20 only', (text, all, under20Only) => {
    expect(service(text, '2025-07-01')).toBe(all);
    expect(service(text, '2025-07-01', reading('service-from-july-2025', 'under-20-only'))).toBe(under20Only);
  });

  it.each(['2025-03-15', '2025-07-01', '2026-07-01'])('under 15 years, leaving %s', (date) => {
    const by = (option: string): string | undefined => service('14-6', date, reading('service-under-15', option));
    expect([by('four-flat'), by('five-flat'), by('nothing')]).toEqual(['4', '5', undefined]);
    expect(service('14-7', date, reading('service-under-15', 'nothing'))).toBe('4');
  });

  it.each([
    ['civil-servant', 'male', '19-11', '2025-06-30', 'severance'],
    ['civil-servant', 'male', '20-0', '2025-06-30', 'early-retirement'],
    ['civil-servant', 'male', '14-11', '2025-07-01', 'severance'],
    ['civil-servant', 'male', '15-0', '2025-07-01', 'early-retirement'],
    ['civil-servant', 'male', '15-0', '2025-06-30', 'severance'],
    ['commune-cadre', 'female', '15-0', '2025-06-30', 'early-retirement'],
    ['commune-civil-servant', 'female', '14-11', '2025-06-30', 'severance'],
    ['commune-cadre', 'male', '15-0', '2025-06-30', 'severance'],
    ['cadre', 'female', '15-0', '2025-06-30', 'severance'],
  ])('pension: %s, %s, %s years, leaving %s: %s', (group, sex, insured, date, route) => {
    // A woman born 1972-04 reaches 60 in April 2032.
    const c = person({ person: { group, sex, birth: '1972-04' }, leaving: { date }, insurance: years(insured) });
    expect(oracle(c).route).toBe(route);
  });

  it.each([
    ['4-11', 59, '47.2', '23.6'],
    ['5-0', 60, '48', '24'],
    ['5-1', 60, '48', '24'],
  ])('public sector %s: %i severance months, %s or from month 13 %s', (text, count, full, half) => {
    const insurance = { years: 12, publicSector: years(text) };
    const inside = oracle(person({ insurance }));
    const outside = oracle(person({ insurance, leaving: { reorganisation: '2024-01-01' } }));
    expect(inside.measures?.severanceMonths).toBe(count);
    expect(months(inside)).toEqual({ 'severance-months': full, 'severance-service': '18', 'job-search': '3' });
    expect(months(outside)['severance-months']).toBe(half);
  });

  it.each([
    ['cadre', '48 18 3'],
    ['civil-servant', '48 18 3'],
    ['commune-cadre', '48 18 3'],
    ['commune-civil-servant', '48 18 3'],
    ['army-officer', '48 18 3'],
    ['professional-soldier', '48 18 3'],
    ['association-staff', '48 18 3'],
    ['cipher', '48 18 3'],
    ['police-officer', '48 18 3'],
    ['public-employee', '48 18'], // Điều 10: unemployment insurance instead
    ['contract-worker', '48 18'],
    ['defence-worker', '48 18'],
    ['defence-employee', '48 18'],
    ['police-worker', '48 18'],
  ])('severance of %s: %s', (group, expected) => {
    expect(lines(person({ person: { group }, age: { schedule: 'normal' }, insurance: { years: 12 } }))).toBe(expected);
  });
});
