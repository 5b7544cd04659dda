import { describe, expect, it } from 'vitest';
import { oracle } from './nd178.ts';
import { type Change, lines, months, person, reading } from './people.ts';
import type { OracleCase } from './types.ts';

/** Both sides of every date of the law; the monthly salary; who gets nothing. */

describe('the dates of the law', () => {
  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', '2025-01-01'],
    ['2025-01-02', '2025-01-01'],
    ['2025-03-14', '2025-01-01'],
    ['2025-03-15', '2025-03-15'],
    ['2025-03-16', '2025-03-15'],
    ['2025-06-30', '2025-03-15'],
    ['2025-07-01', '2025-07-01'],
    ['2025-07-02', '2025-07-01'],
    ['2026-06-30', '2025-07-01'],
    ['2026-07-01', '2026-07-01'],
    ['2026-07-02', '2026-07-01'],
  ])('leaving %s: version %s', (date, version) => {
    const result = oracle(person({ leaving: { date } }));
    expect(result.version).toBe(version);
    expect(result.outcome).toBe(version === undefined ? 'refused' : 'paid');
  });

  // Born 1968-04: March 2025 is 62 months early, so the subjects of 7a and 7b are born 1968-01 (59).
  it.each([
    [{ leaving: { impact: 're-election' } }, 'refused', '59 25 6'],
    [{ leaving: { impact: 'indirect' } }, 'nothing', '59 25 6'],
    [{ person: { group: 'association-staff' } }, 'invalid', '59 25 6'],
    [{ insurance: { years: 15, pensionEligible: true } }, '59 25 5', '59 25 4'],
    [{ insurance: { years: 10, pensionEligible: true } }, '59 25 5', '59 25 4'],
  ] as const)('Decree 67, %j: %s, then %s', (change: Change, before, after) => {
    const on = (date: string): OracleCase =>
      person({ ...change, person: { birth: '1968-01', ...change.person }, leaving: { date, ...change.leaving } });
    expect(lines(on('2025-03-14'))).toBe(before);
    expect(lines(on('2025-03-15'))).toBe(after);
    expect(lines(on('2025-03-16'))).toBe(after);
  });

  it.each(['civil', 'army', 'police'])('cipher staff paid like %s come under TT 01 with its Điều 6a', (paidLike) => {
    // Born 1965-04: 61 years 6 months in October 2026; m = 19; the term ended on 2025-02-01.
    const on = (date: string): string => {
      const leaving = { date, reorganisation: '2024-02-01' };
      const who = { group: 'cipher', paidLike, birth: '1965-04' };
      return lines(person({ person: who, leaving, age: { schedule: 'normal' } }));
    };
    expect(['2025-03-14', '2025-03-15', '2025-04-03', '2025-04-04'].map(on)).toEqual(['10', '10', '9.5', '19']);
  });

  it('leaving on the first day, by both readings', () => {
    const on = (date: string, option: string): string =>
      lines(person({ leaving: { date } }), reading('in-force-day', option));
    expect([on('2025-01-01', 'in'), on('2025-01-01', 'out'), on('2025-01-02', 'out')]).toEqual([
      on('2025-01-01', 'in'),
      'refused',
      on('2025-01-02', 'in'),
    ]);
    expect(on('2025-01-01', 'in')).not.toBe('refused');
  });

  it.each([
    ['2025-03-14', '9360000'], // 4 x 2,340,000
    ['2025-03-15', '10530000'], // with the retained difference 0.5: 4.5 x 2,340,000
    ['2026-06-30', '10530000'],
    ['2026-07-01', '10530000'], // June's base salary
    ['2026-07-31', '10530000'],
    ['2026-08-01', '11385000'], // July's: 4.5 x 2,530,000
  ])('leaving %s: salary %s', (date, expected) => {
    const c = person({ leaving: { date }, salary: { coefficient: '4', retained: '0.5' } });
    expect(oracle(c).measures?.monthlySalary).toBe(expected);
  });

  it.each([
    ['2025-06-30', '9'], // 28 years: 5 + 0.5 x 8
    ['2025-07-01', '10.5'], // 4 + 0.5 x 13
    ['2025-07-02', '10.5'],
  ])('CV 1814 II.6, leaving %s: service %s', (date, expected) => {
    expect(months(oracle(person({ leaving: { date }, insurance: { years: 28 } }))).service).toBe(expected);
  });

  it('as of another day: its rules and the base salaries known on it', () => {
    const coefficient = { salary: { coefficient: '4' } };
    const later = person({ ...coefficient, leaving: { date: '2026-09-01' } });
    expect(oracle(later, { asOf: '2026-06-30' })).toMatchObject({
      version: '2025-07-01',
      measures: { monthlySalary: '9360000' },
    });
    expect(oracle(later, { asOf: '2026-07-01' }).measures?.monthlySalary).toBe('10120000');
    const july = person({ leaving: { date: '2025-07-01' }, insurance: { years: 28 } });
    expect(months(oracle(july, { asOf: '2025-06-30' })).service).toBe('9');
    expect(lines(person({ leaving: { impact: 're-election' } }), { asOf: '2025-03-14' })).toBe('refused');
    expect(lines(person(), { asOf: '2024-12-31' })).toBe('refused');
  });
});

