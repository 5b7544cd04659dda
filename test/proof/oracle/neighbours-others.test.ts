import { describe, expect, it } from 'vitest';
import { monthText } from './calendar.ts';
import { neighbour } from './neighbours.ts';
import { type Change, person, reading, years } from './people.ts';
import { ageMonth } from './retirement.ts';
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

/** A woman who leaves in 2024 so many months before her pension: not every month is the age month of some birth. */
function womanBefore(months: number): { birth: string; date: string } {
  for (let leaves = 2024 * 12; leaves < 2025 * 12; leaves += 1) {
    for (let birth = 1966 * 12; birth < 1990 * 12; birth += 1) {
      if (ageMonth('female', birth, 'normal') !== leaves + months - 1) continue;
      return { birth: monthText(birth), date: `${monthText(leaves)}-01` };
    }
  }
  throw new RangeError(`nobody is ${String(months)} months early`);
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

  it.each([
    // Women of communes: 20 years of insurance as anybody, 15 to under 20 by Articles of their own.
    [71, '20-0', 'early-years 9, service 5'],
    [71, '19-11', 'early-years 9, service 5'], // Điều 8 khoản 2: 1.5 x 6; 5
    [61, '15-0', 'early-years 8.25, service 5'], // 5 years 1 month: 5.5
    [61, '14-11', 'job-search 3, severance-service 22.5'],
    [60, '20-0', 'early-years 15, service 5'],
    [60, '19-11', 'refused'], // Điều 5 khoản 5: nobody has seen its number
    [24, '15-0', 'refused'],
    [23, '15-0', 'nothing'], // only the pension
    [23, '14-11', 'job-search 3, severance-service 22.5'],
  ])('women of communes, %i months early, %s: %s', (months, service, expected) => {
    const { birth, date } = womanBefore(months);
    const woman = { person: { sex: 'female', group: 'commune-civil-servant', birth } };
    expect(pays('nd29', { ...woman, leaving: { date }, insurance: years(service), salary: BOTH })).toBe(expected);
  });

  it('a pension that the case states counts as one, with fewer years too', () => {
    const one = (pensionEligible: boolean, service: string): Change => ({
      leaving: { date: before(60) },
      insurance: { ...years(service), pensionEligible },
      salary: BOTH,
    });
    expect(pays('nd29', one(true, '18-0'))).toBe('early-years 15, service 5');
    expect(pays('nd29', one(false, '22-0'))).toBe('job-search 3, severance-service 33');
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
    ['2025-01-31', '22-0', {}, 'early-years 27.5, service 6'], // 61 months early: 5.5 years, no cap
    ['2025-06-30', '16-0', {}, 'severance-service 8'], // no pension yet: 0.5 a year, kept
    ['2025-07-01', '14-7', {}, 'severance-service 7.5'],
    ['2024-12-31', '22-0', {}, 'refused'],
  ])('%s, %s %j: %s', (date, service, more, expected) => {
    expect(pays('nd177', one(date, service, more))).toBe(expected);
  });

  it('as read', () => {
    const five = reading('nd177-years-cap', 'five');
    expect(pays('nd177', one('2025-01-31', '22-0'), five)).toBe('early-years 25, service 6');
    expect(pays('nd177', one('2025-06-30', '22-0'), five)).toBe('early-years 25, service 6');
    const only20 = reading('service-from-july-2025', 'under-20-only');
    expect(pays('nd177', one('2025-07-01', '22-0'), only20)).toBe('early-years 25, service 6');
    expect(pays('nd177', one('2025-07-01', '19-6'), only20)).toBe('early-years 25, service 7.25');
  });

  it('for cadres who are not re-elected', () => {
    const c = one('2025-07-01', '22-0');
    expect(pays('nd177', { ...c, leaving: { ...c.leaving, impact: 'direct' } })).toBe('nothing');
    expect(pays('nd177', { ...c, person: { group: 'civil-servant', birth: '1968-01' } })).toBe(
      'early-years 25, service 8.5',
    );
    expect(pays('nd177', { ...c, person: { group: 'defence-worker' } })).toBe('invalid');
    expect(pays('nd177', { ...c, person: { group: 'cipher' } })).toBe('invalid');
  });
});

