import { describe, expect, it } from 'vitest';
import { neighbour } from './neighbours.ts';
import { type Change, person, reading, years } from './people.ts';
import type { OracleOptions } from './types.ts';

/** Rows computed by hand from the digest for Decree 29, 177, 170, Resolution 07, Điều 11 and 12. */

function pays(scheme: string, change: Change, options?: OracleOptions): string {
  const result = neighbour(scheme, person(change), options);
  const lines = (result.benefits ?? []).map(({ id, months }) => `${id} ${months}`);
  return result.outcome === 'paid' ? lines.join(', ') : result.outcome;
}

const BOTH = { monthly: '10000000', average: '8000000' };

/** Born 1968-04, pension from May 2030: leaves the given months before. */
function before(months: number): string {
  const leaves = 2030 * 12 + 4 - months;
  return `${String(Math.floor(leaves / 12))}-${String((leaves % 12) + 1).padStart(2, '0')}-01`;
}

describe('Decree 29', () => {
  it.each([
    ['civil-servant', 60, '22-0', 'early-years 15, service 6'],
    ['civil-servant', 71, '22-0', 'job-search 3, severance-service 33'],
    ['commune-cadre', 71, '22-0', 'early-years 9, service 6'],
    ['commune-cadre', 66, '20-1', 'early-years 8.25, service 5.25'],
    ['commune-cadre', 61, '20-0', 'early-years 8.25, service 5'],
    ['commune-cadre', 71, '19-11', 'job-search 3, severance-service 30'],
    ['civil-servant', 60, '19-6', 'job-search 3, severance-service 29.25'],
  ])('%s, %i months early, %s: %s', (group, months, service, expected) => {
    const one = { person: { group }, leaving: { date: before(months) }, insurance: years(service), salary: BOTH };
    expect(pays('nd29', one)).toBe(expected);
  });

  it('pays on the average salary, job search on the current one', () => {
    const amounts = (date: string): unknown =>
      neighbour('nd29', person({ leaving: { date }, salary: BOTH })).benefits?.map(({ amount }) => amount);
    expect(amounts(before(60))).toEqual(['120000000', '48000000']);
    expect(amounts(before(61))).toEqual(['30000000', '264000000']);
  });

  it('needs the average salary for who is paid on it', () => {
    expect(pays('nd29', { leaving: { date: before(60) } })).toBe('invalid');
    // Born 1965-01: the age in July 2026, 15 months early: only the uncut pension.
    expect(pays('nd29', { leaving: { date: before(60) }, person: { birth: '1965-01' } })).toBe('nothing');
  });

  it('fewer than 20 countable years: as read', () => {
    const insurance = { ...years('22-0'), countable: years('19-6') };
    const one = { leaving: { date: before(60) }, insurance, salary: BOTH };
    expect(pays('nd29', one)).toBe('early-years 15, service 5');
    expect(pays('nd29', one, reading('service-under-20', 'nothing'))).toBe('early-years 15');
  });

  it.each([
    ['2023-07-19', undefined],
    ['2023-07-20', '7450000'], // 5 x 1,490,000, the base salary of June 2023
    ['2023-08-01', '9000000'], // 5 x 1,800,000
    ['2024-07-31', '9000000'],
    ['2024-08-01', '11700000'], // 5 x 2,340,000
    ['2025-06-15', '11700000'],
    ['2025-06-16', undefined],
  ])('leaving %s: salary %s, without the public-service allowance', (date, expected) => {
    const salary = { coefficient: '4', retained: '1', publicService: '25%', average: '1' };
    const result = neighbour('nd29', person({ leaving: { date }, person: { birth: '1975' }, salary }));
    expect(result.measures?.monthlySalary).toBe(expected);
  });
});

describe('Decree 177', () => {
  const one = (date: string, service: string, more: Change['insurance'] = {}): Change => ({
    person: { group: 'cadre', birth: '1968-01' }, // pension from February 2030
    leaving: { date, impact: 're-election' },
    insurance: { ...years(service), ...more },
  });
  it.each([
    ['2025-06-30', '22-0', {}, 'early-years 25, service 6'], // 56 months early: 5 years
    ['2025-06-30', '16-0', { pensionEligible: true }, 'early-years 25, service 5.5'],
    ['2025-07-01', '16-0', {}, 'early-years 25, service 5.5'], // 55: 5
    ['2025-08-01', '16-0', {}, 'early-years 22.5, service 5.5'], // 54: 4.5
    ['2025-07-01', '22-0', {}, 'early-years 25, service 8.5'],
    ['2028-08-01', '15-0', {}, 'early-years 7.5, service 5'], // 18 months early
    ['2029-12-01', '15-0', {}, 'early-years 2.5, service 5'], // 2 months early
    ['2025-07-01', '14-0', { pensionEligible: true }, 'early-years 25, service 5'],
    ['2025-01-31', '22-0', {}, 'nothing'], // 61 months early
    ['2024-12-31', '22-0', {}, 'refused'],
  ])('%s, %s %j: %s', (date, service, more, expected) => {
    expect(pays('nd177', one(date, service, more))).toBe(expected);
  });

  it('as read', () => {
    const before20 = one('2025-06-30', '16-0', { pensionEligible: true });
    const flat = reading('service-under-20-before-july-2025', 'flat-five');
    expect(pays('nd177', before20, flat)).toBe('early-years 25, service 5');
    const only20 = reading('service-from-july-2025', 'under-20-only');
    expect(pays('nd177', one('2025-07-01', '22-0'), only20)).toBe('early-years 25, service 6');
    expect(pays('nd177', one('2025-07-01', '19-6'), only20)).toBe('early-years 25, service 7.25');
  });

  it('for cadres who are not re-elected', () => {
    const c = one('2025-07-01', '22-0');
    expect(pays('nd177', { ...c, leaving: { ...c.leaving, impact: 'direct' } })).toBe('nothing');
    expect(pays('nd177', { ...c, person: { group: 'civil-servant' } })).toBe('invalid');
  });
});

