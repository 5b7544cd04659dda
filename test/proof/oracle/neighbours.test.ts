import { describe, expect, it } from 'vitest';
import { neighbour } from './neighbours.ts';
import { type Change, person, reading, years } from './people.ts';
import { monthlySalary } from './salary.ts';
import type { OracleOptions, OracleSalary } from './types.ts';

/** Rows computed by hand from the digest. S is 10,000,000: a line of n months is n x 10,000,000. */

/** The lines in the order of the Articles, or why there are none. */
function pays(scheme: string, change: Change, options?: OracleOptions): string {
  const result = neighbour(scheme, person(change), options);
  const lines = (result.benefits ?? []).map(({ id, months }) => `${id} ${months}`);
  return result.outcome === 'paid' ? lines.join(', ') : result.outcome;
}

/** Leaves in July 2025 so many months early: the pension starts in the month after the age of 62 years. */
function early(months: number, more: Change = {}): Change {
  const born = 2025 * 12 + 6 + months - 1 - 62 * 12;
  const birth = `${String(Math.floor(born / 12))}-${String((born % 12) + 1).padStart(2, '0')}`;
  return { ...more, person: { birth, ...more.person }, leaving: { date: '2025-07-01', ...more.leaving } };
}

/** Born 1966-04: the age in April 2028, the pension from May; leaves so many months before. */
function by(months: number): Change {
  const leaves = 2028 * 12 + 4 - months;
  const date = `${String(Math.floor(leaves / 12))}-${String((leaves % 12) + 1).padStart(2, '0')}-01`;
  return months > 34 ? early(months) : { person: { birth: '1966-04' }, leaving: { date } };
}

const insured = (text: string, more: Change['insurance'] = {}): Change => ({ insurance: { ...years(text), ...more } });

describe('Decree 154 Điều 6 and 8', () => {
  it.each([
    [60, '22-0', 'early-years 25, service 6'],
    [59, '22-0', 'early-years 25, service 6'],
    [54, '22-0', 'early-years 22.5, service 6'],
    [49, '20-7', 'early-years 22.5, service 5.5'],
    [48, '20-1', 'early-years 20, service 5.25'],
    [48, '20-0', 'early-years 20, service 5'],
    [48, '19-6', 'early-years 20, service 5'],
    [24, '15-0', 'early-years 10, service 5'],
    [61, '22-0', 'job-search 3, severance-service 33'],
    [61, '22-6', 'job-search 3, severance-service 33.75'],
    [30, '14-11', 'job-search 3, severance-service 22.5'],
    [30, '14-6', 'job-search 3, severance-service 21.75'],
  ])('%i months early, %s: %s', (months, service, expected) => {
    expect(pays('nd154', { ...by(months), ...insured(service) })).toBe(expected);
  });

  it('nothing under 24 months but the uncut pension; severance when not entitled to one', () => {
    expect(pays('nd154', { ...by(23), ...insured('22-0') })).toBe('nothing');
    expect(pays('nd154', { ...by(23), ...insured('12-0') })).toBe('job-search 3, severance-service 18');
  });

  it('the shorter of public and countable service', () => {
    const parts = { publicSector: years('21-0'), countable: years('18-0') };
    expect(pays('nd154', early(60, insured('22-0', parts)))).toBe('early-years 25, service 5');
    expect(pays('nd154', early(60, insured('22-0', { ...parts, countable: years('22-0') })))).toBe(
      'early-years 25, service 5.5',
    );
  });

  it('pension-entitled with fewer than 15 years: as read', () => {
    const one = early(60, insured('22-0', { countable: years('14-5') }));
    expect(pays('nd154', one)).toBe('early-years 25, service 5');
    expect(pays('nd154', one, reading('service-under-15', 'nothing'))).toBe('early-years 25');
  });

  it('15 years entitle from July 2025', () => {
    const on = (date: string): Change => ({ person: { birth: '1968-01' }, leaving: { date }, ...insured('16-0') });
    expect(pays('nd154', on('2025-06-30'))).toBe('job-search 3, severance-service 24');
    expect(pays('nd154', on('2025-07-01'))).toBe('early-years 25, service 5');
  });

  it('from 2025-06-16 to 2030-12-31', () => {
    const on = (date: string): string => pays('nd154', { leaving: { date }, person: { birth: '1980' } });
    expect(on('2025-06-15')).toBe('refused');
    expect(on('2025-06-16')).toBe('job-search 3, severance-service 33');
    expect(on('2030-12-31')).toBe('job-search 3, severance-service 33');
    expect(on('2031-01-01')).toBe('refused');
  });

  it('after training: under 45, six months, the fee up to six months of salary', () => {
    const leaving = { route: 'severance-after-training', date: '2025-07-01' };
    const one = (birth: string, training: Change['training']): Change => ({ person: { birth }, leaving, training });
    const expected = 'training-salary 6, training-fee 1, training-job-search 3, training-service 11';
    expect(pays('nd154', one('1980-08', { months: 7, fee: '99000000' }))).toBe(expected);
    const fee = (text: string): unknown =>
      neighbour('nd154', person(one('1980-08', { months: 7, fee: text }))).benefits?.[1]?.amount;
    expect([fee('59999999'), fee('60000000'), fee('60000001')]).toEqual(['59999999', '60000000', '60000000']);
    expect(pays('nd154', one('1980-07', { months: 7, fee: '1' }))).toBe('nothing');
    expect(pays('nd154', one('1980-08', { months: 7 }))).toBe('invalid');
    expect(pays('nd154', one('1980-08', { fee: '7' }))).toBe('invalid');
  });

  it('transfer by name, whatever the months early', () => {
    const leaving = { route: 'transfer', date: '2026-01-01' };
    const pay = (birth: string): string => pays('nd154', { leaving, person: { birth } });
    expect(pay('1995-01')).toBe('transfer-support 3, transfer-service 11');
    expect(pay('1965-01')).toBe('transfer-support 3, transfer-service 11');
    expect(pay('1961-01')).toBe('invalid'); // past the age
  });

  it('for every reason of streamlining, for the own wish only beside a reorganisation', () => {
    const pay = (ground: string, reorganisation?: string): string => {
      const { leaving, ...rest } = person(early(61));
      const { reorganisation: dropped, ...asked } = leaving;
      expect(dropped).toBe('2025-03-01');
      const given = reorganisation === undefined ? {} : { reorganisation };
      return neighbour('nd154', { ...rest, leaving: { ...asked, ...given, ground } }).outcome;
    };
    for (const ground of ['reorganisation', 'job-position', 'standard', 'quality', 'health', 'leadership'])
      expect(pay(ground)).toBe('paid');
    expect([pay('wish'), pay('wish', '2025-03-01')]).toEqual(['nothing', 'paid']);
  });

  it('for contract professionals as well', () => {
    expect(pays('nd154', early(60, { person: { group: 'contract-professional' } }))).toBe('early-years 25, service 6');
  });

  it('what Decree 29 has paid is set off, never below nothing', () => {
    const due = (amount: string): unknown =>
      neighbour('nd154', person({ ...early(60), settled: { scheme: 'nd29', amount } })).due;
    expect([due('100000000'), due('310000000'), due('310000001')]).toEqual(['210000000', '0', '0']);
  });
});

