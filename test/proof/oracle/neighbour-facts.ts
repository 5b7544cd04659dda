import { birthMonthOf, monthOf, monthText } from './calendar.ts';
import { halfYears, monthsEarly, pensionEligible, totalMonths } from './facts.ts';
import { baseSalaryFor, baseSalaryIn, groupOf } from './law.ts';
import { parseDecimal, ratio, type Rational, ZERO } from './rational.ts';
import { retirementMonth, scheduleOf } from './retirement.ts';
import { monthlySalary } from './salary.ts';
import { ALL_PERCENTS, type Base, type Chosen, type NeighbourFacts, type Scheme } from './scheme.ts';
import type { OracleCase, OracleSalary } from './types.ts';

/** The facts of one person under a neighbouring scheme. */

/** Every question of the scheme with its chosen option. Throws on an unknown one. */
function readingsOf(scheme: Scheme, chosen: Readonly<Record<string, string>>): Record<string, string> {
  const readings: Record<string, string> = {};
  for (const [id, options] of Object.entries(scheme.readings)) readings[id] = options[0] ?? '';
  for (const [id, option] of Object.entries(chosen)) {
    if (!scheme.readings[id]?.includes(option)) throw new RangeError(`unknown reading ${id}=${option} of ${scheme.id}`);
    readings[id] = option;
  }
  return readings;
}

/** The tables of Decree 135 begin in 2021: who was born before them reached the age in December 2020 at the latest. */
const BEFORE_TABLES = 2020 * 12 + 11;

/** The month in which the age is reached; undefined where the scheme can do without it; or why it must be told. */
function ageOf(scheme: Scheme, c: OracleCase): number | string | undefined {
  const afterAge = typeof scheme.afterAge === 'string' ? scheme.afterAge : scheme.afterAge(c.person.group);
  const reached = retirementMonth(c);
  if (afterAge === 'unasked') return typeof reached === 'number' ? reached : undefined;
  const past = afterAge === 'known' || afterAge === 'counted';
  if (reached === 'birth-before-tables' && past) return undefined;
  if (typeof reached === 'string') return reached;
  return afterAge === 'refused' && reached + 1 < monthOf(c.leaving.date) ? 'leaving-after-age' : reached;
}

/** Establishes the facts of a sound case, or names the input error met on the way. */
export function establish(
  scheme: Scheme,
  c: OracleCase,
  chosen: Readonly<Record<string, string>>,
): NeighbourFacts | string {
  const ageMonth = ageOf(scheme, c);
  if (typeof ageMonth === 'string') return ageMonth;
  const readings = readingsOf(scheme, chosen);
  const lacking = scheme.lacks?.(c, readings);
  if (lacking !== undefined) return lacking;
  const { date } = c.leaving;
  const { hazardous } = c.insurance;
  const early = ageMonth === undefined ? 0 : Math.max(0, monthsEarly(c, ageMonth, readings['mid-month-leaving']));
  const service = scheme.serviceMonths(c.insurance, c);
  return {
    c,
    date,
    group: c.person.group,
    impact: c.leaving.impact ?? 'direct',
    schedule: scheduleOf(c),
    readings,
    bases: basesOf(scheme, c, readings),
    ageMonth,
    monthsEarly: early,
    monthsPast: Math.max(0, scheme.monthsSince?.(c) ?? monthOf(date) - ((ageMonth ?? BEFORE_TABLES) + 1)),
    ageMonths: monthOf(date) - (birthMonthOf(c.person.birth) ?? 0),
    earlyHalves: scheme.earlyHalves?.(early, c) ?? halfYears(early),
    serviceMonths: service,
    serviceHalves: scheme.serviceHalves(service, c),
    pensionEligible: pensionEligible(c, date),
    hardWorkTooShort: c.age?.schedule === 'reduced' && hazardous !== undefined && totalMonths(hazardous) < 180,
  };
}

/** The salary without the allowances that the act does not count. */
function counted(scheme: Scheme, c: OracleCase, readings: Chosen): OracleSalary {
  const { percents } = scheme;
  const kept = scheme.percentsOf?.(c) ?? (typeof percents === 'function' ? percents(readings) : percents);
  const { salary } = c;
  const dropped = ALL_PERCENTS.filter((name) => !kept.includes(name));
  // The months on the last step only stand for the over-frame.
  if (dropped.includes('overFrame')) dropped.push('stepMonths');
  return Object.fromEntries(Object.entries(salary).filter(([key]) => !dropped.includes(key)));
}

/** The salary of who leaves, by a base salary. */
export function salaryOn(scheme: Scheme, c: OracleCase, readings: Chosen, baseSalary: number): Rational {
  const { salary, leaving } = c;
  const { retainedFrom } = scheme;
  const from = typeof retainedFrom === 'function' ? retainedFrom(readings) : retainedFrom;
  const terms = {
    pay: groupOf(c.person)?.pay ?? 'state',
    baseSalary,
    retainedCounts: leaving.date >= from,
    rounding: readings['salary-rounding'] === 'exact' ? 'exact' : 'component',
    forcesBase: readings['forces-percent-base'] === 'with-seniority' ? 'with-seniority' : 'salary-and-position',
  } as const;
  const paid = monthlySalary(counted(scheme, c, readings), terms);
  const committee = parseDecimal(salary.committee);
  const counts = scheme.committee === true && salary.monthly === undefined && committee !== undefined;
  return counts ? paid.plus(committee.times(ratio(baseSalary)).roundHalfUp()) : paid;
}

function basesOf(scheme: Scheme, c: OracleCase, readings: Readonly<Record<string, string>>): NeighbourFacts['bases'] {
  const { salary, leaving, training, post } = c;
  const here = ratio(baseSalaryIn(monthOf(leaving.date)));
  const bases: Partial<Record<Base, Rational>> = { statutory: here };
  const put = (base: Base, value: Rational | undefined): void => {
    if (value) bases[base] = value;
  };
  put('average', parseDecimal(salary.average));
  put('allowance', parseDecimal(salary.allowance));
  put('fee', parseDecimal(training?.fee));
  const position = parseDecimal(salary.positionAllowance);
  const less = parseDecimal(post?.newAllowance ?? '0');
  // A new post that pays as much or more leaves no difference.
  const more = position && less && position.compare(less) > 0 ? position.plus(less.times(ratio(-1))) : ZERO;
  if (position?.isZero === false) put('difference', more.times(here));
  if (salary.allowance !== undefined) return bases;
  const own = scheme.salaryMonth?.(c) ?? (scheme.ownMonth === true ? monthOf(leaving.date) : undefined);
  const baseSalary = own === undefined ? baseSalaryFor(leaving.date) : baseSalaryIn(own);
  put('salary', salaryOn(scheme, c, readings, baseSalary));
  return bases;
}

/** What a result says of the person, as far as the scheme speaks of it. */
export function measuresOf({ measures }: Scheme, facts: NeighbourFacts): Record<string, string | number> {
  const { ageMonth, bases, earlyHalves, serviceHalves } = facts;
  if (ageMonth === undefined) return {};
  const all = {
    ...(bases.salary ? { monthlySalary: bases.salary.toDecimal() } : {}),
    normalRetirement: monthText(ageMonth),
    pensionStart: monthText(ageMonth + 1),
    monthsEarly: facts.monthsEarly,
    yearsEarly: ratio(earlyHalves, 2).toDecimal(),
    serviceYears: ratio(serviceHalves, 2).toDecimal(),
    monthsPast: facts.monthsPast,
    waitingMonths: Math.max(0, ageMonth - monthOf(facts.date) + 1),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => measures.includes(name)));
}
