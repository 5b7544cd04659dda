import { describe, expect, it } from 'vitest';
import { calculate, type CalculateOptions } from '../../src/index.ts';

/** All that a case lacks is told in one go, also what only the law asks for. */

const PERSON = { sex: 'male', birth: '1966-01-15', group: 'civil-servant' };
const LEAVING = { route: 'early-retirement', date: '2025-05-01' };
const INSURANCE = { years: 22 };
const SALARY = { coefficient: '4.65' };

function codes(input: unknown, options: CalculateOptions = {}): string[] {
  const found = calculate(input, options);
  return found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`);
}

const REORGANISATION = 'reorganisation-missing leaving.reorganisation';

describe('what the law finds lacking is told beside', () => {
  it.each([
    ['a missing birth', { person: { ...PERSON, birth: undefined }, salary: SALARY }, 'missing person.birth'],
    ['a missing sex', { person: { ...PERSON, sex: undefined }, salary: SALARY }, 'missing person.sex'],
    ['a missing salary', { person: PERSON, salary: {} }, 'salary-missing salary'],
    ['a faulty birth', { person: { ...PERSON, birth: '31/02/1966' }, salary: SALARY }, 'impossible-date person.birth'],
    [
      'a faulty allowance',
      { person: PERSON, salary: { ...SALARY, publicService: '25' } },
      'ambiguous-percent salary.publicService',
    ],
  ])('%s', (_what, change, fault) => {
    expect(codes({ leaving: LEAVING, insurance: INSURANCE, ...change })).toEqual([fault, REORGANISATION]);
  });

  it('a missing date of leaving under a scheme that is named', () => {
    const one = { person: PERSON, leaving: { route: 'early-retirement' }, insurance: INSURANCE, salary: SALARY };
    expect(codes(one, { scheme: 'nd178' })).toEqual(['missing leaving.date', REORGANISATION]);
  });

  it('an officer without a rank', () => {
    const officer = { person: { sex: 'male', birth: '1972-01-15', group: 'army-officer' }, leaving: LEAVING };
    expect(codes({ ...officer, insurance: INSURANCE, salary: SALARY })).toEqual([
      REORGANISATION,
      'age-limit-missing age.limit',
    ]);
    expect(codes({ ...officer, salary: SALARY })).toEqual([
      'missing insurance.years',
      REORGANISATION,
      'age-limit-missing age.limit',
    ]);
  });
});

describe('nothing is asked for that may not be needed', () => {
  const given = { ...LEAVING, reorganisation: '2025-03-01' };

  it.each([
    ['where it is given', { person: { ...PERSON, birth: undefined }, leaving: given }, ['missing person.birth']],
    [
      'where another ground is given',
      { person: { ...PERSON, birth: undefined }, leaving: { ...LEAVING, ground: 'health' } },
      ['missing person.birth'],
    ],
    [
      'where the ground is a word that is none',
      { person: PERSON, leaving: { ...LEAVING, ground: 'heath' } },
      ['unknown-word leaving.ground'],
    ],
    [
      'where it is given, but wrong',
      { person: PERSON, leaving: { ...LEAVING, reorganisation: '30/02/2025' } },
      ['impossible-date leaving.reorganisation'],
    ],
    [
      'where the group is not known, and groups differ',
      {
        person: { ...PERSON, group: undefined },
        leaving: { route: 'auto', date: '2025-08-01' },
        salary: { allowance: '4000000' },
      },
      ['missing person.group'],
    ],
  ])('%s', (_what, change, told) => {
    expect(codes({ insurance: INSURANCE, salary: SALARY, ...change })).toEqual(told);
  });
});

it('a word that is none is suggested in either language, or by its code', () => {
  const told = (group: string, options: CalculateOptions): string => {
    const person = { ...PERSON, group };
    const leaving = { ...LEAVING, reorganisation: '2025-03-01' };
    const found = calculate({ person, leaving, insurance: INSURANCE, salary: SALARY }, options);
    return found.ok ? '' : (found.issues[0]?.message ?? '');
  };
  for (const options of [{}, { scheme: 'nd178' }]) {
    expect(told('công chúc của Nhà nước', options)).toContain('công chức (civil-servant)');
    expect(told('congchuc', options)).toContain('Có phải "công chức"?');
    expect(told('civil servent', options)).toContain('Có phải "công chức"?');
    expect(told('civil-servent', options)).toContain('Có phải "civil-servant"?');
    expect(told('congchuc', { ...options, lang: 'en' })).toContain('Did you mean "civil servant"?');
  }
});
