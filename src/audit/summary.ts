import { Decimal, ZERO, type Decimal as Exact } from '../base/decimal.ts';
import type { AuditFile, AuditRow, AuditSheet, AuditSummary, Counts } from './report.ts';

interface Sums {
  rows: number;
  right: number;
  wrong: number;
  unchecked: number;
  overRows: number;
  over: Exact;
  underRows: number;
  under: Exact;
}

const none = (): Sums => ({
  rows: 0,
  right: 0,
  wrong: 0,
  unchecked: 0,
  overRows: 0,
  over: ZERO,
  underRows: 0,
  under: ZERO,
});

/** Adds up a report, file by file, so that no file has to be kept. */
export class AuditTally {
  readonly #all = none();
  #declared = ZERO;
  #computed = ZERO;
  #repairs = 0;
  #unreadable = 0;
  readonly #laws = new Map<string, { scheme: string; version: string; hash: string; rows: number }>();
  readonly #units = new Map<string, { file: string; sheet: string; unit: string; sums: Sums }>();

  /** Adds a file. */
  add(file: AuditFile): void {
    if (file.error) this.#unreadable++;
    for (const sheet of file.sheets) for (const row of sheet.rows) this.#row(file.file, sheet, row);
  }

  /** How many files could not be read. */
  get unreadable(): number {
    return this.#unreadable;
  }

  #row(file: string, { sheet, form }: AuditSheet, row: AuditRow): void {
    const pays = form !== 'I.5';
    const key = JSON.stringify([file, sheet, row.unit ?? '']);
    let unit = this.#units.get(key);
    if (!unit) this.#units.set(key, (unit = { file, sheet, unit: row.unit ?? '', sums: none() }));
    for (const sums of [this.#all, unit.sums]) count(sums, row, pays);
    this.#repairs += row.repairs.length;
    if (pays && row.difference !== null) {
      this.#declared = this.#declared.plus(row.declaredTotal ?? 0);
      this.#computed = this.#computed.plus(row.computedTotal ?? 0);
    }
    if (!row.law) return;
    const { scheme, version, hash } = row.law;
    const law = this.#laws.get(hash) ?? { scheme, version, hash, rows: 0 };
    law.rows++;
    this.#laws.set(hash, law);
  }

  /** The summary of all files added. */
  summary(): AuditSummary {
    return {
      ...counts(this.#all),
      declared: this.#declared.toFixed(),
      computed: this.#computed.toFixed(),
      repairs: this.#repairs,
      laws: [...this.#laws.values()].sort((a, b) => (a.scheme + a.version < b.scheme + b.version ? -1 : 1)),
      units: [...this.#units.values()].map(({ file, sheet, unit, sums }) => ({ file, sheet, unit, ...counts(sums) })),
    };
  }
}

function count(sums: Sums, row: AuditRow, pays: boolean): void {
  sums.rows++;
  sums[row.verdict]++;
  if (!pays || row.difference === null) return;
  const difference = new Decimal(row.difference);
  if (difference.gt(0)) {
    sums.overRows++;
    sums.over = sums.over.plus(difference);
  } else if (difference.lt(0)) {
    sums.underRows++;
    sums.under = sums.under.minus(difference);
  }
}

function counts({ rows, right, wrong, unchecked, overRows, over, underRows, under }: Sums): Counts {
  return {
    rows,
    right,
    wrong,
    unchecked,
    overpaid: { rows: overRows, amount: over.toFixed() },
    underpaid: { rows: underRows, amount: under.toFixed() },
  };
}
