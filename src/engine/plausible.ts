import { monthOfDay, monthText, parseDay, type Day, type Month } from '../base/calendar.ts';
import { Decimal } from '../base/decimal.ts';
import type { Case, Duration } from '../case/case.ts';
import { givenAt } from '../case/flat.ts';
import { monthsOf } from '../case/parse.ts';
import { admits, type Facts } from '../law/facts.ts';
import type { PlausibleBound, PlausibleProvision } from '../law/provision.ts';
import { holds } from '../law/select.ts';
import type { LawVersion, Rule } from '../law/version.ts';
import type { BaseName, PlausibleKey } from '../law/vocabulary.ts';
import { baseSalary, salaryMonth } from './salary/salary.ts';

/** A value of a case beyond a bound of plausible input (số liệu bất thường), and the bound. */
export interface Beyond {
  readonly rule: Rule<PlausibleProvision>;
  /** In the unit of its key: a coefficient, per cent, đồng, months. */
  readonly value: Decimal;
  /** The bounds that held in this case; `only` is the one value of the law. */
  readonly least?: Decimal | undefined;
  readonly most?: Decimal | undefined;
  readonly only?: Decimal | undefined;
}

/**
 * The values of a case that are beyond the bounds of plausible input which the rule files declare for its group: slips,
 * unless the case says otherwise (`acceptImplausible`). Those that are no more than doubtful are in {@link doubtful}.
 */
export function implausible(law: LawVersion, one: Case, facts: Facts): readonly Beyond[] {
  return beyond(law.derived(rulesByGroup), law, one, facts);
}

/** The values of a case that may well be right but have to be looked at before anybody signs. */
export function doubtful(law: LawVersion, one: Case, facts: Facts): readonly Beyond[] {
  return beyond(law.derived(doubtsByGroup), law, one, facts);
}

type Bounding = readonly Rule<PlausibleProvision>[];

/** The rules for each group of a version. */
type ByGroup = Map<string, Bounding>;

const NONE: readonly Beyond[] = [];

function rulesByGroup(law: LawVersion): ByGroup {
  return byGroup(law, false);
}

function doubtsByGroup(law: LawVersion): ByGroup {
  return byGroup(law, true);
}

function byGroup(law: LawVersion, doubts: boolean): ByGroup {
  const rules = law.rules('plausible').filter(({ provision }) => (provision.doubt !== undefined) === doubts);
  return new Map(
    law.rules('group').map(({ provision: { group, payTable, regime } }) => [
      group,
      rules.filter(({ provision: { of, when, doubt } }) => {
        const concerns = admits(when?.group, group) && admits(when?.payTable, payTable) && admits(when?.regime, regime);
        return concerns && (doubt === undefined || counts(law, of));
      }),
    ]),
  );
}

/** Whether a version pays by a key at all; one that pays by no salary, or not by that allowance, has no doubts about it. */
function counts(law: LawVersion, key: PlausibleKey): boolean {
  if (!key.startsWith('salary.')) return true;
  const bySalary = law.rules('benefit').some(({ provision: { base } }) => OF_SALARY.has(base));
  return bySalary && law.components(key.slice('salary.'.length)).length > 0;
}

/** The bases that are made of the components of the salary. */
const OF_SALARY: ReadonlySet<BaseName> = new Set<BaseName>(['monthlySalary', 'salaryOfEachMonth']);

function beyond(rules: ByGroup, law: LawVersion, one: Case, facts: Facts): readonly Beyond[] {
  let found: Beyond[] | undefined;
  for (const rule of rules.get(facts.values.group as string) ?? []) {
    const { of, given, notGiven, doubt } = rule.provision;
    const text = valueAt(one, of);
    if (text === undefined || (doubt === undefined && isZero(text)) || !holds(rule, facts)) continue;
    if (given?.some((key) => isZero(valueAt(one, key))) || notGiven?.some((key) => !isZero(valueAt(one, key))))
      continue;
    const value = typeof text === 'number' ? new Decimal(text) : decimalAt(text);
    const outside = held(rule, value, law, one, facts);
    if (outside) (found ??= []).push(outside);
  }
  return found ?? NONE;
}

/** The bounds of a rule, where the value is beyond them. */
function held(
  rule: Rule<PlausibleProvision>,
  value: Decimal,
  law: LawVersion,
  one: Case,
  facts: Facts,
): Beyond | undefined {
  const { provision } = rule;
  const bound = (of: PlausibleBound | undefined): Decimal | undefined =>
    of === undefined ? undefined : boundOf(of, law, one, facts);
  const only = bound(provision.only);
  if (only !== undefined) return value.eq(only) ? undefined : { rule, value, only };
  const [least, most] = [bound(provision.least), bound(provision.most)];
  const isBeyond = (least !== undefined && value.lt(least)) || (most !== undefined && value.gt(most));
  return isBeyond ? { rule, value, least, most } : undefined;
}

const MONTHS = 12;

/** What a bound comes to in a case; undefined where the law does not say it for that month. */
function boundOf(bound: PlausibleBound, law: LawVersion, one: Case, facts: Facts): Decimal | undefined {
  if (typeof bound === 'string') return decimalAt(bound);
  if ('sinceAge' in bound) {
    return new Decimal(Math.max(0, (facts.values.ageMonths as number) - bound.sinceAge * MONTHS));
  }
  if ('perInsuredYear' in bound)
    return decimalAt(bound.perInsuredYear).times(Math.ceil(monthsOf(one.insurance) / MONTHS));
  const leaving = monthOfDay(parseDay(one.leaving.date) as Day);
  if ('baseSalaries' in bound) return baseSalary(law, leaving)?.amount.times(bound.baseSalaries);
  return amountIn(bound.byMonth, salaryMonth(law, leaving));
}

function amountIn(amounts: readonly { readonly since: string; readonly amount: string }[], month: Month): Decimal {
  const text = monthText(month);
  const past = amounts.filter(({ since }) => since <= text);
  return decimalAt((past.at(-1) ?? amounts[0])?.amount ?? '0');
}

/** The value at a key: decimals as the case writes them, times in whole months; undefined where it is not given. */
function valueAt(one: Case, key: PlausibleKey): string | number | undefined {
  switch (key) {
    case 'insurance.years':
      return monthsOf(one.insurance);
    case 'insurance.otherPosts.years':
      return monthsIn(one.insurance.otherPosts);
    case 'work.years':
      return monthsIn(one.work);
    case 'leaving.reorganisation':
      return monthsSince(one.leaving.reorganisation, one.leaving.date);
    default:
      return givenAt(one, key) as string | undefined;
  }
}

function monthsIn(time: Duration | undefined): number | undefined {
  return time && monthsOf(time);
}

function monthsSince(day: string | undefined, until: string): number | undefined {
  if (day === undefined) return undefined;
  return Math.max(0, monthOfDay(parseDay(until) as Day) - monthOfDay(parseDay(day) as Day));
}

/** What says that there is nothing: it is no slip. */
function isZero(value: string | number | undefined): boolean {
  return value === undefined || value === 0 || value === '0' || value === '0%';
}

const decimals = new Map<string, Decimal>();
const MOST_KEPT = 1000;

/** A plain decimal, or the number before a `%`; the bounds and common values are read once. */
function decimalAt(text: string): Decimal {
  const cached = decimals.get(text);
  if (cached) return cached;
  const value = new Decimal(text.endsWith('%') ? text.slice(0, -1) : text);
  if (decimals.size < MOST_KEPT) decimals.set(text, value);
  return value;
}
