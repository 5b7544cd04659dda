import { Decimal, ZERO, type Dong } from '../../base/decimal.ts';
import { monthText, parseMonth, type Month } from '../../base/calendar.ts';
import { RuleDefect } from '../../base/checked.ts';
import type { Salary } from '../../case/case.ts';
import type { Facts } from '../../law/facts.ts';
import type {
  BaseSalaryProvision,
  ComponentProvision,
  PercentBaseProvision,
  RoundingProvision,
} from '../../law/provision.ts';
import { consultAll, holding, select, type Readings } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import type { ScaledSalary } from './pay-scale.ts';
import { rounded } from './rounding.ts';

/** One component of the current monthly salary (thành phần tiền lương tháng hiện hưởng). */
export interface SalaryLine {
  readonly component: string;
  /** What the case states: a coefficient, a percentage, an amount. */
  readonly given: string;
  readonly amount: Dong;
  readonly rule: Rule<ComponentProvision>;
  /** The base salary, or the components a percentage stands on. */
  readonly base?: Rule<BaseSalaryProvision>;
  readonly percentBase?: Rule<PercentBaseProvision>;
}

/** The current monthly salary (tiền lương tháng hiện hưởng). */
export interface MonthlySalary {
  readonly amount: Dong;
  readonly lines: readonly SalaryLine[];
  readonly rounding: Rule<RoundingProvision> | undefined;
  /** Components of the case that this version of the law does not count. */
  readonly notCounted: readonly string[];
  /** Components of the case that it counts under another reading of an open question only. */
  readonly readOut: readonly Rule<ComponentProvision>[];
  /** The rules that turned a grade and step into a coefficient. */
  readonly scale: ScaledSalary['rules'];
}

const PERCENT = new Decimal('0.01');

/** A statutory base salary (mức lương cơ sở). */
export interface StatutoryBase {
  readonly rule: Rule<BaseSalaryProvision>;
  /** The month from which it counts. */
  readonly since: Month;
  readonly amount: Dong;
}

/** The statutory base salaries of a version, the latest first. */
function statutoryBases(law: LawVersion): readonly StatutoryBase[] {
  const bases = law.rules('base-salary').map((rule) => {
    const { since, amount } = rule.provision;
    return { rule, since: parseMonth(since) as Month, amount: new Decimal(amount) };
  });
  return bases.sort((one, other) => other.since - one.since);
}

/** How the case gives its salary. */
export function salaryForm(salary: Salary): 'contract' | 'monthly' | 'allowance' | 'components' {
  if (salary.contract !== undefined) return 'contract';
  if (salary.monthly !== undefined) return 'monthly';
  return salary.allowance === undefined ? 'components' : 'allowance';
}

/** The month whose salary counts for a leaving month (tháng liền kề trước khi nghỉ). */
export function salaryMonth(law: LawVersion, leaving: Month): Month {
  const [which] = law.rules('base-salary-month');
  return leaving - (which?.provision.monthsBefore ?? 0);
}

/** The statutory base salary that counts for a leaving month. */
export function baseSalary(law: LawVersion, leaving: Month): StatutoryBase | undefined {
  const month = salaryMonth(law, leaving);
  return law.derived(statutoryBases).find(({ since }) => since <= month);
}

/** Of a scheme that pays nothing by the salary of the person. */
const NO_SALARY: MonthlySalary = {
  amount: ZERO,
  lines: [],
  rounding: undefined,
  notCounted: [],
  readOut: [],
  scale: [],
};

/** Computes the current monthly salary from what the case states. */
export function monthlySalary(
  law: LawVersion,
  facts: Facts,
  readings: Readings,
  scaled: ScaledSalary,
  leaving: Month,
): MonthlySalary {
  const { salary } = scaled;
  if (law.rules('component').length === 0) return NO_SALARY;
  const form = salaryForm(salary);
  if (form !== 'components') return wholeSalary(law, form, salary[form] ?? '0');
  const ofRounding: Readings = { chosen: readings.chosen };
  const rounding = select(law.roundings.component, facts, ofRounding);
  const builder = new Builder(law, facts, readings, salary, leaving, rounding);
  const built = builder.build(scaled.rules);
  // The question how to round decides something only where there is something to round.
  if (builder.fractions) consultAll(ofRounding, readings);
  return built;
}

