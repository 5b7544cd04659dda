import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { monthText } from '../../../src/base/calendar.ts';
import { builtinLaw, calculate, loadLaw } from '../../../src/index.ts';
import { retirementMonth } from '../../../src/engine/measure/retirement.ts';

const rule = (name: string): string =>
  readFileSync(new URL(`../../../rules/acts/${name}.yaml`, import.meta.url), 'utf8');

function loaded(file: string, text: string): ReturnType<typeof builtinLaw> {
  const found = loadLaw([{ file, text }]);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value.law;
}

const person = {
  person: { sex: 'male', birth: '1967-06', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-06-01', reorganisation: '2025-03-01' },
  insurance: { years: 30 },
};

describe('salary tables at the base salary of 1,490,000 (from 2019-07-01)', () => {
  const law = loaded('nd-73-2024.yaml', rule('nd-73-2024').replace('"2340000"', '"1490000"'));
  test.each([
    ['6.20', '9238000'],
    ['4.65', '6928500'],
    ['4.98', '7420200'],
    ['2.34', '3486600'],
  ])('%s gives %s', (coefficient, amount) => {
    const found = calculate({ ...person, salary: { coefficient } }, { scheme: 'nd178', law });
    expect(found.ok && found.value.measures?.monthlySalary).toBe(amount);
  });
});

test('Nghị định 178 Điều 12 khoản 1 điểm b: ten base salaries of 2,340,000, by the vocabulary as it is', () => {
  const text = `act: nd-996-2025
kind: amending
title: {vi: "Điều 12 (thử)", en: "Điều 12 (trial)"}
subject: {vi: "Thử", en: "Trial"}
issued: 2025-01-01
applies: 2025-01-01
amendments:
  - at: Điều 12
    certainty: B
    insert: nd-178-2024
    provision: {id: title.secondment, kind: benefit-title, at: Điều 12 khoản 1 điểm b, certainty: B, benefit: secondment-commune, order: 9, route: severance, title: {vi: "Trợ cấp tăng cường cơ sở", en: "Secondment"}}
  - at: Điều 12
    certainty: B
    insert: nd-178-2024
    provision: {id: secondment, kind: benefit, at: Điều 12 khoản 1 điểm b, certainty: B, benefit: secondment-commune, when: {class: {severance-branch: ["9", "10"]}}, base: statutoryBase, terms: [{rate: "10"}]}
`;
  const severed = {
    ...person,
    person: { ...person.person, birth: '1985-06' },
    leaving: { ...person.leaving, route: 'severance' },
    insurance: { years: 10 },
    salary: { monthly: '9000000' },
  };
  const found = calculate(severed, { scheme: 'nd178', law: loaded('nd-996-2025.yaml', text) });
  expect(found.ok && found.value.benefits.find(({ id }) => id === 'secondment-commune')?.amount).toBe('23400000');
});

describe('Nghị định 135/2020: the month in which the pension starts', () => {
  const version = builtinLaw().at('nd178', '2025-01-01');
  test.each([
    ['male', '1966-01', 'normal', '2027-11'],
    ['male', '1966-03', 'normal', '2028-01'],
    ['male', '1966-04', 'normal', '2028-05'],
    ['female', '1969-05', 'normal', '2026-06'],
    ['female', '1969-12', 'normal', '2027-01'],
    ['female', '1975-04', 'normal', '2035-01'],
    ['female', '1975-05', 'normal', '2035-06'],
    ['male', '1971-03', 'reduced', '2028-01'],
    ['female', '1975-09', 'reduced', '2028-06'],
  ] as const)('%s %s %s: %s', (sex, birth, schedule, pension) => {
    if (!version.ok) throw new Error();
    const [year = 0, month = 0] = birth.split('-').map(Number);
    const found = retirementMonth(version.value, schedule, sex, year * 12 + month - 1);
    expect(found && 'ageMonth' in found && monthText(found.ageMonth + 1)).toBe(pension);
  });
});
