import { isDate, monthText } from './calendar.ts';
import { dueAfter } from './due.ts';
import { earlyRetirementLines, earlyRetirementObstacle, type Line } from './early.ts';
import { establishFacts, type Facts } from './facts.ts';
import { inputError } from './input.ts';
import { versionAt } from './law.ts';
import { type Rational, ratio } from './rational.ts';
import { resolveReadings } from './readings.ts';
import { severanceLines, severanceObstacle } from './severance.ts';
import type {
  OracleBenefit,
  OracleCase,
  OracleMeasures,
  OracleOptions,
  OracleResult,
  Route,
  Version,
} from './types.ts';

export type { OracleCase, OracleOptions, OracleResult } from './types.ts';

/**
 * Decree 178/2024 computed a second time, from the digest of the law alone: the yardstick for the tool itself.
 *
 * When several obstacles meet, the first of these decides: input that is wrong under any law (`invalid`); a leaving
 * or as-of day before 2025-01-01 (`refused`); input that is wrong under the applicable law (`invalid`); what blocks
 * the policy (`refused`); what the law does not pay (`nothing`).
 */
export function oracle(c: OracleCase, options: OracleOptions = {}): OracleResult {
  const readings = resolveReadings(options.interpretations);
  if (options.asOf !== undefined && !isDate(options.asOf)) throw new RangeError(`not a date: ${options.asOf}`);
  // A monthly allowance is no salary of Điều 5 khoản 6.
  const error = inputError(c) ?? (c.salary.allowance === undefined ? undefined : 'salary-form-not-in-scheme');
  if (error !== undefined) return { outcome: 'invalid', reason: error };
  const version = applicableVersion(c.leaving.date, options.asOf);
  if (!version) return { outcome: 'refused', reason: 'before-2025' };
  const facts = establishFacts(c, version, readings, options.asOf);
  if (typeof facts === 'string') return { outcome: 'invalid', reason: facts };
  const refusal = refusalReason(c, version, readings['in-force-day']);
  if (refusal !== undefined) return { outcome: 'refused', reason: refusal, version };
  return withDue(c, settle(c.leaving.route, facts));
}

/** Điều 7b: who was settled under Decree 177 for less is raised to this. */
function withDue(c: OracleCase, result: OracleResult): OracleResult {
  if (result.total === undefined || c.leaving.impact !== 're-election') return result;
  const due = dueAfter('nd177', c, BigInt(result.total));
  return due === 'missing' ? { outcome: 'invalid', reason: 'missing: settled.amount' } : { ...result, ...due };
}

/** A leaver is governed by the version in force on the leaving date, unless another day is asked for. */
function applicableVersion(leavingDate: string, asOf: string | undefined): Version | undefined {
  return versionAt(leavingDate) && versionAt(asOf ?? leavingDate);
}

/** The first day of the decree, by the ministry's answer; Điều 4; TT 01 Điều 8 khoản 2: Decree 29 has settled already; and Điều 7b before it existed. */
function refusalReason({ leaving, settled }: OracleCase, version: Version, firstDay: string): string | undefined {
  if (leaving.date === '2025-01-01' && firstDay === 'out') return 'in-force-day';
  const { scheme, date } = settled ?? {};
  // Without its day nobody can tell whether Decree 29 settled in time.
  if (scheme === 'nd29' && (date ?? '') < '2025-01-01') return 'settled-under-nd29';
  if (leaving.blocked === 'discipline-or-inspection') return 'blocked';
  if (leaving.blocked === 'pregnancy-or-small-child' && leaving.voluntary !== true) return 'blocked';
  return leaving.impact === 're-election' && version < '2025-03-15' ? 're-election-before-decree-67' : undefined;
}

const ROUTES: Record<
  Route,
  { obstacle: (facts: Facts) => string | undefined; lines: (facts: Facts) => readonly Line[] }
> = {
  'early-retirement': { obstacle: earlyRetirementObstacle, lines: earlyRetirementLines },
  severance: { obstacle: severanceObstacle, lines: severanceLines },
};

/** Pays the first of the asked routes whose conditions hold. */
function settle(asked: string, facts: Facts): OracleResult {
  const common = { version: facts.version, measures: measuresOf(facts) };
  if (facts.monthsEarly === 0) return { outcome: 'nothing', reason: 'at-age', ...common };
  if (facts.impact === 'indirect' && facts.version < '2025-03-15') {
    return { outcome: 'nothing', reason: 'indirect-before-decree-67', ...common };
  }
  const routes: Route[] = asked === 'auto' ? ['early-retirement', 'severance'] : [asked as Route];
  const route = routes.find((each) => ROUTES[each].obstacle(facts) === undefined);
  if (!route) {
    const reason = routes.map((each) => ROUTES[each].obstacle(facts)).join(', ');
    return { outcome: 'nothing', reason, ...common };
  }
  const benefits = pay(ROUTES[route].lines(facts), facts.salary);
  if (benefits.length === 0) return { outcome: 'nothing', reason: 'no-line', ...common };
  const total = benefits.reduce((so, { amount }) => so + BigInt(amount), 0n);
  return { outcome: 'paid', route, ...common, benefits, total: String(total) };
}

/** Each line rounded half up to the đồng; lines of no months are left out. */
function pay(lines: readonly Line[], salary: Rational): OracleBenefit[] {
  return lines
    .filter(([, months]) => !months.isZero)
    .map(([id, months]) => ({
      id,
      months: months.toDecimal(),
      amount: salary.times(months).roundHalfUp().toDecimal(),
    }));
}

function measuresOf(facts: Facts): OracleMeasures {
  return {
    monthlySalary: facts.salary.toDecimal(),
    normalRetirement: monthText(facts.ageMonth),
    pensionStart: monthText(facts.ageMonth + 1),
    monthsEarly: facts.monthsEarly,
    yearsEarly: ratio(facts.earlyHalves, 2).toDecimal(),
    serviceYears: ratio(facts.serviceHalves, 2).toDecimal(),
    severanceMonths: facts.severanceMonths,
    window: facts.window,
  };
}
