import { RuleDefect } from '../../base/checked.ts';
import { scaled, unscaled, unscaledDecimal, ZERO, Decimal, type Dong } from '../../base/decimal.ts';
import type { Writable } from '../../base/writable.ts';
import type { Facts } from '../../law/facts.ts';
import type {
  BasisProvision,
  BenefitProvision,
  EmptyProvision,
  Limit,
  RoundingProvision,
  TotalLimitProvision,
} from '../../law/provision.ts';
import { holding, holds, select, type Readings } from '../../law/select.ts';
import {
  PRODUCT_PLACES,
  QUANTITY_PLACES,
  isYears,
  type BaseName,
  type FactName,
  type QuantityName,
} from '../../law/vocabulary.ts';
import type { Cite, CompiledTerm, LawVersion, Rule } from '../../law/version.ts';
import { rounded } from '../salary/rounding.ts';
import type { Stretch } from '../salary/stretches.ts';
import { limitAmount, type BaseAmounts } from './base-amounts.ts';

/** One term of a line, with its numbers: rate × quantity. */
export interface TermValue {
  readonly rate: string;
  readonly per: QuantityName | undefined;
  /** The part of the quantity that counted. */
  readonly quantity: string;
  /** The whole quantity, and the bounds that cut it. */
  readonly whole: string;
  readonly above?: string;
  readonly upTo?: string;
}

/** One line of what is paid (khoản trợ cấp). */
export interface BenefitLine {
  readonly benefit: string;
  readonly row: Rule<BenefitProvision>;
  readonly terms: readonly TermValue[];
  /** Months of the base, exact; nothing for a row that pays an amount of money. */
  readonly months: Decimal;
  readonly base: Dong;
  /** Before the limits of the row and before rounding. */
  readonly exact: Dong;
  /** The limit of the row that applied, in đồng. */
  readonly bounded?: { readonly by: 'least' | 'most'; readonly stated: Limit; readonly limit: Dong } | undefined;
  /** What a limit over the sum of the lines took off this one; it is no longer in the amount. */
  readonly reduced?: { readonly by: Dong; readonly rules: readonly Rule<TotalLimitProvision>[] };
  readonly amount: Dong;
  readonly rounding: Rule<RoundingProvision> | undefined;
  /** What it is settled on besides its own row. */
  readonly basis: readonly Rule<BasisProvision>[];
  readonly cites: readonly Cite[];
  /** The months that the line pays for, where the base is worth another sum from month to month. */
  readonly stretch?: Stretch;
}

/** A benefit for which the law declares that nothing is due here. */
export interface EmptyLine {
  readonly benefit: string;
  readonly rule: Rule<EmptyProvision>;
}

function amountOf(amounts: BaseAmounts, base: BaseName): Dong {
  const found = amounts(base);
  if (!found) throw new RangeError(`no amount of ${base}`);
  return found;
}

/** The limit of a row that an amount does not keep to; the most goes before the least. */
function boundOf(amount: Dong, { least, most }: BenefitProvision, amounts: BaseAmounts): BenefitLine['bounded'] {
  const upper = most && limitAmount(most, amounts);
  const lower = least && limitAmount(least, amounts);
  if ((most && !upper) || (least && !lower)) throw new RangeError('no amount of a limit');
  if (least && lower && amount.lt(lower) && !(upper && lower.gt(upper)))
    return { by: 'least', stated: least, limit: lower };
  if (most && upper && (amount.gt(upper) || (lower && lower.gt(upper))))
    return { by: 'most', stated: most, limit: upper };
  return undefined;
}

const FULL = Number.MAX_SAFE_INTEGER;

/** The row of a benefit that a case falls under, or the declared empty place, or neither. */
export function benefitRow(
  law: LawVersion,
  benefit: string,
  facts: Facts,
  readings: Readings,
): Rule<BenefitProvision> | Rule<EmptyProvision> | undefined {
  const row = select(law.rows(benefit), facts, readings);
  const empty = select(law.empties(benefit), facts, readings);
  if (row && empty) throw new RuleDefect(`${row.id} and ${empty.id} both claim the case`);
  return row ?? empty;
}

