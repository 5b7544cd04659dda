import type { Words } from '../../base/text.ts';
import type { Case } from '../../case/case.ts';
import type { Facts } from '../../law/facts.ts';
import type { OddMonthsProvision, Provision, ProvisionKind } from '../../law/provision.ts';
import { demand, type Readings } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import type { AxisName, QuantityName, YearQuantity } from '../../law/vocabulary.ts';
import type { Age } from './age.ts';
import { yearsOf } from './odd-months.ts';

/** A count and the rule that gave it. */
export interface Counted<P extends Provision> {
  readonly value: number;
  readonly rule: Rule<P>;
}

/** Years in hundredths, the months they were made of, and the rule that rounded the odd months. */
export interface CountedYears extends Counted<OddMonthsProvision> {
  readonly months: number;
}

/** A case while it is measured: the facts grow from quantity to quantity, in their order. */
export interface Measuring {
  readonly law: LawVersion;
  readonly one: Case;
  readonly facts: Facts;
  readonly readings: Readings;
  /** When the age is reached; undefined where the scheme has no ages. */
  readonly age: Age | undefined;
}

/** How a quantity follows from the months of its axis, where it is not those months themselves. */
export interface OnAxis<K extends ProvisionKind> {
  readonly kind: K;
  /** What such a rule makes of that many months, in the unit of the quantity; it never falls as they rise. */
  value(rule: Extract<Provision, { kind: K }>, months: number): number;
}

/** All that is said of a quantity of the vocabulary (đại lượng mà khoản trợ cấp nhân với). */
export interface Quantity<N extends QuantityName, M> {
  /** How it is counted in its fact: whole months, or years in hundredths. */
  readonly unit: N extends YearQuantity ? 'year' : 'month';
  /** The heading of its row on the sheet. */
  readonly title: Words;
  /** The heading of its step, where that says more than its title. */
  readonly step?: Words;
  /** What a sentence calls it, where that is not the heading of its step in lower case. */
  readonly said?: Words;
  /** The heading of its column in a table, where its title is too long or is that of a key of the case. */
  readonly column?: Words;
  /** The axis of the law's space that it moves along. */
  readonly axis: AxisName;
  /** The kinds of rules by which it is counted. */
  readonly countedBy: readonly ProvisionKind[];
  readonly onAxis?: { readonly kind: ProvisionKind; value(rule: Provision, months: number): number };
  /** Counts it and adds it to the facts; undefined where the scheme or the case does not have it. */
  readonly measure: (measuring: Measuring) => M | undefined;
}

/** Months as years, where the law has a rule for their odd months. */
export function countedYears(
  quantity: YearQuantity,
  months: number,
  { law, facts, readings }: Measuring,
): CountedYears | undefined {
  const rules = law.oddMonths[quantity];
  if (rules.length === 0) return undefined;
  const rule = demand(rules, facts, readings, quantity);
  const value = yearsOf(rule.provision, months);
  facts.values[quantity] = value;
  return { value, months, rule };
}