function wholeSalary(law: LawVersion, component: string, given: string): MonthlySalary {
  const [rule] = law.components(component);
  if (!rule) throw new RuleDefect(`no component ${component}`);
  const amount = new Decimal(given);
  return {
    amount,
    lines: [{ component, given, amount, rule }],
    rounding: undefined,
    notCounted: [],
    readOut: [],
    scale: [],
  };
}

/** Builds the components in such an order that each percentage finds the amounts it stands on. */
class Builder {
  /** Whether some component had a fraction of a đồng to round. */
  fractions = false;
  readonly #lines = new Map<string, SalaryLine>();
  readonly #base: StatutoryBase;

  constructor(
    private readonly law: LawVersion,
    private readonly facts: Facts,
    private readonly readings: Readings,
    private readonly salary: Salary,
    leaving: Month,
    private readonly rounding: Rule<RoundingProvision> | undefined,
  ) {
    const base = baseSalary(law, leaving);
    if (!base) throw new RuleDefect(`no statutory base salary before ${monthText(leaving)}`);
    this.#base = base;
  }

  build(scale: MonthlySalary['scale']): MonthlySalary {
    const notCounted: string[] = [];
    const readOut: Rule<ComponentProvision>[] = [];
    const lines: SalaryLine[] = [];
    let amount = ZERO;
    for (const name in this.salary) {
      const given = this.salary[name as keyof Salary];
      if (typeof given !== 'string' || isZero(given) || name === 'average') continue;
      const rule = this.#component(name);
      if (!rule) {
        const [other] = holding(this.law.components(name), this.facts);
        if (other) readOut.push(other);
        else notCounted.push(name);
        continue;
      }
      amount = amount.plus(this.#amount(name, []));
      const line = this.#lines.get(name);
      if (line) lines.push(line);
    }
    return { amount, lines, rounding: this.rounding, notCounted, readOut, scale };
  }

  /** The rule by which a component counts under the chosen readings. */
  #component(name: string): Rule<ComponentProvision> | undefined {
    return select(this.law.components(name), this.facts, this.readings);
  }

  #amount(name: string, open: readonly string[]): Dong {
    const built = this.#lines.get(name);
    if (built) return built.amount;
    const given = (this.salary as Record<string, string | undefined>)[name];
    if (given === undefined || isZero(given)) return ZERO;
    const rule = this.#component(name);
    if (!rule) return ZERO;
    if (open.includes(name)) throw new RuleDefect(`the percentage of ${name} stands on itself`);
    const line = this.#line(name, given, rule, rule.provision.unit === 'percent' ? [...open, name] : open);
    this.#lines.set(name, line);
    return line.amount;
  }

  #line(component: string, given: string, rule: Rule<ComponentProvision>, open: readonly string[]): SalaryLine {
    if (rule.provision.unit === 'coefficient') {
      const amount = this.#round(new Decimal(given).times(this.#base.amount));
      return { component, given, amount, rule, base: this.#base.rule };
    }
    if (rule.provision.unit === 'dong') return { component, given, amount: this.#round(new Decimal(given)), rule };
    const payTable = this.facts.values.payTable as string;
    const percentBase = select(percentBases(this.law, payTable, component), this.facts, this.readings);
    if (!percentBase) throw new RuleDefect(`no base for the percentage ${component} in pay table ${payTable}`);
    let base = ZERO;
    for (const name of percentBase.provision.of) base = base.plus(this.#amount(name, open));
    const amount = this.#round(base.times(new Decimal(given.slice(0, -1))).times(PERCENT));
    return { component, given, amount, rule, percentBase };
  }

  #round(amount: Dong): Dong {
    if (!amount.isInteger()) this.fractions = true;
    return this.rounding ? rounded(this.rounding.provision, amount) : amount;
  }
}

/** The rules that say on what a percentage stands in a pay table: one, or one for each reading of an open question. */
function percentBases(law: LawVersion, payTable: string, component: string): readonly Rule<PercentBaseProvision>[] {
  return law
    .rules('percent-base')
    .filter(({ provision }) => provision.payTable.includes(payTable) && provision.components.includes(component));
}

function isZero(given: string | undefined): given is undefined | '0' | '0%' {
  return given === undefined || given === '0' || given === '0%';
}