describe('Decree 154 Điều 9 and 10, with an allowance of 2,000,000', () => {
  const salary = { allowance: '2000000' };
  const part = (group: string, months: number, work: string, more: Change = {}): Change => {
    const one = early(months, { ...more, person: { group, ...more.person } });
    return { ...one, insurance: years('5-0'), salary: more.salary ?? salary, work: years(work) };
  };

  it.each([
    [70, '4-11', 'allowance-months 47.2, allowance-years 7.5, allowance-support 3'],
    [70, '5-0', 'allowance-months 48, allowance-years 7.5, allowance-support 3'],
    [61, '5-6', 'allowance-months 48, allowance-years 8.25, allowance-support 3'],
    [60, '5-1', 'allowance-months 48, allowance-years 8.25, allowance-support 3'],
    [59, '5-1', 'allowance-months 47.2, allowance-years 8.25, allowance-support 3'],
    [59, '4-11', 'allowance-months 47.2, allowance-years 7.5, allowance-support 3'],
    [46, '4-11', 'allowance-months 47.2, allowance-years 7.5, allowance-support 3'],
    [46, '12-7', 'allowance-months 36.8, allowance-years 19.5, allowance-support 3'],
    [46, '0-1', 'allowance-months 0.8, allowance-years 0.75, allowance-support 3'],
  ])('%i months early, %s of work: %s', (months, work, expected) => {
    expect(pays('nd154', part('commune-part-time', months, work))).toBe(expected);
    expect(pays('nd154', part('village-part-time', months, work))).toBe(expected);
  });

  it('15 at the age or with a pension, in communes only: for villages nobody has seen it', () => {
    const old = { person: { birth: '1961-01' } };
    const pensioner = { person: { pensioner: true } };
    const since = { person: { pensionSince: '2025-01-01' } };
    for (const more of [old, pensioner, since]) {
      expect(pays('nd154', part('commune-part-time', 50, '9-0', more))).toBe('allowance-at-age 15');
      expect(pays('nd154', part('village-part-time', 50, '9-0', more))).toBe('refused');
    }
  });

  it('communes from 2025-07-01 to 2026-05-30, villages before and after too', () => {
    const on = (group: string, date: string): string => pays('nd154', part(group, 70, '1-0', { leaving: { date } }));
    const expected = 'allowance-months 9.6, allowance-years 1.5, allowance-support 3';
    expect(on('commune-part-time', '2025-06-30')).toBe('nothing');
    expect(on('village-part-time', '2025-06-30')).toBe(expected);
    expect(on('commune-part-time', '2026-05-30')).toBe(expected);
    expect(on('commune-part-time', '2026-05-31')).toBe('refused');
    expect(on('village-part-time', '2026-06-01')).toBe(expected);
  });

  it('the time in other posts counts in the five years, in n and in the years', () => {
    const both = (group: string, own: string, other: string): string => {
      const one = part(group, 70, own);
      return pays('nd154', { ...one, insurance: { ...one.insurance, otherPosts: years(other) } });
    };
    for (const group of ['commune-part-time', 'village-part-time']) {
      // 3 years 4 months and 33 months: 73 months, 6.5 years. 0.8 x 60; 1.5 x 6.5.
      expect(both(group, '3-4', '2-9')).toBe('allowance-months 48, allowance-years 9.75, allowance-support 3');
      // 59 months: 0.8 x 59; 5 years.
      expect(both(group, '3-4', '1-7')).toBe('allowance-months 47.2, allowance-years 7.5, allowance-support 3');
      expect(both(group, '3-4', '1-8')).toBe('allowance-months 48, allowance-years 7.5, allowance-support 3');
    }
  });

  it('the salary before the move for communes; no other form', () => {
    const amount = (group: string, by: OracleSalary): unknown =>
      neighbour('nd154', person(part(group, 70, '1-0', { salary: by }))).total;
    expect(amount('commune-part-time', salary)).toBe('28200000'); // 14.1 x 2,000,000
    expect(amount('commune-part-time', { monthly: '3000000' })).toBe('42300000');
    expect(amount('village-part-time', { monthly: '3000000' })).toBeUndefined();
    expect(amount('commune-part-time', { coefficient: '2.34' })).toBeUndefined();
  });

  it('the work is needed unless 15 are paid', () => {
    const { work, ...rest } = part('commune-part-time', 70, '1-0');
    expect(work).toEqual({ years: 1, months: 0 });
    expect(pays('nd154', rest)).toBe('invalid');
    expect(pays('nd154', { ...rest, person: { ...rest.person, pensioner: true } })).toBe('allowance-at-age 15');
  });
});

