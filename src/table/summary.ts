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

/** Counts people and money by unit and by kind of benefit (tổng hợp, dự toán). Sums are exact. */
export class Tally {
  readonly #units = new Map<string, UnitSum>();
  readonly #laws = new Map<string, LawUsed>();

  /** Counts one row. */
  add(outcome: RowOutcome): void {
    const unit = this.#unit(outcome.unit ?? NO_UNIT);
    const { result } = outcome;
    if (!result) {
      unit.invalid++;
      return;
    }
    if (result.outcome === 'paid') unit.paid++;
    else if (result.outcome === 'nothing') unit.nothing++;
    else unit.blocked++;
    unit.total = addAmounts(unit.total, result.total);
    for (const { id, amount } of result.benefits) addBenefit(unit, id, 1, amount);
    const { scheme, version, hash, acts } = result.law;
    if (version !== null && hash !== null) this.#law({ scheme, version, hash, acts, rows: 1 });
  }

  /** Takes in another tally. */
  merge(data: TallyData): void {
    for (const [name, sum] of data.units) {
      const unit = this.#unit(name);
      unit.paid += sum.paid;
      unit.nothing += sum.nothing;
      unit.blocked += sum.blocked;
      unit.invalid += sum.invalid;
      unit.total = addAmounts(unit.total, sum.total);
      for (const [id, { people, amount }] of Object.entries(sum.benefits)) addBenefit(unit, id, people, amount);
    }
    for (const law of data.laws) this.#law(law);
  }

  /** The tally as data; units in the order in which they first came, versions by scheme and date. */
  data(): TallyData {
    const laws = [...this.#laws].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, law]) => law);
    return { units: [...this.#units], laws };
  }

  /** All units together. */
  overall(): UnitSum {
    const all = new Tally();
    for (const [, sum] of this.#units) all.merge({ units: [[NO_UNIT, sum]], laws: [] });
    return all.#unit(NO_UNIT);
  }

  #unit(name: string): UnitSum {
    let unit = this.#units.get(name);
    if (!unit)
      this.#units.set(name, (unit = { paid: 0, nothing: 0, blocked: 0, invalid: 0, total: '0', benefits: {} }));
    return unit;
  }

  #law(used: LawUsed): void {
    const name = `${used.scheme}@${used.version}`;
    const law = this.#laws.get(name);
    if (law) law.rows += used.rows;
    else this.#laws.set(name, { ...used });
  }
}

function addBenefit(unit: UnitSum, id: string, people: number, amount: string): void {
  const sum = (unit.benefits[id] ??= { people: 0, amount: '0' });
  sum.people += people;
  sum.amount = addAmounts(sum.amount, amount);
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
  return `${sum.slice(0, -places)}.${sum.slice(-places)}`.replace(/\.?0+$/, '');
}

function fractionOf(text: string): string {
  return text.split('.')[1] ?? '';
}

function units(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
