import { Decimal, decimalOf, ZERO, type Dong } from '../base/decimal.ts';
import { monthText, type Month } from '../base/calendar.ts';
import { keptOfPairs } from '../base/kept.ts';
import { RuleDefect } from '../base/checked.ts';
import type { Salary } from '../case/case.ts';
import type { Facts } from '../law/facts.ts';
import type {
  BaseSalaryProvision,
  ComponentProvision,
  PercentBaseProvision,
  RoundingProvision,
} from '../law/provision.ts';
import { consult, holding, read, type Readings } from '../law/select.ts';
import type { LawVersion, Rule } from '../law/version.ts';
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
  /** The rules that turned a grade and step into a coefficient. */
  readonly scale: ScaledSalary['rules'];
}

const PERCENT = new Decimal('0.01');

const amounts = new WeakMap<Rule<BaseSalaryProvision>, Dong>();

/** The amount of a statutory base salary. */
export function baseAmount(rule: Rule<BaseSalaryProvision>): Dong {
  let amount = amounts.get(rule);
  if (!amount) amounts.set(rule, (amount = new Decimal(rule.provision.amount)));
  return amount;
}

/** How the case gives its salary. */
export function salaryForm(salary: Salary): 'contract' | 'monthly' | 'allowance' | 'components' {
  if (salary.contract !== undefined) return 'contract';
  if (salary.monthly !== undefined) return 'monthly';
  return salary.allowance === undefined ? 'components' : 'allowance';
}

const bases = new WeakMap<LawVersion, Map<Month, Rule<BaseSalaryProvision> | undefined>>();

/** The statutory base salary (mức lương cơ sở) that counts for a leaving month. */
export function baseSalary(law: LawVersion, leaving: Month): Rule<BaseSalaryProvision> | undefined {
  let known = bases.get(law);
  if (!known) bases.set(law, (known = new Map()));
  const there = known.get(leaving);
  if (there) return there;
  const found = findBaseSalary(law, leaving);
  known.set(leaving, found);
  return found;
}

function findBaseSalary(law: LawVersion, leaving: Month): Rule<BaseSalaryProvision> | undefined {
  const [which] = law.rules('base-salary-month');
  const month = monthText(leaving - (which?.provision.monthsBefore ?? 0));
  let found: Rule<BaseSalaryProvision> | undefined;
  for (const rule of law.rules('base-salary')) {
    const { since } = rule.provision;
    if (since <= month && (!found || since > found.provision.since)) found = rule;
  }
  return found;
}

/** Of a scheme that pays nothing by the salary of the person. */
const NO_SALARY: MonthlySalary = { amount: ZERO, lines: [], rounding: undefined, notCounted: [], scale: [] };

/** Computes the current monthly salary from what the case states. */
export function monthlySalary(
  law: LawVersion,
  facts: Facts,
  readings: Readings,
  scaled: ScaledSalary,
  leaving: Month,
): MonthlySalary {
  const { salary } = scaled;
  const rules = holding(law.roundings.component, facts);
  const rounding = rules.find((rule) => read(rule, readings));
  if (law.rules('component').length === 0) return NO_SALARY;
  const form = salaryForm(salary);
  if (form !== 'components') return wholeSalary(law, form, salary[form] ?? '0');
  const { result, fractions } = componentSalary(law, facts, scaled, leaving, rounding);
  if (fractions) for (const rule of rules) consult(rule, readings);
  return result;
}

/** A salary built from components, and whether some component had a fraction of a đồng to round. */
interface Built {
  readonly result: MonthlySalary;
  readonly fractions: boolean;
}

const MOST_SALARIES = 4000;
const salaries = keptOfPairs<LawVersion, Salary, Built>(MOST_SALARIES);

/**
 * The salary of components. Many people of a payroll share one salary ({@link readSalary}), and what is built of it is
 * kept by all else that it depends on, up to a bound.
 */
function componentSalary(
  law: LawVersion,
  facts: Facts,
  scaled: ScaledSalary,
  leaving: Month,
  rounding: Rule<RoundingProvision> | undefined,
): Built {
  const { salary, rules: scale } = scaled;
  const build = (isShared: boolean): Built => {
    const builder = new Builder(law, facts, salary, leaving, rounding);
    const result = builder.build(scale);
    if (isShared) Object.freeze(result.lines);
    return { result, fractions: builder.fractions };
  };
  // A salary that is not shared is not met again.
  if (!Object.isFrozen(salary)) return build(false);
  const rule = rounding ? law.roundings.component.indexOf(rounding) : -1;
  return salaries(law, salary, `${leaving} ${rule} ${String(facts.values.payTable)}`, build);
}

function wholeSalary(law: LawVersion, component: string, given: string): MonthlySalary {
  const rule = law.component(component);
  if (!rule) throw new RuleDefect(`no component ${component}`);
  const amount = decimalOf(given);
  return { amount, lines: [{ component, given, amount, rule }], rounding: undefined, notCounted: [], scale: [] };
}

/** Builds the components in such an order that each percentage finds the amounts it stands on. */
class Builder {
  fractions = false;
  readonly #lines = new Map<string, SalaryLine>();
  readonly #base: Rule<BaseSalaryProvision>;

  constructor(
    private readonly law: LawVersion,
    private readonly facts: Facts,
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
    const lines: SalaryLine[] = [];
    let amount = ZERO;
    for (const name in this.salary) {
      const given = this.salary[name as keyof Salary];
      if (typeof given !== 'string' || isZero(given) || name === 'average') continue;
      if (this.law.component(name) === undefined) {
        notCounted.push(name);
        continue;
      }
      amount = amount.plus(this.#amount(name, []));
      const line = this.#lines.get(name);
      if (line) lines.push(line);
    }
    return { amount, lines, rounding: this.rounding, notCounted, scale };
  }

  #amount(name: string, open: readonly string[]): Dong {
    const there = this.#lines.get(name);
    if (there) return there.amount;
    const given = (this.salary as Record<string, string | undefined>)[name];
    if (given === undefined || isZero(given)) return ZERO;
    const rule = this.law.component(name);
    if (!rule) return ZERO;
    if (open.includes(name)) throw new RuleDefect(`the percentage of ${name} stands on itself`);
    const line = this.#line(name, given, rule, rule.provision.unit === 'percent' ? [...open, name] : open);
    this.#lines.set(name, line);
    return line.amount;
  }

  #line(component: string, given: string, rule: Rule<ComponentProvision>, open: readonly string[]): SalaryLine {
    if (rule.provision.unit === 'coefficient') {
      const amount = this.#round(decimalOf(given).times(baseAmount(this.#base)));
      return { component, given, amount, rule, base: this.#base };
    }
    if (rule.provision.unit === 'dong') return { component, given, amount: this.#round(decimalOf(given)), rule };
    const payTable = this.facts.values.payTable as string;
    const percentBase = this.law
      .rules('percent-base')
      .find(({ provision }) => provision.payTable.includes(payTable) && provision.components.includes(component));
    if (!percentBase) throw new RuleDefect(`no base for the percentage ${component} in pay table ${payTable}`);
    let base = ZERO;
    for (const name of percentBase.provision.of) base = base.plus(this.#amount(name, open));
    const amount = this.#round(base.times(decimalOf(given.slice(0, -1))).times(PERCENT));
    return { component, given, amount, rule, percentBase };
  }

  #round(amount: Dong): Dong {
    if (!amount.isInteger()) this.fractions = true;
    return this.rounding ? rounded(this.rounding.provision, amount) : amount;
  }
}

function isZero(given: string | undefined): given is undefined | '0' | '0%' {
  return given === undefined || given === '0' || given === '0%';
}
