import { describe, expect, it } from 'vitest';
import { isBefore, thresholdsOf } from '../../../src/explanation/pictures/thresholds.ts';
import { builtinLaw, calculate } from '../../../src/index.ts';

const law = builtinLaw();
const PERSON = { sex: 'male', birth: '1967-01-15', group: 'civil-servant' };

function thresholds(scheme: string, route: string, change: Record<string, unknown> = {}): string[] {
  const input = {
    person: PERSON,
    leaving: { route, date: '2025-07-01', reorganisation: '2025-03-01', decided: '2025-06-20' },
    insurance: { years: 22, months: 0 },
    salary: { coefficient: '4.65', average: '11500000' },
    ...change,
  };
  const found = calculate(input, { scheme });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  const version = law.at(scheme, found.value.law.version ?? '');
  if (!version.ok) throw new Error();
  return thresholdsOf(version.value, found.value.case, [route]).map(
    ({ months, longer }) => `${longer ? 'từ đủ' : 'trên'} ${months}`,
  );
}

describe('the months early that the law asks for', () => {
  it('are those of the rule files that may hold for the case', () => {
    expect(thresholds('nd178', 'early-retirement')).toEqual(['trên 120', 'trên 60', 'từ đủ 24', 'từ đủ 1']);
    expect(
      thresholds('nd178', 'early-retirement', {
        age: { schedule: 'reduced' },
        person: { ...PERSON, birth: '1970-01-15' },
      }),
    ).toEqual(['trên 60', 'từ đủ 24', 'từ đủ 1']);
    expect(thresholds('nd154', 'early-retirement')).toEqual(['trên 60', 'từ đủ 24', 'từ đủ 1']);
  });

  it('are passed on the right side', () => {
    expect([61, 60].map((months) => isBefore({ months: 60, longer: false }, months))).toEqual([true, false]);
    expect([24, 23].map((months) => isBefore({ months: 24, longer: true }, months))).toEqual([true, false]);
  });
});
