import { describe, expect, it, test } from 'vitest';
import { calculate, type Lang } from '../../src/index.ts';

/** Bounds of plausible input (số liệu bất thường): both sides of each, by group, and what is told. */

const PEOPLE = {
  'civil-servant': { person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' } },
  cadre: { person: { sex: 'male', birth: '1966-01-15', group: 'cadre' } },
  'public-employee': { person: { sex: 'male', birth: '1966-01-15', group: 'public-employee' } },
  'contract-worker': { person: { sex: 'male', birth: '1966-01-15', group: 'contract-worker' } },
  'commune-civil-servant': { person: { sex: 'male', birth: '1966-01-15', group: 'commune-civil-servant' } },
  'army-officer': {
    person: { sex: 'male', birth: '1970-01-15', group: 'army-officer' },
    age: { schedule: 'limit', limit: '58' },
  },
  'professional-soldier': {
    person: { sex: 'male', birth: '1970-01-15', group: 'professional-soldier' },
    age: { schedule: 'limit', limit: '56' },
  },
  'police-officer': {
    person: { sex: 'male', birth: '1966-01-15', group: 'police-officer' },
    age: { schedule: 'limit', limit: '62' },
  },
} as const;

type Who = keyof typeof PEOPLE;
type Keys = Readonly<Record<string, unknown>>;

function caseOf(who: Who, salary: Keys, more: Keys = {}): Keys {
  return {
    ...PEOPLE[who],
    leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
    insurance: { years: 22, months: 0 },
    salary,
    ...more,
  };
}

/** The issues of a case as `code path`; the outcome where it has none. */
function told(input: unknown, lang: Lang = 'vi'): string | string[] {
  const found = calculate(input, { scheme: 'nd178', lang });
  return found.ok ? found.value.outcome : found.issues.map(({ code, path }) => `${code} ${path}`);
}

function messageOf(input: unknown, lang: Lang, scheme = 'nd178'): string {
  const found = calculate(input, { scheme, lang });
  return found.ok ? '' : found.issues.map(({ message }) => message).join('\n');
}

describe.each<readonly [who: Who, key: string, inside: readonly string[], outside: readonly string[]]>([
  ['civil-servant', 'coefficient', ['1', '4.65', '10'], ['0.65', '0.99', '10.01', '46.5', '465', '10881000']],
  ['public-employee', 'coefficient', ['1', '10'], ['0.99', '10.01']],
  ['cadre', 'coefficient', ['1', '13'], ['0.99', '13.01']],
  ['commune-civil-servant', 'coefficient', ['1', '8'], ['0.99', '8.01']],
  ['army-officer', 'coefficient', ['1', '10.4'], ['0.99', '10.41']],
  ['police-officer', 'coefficient', ['1', '10.4'], ['0.99', '10.41']],
  ['professional-soldier', 'coefficient', ['1', '8'], ['0.99', '8.01']],
  ['civil-servant', 'positionAllowance', ['0', '0.1', '1.3'], ['1.31', '6']],
  ['army-officer', 'positionAllowance', ['1.5'], ['1.51']],
  ['civil-servant', 'retained', ['5'], ['5.01']],
  ['civil-servant', 'overFrame', ['0%', '5%', '40%'], ['4.99%', '0.7%', '40.01%', '70%']],
  ['civil-servant', 'profession', ['5%', '45%'], ['4%', '46%']],
  ['army-officer', 'profession', ['5%', '22%'], ['4%', '23%']],
  ['civil-servant', 'preferential', ['20%', '80%'], ['19%', '81%']],
  ['civil-servant', 'responsibility', ['5%', '50%'], ['4%', '51%']],
  ['army-officer', 'specific', ['5%', '50%'], ['4%', '51%']],
  ['civil-servant', 'publicService', ['0%', '25%', '0.25'], ['2.5%', '24%', '26%']],
  ['civil-servant', 'party', ['0%', '30%'], ['3%', '25%', '31%']],
  ['civil-servant', 'monthly', ['2340000', '70200000'], ['15356', '2339999', '70200001']],
  ['contract-worker', 'contract', ['3450000', '70200000'], ['12,5', '12500', '3449999', '70200001']],
])('%s, salary.%s', (who, key, inside, outside) => {
  const salaryOf = (value: string): Keys =>
    ['coefficient', 'monthly', 'contract'].includes(key) ? { [key]: value } : { coefficient: '4.65', [key]: value };

  it.each(inside)('%s is plausible', (value) => {
    expect(told(caseOf(who, salaryOf(value)))).toBe('paid');
  });

  it.each(outside)('%s is refused unless accepted', (value) => {
    expect(told(caseOf(who, salaryOf(value)))).toEqual([`implausible salary.${key}`]);
    expect(told(caseOf(who, salaryOf(value), { acceptImplausible: false }))).toEqual([`implausible salary.${key}`]);
    const accepted = calculate(caseOf(who, salaryOf(value), { acceptImplausible: true }), { scheme: 'nd178' });
    expect(accepted.ok && accepted.value.outcome).toBe('paid');
    const codes = accepted.ok ? accepted.value.findings.map(({ code }) => code) : [];
    expect(codes).toContain('implausible-accepted');
  });
});

describe('insured time', () => {
  const years = (who: Who, months: number): string | string[] =>
    told(caseOf(who, { monthly: '10000000' }, { insurance: { years: Math.floor(months / 12), months: months % 12 } }));

  it('is no longer than since the age of 15', () => {
    // Sinh tháng 01/1966, nghỉ tháng 5/2025: 712 tháng tuổi.
    expect(years('civil-servant', 712 - 180)).toBe('paid');
    expect(years('civil-servant', 712 - 179)).toEqual(['implausible insurance.years']);
    expect(years('civil-servant', 58 * 12)).toEqual(['implausible insurance.years']);
  });

  it('may begin at 12 with public employees, performers and athletes among them, and is told before 15', () => {
    const employee = (months: number): readonly string[] | string => {
      const insurance = { years: Math.floor(months / 12), months: months % 12 };
      const found = calculate(caseOf('public-employee', { monthly: '10000000' }, { insurance }), { scheme: 'nd178' });
      return found.ok ? found.value.findings.map(({ code }) => code) : found.issues.map(({ code }) => code);
    };
    expect(employee(712 - 180)).not.toContain('insurance-before-15');
    expect(employee(712 - 179)).toContain('insurance-before-15');
    expect(employee(712 - 144)).toContain('insurance-before-15');
    expect(employee(712 - 143)).toEqual(['implausible']);
  });

  it('is no longer than since the age of 17 in the forces', () => {
    expect(years('army-officer', 664 - 204)).toBe('paid');
    expect(years('army-officer', 664 - 203)).toEqual(['implausible insurance.years']);
    expect(years('police-officer', 712 - 204)).toBe('paid');
    expect(years('police-officer', 712 - 203)).toEqual(['implausible insurance.years']);
  });
});

describe('a contract salary', () => {
  const at = (date: string, contract: string): string => {
    const leaving = { route: 'severance', date, ground: 'job-position' };
    return messageOf(caseOf('contract-worker', { contract }, { leaving }), 'en', 'nd154');
  };

  it('is held against the minimum wage of its month', () => {
    expect(at('2026-01-01', '3450000')).not.toContain('slip');
    expect(at('2026-01-01', '3449999')).toContain('3,450,000');
    expect(at('2026-02-01', '3700000')).not.toContain('slip');
    expect(at('2026-02-01', '3699999')).toContain('3,700,000');
  });
});

describe('an allowance of part-timers', () => {
  const part = (allowance: string, years = 12): string => {
    const one = {
      person: { sex: 'male', birth: '1975-04-15', group: 'commune-part-time' },
      leaving: { route: 'part-time', date: '2025-08-01', reorganisation: '2025-07-01' },
      insurance: { years: 0 },
      work: { years },
      salary: { allowance },
    };
    return messageOf(one, 'vi', 'nd154');
  };

  it('is a sum in đồng', () => {
    expect(part('2340000')).toBe('');
    expect(part('100000')).toBe('');
    expect(part('99999')).toContain('100.000 đồng');
    expect(part('2,34')).toContain('Có lẽ ghi theo triệu đồng: viết 2.340.000 đồng');
    expect(part('23400000')).toBe('');
    expect(part('23400001')).toContain('23.400.000 đồng');
  });

  it('goes with a time of work since the age of 15', () => {
    expect(part('2340000', 35)).toBe('');
    expect(part('2340000', 36)).toContain('work.years');
  });
});

describe('the message', () => {
  test.each([
    ['civil-servant', { monthly: '15356' }, 'Có lẽ ghi theo nghìn đồng: viết 15.356.000 đồng', 'write 15,356,000 VND'],
    ['contract-worker', { contract: '12,5' }, 'theo triệu đồng: viết 12.500.000 đồng', 'write 12,500,000 VND'],
    ['civil-servant', { coefficient: '465' }, 'Có phải 4,65?', 'Did you mean 4.65?'],
    ['civil-servant', { coefficient: '4.65', positionAllowance: '6' }, 'Có phải 0,6?', 'Did you mean 0.6?'],
    ['civil-servant', { coefficient: '10881000' }, 'Giống một số tiền', 'It looks like money'],
    ['civil-servant', { coefficient: '4.65', publicService: '2,5%' }, 'là 25%', '25%'],
    ['civil-servant', { coefficient: '4.65', overFrame: '70%' }, 'Có phải 7%?', 'Did you mean 7%?'],
  ] as const)('for %s with %o says what was probably meant', (who, salary, vi, en) => {
    expect(messageOf(caseOf(who, salary), 'vi')).toContain(vi);
    expect(messageOf(caseOf(who, salary), 'en')).toContain(en);
    expect(messageOf(caseOf(who, salary), 'vi')).toContain('Chấp nhận số liệu bất thường');
  });

  it('stands beside the other faults of a case', () => {
    const leaving = { route: 'early-retirement', date: '2025-05-01', ground: 'reorganisation' };
    expect(told(caseOf('civil-servant', { coefficient: '465' }, { leaving }))).toEqual([
      'implausible salary.coefficient',
      'reorganisation-missing leaving.reorganisation',
    ]);
  });

  it('is that of the scheme that is found, too', () => {
    const found = calculate(caseOf('civil-servant', { coefficient: '465' }));
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(['implausible']);
  });
});

describe('what is to be checked before signing', () => {
  const findings = (who: Who, salary: Keys, more: Keys = {}): string[] => {
    const found = calculate(caseOf(who, salary, more), { scheme: 'nd178' });
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    return found.value.findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
  };
  const named = (name: string, sex: string): Keys => ({
    person: { ...PEOPLE['civil-servant'].person, sex, name, birth: sex === 'male' ? '1966-01-15' : '1970-01-15' },
  });
  const WHOLE = { coefficient: '4.65', publicService: '25%' };

  it('are allowances that do not go with the group or with each other', () => {
    expect(findings('public-employee', WHOLE)).toEqual(['public-service-of-public-employee']);
    expect(findings('public-employee', { coefficient: '4.65' })).toEqual([]);
    expect(findings('civil-servant', { coefficient: '4.65' })).toEqual(['public-service-missing']);
    expect(findings('civil-servant', WHOLE)).toEqual([]);
    expect(findings('civil-servant', { coefficient: '4.65', party: '30%' })).toEqual([]);
    expect(findings('civil-servant', { ...WHOLE, party: '30%' })).toEqual(['party-with-public-service']);
    expect(findings('civil-servant', { monthly: '10000000' })).toEqual([]);
    expect(findings('contract-worker', { coefficient: '4.65' })).toEqual([]);
  });

  it('is a woman’s name of a man, composed or not', () => {
    expect(findings('civil-servant', WHOLE, named('Nguyễn Thị Nữ', 'male'))).toEqual(['name-not-of-sex']);
    const apart = 'TRẦN THỊ B'.normalize('NFD');
    expect(findings('civil-servant', WHOLE, named(apart, 'male'))).toEqual(['name-not-of-sex']);
    expect(findings('civil-servant', WHOLE, named('Nguyen Thi Nu', 'male'))).toEqual(['name-not-of-sex']);
    for (const name of ['Nguyễn Văn Thị', 'Thị Văn A', 'Nguyễn Thi Văn', 'Nguyễn Thịnh An']) {
      expect(findings('civil-servant', WHOLE, named(name, 'male'))).toEqual([]);
    }
    expect(findings('civil-servant', WHOLE, named('Nguyễn Thị Nữ', 'female'))).toEqual([]);
  });

  it('is a reorganisation long ago', () => {
    const since = (reorganisation: string): Keys => ({
      leaving: { route: 'early-retirement', date: '2025-05-01', decided: '2025-04-20', reorganisation },
    });
    expect(findings('civil-servant', WHOLE, since('2020-05-01'))).toEqual([]);
    expect(findings('civil-servant', WHOLE, since('2020-04-30'))).toEqual(['reorganisation-long-ago']);
  });
});