/** What a row pays: base × Σ rate × quantity, rounded as declared. */
export function benefitLine(
  law: LawVersion,
  row: Rule<BenefitProvision>,
  facts: Facts,
  readings: Readings,
  amounts: BaseAmounts,
): BenefitLine {
  const terms = law.terms(row);
  let product = 0;
  for (const term of terms) product += term.rate * counted(term, facts);
  const cap = row.provision.cap;
  if (cap !== undefined) product = Math.min(product, scaled(cap, PRODUCT_PLACES) ?? FULL);
  const months = Number.isSafeInteger(product) ? unscaledDecimal(product, PRODUCT_PLACES) : sumOf(row, terms, facts);
  const base = amountOf(amounts, row.provision.base);
  const rounding = lineRounding(law, facts, readings);
  const exact = base.times(months);
  const bounded = boundOf(exact, row.provision, amounts);
  const limited = bounded?.limit ?? exact;
  const amount = rounding ? rounded(rounding.provision, limited) : limited;
  const values = terms.map((term) => termValue(term, facts));
  const basis = holding(law.rules('basis'), facts);
  return {
    benefit: row.provision.benefit,
    row,
    terms: values,
    months: row.provision.base === 'dong' ? ZERO : months,
    base,
    exact,
    bounded,
    amount,
    rounding,
    basis,
    cites: withBasis(citesOf(law, row, facts), basis),
  };
}

/** How money of a line is rounded. */
export function lineRounding(law: LawVersion, facts: Facts, readings: Readings): BenefitLine['rounding'] {
  return select(law.roundings.line, facts, readings);
}

/** What the terms come to where the safe whole numbers do not hold it (amounts in đồng). */
function sumOf(row: Rule<BenefitProvision>, terms: readonly CompiledTerm[], facts: Facts): Decimal {
  let sum = ZERO;
  for (const term of terms) sum = sum.plus(new Decimal(term.rateText).times(text(counted(term, facts))));
  const cap = row.provision.cap;
  return cap !== undefined && sum.gt(cap) ? new Decimal(cap) : sum;
}

/** One, in hundredths. */
const ONE = 10 ** QUANTITY_PLACES;

/** A quantity in hundredths: whole months times 100, years as they are. */
function quantity(name: QuantityName, facts: Facts): number {
  const value = facts.values[name];
  const whole = typeof value === 'number' ? value : 0;
  return isYears(name) ? whole : whole * ONE;
}

function counted(term: CompiledTerm, facts: Facts): number {
  if (term.per === undefined) return ONE;
  return Math.max(0, Math.min(quantity(term.per, facts), term.upTo) - term.above);
}

function text(value: number): string {
  return unscaled(value, QUANTITY_PLACES);
}

function termValue(term: CompiledTerm, facts: Facts): TermValue {
  const value: Writable<TermValue> = {
    rate: term.rateText,
    per: term.per,
    quantity: text(counted(term, facts)),
    whole: term.per === undefined ? '1' : text(quantity(term.per, facts)),
  };
  if (term.above > 0) value.above = text(term.above);
  if (term.upTo < FULL) value.upTo = text(term.upTo);
  return value;
}

/** The legal basis of a row: its own, and that of the classes it tests (the point of Điều 7 khoản 2, say). */
export function citesOf(law: LawVersion, row: Rule<BenefitProvision>, facts: Facts): readonly Cite[] {
  const { class: classes } = row.provision.when;
  if (classes === undefined && row.additions.length === 0) return row.cites;
  const cites: Cite[] = [];
  addCites(cites, row, facts);
  for (const name in classes) {
    const rule = law.classes.get(name)?.find((one) => one.provision.value === facts.classes[name] && holds(one, facts));
    if (rule) addCites(cites, rule, facts);
  }
  return cites;
}

/** A legal basis with what else the case is settled on. */
export function withBasis(cites: readonly Cite[], basis: readonly Rule<BasisProvision>[]): readonly Cite[] {
  if (basis.length === 0) return cites;
  const more = basis.flatMap((rule) => rule.cites).filter((cite) => !cites.some((one) => isSame(one, cite)));
  return [...cites, ...more];
}

function isSame(one: Cite, other: Cite): boolean {
  return one.act === other.act && one.at === other.at;
}

function addCites(cites: Cite[], rule: Rule, facts: Facts): void {
  const added = rule.additions
    .filter(({ fact, item }) => facts.values[fact as FactName] === item)
    .map(({ cite }) => cite);
  for (const cite of added.length > 0 ? [...added, ...rule.cites] : rule.cites) {
    const at = cites.findIndex((one) => isSame(one, cite));
    if (at < 0) cites.push(cite);
    else if (cites[at]?.amendedBy === null) cites[at] = cite;
  }
}
