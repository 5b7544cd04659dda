import { builtinLaw } from '../../law/builtin.ts';
import type { Lang } from '../../base/text.ts';
import { demandOptions, LANG, LAW, OBJECT, type OptionsOf } from '../../messages/options.ts';
import { annexesOf } from '../../law/annexes.ts';
import type { Law } from '../../law/law.ts';
import type { AuditFile } from '../report.ts';
import type { PaidList } from './paid-list.ts';
import { Payments } from './payments.ts';
import type { Reconciliation } from './report.ts';
import { Totals } from './totals.ts';

/** What an audit is reconciled under. */
export interface ReconcileOptions {
  readonly law?: Law | undefined;
  readonly lang?: Lang | undefined;
  /** The payment list, where one is given. */
  readonly paid?: PaidList | undefined;
}

const OPTIONS: OptionsOf<ReconcileOptions> = { law: LAW, lang: LANG, paid: OBJECT };

/** Compares files, one by one, with their summary annexes and with a payment list. */
export class Reconciler {
  readonly #law: Law;
  readonly #totals: Totals;
  readonly #payments: Payments | undefined;

  /** Throws a `TypeError` for an option that there is none of. */
  constructor(options: ReconcileOptions = {}) {
    demandOptions(options, OPTIONS);
    const { law = builtinLaw(), lang = 'vi', paid } = options;
    this.#law = law;
    this.#totals = new Totals(law, lang);
    this.#payments = paid && new Payments(paid, lang);
  }

  /** Takes a file in which who stands twice has been told (`Doubles`). */
  add(file: AuditFile): void {
    this.#totals.add(file);
    if (!this.#payments) return;
    for (const { sheet, form, rows } of file.sheets) {
      if (annexesOf(this.#law).forms.get(form)?.of === 'salary') continue;
      for (const row of rows) this.#payments.add(row, { file: file.file, sheet, row: row.row });
    }
  }

  /** What was found; undefined where there was nothing to compare with. */
  result(): Reconciliation | undefined {
    const totals = this.#totals.checks();
    const paid = this.#payments?.check();
    return totals.length === 0 && !paid ? undefined : { totals, ...(paid ? { paid } : {}) };
  }
}

/** Whether anything differs. */
export function isDifferent({ totals, paid }: Reconciliation): boolean {
  const wrong = totals.some(({ difference, what }) => difference !== '0' || what === 'open' || what === 'nobody');
  return wrong || (paid !== undefined && paid.findings.length + paid.unread.length > 0);
}
