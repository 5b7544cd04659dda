import { Decimal, ZERO } from '../base/decimal.ts';
import { annexesOf, type LawAnnexes } from '../law/annexes.ts';
import { builtinLaw } from '../law/builtin.ts';
import type { Law } from '../law/law.ts';
import { addedUp, isIncomplete, NOBODY } from './completeness.ts';
import type { Place } from './place.ts';
import type { AuditFile, AuditRow, AuditSheet, AuditSummary, Counts, SamePerson } from './report.ts';

/** The counts of people, while they are added up. */
class Sums {
  readonly #counts = { rows: 0, right: 0, wrong: 0, unchecked: 0 };
  readonly #over = { rows: 0, amount: ZERO };
  readonly #under = { rows: 0, amount: ZERO };

  /** Adds a row; its difference counts where its sheet declares benefits. */
  add({ verdict, difference }: AuditRow, pays: boolean): void {
    this.#counts.rows++;
    this.#counts[verdict]++;
    const amount = new Decimal(pays ? (difference ?? 0) : 0);
    if (amount.isZero()) return;
    const side = amount.gt(0) ? this.#over : this.#under;
    side.rows++;
    side.amount = side.amount.plus(amount.abs());
  }

  /** Takes back a row that was added. */
  remove({ verdict, difference }: AuditRow, pays: boolean): void {
    this.#counts.rows--;
    this.#counts[verdict]--;
    const amount = new Decimal(pays ? (difference ?? 0) : 0);
    if (amount.isZero()) return;
    const side = amount.gt(0) ? this.#over : this.#under;
    side.rows--;
    side.amount = side.amount.minus(amount.abs());
  }

  counts(): Counts {
    const [over, under] = [this.#over, this.#under];
    return {
      ...this.#counts,
      overpaid: { rows: over.rows, amount: over.amount.toFixed() },
      underpaid: { rows: under.rows, amount: under.amount.toFixed() },
    };
  }
}

/** Adds up a report, file by file, so that no file has to be kept. */
export class AuditTally {
  readonly #forms: LawAnnexes['forms'];
  readonly #all = new Sums();
  #declared = ZERO;
  #computed = ZERO;
  #repairs = 0;
  #unreadable = 0;
  #completeness = NOBODY;
  #sums = 0;
  /** Sheets with people of whom nothing could be said. */
  #barren = 0;
  readonly #doubles: (Place & { readonly sameAs: SamePerson })[] = [];
  readonly #laws = new Map<string, { scheme: string; version: string; hash: string; rows: number }>();
  /** Rows that declare less than is due: each may be the part of a top-up whose whole is yet to come. */
  readonly #parts = new Map<string, { readonly row: AuditRow; readonly unit: Sums }>();
  readonly #units = new Map<string, { file: string; sheet: string; unit: string; sums: Sums }>();

  constructor(law: Law = builtinLaw()) {
    this.#forms = annexesOf(law).forms;
  }

  /** Adds a file. */
  add(file: AuditFile): void {
    if (file.error) this.#unreadable++;
    this.#completeness = addedUp([this.#completeness, file.completeness]);
    for (const sheet of file.sheets) {
      if (sheet.completeness.people > 0 && sheet.completeness.audited === 0) this.#barren++;
      this.#sums += sheet.sums.filter(({ difference }) => difference !== '0').length;
      for (const row of sheet.rows) {
        if (row.sameAs) this.#doubles.push({ file: file.file, sheet: sheet.sheet, row: row.row, sameAs: row.sameAs });
        if (isWholeOfTopUp(row) && row.sameAs) this.#takeBack(row.sameAs);
        if (!row.sameAs || row.sameAs.certainty === 'possible' || isWholeOfTopUp(row)) this.#row(file.file, sheet, row);
      }
    }
  }

  /**
   * Whether anything has to be told: a wrong row, a sum, somebody who stands twice, people who were left unread, a sheet of
   * whose people none could be judged.
   */
  get found(): boolean {
    const wrong = this.#all.counts().wrong > 0 || this.#sums > 0 || this.#barren > 0;
    return wrong || this.#doubles.some(({ sameAs }) => isDouble(sameAs)) || isIncomplete(this.#completeness);
  }

  /** How many files could not be read. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** The part of a top-up that stood in an earlier file: it was lawful, and counts as if its whole had come first. */
  #takeBack({ file, sheet, row }: SamePerson): void {
    const found = this.#parts.get(JSON.stringify([file, sheet, row]));
    if (!found) return;
    for (const sums of [this.#all, found.unit]) sums.remove(found.row, true);
    this.#declared = this.#declared.minus(found.row.declaredTotal ?? 0);
    this.#computed = this.#computed.minus(found.row.computedTotal ?? 0);
  }

  #row(file: string, { sheet, form }: AuditSheet, row: AuditRow): void {
    const pays = this.#forms.get(form)?.of !== 'salary';
    const key = JSON.stringify([file, sheet, row.unit ?? '']);
    let unit = this.#units.get(key);
    if (!unit) this.#units.set(key, (unit = { file, sheet, unit: row.unit ?? '', sums: new Sums() }));
    for (const sums of [this.#all, unit.sums]) sums.add(row, pays);
    if (pays && row.difference?.startsWith('-') === true)
      this.#parts.set(JSON.stringify([file, sheet, row.row]), { row, unit: unit.sums });
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
      ...this.#all.counts(),
      declared: this.#declared.toFixed(),
      computed: this.#computed.toFixed(),
      repairs: this.#repairs,
      completeness: this.#completeness,
      doubles: this.#doubles,
      sums: this.#sums,
      laws: [...this.#laws.values()].sort((a, b) => (a.scheme + a.version < b.scheme + b.version ? -1 : 1)),
      units: [...this.#units.values()].map(({ file, sheet, unit, sums }) => ({ file, sheet, unit, ...sums.counts() })),
    };
  }
}

/** Whether a row repeats a person, as far as can be known, and is no second part of one payment. */
export function isDouble({ kind, certainty }: SamePerson): boolean {
  return kind === 'double' && certainty !== 'possible';
}

/**
 * Whether a row is marked as the whole of a payment in two parts: its part stood in an earlier file, which is told
 * already. Else it is the part that is marked, as it declares another amount than the whole that is due by its form.
 */
export function isWholeOfTopUp({ sameAs, declaredTotal, computedTotal }: AuditRow): boolean {
  return sameAs?.kind === 'top-up' && (computedTotal === null || declaredTotal === computedTotal);
}