describe('pay scales', () => {
  const terms = {
    pay: 'state',
    baseSalary: 2_340_000,
    retainedCounts: true,
    rounding: 'component',
    forcesBase: 'salary-and-position',
  } as const;
  it.each([
    [{ scale: 'A1', step: 1 }, '5475600'], // 2.34
    [{ scale: 'A1', step: 9 }, '11653200'], // 4.98
    [{ scale: 'A3.1', step: 6 }, '18720000'], // 8.00
    [{ scale: 'A1', step: 9, stepMonths: 35 }, '11653200'],
    [{ scale: 'A1', step: 9, stepMonths: 36 }, '12235860'], // 5 %
    [{ scale: 'A1', step: 9, stepMonths: 47 }, '12235860'],
    [{ scale: 'A1', step: 9, stepMonths: 48 }, '12352392'], // 6 %
    [{ scale: 'B', step: 12, stepMonths: 24 }, '9975420'], // 4.06 and 5 %
    [{ scale: 'C3', step: 12, stepMonths: 23 }, '7792200'], // 3.33
    [{ scale: 'A0', step: 9 }, '10717200'], // 4.58
  ] as const)('%j: %s', (salary: OracleSalary, expected) => {
    expect(monthlySalary(salary, terms).toDecimal()).toBe(expected);
  });

  it.each([
    { scale: 'A1' },
    { step: 1 },
    { scale: 'A4', step: 1 },
    { scale: 'A1', step: 0 },
    { scale: 'A1', step: 10 },
    { scale: 'A1', step: 8, stepMonths: 36 },
    { scale: 'A1', step: 9, coefficient: '4.98' },
    { scale: 'A1', step: 9, stepMonths: 36, overFrame: '5%' },
  ])('%j is no salary', (salary: OracleSalary) => {
    expect(neighbour('nd154', person({ ...early(60), salary })).outcome).toBe('invalid');
  });
});
