import { monthOfDay, parseDay, type Day } from '../../base/calendar.ts';
import { ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import { calculation, type CalculateOptions } from '../../engine/calculate.ts';
import type { Derivation } from '../../engine/derivation.ts';
import { componentRate } from '../../engine/salary/component-rate.ts';
import { builtinLaw } from '../../law/builtin.ts';
import type { RatedComponent } from '../../law/vocabulary.ts';
import type { Form } from '../../law/form.ts';

/** The salary of a person as one row of form I.5 gives it. */
export interface SalaryGiven {
  readonly leaving: string;
  readonly group: string;
  /** Whether the age, and with it the seniority, is that of a soldier. */
  readonly soldier: boolean;
  /** YYYY-MM; only soldiers' seniority is counted from it. */
  readonly enlisted?: string;
  /** The coefficients and percentages that the row states, by component, as a case takes them. */
  readonly stated: Readonly<Record<string, string>>;
  readonly drawsPublicService: boolean;
  /** A percentage of professional seniority that the row itself shows, for people who are no soldiers. */
  readonly professionPercent?: Exact;
}

/** Any age and time do: no component of the salary depends on them. */
const ANY_AGE = 59;
const ANY_LIMIT = '60';
const ANY_YEARS = 30;

/** Full years from the enlistment to the month before leaving. */
function yearsServed(enlisted: string, leaving: string): number {
  const months = monthOfDay(parseDay(leaving) as Day) - monthOfDay(parseDay(`${enlisted}-01`) as Day);
  return Math.floor(Math.max(0, months) / 12);
}

/** The salary components as the engine computes them; what it says where it cannot. */
export function workSalary(form: Form, given: SalaryGiven, options: CalculateOptions): Derivation | string {
  const { leaving, group, soldier, enlisted, professionPercent } = given;
  const law = options.law ?? builtinLaw();
  const version = law.at(form.scheme, leaving);
  const rate = (component: RatedComponent, years?: number): Exact =>
    version.ok ? componentRate(version.value, group, component, years) : ZERO;
  const seniority =
    soldier && enlisted !== undefined
      ? rate('profession', yearsServed(enlisted, leaving))
      : (professionPercent ?? ZERO);
  const percent = (value: Exact): string => `${value.toFixed()}%`;
  const worked = calculation(
    {
      acceptImplausible: true,
      person: { sex: 'male', birth: String(Number(leaving.slice(0, 4)) - ANY_AGE), group },
      leaving: { route: form.route, date: leaving, reorganisation: leaving, impact: form.impact },
      ...(soldier ? { age: { schedule: 'limit', limit: ANY_LIMIT } } : {}),
      insurance: { years: ANY_YEARS },
      salary: {
        ...given.stated,
        profession: percent(seniority),
        publicService: percent(given.drawsPublicService ? rate('publicService') : ZERO),
      },
    },
    { ...options, scheme: form.scheme },
  );
  if (!worked.ok) return worked.issues.map(({ message }) => message).join(' ');
  if ('refused' in worked.value) return worked.value.refused.findings.map(({ message }) => message).join(' ');
  return worked.value.derivation;
}
