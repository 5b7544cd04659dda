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

  it('cipher staff come under TT 01 with TT 002', () => {
    // Born 1965-04: 61 years 6 months in October 2026; m = 20; the term ended on 2025-02-01.
    const on = (date: string): string =>
      lines(person({ person: { group: 'cipher', birth: '1965-04' }, leaving: { date, reorganisation: '2024-02-01' } }));
    expect([on('2025-03-14'), on('2025-03-15')]).toEqual(['10', '20']);
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

  it('the forces: seniority on salary and position, the others on these three, over-frame on the coefficient', () => {
    // 14,040,000 + 1,170,000 + 15 % = 2,281,500; 25 % of 17,491,500 = 4,372,875; 5 % of 14,040,000 = 702,000
    const parts = {
      coefficient: '6',
      positionAllowance: '0.5',
      profession: '15%',
      publicService: '25%',
      overFrame: '5%',
    };
    for (const group of ['defence-worker', 'police-worker']) {
      expect(oracle(person({ person: { group }, salary: parts })).measures?.monthlySalary).toBe('22566375');
    }
    // Civil: 14,040,000 + 1,170,000 + 702,000 = 15,912,000; 15 % = 2,386,800; 25 % = 3,978,000
    expect(oracle(person({ salary: parts })).measures?.monthlySalary).toBe('22276800');
  });

  it('a bare per cent of 1 is the whole', () => {
    const result = oracle(person({ salary: { coefficient: '4', publicService: '1' } }));
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
    ['a police rank', { person: { group: 'police-officer', rank: 'đại tá' } }],
    ['contract and components', { salary: { coefficient: '4', contract: '9000000' } }],
    ['no salary', { salary: {} }],
    ['a per cent above 100 without its sign', { salary: { coefficient: '4', publicService: '1.01' } }],
    ['a bare per cent above 1', { salary: { coefficient: '4', publicService: '25' } }],
    ['a day that does not exist', { leaving: { date: '2025-02-29' } }],
  ] as const)('%s is an input error', (_, change: Change) => {
    expect(lines(person(change))).toBe('invalid');
  });

  it.each([
    ['army-officer', 'đại úy', 50],
    ['army-officer', 'Thiếu tá', 52],
    ['army-officer', 'trung tá', 54],
    ['army-officer', 'thượng tá', 56],
    ['army-officer', 'đại tá', 58],
    ['army-officer', 'thiếu tướng', 60],
    ['professional-soldier', 'thượng úy', 52],
    ['professional-soldier', 'thiếu tá', 54],
    ['professional-soldier', 'trung tá', 54],
    ['professional-soldier', 'thượng tá', 56],
  ])('%s, %s: limit %i', (group, rank, limit) => {
    const result = oracle(person({ person: { group, rank, birth: '1976-04' } }));
    expect(result.measures?.normalRetirement).toBe(`${String(1976 + limit)}-04`);
  });
});