describe('salary and rounding', () => {
  const salary = { coefficient: '3.33', overFrame: '7%', publicService: '0.25' };

  it('component: each part is a whole number of đồng, half up', () => {
    // 7,792,200 + 545,454 + 25 % of 8,337,654 = 2,084,413.5 -> 2,084,414
    const result = oracle(person({ salary }));
    expect(result.measures?.monthlySalary).toBe('10422068');
    expect(result.benefits?.[0]?.amount).toBe('625324080'); // x 60
  });

  it('exact: no part is rounded, the lines are', () => {
    const result = oracle(person({ salary }), reading('salary-rounding', 'exact'));
    expect(result.measures?.monthlySalary).toBe('10422067.5');
    expect(result.benefits?.map(({ amount }) => amount)).toEqual([
      '625324050', // x 60
      '260551688', // x 25 = 260,551,687.5
      '62532405', // x 6
    ]);
  });

  it('the forces: seniority on salary and position, the others on these and the over-frame', () => {
    // 14,040,000 + 1,170,000 = 15,210,000; 5 % of 14,040,000 = 702,000; 15 % of 15,210,000 = 2,281,500;
    // 25 % of 15,912,000 = 3,978,000; sum 22,171,500.
    const parts = {
      coefficient: '6',
      positionAllowance: '0.5',
      profession: '15%',
      publicService: '25%',
      overFrame: '5%',
    };
    const of = (who: NonNullable<Change['person']>, option = 'salary-and-position'): string | undefined =>
      oracle(person({ person: who, salary: parts }), reading('forces-percent-base', option)).measures?.monthlySalary;
    const worker = { group: 'defence-worker', birth: '1968-04' };
    const cipher = { group: 'cipher', paidLike: 'army', rank: 'đại tá' };
    for (const who of [worker, { group: 'police-worker' }, cipher]) {
      expect(of(who)).toBe('22171500');
      // The tool's way: 25 % of 15,210,000 + 2,281,500 = 17,491,500 is 4,372,875; sum 22,566,375.
      expect(of(who, 'with-seniority')).toBe('22566375');
    }
    // Civil: 15 % of 15,912,000 = 2,386,800; 25 % = 3,978,000; the question is none of theirs.
    for (const who of [{}, { group: 'cipher' }]) {
      expect([of(who), of(who, 'with-seniority')]).toEqual(['22276800', '22276800']);
    }
  });

  it('party and preferential allowances of the forces never stand on seniority', () => {
    // 4 x 2,340,000 = 9,360,000; 50 % = 4,680,000 twice; 100 % of 9,360,000 twice.
    const salary = { coefficient: '4', profession: '50%', party: '100%', preferential: '100%' };
    const c = person({ person: { group: 'police-worker' }, salary });
    for (const option of ['salary-and-position', 'with-seniority']) {
      expect(oracle(c, reading('forces-percent-base', option)).measures?.monthlySalary).toBe('32760000');
    }
  });

  it('a hundred per cent are the whole', () => {
    const result = oracle(person({ salary: { coefficient: '4', publicService: '100%' } }));
    expect(result.measures?.monthlySalary).toBe('18720000'); // 2 x 4 x 2,340,000
  });

  it('a line of half a đồng goes up', () => {
    // Born 1965-08: 61 years 9 months in May 2027, m = 25; 12.5 x 10,000,001 = 125,000,012.5
    const c = person({
      person: { birth: '1965-08' },
      leaving: { reorganisation: '2024-01-01' },
      salary: { contract: '10000001' },
    });
    expect(oracle(c).benefits?.[0]).toEqual({ id: 'early-months', months: '12.5', amount: '125000013' });
  });
});

