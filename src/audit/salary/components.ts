import { monthOfDay, parseDay, type Day } from '../../base/calendar.ts';
import { Decimal, ZERO, type Decimal as Exact } from '../../base/decimal.ts';
import { work, type CalculateOptions } from '../../calculate.ts';
import type { Derivation } from '../../derivation/derivation.ts';
import { PUBLIC_SERVICE_PERCENT } from '../forms/i5.ts';
import { PROFESSIONAL_SENIORITY } from '../forms/seniority.ts';
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

/** The per cent of professional seniority of a soldier: full years up to the month before leaving. */
export function seniorityPercent(enlisted: string, leaving: string): number {
  const months = monthOfDay(parseDay(leaving) as Day) - monthOfDay(parseDay(`${enlisted}-01`) as Day);
  const years = Math.floor(Math.max(0, months) / 12);
  const { fromYears, percentPerYear } = PROFESSIONAL_SENIORITY;
  return years < fromYears ? 0 : years * percentPerYear;
}

/** The salary components as the engine computes them; what it says where it cannot. */
export function workSalary(form: Form, given: SalaryGiven, options: CalculateOptions): Derivation | string {
  const { leaving, group, soldier, enlisted, professionPercent } = given;
  const seniority =
    soldier && enlisted !== undefined ? new Decimal(seniorityPercent(enlisted, leaving)) : (professionPercent ?? ZERO);
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
        publicService: given.drawsPublicService ? PUBLIC_SERVICE_PERCENT : '0%',
      },
    },
    { ...options, scheme: form.scheme },
  );
  if (!worked.ok) return worked.issues.map(({ message }) => message).join(' ');
  if ('refused' in worked.value) return worked.value.refused.findings.map(({ message }) => message).join(' ');
  return worked.value.derivation;
}