describe('Điều 4 of Decree 177', () => {
  // A man born 1965-05 reaches the age in November 2026.
  const waits = (date: string, salary: NonNullable<Change['salary']>): Change => ({
    person: { group: 'army-officer', birth: '1965-05' },
    leaving: { date, route: 'waiting', impact: 're-election' },
    salary,
  });
  const parts = { coefficient: '4', publicService: '25%', retained: '0.5', committee: '0.3' };
  it('pays every month by its own base salary', () => {
    // 4.8 x 2,340,000 = 11,232,000; 4.8 x 2,530,000 = 12,144,000.
    expect(neighbour('nd177-4', person(waits('2026-05-01', parts))).benefits).toEqual([
      { id: 'waiting-salary', months: '2', amount: '22464000', from: '2026-05', until: '2026-06' },
      { id: 'waiting-salary', months: '5', amount: '60720000', from: '2026-07', until: '2026-11' },
    ]);
  });
  it('a salary told as a sum stays', () => {
    expect(neighbour('nd177-4', person(waits('2026-05-15', { monthly: '10000000' }))).benefits).toEqual([
      { id: 'waiting-salary', months: '7', amount: '70000000', from: '2026-05', until: '2026-11' },
    ]);
  });
  it.each([
    ['2024-12-31', 'refused'],
    ['2025-01-01', 'waiting-salary 18, waiting-salary 5'], // 23 months
    ['2026-11-30', 'waiting-salary 1'],
    ['2026-12-01', 'nothing'],
    ['2027-01-01', 'invalid'],
  ])('from %s: %s', (date, expected) => {
    expect(pays('nd177-4', waits(date, parts))).toBe(expected);
  });
  it('is not for who has 24 months to go', () => {
    const one = waits('2025-01-01', parts);
    expect(pays('nd177-4', { ...one, person: { group: 'cadre', birth: '1965-06' } })).toBe('nothing');
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

  it('a cadre who draws a pension counts from its beginning, at whatever age', () => {
    const drawing = (group: string, since: string | undefined, pensioner?: boolean): string => {
      const told = {
        ...(since === undefined ? {} : { pensionSince: since }),
        ...(pensioner === undefined ? {} : { pensioner }),
      };
      return pays('nq07', { person: { birth: '1975-01', group, ...told }, leaving: { date: '2025-10-01' } });
    };
    expect(drawing('cadre', '2025-09-01', true)).toBe('past-age 15'); // 1 month
    expect(drawing('commune-cadre', '2024-07-01', true)).toBe('past-age 15'); // 15 months
    expect(drawing('commune-cadre', '2024-06-01')).toBe('past-age 15.5'); // 16 months
    expect(drawing('cadre', '2023-01-15')).toBe('past-age 24'); // 33 months
    expect(drawing('cadre', '2022-12-01')).toBe('past-age 24');
    expect(drawing('cadre', '2025-10-01', true)).toBe('nothing');
    expect(drawing('cadre', undefined, true)).toBe('invalid');
    expect(drawing('civil-servant', '2024-01-01')).toBe('nothing');
  });

  // Born 1968-04, a man: the pension from May 2030; leaves in October 2025, 55 months before.
  const leaver = (group: string, birth: string, more: Change = {}): Change => ({
    ...more,
    person: { group, birth, ...more.person },
    leaving: { date: '2025-10-01', reorganisation: '2025-07-01', ...more.leaving },
  });

  it.each([
    ['1968-04', {}, 'early-months 55, early-years 25, service 7.5'], // 4 + 0.5 x 7
    ['1968-04', { leaving: { reorganisation: '2024-09-30' } }, 'early-months 27.5, early-years 25, service 7.5'],
    ['1973-09', {}, 'early-months 54, early-years 40, service 7.5'], // 120 months: 0.9 x 60; 4 x 10
    ['1973-10', {}, 'severance-months 48, severance-service 33'], // 121: 0.8 x 60; 1.5 x 22, no job search
    ['1968-04', { insurance: years('14-11') }, 'severance-months 48, severance-service 22.5'],
    ['1968-04', { leaving: { impact: 'indirect' } }, 'nothing'],
  ])('contract professionals as under Decree 178, born %s %j: %s', (birth, more, expected) => {
    expect(pays('nq07', leaver('contract-professional', birth, more))).toBe(expected);
  });

  it('contract professionals past the age of Appendix II as Điều 1', () => {
    const one = past(16, { person: { birth: '1971-03', group: 'contract-professional' } });
    expect(pays('nq07', one)).toBe('past-age 15.5');
    expect(pays('nq07', { ...one, age: { schedule: 'normal' }, person: { ...one.person, birth: '1962-01' } })).toBe(
      'nothing',
    );
  });

  it.each([
    ['1965-10', '22-0', 'early-months 17.6'], // 61 years 9 months: pension from August 2027, 22 months
    ['1965-11', '22-0', 'early-months 18.4'], // 23 months
    ['1965-12', '22-0', 'early-months 19.2, early-years 8'], // 24 months: 2 years at 4
    ['1968-04', '22-0', 'early-months 44, early-years 20'], // 55 months: 5 years
    ['1968-09', '22-0', 'early-months 48, early-years 20'], // 60 months
    ['1968-10', '22-0', 'refused'],
    ['1973-09', '22-0', 'refused'], // 120 months
    ['1973-10', '22-0', 'refused'], // severance
    ['1968-04', '14-11', 'refused'], // severance
    ['1963-01', '22-0', 'nothing'], // past the age
  ])('union officials born %s with %s: %s', (birth, service, expected) => {
    expect(pays('nq07', leaver('union-official', birth, { insurance: years(service) }))).toBe(expected);
  });

  it('people outside the quota at associations are refused by name', () => {
    const result = neighbour('nq07', person(leaver('association-off-quota', '1968-04')));
    expect([result.outcome, result.reason]).toEqual(['refused', 'Điều 4']);
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