describe('Resolution 07', () => {
  // A man born 1971-03, Appendix II: December 2027; the pension would start in January 2028.
  const past = (months: number, more: Change = {}): Change => {
    const date = `${String(2028 + Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}-01`;
    return { person: { birth: '1971-03' }, leaving: { date }, age: { schedule: 'reduced' }, ...more };
  };
  it.each([
    [0, 'nothing'],
    [1, 'past-age 15'],
    [14, 'past-age 15'],
    [15, 'past-age 15'],
    [16, 'past-age 15.5'],
    [32, 'past-age 23.5'],
    [33, 'past-age 24'],
    [34, 'past-age 24'],
  ])('%i months past the age: %s', (months, expected) => {
    expect(pays('nq07', past(months))).toBe(expected);
  });

  it('15 hard years, or a cadre past the age of Appendix I', () => {
    const hard = (text: string): Change => past(5, { insurance: { ...years('22-0'), hazardous: years(text) } });
    expect([pays('nq07', hard('15-0')), pays('nq07', hard('14-11'))]).toEqual(['past-age 15', 'nothing']);
    const normal = (group: string): string =>
      pays('nq07', { person: { birth: '1961-01', group }, leaving: { date: '2025-09-17' } });
    expect([normal('cadre'), normal('commune-cadre'), normal('civil-servant')]).toEqual([
      'past-age 24',
      'past-age 24',
      'nothing',
    ]);
  });
});

describe('Decree 170', () => {
  const served = (text: string, options?: OracleOptions): string =>
    pays('nd170', { leaving: { date: '2025-07-01' }, insurance: years(text) }, options);
  it.each([
    ['10-2', 'resignation-support 3, resignation-service 15'],
    ['10-3', 'resignation-support 3, resignation-service 15.75'],
    ['10-6', 'resignation-support 3, resignation-service 15.75'],
    ['10-7', 'resignation-support 3, resignation-service 16.5'],
    ['1-0', 'resignation-support 3, resignation-service 1.5'],
    ['0-11', 'resignation-support 1'],
    ['0-6', 'resignation-support 1'],
    ['0-5', 'nothing'],
  ])('%s: %s', (text, expected) => {
    expect(served(text)).toBe(expected);
  });

  it('as read', () => {
    expect(served('0-6', reading('short-service', 'three-plus-one'))).toBe(
      'resignation-support 3, resignation-service 1',
    );
    expect(served('0-2', reading('under-six-months', 'formula'))).toBe('resignation-support 3');
    expect(served('0-3', reading('under-six-months', 'formula'))).toBe(
      'resignation-support 3, resignation-service 0.75',
    );
  });
});

describe('Điều 11 and 12 of Decree 178', () => {
  const post = (termEnds: string, date = '2025-05-01'): Change => ({
    leaving: { date, route: 'retained-leadership' },
    salary: { coefficient: '4', positionAllowance: '0.9' },
    post: { termEnds, newAllowance: '0.3' },
  });
  it.each([
    ['2025-10-31', '6', '8424000'], // 0.6 x 2,340,000 = 1,404,000 a month
    ['2025-11-01', '7', '9828000'],
    ['2025-05-02', '6', '8424000'],
    ['2027-04-30', '24', '33696000'],
  ])('term to %s: %s months, %s', (ends, months, amount) => {
    expect(neighbour('nd178-11', person(post(ends))).benefits).toEqual([{ id: 'retained-leadership', months, amount }]);
  });

  it('on the base salary of the month of the new post', () => {
    const on = (date: string): unknown => neighbour('nd178-11', person(post('2026-08-01', date))).total;
    expect([on('2026-06-30'), on('2026-07-01')]).toEqual(['8424000', '9108000']);
  });

  it.each([
    ['secondment-commune', '2025-05-01', '23400000'],
    ['secondment-commune', '2026-07-01', '25300000'],
    ['secondment-province', '2026-06-30', '7020000'],
  ])('%s on %s: %s', (route, date, total) => {
    expect(neighbour('nd178-12', person({ leaving: { route, date } })).total).toBe(total);
  });
});
