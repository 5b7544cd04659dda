import { scaled, unscaled } from '../../base/decimal.ts';
import { QUANTITY } from '../../engine/measure/quantities.ts';
import type { BenefitProvision, Limit } from '../../law/provision.ts';
import type { Facts } from '../../law/facts.ts';
import { AXIS_OF, type AxisName, type Cell, type Part } from '../space/axis.ts';
import { startsOf, type Cut } from '../space/axes.ts';
import { followed } from '../space/cells.ts';
import type { CompiledTerm, LawVersion, Rule } from '../../law/version.ts';
import {
  isYears,
  PRODUCT_PLACES,
  QUANTITY_PLACES,
  RATE_PLACES,
  type BaseName,
  type QuantityName,
} from '../../law/vocabulary.ts';

const HUNDRED = 10 ** QUANTITY_PLACES;

/** What a row pays all over a cell: months of a base as a constant and a rate for each quantity. */
export interface Form {
  readonly base: BaseName;
  /** In units of PRODUCT_PLACES. */
  readonly constant: number;
  /** In units of RATE_PLACES; no zero rates. */
  readonly rates: ReadonlyMap<QuantityName, number>;
  /** The most the form can pay, where it bites inside the cell. */
  readonly cap?: number;
  /** The limits of money of the row: with a salary that may be anything, they bite for somebody. */
  readonly limits?: string;
  /** The form as the law writes it: "5 + 0.5 × (serviceYears − 20)". */
  readonly text: string;
}

/** The least and the most of a quantity in a cell, in hundredths; `fixed` when the law counts no more there. */
export interface Span {
  readonly least: number;
  readonly most: number;
  readonly fixed?: boolean;
}

/** The form of a row in a cell. The cell must have been cut by {@link formCuts}. */
export function formOf(
  law: LawVersion,
  row: Rule<BenefitProvision>,
  cell: Cell,
  facts: Facts,
  chosen: ReadonlyMap<string, string>,
): Form {
  let constant = 0;
  const rates = new Map<QuantityName, number>();
  const words: string[] = [];
  for (const term of law.terms(row)) {
    if (term.per === undefined) {
      constant += term.rate * HUNDRED;
      words.push(unscaled(term.rate, RATE_PLACES));
      continue;
    }
    const span = spanOf(law, term.per, cell, facts, chosen);
    const full = span.least >= term.upTo ? term.upTo : span.fixed ? span.least : undefined;
    if (span.most <= term.above && span.least < term.above) continue;
    if (full !== undefined) {
      const part = Math.max(0, full - term.above);
      constant += term.rate * part;
      if (part > 0) words.push(product(term.rate, unscaled(part, QUANTITY_PLACES)));
      continue;
    }
    constant -= term.rate * term.above;
    rates.set(term.per, (rates.get(term.per) ?? 0) + term.rate);
    words.push(
      product(term.rate, term.above > 0 ? `(${term.per} − ${unscaled(term.above, QUANTITY_PLACES)})` : term.per),
    );
  }
  for (const [name, rate] of rates) if (rate === 0) rates.delete(name);
  const form = { base: row.provision.base, constant, rates, text: words.join(' + ') || '0' };
  return bounded(
    capped(form, row, (name) => spanOf(law, name, cell, facts, chosen)),
    row.provision,
  );
}

function product(rate: number, quantity: string): string {
  return `${unscaled(rate, RATE_PLACES)} × ${quantity}`;
}

function capped(form: Form, row: Rule<BenefitProvision>, span: (name: QuantityName) => Span): Form {
  const cap = row.provision.cap === undefined ? undefined : scaled(row.provision.cap, PRODUCT_PLACES);
  if (cap === undefined) return form;
  let least = form.constant;
  let most = form.constant;
  for (const [name, rate] of form.rates) {
    least += rate * span(name).least;
    most += rate * span(name).most;
  }
  if (most <= cap) return form;
  if (least >= cap) return { base: form.base, constant: cap, rates: new Map(), text: unscaled(cap, PRODUCT_PLACES) };
  return { ...form, cap, text: `min(${form.text}, ${unscaled(cap, PRODUCT_PLACES)})` };
}

/** The form within the limits of money of its row. */
function bounded(form: Form, { least, most }: BenefitProvision): Form {
  let { text } = form;
  if (least) text = `max(${text}, ${limitForm(least)})`;
  if (most) text = `min(${text}, ${limitForm(most)})`;
  if (text === form.text) return form;
  return { ...form, limits: [least ? limitForm(least) : '', most ? limitForm(most) : ''].join('|'), text };
}

/** A limit of money as a form: "3 × statutoryBase", "5000000 dong". */
export function limitForm(limit: Limit): string {
  return 'dong' in limit ? `${limit.dong} dong` : `${limit.months} × ${limit.base}`;
}

/** From where to where a quantity goes in a cell. */
export function spanOf(
  law: LawVersion,
  name: QuantityName,
  cell: Cell,
  facts: Facts,
  chosen: ReadonlyMap<string, string>,
): Span {
  const { axis, onAxis, unit } = QUANTITY[name];
  const part = cell[axis] as Part;
  const value = followed(law, name, facts, chosen);
  if (!value && unit === 'year') return { least: 0, most: Infinity };
  const [least, most] = [part.least ?? 0, part.most ?? Infinity];
  const scale = unit === 'year' ? 1 : HUNDRED;
  const at = (months: number): number => (value && onAxis ? value(months) : months) * scale;
  // Above the most that counts, or up to the least, the quantity stands still.
  const stands = at(least) < least * scale || at(most) > most * scale || (least < most && at(most) === most * scale);
  const fixed = unit === 'month' && onAxis !== undefined && at(least) === at(most) && stands;
  return {
    least: at(least),
    most: most === Infinity && unit === 'year' ? Infinity : at(most),
    ...(fixed ? { fixed } : {}),
  };
}

