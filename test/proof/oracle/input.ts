import { birthMonthOf, isDate, monthOf } from './calendar.ts';
import { GROUPS } from './law.ts';
import { parseDecimal, parsePercent } from './rational.ts';
import { limitInMonths } from './retirement.ts';
import { scaleError } from './scales.ts';
import type { Duration, OracleCase, OracleSalary } from './types.ts';

/** Salary components that are coefficients of the base salary. */
const COEFFICIENTS = ['coefficient', 'positionAllowance', 'retained', 'committee'] as const;

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

const SCALE_KEYS = ['scale', 'step', 'stepMonths'] as const;

/** What a scheme knows beyond the law common to all: its groups, its routes, whether it has the 12-month clock. */
export interface InputTerms {
  groups: { has(name: string): boolean };
  routes: readonly string[];
  clock: boolean;
}

const ND178_TERMS: InputTerms = { groups: GROUPS, routes: ['early-retirement', 'severance'], clock: true };

/**
 * The first thing wrong with the input that needs no law to be seen; undefined if it is sound.
 * A group outside the scheme and a missing reorganisation date for the directly affected are among them.
 */
export function inputError(c: OracleCase, terms: InputTerms = ND178_TERMS): string | undefined {
  return (
    personError(c, terms) ??
    leavingError(c, terms) ??
    ageError(c) ??
    insuranceError(c) ??
    salaryError(c.salary) ??
    extraError(c)
  );
}

function personError({ person }: OracleCase, { groups }: InputTerms): string | undefined {
  if (!['male', 'female'].includes(person.sex)) return 'sex';
  if (birthMonthOf(person.birth) === undefined) return 'birth';
  if (!['civil', 'army', 'police'].includes(person.paidLike ?? 'civil')) return 'paid-like';
  if (person.pensionSince !== undefined && !isDate(person.pensionSince)) return 'date';
  return groups.has(person.group) ? undefined : 'group-not-covered';
}

const GROUNDS = ['reorganisation', 'job-position', 'standard', 'quality', 'health', 'leadership', 'wish'];

function leavingError({ leaving }: OracleCase, { routes, clock }: InputTerms): string | undefined {
  if (leaving.route !== 'auto' && !routes.includes(leaving.route)) return 'route';
  const { date, reorganisation = date, decided = date, filed = date } = leaving;
  if (![date, reorganisation, decided, filed].every(isDate)) return 'date';
  if (leaving.ground !== undefined && !GROUNDS.includes(leaving.ground)) return 'ground';
  const impact = leaving.impact ?? 'direct';
  if (!['direct', 'indirect', 're-election'].includes(impact)) return 'impact';
  const blocked = leaving.blocked ?? 'none';
  if (!['none', 'pregnancy-or-small-child', 'discipline-or-inspection'].includes(blocked)) return 'blocked';
  return clock && impact === 'direct' && leaving.reorganisation === undefined ? 'reorganisation-missing' : undefined;
}

function ageError({ age }: OracleCase): string | undefined {
  if (!['normal', 'reduced', 'limit'].includes(age?.schedule ?? 'normal')) return 'schedule';
  return age?.limit !== undefined && limitInMonths(age.limit) === undefined ? 'age-limit' : undefined;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function insuranceError({ insurance, leaving, person }: OracleCase): string | undefined {
  const { publicSector, countable, hazardous, otherPosts, unemployment } = insurance;
  const durations: (Duration | undefined)[] = [insurance, publicSector, countable, hazardous, otherPosts, unemployment];
  const bad = durations.some((d) => d !== undefined && !(isCount(d.years) && isCount(d.months)));
  if (bad) return 'insurance';
  const months = (d: Duration): number => d.years * 12 + d.months;
  const parts = [publicSector, countable, hazardous, unemployment].filter((d) => d !== undefined);
  if (parts.some((d) => months(d) > months(insurance))) return 'part-above-total';
  const life = monthOf(leaving.date) - (birthMonthOf(person.birth) ?? 0);
  return months(insurance) > life ? 'insurance-longer-than-life' : undefined;
}

/** Components, a contract salary, a known one and an allowance exclude each other; one of them must be there. */
function salaryError(salary: OracleSalary): string | undefined {
  const { contract, monthly, allowance, average, coefficient, scale } = salary;
  const components = [...COEFFICIENTS, ...PERCENTS, ...SCALE_KEYS].some((key) => salary[key] !== undefined);
  const forms = [components, contract !== undefined, monthly !== undefined, allowance !== undefined];
  if (forms.filter(Boolean).length !== 1) return 'salary-form';
  if (components && coefficient === undefined && scale === undefined) return 'coefficient-missing';
  const wholes = [coefficient, contract, monthly, allowance, average];
  if (wholes.some((text) => text !== undefined && Number(text) === 0)) return 'zero';
  for (const key of [...COEFFICIENTS, 'contract', 'monthly', 'allowance', 'average'] as const) {
    if (salary[key] !== undefined && !parseDecimal(salary[key])) return key;
  }
  return scaleError(salary) ?? PERCENTS.find((key) => salary[key] !== undefined && !parsePercent(salary[key]));
}

/** The keys that only the neighbouring schemes ask for. */
function extraError({ work, training, settled, post }: OracleCase): string | undefined {
  if (work && !(isCount(work.years) && isCount(work.months))) return 'work';
  if (training?.months !== undefined && !isCount(training.months)) return 'training';
  const dates = [settled?.date, post?.termEnds];
  if (dates.some((date) => date !== undefined && !isDate(date))) return 'date';
  const amounts = [training?.fee, settled?.amount, post?.newAllowance];
  return amounts.some((text) => text !== undefined && !parseDecimal(text)) ? 'amount' : undefined;
}
