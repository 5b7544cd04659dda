import { monthOfDay, parseDay, type Day } from '../../base/calendar.ts';
import { Decimal, ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import { work, type CalculateOptions } from '../../calculate.ts';
import type { Derivation } from '../../derivation/derivation.ts';
import { builtinLaw } from '../../law/builtin.ts';
import type { Law } from '../../law/law.ts';
import type { RatedComponent } from '../../law/vocabulary.ts';
import type { Form } from '../forms/form.ts';

/** The salary of a person as one row of form I.5 gives it. */
export interface SalaryGiven {
  readonly leaving: string;
  readonly group: string;
  /** Whether the age, and with it the seniority, is that of a soldier. */
  readonly soldier: boolean;
  /** YYYY-MM; only soldiers' seniority is counted from it. */
  readonly enlisted?: string;
  readonly coefficient: Exact;
  readonly retained: Exact;
  readonly position: Exact;
  readonly responsibility: Exact;
  readonly specific: Exact;
  readonly drawsPublicService: boolean;
  /** A percentage of professional seniority that the row itself shows, for people who are no soldiers. */
  readonly professionPercent?: Exact;
}

/** Any age and time do: no component of the salary depends on them. */
const ANY_AGE = 59;
const ANY_LIMIT = '60';
const ANY_YEARS = 30;

/** The percentage of a component that the law sets for a group on a leaving date; nothing where it sets none. */
function rateOf(law: Law, form: Form, { group, leaving }: SalaryGiven, component: RatedComponent, years = 0): Exact {
  const found = law.at(form.scheme, leaving);
  const payTable = found.ok ? found.value.group(group)?.provision.payTable : undefined;
  if (!found.ok || payTable === undefined) return ZERO;
  const rule = found.value
    .rules('component-rate')
    .find(({ provision }) => provision.component === component && provision.payTable.includes(payTable));
  const { percent, yearly, fromYears = 0 } = rule?.provision ?? {};
  if (yearly !== undefined) return years < fromYears ? ZERO : new Decimal(yearly).times(years);
  return new Decimal(percent ?? 0);
}

/** Full years from the enlistment to the month before leaving. */
function yearsServed(enlisted: string, leaving: string): number {
  const months = monthOfDay(parseDay(leaving) as Day) - monthOfDay(parseDay(`${enlisted}-01`) as Day);
  return Math.floor(Math.max(0, months) / 12);
}

/** The salary components as the engine computes them; what it says where it cannot. */
export function workSalary(form: Form, given: SalaryGiven, options: CalculateOptions): Derivation | string {
  const { leaving, group, soldier, enlisted, professionPercent } = given;
  const law = options.law ?? builtinLaw();
  const seniority =
    soldier && enlisted !== undefined
      ? rateOf(law, form, given, 'profession', yearsServed(enlisted, leaving))
      : (professionPercent ?? ZERO);
  const percent = (value: Exact): string => `${value.toFixed()}%`;
  const worked = work(
    {
      person: { sex: 'male', birth: String(Number(leaving.slice(0, 4)) - ANY_AGE), group },
      leaving: { route: form.route, date: leaving, reorganisation: leaving, impact: form.impact },
      ...(soldier ? { age: { schedule: 'limit', limit: ANY_LIMIT } } : {}),
      insurance: { years: ANY_YEARS },
      salary: {
        coefficient: given.coefficient.toFixed(),
        positionAllowance: given.position.toFixed(),
        retained: given.retained.toFixed(),
        profession: percent(seniority),
        responsibility: percent(given.responsibility),
        specific: percent(given.specific),
        publicService: percent(given.drawsPublicService ? rateOf(law, form, given, 'publicService') : ZERO),
      },
    },
    { ...options, scheme: form.scheme },
  );
  if (!worked.ok) return worked.issues.map(({ message }) => message).join(' ');
  if ('refused' in worked.value) return worked.value.refused.findings.map(({ message }) => message).join(' ');
  return worked.value.derivation;
}
