import type { TouchedQuestion } from '../engine/derivation.ts';
import type { Place } from './place.ts';
import type { DeclaredTotal, Reconciliation } from './reconcile/report.ts';
import type { AuditWork } from './work/report.ts';
import type { CellCode, NotReadCode, SheetCode } from './messages.ts';

/** `follow-on`: wrong only because another cell is. */
export type CellVerdict = 'right' | 'wrong' | 'follow-on' | 'unchecked';
/** The verdict of a row: wrong if a cell is, else unchecked if a cell is. */
export type RowVerdict = 'right' | 'wrong' | 'unchecked';

/** One declared cell, judged. */
export interface AuditCell {
  /** The sheet's own name of the cell. */
  readonly cell: string;
  /** The form's own number of the column. */
  readonly column: number;
  /** As it stands in the sheet. */
  readonly declared: string;
  /** In plain decimal notation; null where it cannot be computed. */
  readonly computed: string | null;
  /** Declared less computed, where both are numbers. */
  readonly difference?: string;
  readonly verdict: CellVerdict;
  readonly code: CellCode;
  readonly message: string;
  /** Of a follow-on: the cells that explain it. */
  readonly follows?: readonly string[];
  /** The open legal question that the difference hangs on, and the option under which the cell is right. */
  readonly reading?: { readonly id: string; readonly option: string };
}

/** An irregular spelling and what it was read as. */
export interface Repair {
  readonly cell: string;
  readonly text: string;
  readonly read: string;
}

/** One person of a sheet. */
export interface AuditRow {
  readonly row: number;
  readonly name: string;
  readonly unit?: string;
  readonly verdict: RowVerdict;
  readonly declaredTotal: string | null;
  readonly computedTotal: string | null;
  /** Declared less computed total, đồng; null where one of them is not known. */
  readonly difference: string | null;
  /** The version of the law that governs the row. */
  readonly law?: { readonly scheme: string; readonly version: string; readonly hash: string };
  /** What the engine warns of: a leaving before the merger, a date that is not the first of a month ... */
  readonly warnings?: readonly { readonly code: string; readonly message: string }[];
  /** Open legal questions that the row touches, and the total under each other option. */
  readonly interpretations?: readonly TouchedQuestion[];
  /** Whether the sheet hides the row. */
  readonly hidden?: true;
  /** By what the person is known beside the name, as it was read: to find who stands twice. */
  readonly known?: { readonly birth?: string; readonly enlisted?: string; readonly leaving?: string };
  /** Where the same person stands before this row; the row then counts in no sum, unless that is only possible. */
  readonly sameAs?: SamePerson;
  readonly cells: readonly AuditCell[];
  readonly repairs: readonly Repair[];
}

/** That somebody stands twice. */
export interface SamePerson extends Place {
  /**
   * `likely`: one date is written otherwise, and all else is the same. `possible`: a letter of the name is another; both
   * rows count.
   */
  readonly certainty: 'certain' | 'likely' | 'possible';
  /** `top-up`: the two are one lawful payment, of Decree 177 and what Decree 178 gives beyond it. */
  readonly kind: 'double' | 'top-up';
  readonly message: string;
}

/** What was done with the people of a file or sheet; `people` is the sum of the others. */
export interface Completeness {
  /** Rows that hold a person. */
  readonly people: number;
  /** Judged right or wrong. */
  readonly audited: number;
  /** Looked at, but nothing could be said for certain. */
  readonly unchecked: number;
  /** Passed over on purpose: in sheets that are no annex form. */
  readonly passedOver: number;
  /** Left unread: no heading was found, or a row could not be read as a person. */
  readonly notRead: number;
}

/** A sum that a sheet declares (Cộng, Tổng cộng), beside what its people declare and what is due to them. */
export interface SumCheck {
  readonly row: number;
  readonly cell: string;
  readonly label: string;
  readonly kind: 'sum' | 'grand' | 'unit';
  readonly declared: string;
  /** What the people add up to as they are declared. */
  readonly sum: string;
  /** Declared less sum; 0 where they agree. */
  readonly difference: string;
  /** The rows of the people: `10-12, 15`. */
  readonly rows: string;
  readonly message: string;
}

/** People who were not read, and why. */
export interface NotRead {
  readonly sheet: string;
  readonly rows: string;
  readonly people: number;
  readonly code: NotReadCode;
  readonly message: string;
}

/** A remark on a sheet as a whole. */
export interface SheetNote {
  readonly code: SheetCode;
  readonly message: string;
}

/** One sheet. */
export interface AuditSheet {
  readonly sheet: string;
  /** The number of the form: `I.1`. */
  readonly form: string;
  /** The row of the sheet that closes its heading; absent where no heading was found. */
  readonly headingRow?: number;
  /** Whether the workbook hides the sheet. */
  readonly hidden?: true;
  /** The đồng of one in its amounts, where it does not write đồng. */
  readonly dong?: number;
  readonly notes: readonly SheetNote[];
  readonly completeness: Completeness;
  readonly sums: readonly SumCheck[];
  readonly rows: readonly AuditRow[];
}

/** One workbook. */
export interface AuditFile {
  readonly file: string;
  readonly sheets: readonly AuditSheet[];
  /** Sheets that are no annex form. */
  readonly skipped: readonly string[];
  /** What its summary annexes (biểu tổng hợp) declare; absent where there are none. */
  readonly totals?: readonly DeclaredTotal[];
  readonly completeness: Completeness;
  readonly notRead: readonly NotRead[];
  /** Why the file could not be read; then it has no sheets. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** Rows with a difference on one side, and by how much together. */
export interface Differences {
  readonly rows: number;
  /** Đồng. */
  readonly amount: string;
}

/** The people of a summary: of all, or of one unit. Salary sheets (I.5) count as rows but not in amounts. */
export interface Counts {
  readonly rows: number;
  readonly right: number;
  readonly wrong: number;
  readonly unchecked: number;
  readonly overpaid: Differences;
  readonly underpaid: Differences;
}

/** The summary of a report. */
export interface AuditSummary extends Counts {
  readonly declared: string;
  readonly computed: string;
  readonly repairs: number;
  readonly completeness: Completeness;
  /** Who stands twice; they count once. */
  readonly doubles: readonly (Place & { readonly sameAs: SamePerson })[];
  /** Declared sums that their people do not add up to. */
  readonly sums: number;
  readonly laws: readonly {
    readonly scheme: string;
    readonly version: string;
    readonly hash: string;
    readonly rows: number;
  }[];
  readonly units: readonly (Counts & { readonly file: string; readonly sheet: string; readonly unit: string })[];
}

/** The report of an audit (contract, version 1). */
export interface AuditReport {
  readonly schema: 'nd178/audit@1';
  readonly files: readonly AuditFile[];
  readonly summary: AuditSummary;
  /** Summary annexes and the payment list beside the people; absent where there was neither. */
  readonly reconciliation?: Reconciliation;
  /** What weighs most, the statistics, and the sample where one was wanted. */
  readonly work?: AuditWork;
}