describe('who is left out', () => {
  it.each([
    ['pregnancy-or-small-child', undefined, 'refused'],
    ['pregnancy-or-small-child', false, 'refused'],
    ['pregnancy-or-small-child', true, '60 25 6'],
    ['discipline-or-inspection', true, 'refused'],
    ['none', undefined, '60 25 6'],
  ])('%s, voluntary %s: %s', (blocked, voluntary, expected) => {
    expect(lines(person({ leaving: voluntary === undefined ? { blocked } : { blocked, voluntary } }))).toBe(expected);
  });

  it('a route that is not open pays nothing', () => {
    expect(lines(person({ leaving: { route: 'severance' } }))).toBe('nothing');
    expect(lines(person({ leaving: { route: 'early-retirement' }, insurance: { years: 12 } }))).toBe('nothing');
  });

  it.each([
    ['part-time staff', { person: { group: 'commune-part-time' } }],
    ['part-time village staff', { person: { group: 'village-part-time' } }],
    ['a birth before the tables', { person: { birth: '1960-12' } }],
    ['a birth before Appendix II', { person: { birth: '1965-12' }, age: { schedule: 'reduced' } }],
    ['an officer without limit or rank', { person: { group: 'army-officer' } }],
    ['a police rank that is none', { person: { group: 'police-officer', rank: 'binh nhì' } }],
    [
      'a rank of cipher staff paid like civil servants',
      { person: { group: 'cipher', rank: 'đại tá' }, age: { schedule: 'limit' } },
    ],
    ['a way of being paid that is none', { person: { group: 'cipher', paidLike: 'navy' } }],
    ['contract and components', { salary: { coefficient: '4', contract: '9000000' } }],
    ['no salary', { salary: {} }],
    ['a per cent above 100 without its sign', { salary: { coefficient: '4', publicService: '1.01' } }],
    ['a bare per cent above 1', { salary: { coefficient: '4', publicService: '25' } }],
    ['a day that does not exist', { leaving: { date: '2025-02-29' } }],
  ] as const)('%s is an input error', (_, change: Change) => {
    expect(lines(person(change))).toBe('invalid');
  });

  /** The month in which somebody born in a month reaches the limit, decided on a day. */
  const reached = (who: NonNullable<Change['person']>, decided = '2025-02-01'): string | undefined =>
    oracle(person({ person: who, leaving: { decided } })).measures?.normalRetirement;

  it.each([
    ['army-officer', 'đại úy', 50, 50],
    ['army-officer', 'Thiếu tá', 52, 52],
    ['army-officer', 'trung tá', 54, 54],
    ['army-officer', 'thượng tá', 56, 56],
    ['army-officer', 'đại tá', 58, 58],
    ['army-officer', 'thiếu tướng', 60, 60],
    ['professional-soldier', 'thượng úy', 52, 52],
    ['professional-soldier', 'thiếu tá', 54, 54],
    ['professional-soldier', 'trung tá', 54, 54],
    ['professional-soldier', 'thượng tá', 56, 55],
    ['defence-worker', 'đại tá', 60, 55],
    ['defence-employee', undefined, 60, 55],
    ['police-officer', 'trung sĩ', 47, 47],
    ['police-officer', 'đại úy', 55, 55],
    ['police-officer', 'thiếu tá', 57, 55],
    ['police-officer', 'trung tá', 57, 55],
    ['police-officer', 'thượng tá', 60, 58],
    ['police-officer', 'đại tá', 62, 60],
    ['police-officer', 'cấp tướng', 62, 60],
    ['police-worker', undefined, 62, 60],
  ])('%s, %s: limit %i for men, %i for women', (group, rank, men, women) => {
    const of = (sex: string): string | undefined =>
      reached({ group, sex, birth: '1978-04', ...(rank ? { rank } : {}) });
    expect([of('male'), of('female')]).toEqual([`${String(1978 + men)}-04`, `${String(1978 + women)}-04`]);
  });

  it.each([
    ['army-officer', 'đại úy', 46, 46],
    ['army-officer', 'thiếu tá', 48, 48],
    ['army-officer', 'trung tá', 51, 51],
    ['army-officer', 'thượng tá', 54, 54],
    ['army-officer', 'đại tá', 57, 55],
    ['army-officer', 'trung tướng', 60, 55],
    ['police-officer', 'hạ sĩ', 45, 45],
    ['police-officer', 'thượng úy', 53, 53],
    ['police-officer', 'trung tá', 55, 53],
    ['police-officer', 'thượng tá', 58, 55],
    ['police-officer', 'đại tá', 60, 55],
    ['police-officer', 'thiếu tướng', 60, 60],
  ])('decided before the law, %s, %s: limit %i for men, %i for women', (group, rank, men, women) => {
    const decided = group === 'army-officer' ? '2024-11-30' : '2023-08-14';
    const of = (sex: string): string | undefined => reached({ group, rank, sex, birth: '1980-04' }, decided);
    expect([of('male'), of('female')]).toEqual([`${String(1980 + men)}-04`, `${String(1980 + women)}-04`]);
  });

  it.each([
    ['1968-12', '2025-08'], // 56 years 8 months, in 2025
    ['1969-04', '2025-12'],
    ['1969-05', '2026-05'], // 57, in 2026
    ['1969-12', '2026-12'],
    ['1970-01', '2027-05'], // 57 years 4 months, in 2027
    ['1970-08', '2027-12'],
    ['1970-09', '2028-05'], // 57 years 8 months, in 2028
    ['1971-04', '2028-12'],
    ['1971-05', '2029-05'], // 58, from 2029
    ['1974-01', '2032-01'],
  ])('a woman thượng tá of the police born %s reaches the limit in %s', (birth, month) => {
    expect(reached({ group: 'police-officer', sex: 'female', rank: 'thượng tá', birth })).toBe(month);
  });
});
