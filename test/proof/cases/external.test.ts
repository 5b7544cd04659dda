import { describe, expect, test } from 'vitest';
import { parseMonth } from '../../../src/base/calendar.ts';
import { builtinLaw, calculate } from '../../../src/index.ts';
import { retirementMonth } from '../../../src/engine/measure/retirement.ts';
import { about, outside } from '../../support/outside.ts';
import { sourceText } from '../../support/vetted.ts';

/** What others have printed, beside the cases of `cases.test.ts`: tables of ages and of salaries, and how the file is kept. */

const { cases, ages, limits, scales, disputed, unused } = outside();
const LEDGER_KINDS = ['official-text', 'official-example', 'ministry-answer', 'press', 'practice'];

const monthText = (month: number): string =>
  `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
const month = (text: string): number => parseMonth(text) ?? Number.NaN;

describe.each(ages.map((table) => ({ ...table, name: sourceText(table) })))('$name', ({ schedule, rows }) => {
  const version = builtinLaw().at('nd178', '2025-01-01');
  test.each(rows)('$sex, $age: births $births, pensions $pensions', ({ sex, age, births, pensions }) => {
    if (!version.ok) throw new Error();
    const [first, last] = [month(births[0]), month(births[1])];
    const [years = 0, months = 0] = age.split(/[ym]/).map(Number);
    expect(month(pensions[1]) - month(pensions[0])).toBe(last - first);
    for (let birth = first; birth <= last; birth += 1) {
      const found = retirementMonth(version.value, schedule, sex, birth);
      const reached = found && 'ageMonth' in found ? found.ageMonth : Number.NaN;
      expect(reached - birth).toBe(years * 12 + months);
      expect(reached + 1).toBe(month(pensions[0]) + birth - first);
    }
  });
});

describe.each(limits.map((table) => ({ ...table, name: sourceText(table) })))('$name: $group', ({ group, rows }) => {
  const each = rows.flatMap((row) => (row.ranks ?? [undefined]).map((rank) => ({ ...row, rank })));
  test.each(each)('$sex, $rank, $age, $reached $decided', ({ sex, rank, age, reached = 2027, decided }) => {
    const [years = 0, months = 0] = age.split(/[ym]/).map(Number);
    const birth = reached * 12 + 6 - years * 12 - months;
    const found = calculate({
      law: 'nd178',
      person: { sex, birth: monthText(birth), group, ...(rank === undefined ? {} : { rank }) },
      leaving: {
        route: 'early-retirement',
        date: '2025-06-01',
        reorganisation: '2025-06-01',
        ...(decided === undefined ? {} : { decided }),
      },
      insurance: { years: 20 },
      salary: { monthly: '10000000' },
    });
    expect(found.ok && found.value.measures?.normalRetirement).toBe(`${String(reached)}-07`);
  });
});

describe.each(scales.map((table) => ({ ...table, name: sourceText(table) })))('$name', (table) => {
  const monthly = (salary: object): string | undefined => {
    const found = calculate({
      law: table.law,
      person: { sex: 'male', birth: '1985-06', group: table.group, ...(table.rank ? { rank: table.rank } : {}) },
      leaving: { route: 'severance', date: table.date, reorganisation: table.date },
      insurance: { years: 10 },
      salary: { average: '5000000', ...salary },
    });
    return found.ok ? found.value.salary.find(({ component }) => component === 'coefficient')?.amount : undefined;
  };
  const steps = Object.entries(table.grades ?? {}).flatMap(([scale, amounts]) =>
    amounts.map((amount, index) => ({ scale, step: index + 1, amount })),
  );

  test.each(Object.entries(table.coefficients))('%s: %s', (coefficient, amount) => {
    expect(monthly({ coefficient })).toBe(amount);
  });
  test.each(steps)('$scale, step $step: $amount', ({ scale, step, amount }) => {
    expect(monthly({ scale, step })).toBe(amount);
  });
});

describe('the file of what was printed outside', () => {
  const printed = [...cases, ...ages, ...limits, ...scales, ...disputed];

  test('names the document of everything, its kind and its date', () => {
    for (const { source } of printed) {
      expect(LEDGER_KINDS).toContain(source.kind);
      expect(source.title.length, JSON.stringify(source)).toBeGreaterThan(10);
      expect(source.date, source.title).toMatch(/^\d{4}(-\d\d){0,2}$/);
      expect(source.url ?? source.at ?? source.title, source.title).toMatch(/^https?:|\w/);
    }
  });

  test('has cases of different names that say what they are about and expect something', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const one of cases) {
      const { scheme, route } = about(one);
      expect(scheme, one.id).not.toBe('');
      expect(route, one.id).not.toBe('auto');
      expect(Object.keys(one.expect).length, one.id).toBeGreaterThan(1);
    }
  });

  test('gives the reason for what is disputed or cannot be used', () => {
    for (const { because } of [...disputed, ...unused]) expect(because.length).toBeGreaterThan(8);
  });

  test('names people by a letter only', () => {
    for (const { case: one } of cases) expect(JSON.stringify(one)).not.toContain('"name"');
  });
});
