import { birthMonthOf, isDate, monthOf } from './calendar.ts';
import { GROUPS } from './law.ts';
import { parseDecimal, parsePercent } from './rational.ts';
import type { Duration, OracleCase, OracleSalary } from './types.ts';

/** Salary components that are coefficients of the base salary. */
const COEFFICIENTS = ['coefficient', 'positionAllowance', 'retained'] as const;

/** Salary components that are per cents. */
const PERCENTS = [
  'overFrame',
  'profession',
  'preferential',
  'responsibility',
  'publicService',
  'party',
  'specific',
] as const;

/**
 * The first thing wrong with the input that needs no law to be seen; undefined if it is sound.
 * A group outside Điều 2 and a missing reorganisation date for the directly affected are among them.
 */
export function inputError(c: OracleCase): string | undefined {
  return personError(c) ?? leavingError(c) ?? ageError(c) ?? insuranceError(c) ?? salaryError(c.salary);
}

function personError({ person }: OracleCase): string | undefined {
  if (!['male', 'female'].includes(person.sex)) return 'sex';
  if (birthMonthOf(person.birth) === undefined) return 'birth';
  return GROUPS.has(person.group) ? undefined : 'group-not-covered';
}

function leavingError({ leaving }: OracleCase): string | undefined {
  if (!['early-retirement', 'severance', 'auto'].includes(leaving.route)) return 'route';
  for (const date of [leaving.date, leaving.reorganisation ?? leaving.date, leaving.decided ?? leaving.date]) {
    if (!isDate(date)) return 'date';
  }
  const impact = leaving.impact ?? 'direct';
  if (!['direct', 'indirect', 're-election'].includes(impact)) return 'impact';
  const blocked = leaving.blocked ?? 'none';
  if (!['none', 'pregnancy-or-small-child', 'discipline-or-inspection'].includes(blocked)) return 'blocked';
  return impact === 'direct' && leaving.reorganisation === undefined ? 'reorganisation-missing' : undefined;
}

function ageError({ age }: OracleCase): string | undefined {
  if (!['normal', 'reduced', 'limit'].includes(age?.schedule ?? 'normal')) return 'schedule';
  return age?.limit !== undefined && !parseDecimal(age.limit) ? 'age-limit' : undefined;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function insuranceError({ insurance, leaving, person }: OracleCase): string | undefined {
  const { publicSector, countable, hazardous } = insurance;
  const durations: (Duration | undefined)[] = [insurance, publicSector, countable, hazardous];
  const bad = durations.some((d) => d !== undefined && !(isCount(d.years) && isCount(d.months)));
  if (bad) return 'insurance';
  const months = (d: Duration): number => d.years * 12 + d.months;
  const parts = [publicSector, countable, hazardous].filter((d) => d !== undefined);
  if (parts.some((d) => months(d) > months(insurance))) return 'part-above-total';
  const life = monthOf(leaving.date) - (birthMonthOf(person.birth) ?? 0);
  return months(insurance) > life ? 'insurance-longer-than-life' : undefined;
}

/** Components, a contract salary and a known monthly salary exclude each other; one of them must be there. */
function salaryError(salary: OracleSalary): string | undefined {
  const components = [...COEFFICIENTS, ...PERCENTS].some((key) => salary[key] !== undefined);
  const forms = [components, salary.contract !== undefined, salary.monthly !== undefined];
  if (forms.filter(Boolean).length !== 1) return 'salary-form';
  if (components && salary.coefficient === undefined) return 'coefficient-missing';
  if ([salary.coefficient, salary.contract, salary.monthly].some((text) => text !== undefined && Number(text) === 0))
    return 'zero';
  for (const key of [...COEFFICIENTS, 'contract', 'monthly'] as const) {
    if (salary[key] !== undefined && !parseDecimal(salary[key])) return key;
  }
  return PERCENTS.find((key) => salary[key] !== undefined && !parsePercent(salary[key]));
}