/** Where the axes must be cut so that every row of these versions is linear in every cell. */
export function formCuts(laws: readonly LawVersion[], rows: readonly Rule<BenefitProvision>[]): Cut[] {
  const cuts: Cut[] = [];
  for (const law of laws) {
    for (const row of rows) {
      for (const term of law.terms(row)) cuts.push(...termCuts(laws, term));
    }
  }
  const caps = new Set(laws.flatMap((law) => law.rules('severance-months').map((rule) => rule.provision.upToMonths)));
  const counted = rows.some((row) => row.provision.terms.some((term) => term.per === 'severanceMonths'));
  if (caps.size > 1 && counted) for (const cap of caps) cuts.push({ axis: 'publicSector', at: cap + 1 });
  return cuts;
}

function termCuts(laws: readonly LawVersion[], { per, above, upTo }: CompiledTerm): Cut[] {
  if (per === undefined) return [];
  const axis = AXIS_OF[per] as AxisName;
  const years = isYears(per);
  const bounds: number[] = [];
  if (above > 0) bounds.push(years ? above : Math.ceil(above / HUNDRED));
  if (upTo < Number.MAX_SAFE_INTEGER) bounds.push(years ? upTo + 1 : Math.floor(upTo / HUNDRED) + 1);
  const starts = bounds.flatMap((at) => startsOf(laws, per, at));
  return [{ axis, at: 0 }, ...starts.map((at) => ({ axis, at }))];
}

/** The difference of two forms on a cell. */
export interface FormDifference {
  readonly different: boolean;
  /** "+1.5", "−0.5 × serviceYears + 2"; the two bases when they differ. */
  readonly text: string;
  /** Where the forms cross inside the cell: the quantity and its value in hundredths. */
  readonly zero?: { readonly quantity: QuantityName; readonly at: number };
}

const NOTHING: Form = { base: 'monthlySalary', constant: 0, rates: new Map(), text: '0' };

/** After less before, as a form; a form that is not there pays nothing. */
export function difference(
  before: Form | undefined,
  after: Form | undefined,
  span: (name: QuantityName) => { least: number; most: number },
): FormDifference {
  const a = before ?? { ...NOTHING, base: after?.base ?? NOTHING.base };
  const b = after ?? { ...NOTHING, base: before?.base ?? NOTHING.base };
  if (a.base !== b.base)
    return { different: !(isZero(a) && isZero(b)), text: `${b.text} (${b.base}) − ${a.text} (${a.base})` };
  if ([a.cap, b.cap, a.limits, b.limits].some((one) => one !== undefined)) {
    const alike = key(a) === key(b);
    return { different: !alike, text: alike ? '0' : isZero(a) ? `+${b.text}` : `${b.text} − ${a.text}` };
  }
  const constant = b.constant - a.constant;
  const rates = rateDifference(a, b);
  const text = formText(constant, rates);
  const [only, another] = [...rates];
  if (!only) return { different: constant !== 0, text };
  if (another) return { different: !pointZero(constant, rates, span), text };
  const [quantity, rate] = only;
  const { least, most } = span(quantity);
  const at = -constant / rate;
  if (least === most) return { different: at !== least, text };
  return { different: true, text, ...(at >= least && at <= most ? { zero: { quantity, at } } : {}) };
}

function rateDifference(a: Form, b: Form): Map<QuantityName, number> {
  const rates = new Map<QuantityName, number>();
  for (const name of new Set([...a.rates.keys(), ...b.rates.keys()])) {
    const rate = (b.rates.get(name) ?? 0) - (a.rates.get(name) ?? 0);
    if (rate !== 0) rates.set(name, rate);
  }
  return rates;
}

function pointZero(
  constant: number,
  rates: ReadonlyMap<QuantityName, number>,
  span: (name: QuantityName) => { least: number; most: number },
): boolean {
  let sum = constant;
  for (const [name, rate] of rates) {
    const { least, most } = span(name);
    if (least !== most) return false;
    sum += rate * least;
  }
  return sum === 0;
}

function isZero(form: Form): boolean {
  return form.limits === undefined && form.constant === 0 && form.rates.size === 0;
}

/** One text for one function, whatever the way it is written. */
export function key(form: Form | undefined): string {
  if (!form || isZero(form)) return '0';
  return [
    form.base,
    form.constant,
    form.cap ?? '',
    form.limits ?? '',
    ...[...form.rates].map(([name, rate]) => `${name}:${rate}`).sort(),
  ].join(' ');
}

function formText(constant: number, rates: ReadonlyMap<QuantityName, number>): string {
  const parts = [...rates].map(([name, rate]) => `${signed(rate, RATE_PLACES)} × ${name}`);
  if (constant !== 0 || parts.length === 0) parts.push(constant === 0 ? '0' : signed(constant, PRODUCT_PLACES));
  return parts.join(' ');
}

function signed(value: number, places: number): string {
  return `${value < 0 ? '−' : '+'}${unscaled(Math.abs(value), places)}`;
}
