import { unchanging } from '../base/canonical-json.ts';
import { RuleDefect } from '../base/checked.ts';
import { unscaled, unscaledDecimal, type Decimal, type Dong } from '../base/decimal.ts';
import type { Writable } from '../base/writable.ts';
import type { Facts } from '../law/facts.ts';
import type { BenefitProvision, EmptyProvision, RoundingProvision } from '../law/provision.ts';
import { holding, holds, read, select, type Readings } from '../law/select.ts';
import {
  PRODUCT_PLACES,
  QUANTITY_PLACES,
  isYears,
  type BaseName,
  type FactName,
  type QuantityName,
} from '../law/vocabulary.ts';
import { scaled } from '../base/decimal.ts';
import type { Cite, CompiledTerm, LawVersion, Rule } from '../law/version.ts';
import { rounded } from '../salary/rounding.ts';
import type { Worth } from './worth.ts';

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
  /** Months of the base, exact. */
  readonly months: Decimal;
  readonly base: Dong;
  readonly amount: Dong;
  readonly rounding: Rule<RoundingProvision> | undefined;
  readonly cites: readonly Cite[];
}

/** A benefit for which the law declares that nothing is due here. */
export interface EmptyLine {
  readonly benefit: string;
  readonly rule: Rule<EmptyProvision>;
}

function known(worth: Worth, base: BaseName): Dong {
  const found = worth(base);
  if (!found) throw new RangeError(`no worth of ${base}`);
  return found;
}

function atMost(amount: Dong, most: BenefitProvision['most'], worth: Worth): Dong {
  if (!most) return amount;
  const limit = known(worth, most.base).times(most.months);
  return amount.gt(limit) ? limit : amount;
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
  worth: Worth,
): BenefitLine {
  const terms = law.terms(row);
  let product = 0;
  for (const term of terms) product += term.rate * counted(term, facts);
  const cap = row.provision.cap;
  if (cap !== undefined) product = Math.min(product, scaled(cap, PRODUCT_PLACES) ?? FULL);
  const months = unscaledDecimal(product, PRODUCT_PLACES);
  const base = known(worth, row.provision.base);
  const rounding = holding(law.roundings.line, facts).find((rule) => read(rule, readings));
  const exact = atMost(base.times(months), row.provision.most, worth);
  const amount = rounding ? rounded(rounding.provision, exact) : exact;
  const values = terms.map((term) => termValue(term, facts));
  return {
    benefit: row.provision.benefit,
    row,
    terms: values,
    months,
    base,
    amount,
    rounding,
    cites: citesOf(law, row, facts),
  };
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

/** The legal bases of a row by what they depend on: few lists serve all cases. */
interface Basis {
  readonly additions: readonly FactName[];
  readonly known: Map<string, readonly Cite[]>;
}

const bases = new WeakMap<Rule, Basis>();

/** The legal basis of a row: its own, and that of the classes it tests (the point of Điều 7 khoản 2, say). */
function citesOf(law: LawVersion, row: Rule<BenefitProvision>, facts: Facts): readonly Cite[] {
  const { class: classes } = row.provision.when;
  if (classes === undefined && row.additions.length === 0) return row.cites;
  const rules: Rule[] = [row];
  let key = '';
  for (const name in classes) {
    const rule = law.classes.get(name)?.find((one) => one.provision.value === facts.classes[name] && holds(one, facts));
    if (!rule) continue;
    rules.push(rule);
    key += ` ${rule.id}`;
  }
  let basis = bases.get(row);
  if (!basis) bases.set(row, (basis = { additions: additionsOf(law, row), known: new Map() }));
  for (const name of basis.additions) key += ` ${String(facts.values[name])}`;
  let cites = basis.known.get(key);
  if (!cites) basis.known.set(key, (cites = unchanging(joined(rules, facts))));
  return cites;
}

/** The facts on which the legal basis of a row depends: those whose lists a later act has added to. */
function additionsOf(law: LawVersion, row: Rule<BenefitProvision>): FactName[] {
  const classes = Object.keys(row.provision.when.class ?? {}).flatMap((name) => law.classes.get(name) ?? []);
  return [...new Set([row, ...classes].flatMap((rule) => rule.additions.map(({ fact }) => fact as FactName)))];
}

function joined(rules: readonly Rule[], facts: Facts): Cite[] {
  const cites: Cite[] = [];
  for (const rule of rules) addCites(cites, rule, facts);
  return cites;
}

function addCites(cites: Cite[], rule: Rule, facts: Facts): void {
  const added = rule.additions
    .filter(({ fact, item }) => facts.values[fact as FactName] === item)
    .map(({ cite }) => cite);
  for (const cite of added.length > 0 ? [...added, ...rule.cites] : rule.cites) {
    const there = cites.findIndex((one) => one.act === cite.act && one.at === cite.at);
    if (there < 0) cites.push(cite);
    else if (cites[there]?.amendedBy === null) cites[there] = cite;
  }
}
