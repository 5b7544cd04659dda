import { withoutEndZeros } from '../base/decimal.ts';
import { copyWith } from '../base/writable.ts';
import { linesByBenefit } from '../engine/result-lines.ts';
import { hasWarning } from './codes.ts';
import type { RowOutcome } from './outcome.ts';

/** People and money of one kind of benefit; the amount in đồng. */
export interface BenefitSum {
  people: number;
  amount: string;
}

/** What became of the people of one unit (đơn vị). */
export interface UnitSum {
  paid: number;
  /** The law gives them nothing. */
  nothing: number;
  /** They cannot be computed: blocked, or a rule that is not verified. */
  blocked: number;
  /** Their row is faulty. */
  invalid: number;
  /** Of those who are paid or given nothing: with a warning that somebody has to look at. */
  warned: number;
  total: string;
  benefits: Record<string, BenefitSum>;
}

/** A version of the law that was applied, and to how many rows. */
export interface LawUsed {
  scheme: string;
  version: string;
  hash: string;
  acts: readonly string[];
  rows: number;
}

/** A tally as data, to be stored or sent to another thread. */
export interface TallyData {
  readonly units: readonly (readonly [unit: string, sum: UnitSum])[];
  readonly laws: readonly LawUsed[];
}

/** The unit of people whose table tells none. */
export const NO_UNIT = '';

/** What is being added up for one unit. */
interface Adding {
  /** The unit as it was first written. */
  readonly name: string;
  readonly counts: Record<'paid' | 'nothing' | 'blocked' | 'invalid' | 'warned', number>;
  readonly total: Sum;
  readonly benefits: Map<string, { people: number; readonly amount: Sum }>;
}

/** Counts people and money by unit and by kind of benefit (tổng hợp, dự toán). Sums are exact. */
export class Tally {
  readonly #units = new Map<string, Adding>();
  readonly #laws = new Map<string, Map<string, LawUsed>>();

  /** Counts one row. */
  add({ unit = NO_UNIT, result }: Partial<Pick<RowOutcome, 'unit' | 'result'>>): void {
    const { counts, total, benefits } = this.#unit(unit);
    if (!result) {
      counts.invalid++;
      return;
    }
    counts[result.outcome === 'refused' ? 'blocked' : result.outcome]++;
    if (hasWarning(result)) counts.warned++;
    total.add(result.total);
    for (const { id, amount } of linesByBenefit(result)) addBenefit(benefits, id, 1, amount);
    const { scheme, version, hash, acts } = result.law;
    if (version !== null && hash !== null) this.#law(scheme, version, hash, acts, 1);
  }

  /** Takes in another tally. */
  merge(data: TallyData): void {
    for (const [name, sum] of data.units) {
      const { counts, total, benefits } = this.#unit(name);
      counts.paid += sum.paid;
      counts.nothing += sum.nothing;
      counts.blocked += sum.blocked;
      counts.invalid += sum.invalid;
      counts.warned += sum.warned;
      total.add(sum.total);
      for (const [id, { people, amount }] of Object.entries(sum.benefits)) addBenefit(benefits, id, people, amount);
    }
    for (const { scheme, version, hash, acts, rows } of data.laws) this.#law(scheme, version, hash, acts, rows);
  }

  /** The tally as data; units in the order in which they first came, versions by scheme and date. */
  data(): TallyData {
    const laws = [...this.#laws.values()].flatMap((versions) => [...versions.values()]);
    const name = ({ scheme, version }: LawUsed): string => `${scheme}@${version}`;
    laws.sort((a, b) => (name(a) < name(b) ? -1 : 1));
    return { units: [...this.#units.values()].map((adding) => [adding.name, sumOf(adding)]), laws };
  }

  /** All units together. */
  overall(): UnitSum {
    const all = new Tally();
    for (const [, sum] of this.data().units) all.merge({ units: [[NO_UNIT, sum]], laws: [] });
    return sumOf(all.#unit(NO_UNIT));
  }

  #unit(name: string): Adding {
    // "SỞ X" and "Sở X" are one unit.
    const key = name.toLowerCase();
    let unit = this.#units.get(key);
    if (!unit) {
      const counts = { paid: 0, nothing: 0, blocked: 0, invalid: 0, warned: 0 };
      unit = { name, counts, total: new Sum(), benefits: new Map() };
      this.#units.set(key, unit);
    }
    return unit;
  }

  #law(scheme: string, version: string, hash: string, acts: readonly string[], rows: number): void {
    let versions = this.#laws.get(scheme);
    if (!versions) this.#laws.set(scheme, (versions = new Map()));
    const law = versions.get(version);
    if (law) law.rows += rows;
    else versions.set(version, { scheme, version, hash, acts, rows });
  }
}

function sumOf({ counts, total, benefits }: Adding): UnitSum {
  const sums: UnitSum['benefits'] = {};
  for (const [id, { people, amount }] of benefits) sums[id] = { people, amount: amount.text() };
  return copyWith(counts, { total: total.text(), benefits: sums });
}

function addBenefit(benefits: Adding['benefits'], id: string, people: number, amount: string): void {
  const sum = benefits.get(id);
  if (sum) {
    sum.people += people;
    sum.amount.add(amount);
  } else benefits.set(id, { people, amount: new Sum(amount) });
}

/** Numbers of so many digits are exact in binary. */
const SAFE_DIGITS = 15;

/** Adds amounts up exactly. */
class Sum {
  /** The whole amounts, while their sum is a safe integer. */
  #whole = 0;
  /** All other amounts. */
  #rest = '0';

  constructor(amount = '0') {
    this.add(amount);
  }

  add(amount: string): void {
    const value = amount.length <= SAFE_DIGITS ? Number(amount) : NaN;
    if (Number.isInteger(value) && Number.isSafeInteger(this.#whole + value)) this.#whole += value;
    else this.#rest = addAmounts(this.#rest, amount);
  }

  text(): string {
    return this.#rest === '0' ? String(this.#whole) : addAmounts(String(this.#whole), this.#rest);
  }
}

/** The exact sum of two amounts in plain decimal notation. */
export function addAmounts(a: string, b: string): string {
  if (!a.includes('.') && !b.includes('.')) {
    // Both are whole: doubles are exact below 2^53, beyond it integers of any size are.
    if (a.length < 16 && b.length < 16) return String(Number(a) + Number(b));
    return String(BigInt(a) + BigInt(b));
  }
  const places = Math.max(fractionOf(a).length, fractionOf(b).length);
  const sum = String(units(a, places) + units(b, places)).padStart(places + 1, '0');
  const fraction = withoutEndZeros(sum.slice(-places));
  return sum.slice(0, -places) + (fraction === '' ? '' : `.${fraction}`);
}

function fractionOf(text: string): string {
  return text.split('.')[1] ?? '';
}

function units(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
