import { describe, expect, it } from 'vitest';
import { monthOf, monthText } from './calendar.ts';
import { oracle } from './nd178.ts';
import official from './official.json' with { type: 'json' };
import { ageMonth } from './retirement.ts';
import { monthlySalary } from './salary.ts';
import type { OracleCase, OracleResult, OracleSalary } from './types.ts';

/** The official worked examples, to the đồng. */

interface Example {
  id: string;
  case?: OracleCase;
  salary?: OracleSalary;
  baseSalary?: string;
  printed: Record<string, string | number>;
}

const EXAMPLES = new Map((official.examples as unknown as Example[]).map((example) => [example.id, example]));

/** Not of this decree's early retirement or severance: Điều 12. */
const OTHER_SUBJECTS = ['nd-178-12-1'];

function printed(id: string): [string, string | number][] {
  return Object.entries(EXAMPLES.get(id)?.printed ?? {});
}

/** What the result says under a name that an example prints: a measure, the total or the amount of a line. */
function said(result: OracleResult, name: string): unknown {
  if (name === 'total') return result.total;
  const measures: Record<string, unknown> = { ...result.measures };
  return measures[name] ?? result.benefits?.find(({ id }) => id === name)?.amount;
}

function salaryAt(salary: OracleSalary, baseSalary: number): string {
  const terms = {
    pay: 'state',
    baseSalary,
    retainedCounts: true,
    rounding: 'component',
    forcesBase: 'salary-and-position',
  } as const;
  return monthlySalary(salary, terms).toDecimal();
}

describe('official worked examples', () => {
  const withCase = [...EXAMPLES.values()].filter((example) => example.case !== undefined);

  it.each(withCase)('$id', ({ case: c, printed: expected }) => {
    const result = oracle(c as OracleCase);
    expect(result.outcome).toBe('paid');
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, said(result, name)]))).toEqual(expected);
  });

  it('CV 1814 II.5: the salary of person A', () => {
    const { salary, baseSalary, printed: expected } = EXAMPLES.get('cv-1814-A') as Example;
    expect(salaryAt(salary ?? {}, Number(baseSalary))).toBe(expected.monthlySalary);
  });

  it.each(printed('nd-135-rows'))('Decree 135: %s, pension from %s', (row, pensionStart) => {
    const [sex = '', birth = '', schedule = ''] = row.split(' ');
    const reached = ageMonth(sex, monthOf(birth), schedule as 'normal' | 'reduced') ?? NaN;
    expect(monthText(reached + 1)).toBe(pensionStart);
  });

  it.each([
    ...printed('scale-2019').map(([coefficient, amount]) => [coefficient, 1_490_000, amount] as const),
    ...printed('scale-2026').map(([coefficient, amount]) => [coefficient, 2_530_000, amount] as const),
  ])('salary scale: %s x %i', (coefficient, baseSalary, amount) => {
    expect(salaryAt({ coefficient }, baseSalary)).toBe(amount);
  });

  it('no example is left out unnoticed', () => {
    const here = [...withCase.map(({ id }) => id), 'cv-1814-A', 'nd-135-rows', 'scale-2019', 'scale-2026'];
    expect([...EXAMPLES.keys()].sort()).toEqual([...here, ...OTHER_SUBJECTS].sort());
  });
});
