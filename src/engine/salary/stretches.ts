import { monthText, type Month } from '../../base/calendar.ts';
import { RuleDefect } from '../../base/checked.ts';
import type { Facts } from '../../law/facts.ts';
import type { BaseSalaryProvision } from '../../law/provision.ts';
import type { Readings } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import type { ScaledSalary } from './pay-scale.ts';
import { baseSalary, monthlySalary, salaryForm, type MonthlySalary } from './salary.ts';

/** Months in a row with one statutory base salary, and the salary of each of them. */
export interface Stretch {
  readonly from: Month;
  /** The last month of the stretch. */
  readonly until: Month;
  readonly salary: MonthlySalary;
  /** Absent where the salary is given as a sum, which no base salary changes. */
  readonly base?: Rule<BaseSalaryProvision>;
}

/**
 * The salary of each month of a time that lasts (tiền lương của từng tháng): a new stretch begins where another statutory
 * base salary counts. A salary that is given as a sum stays as it is.
 */
export function stretchesOf(
  law: LawVersion,
  facts: Facts,
  readings: Readings,
  scaled: ScaledSalary,
  { from, until }: { readonly from: Month; readonly until: Month },
): Stretch[] {
  const salaryIn = (month: Month): MonthlySalary => monthlySalary(law, facts, readings, scaled, month);
  if (until < from) return [];
  if (salaryForm(scaled.salary) !== 'components') return [{ from, until, salary: salaryIn(from) }];
  const found: { from: Month; until: Month; base: Rule<BaseSalaryProvision> }[] = [];
  for (let month = from; month <= until; month++) {
    const base = baseSalary(law, month)?.rule;
    if (!base) throw new RuleDefect(`no statutory base salary for ${monthText(month)}`);
    const last = found.at(-1);
    if (last?.base === base) last.until = month;
    else found.push({ from: month, until: month, base });
  }
  return found.map((one) => ({ ...one, salary: salaryIn(one.from) }));
}
