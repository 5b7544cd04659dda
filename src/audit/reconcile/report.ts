import type { Place } from '../place.ts';

/** A number that a summary annex (biểu tổng hợp) declares of a unit, a form or all. */
export interface DeclaredTotal {
  readonly sheet: string;
  readonly row: number;
  /** Of what: a unit, a form, or all (Tổng cộng). */
  readonly label: string;
  readonly people?: { readonly cell: string; readonly value: string };
  /** Đồng. */
  readonly amount?: { readonly cell: string; readonly value: string };
  /** The đồng of one in its amounts, where it does not write đồng. */
  readonly dong?: number;
}

/** A number of a summary annex beside the people that it is of. */
export interface TotalCheck {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** Absent where nobody is known by the label. */
  readonly cell?: string;
  readonly label: string;
  /** `nobody`: no unit, form, sheet or file that was audited bears the label. `open`: the totals of some are not known. */
  readonly what: 'people' | 'amount' | 'nobody' | 'open';
  readonly declared: string;
  readonly sum: string | null;
  /** Declared less sum; 0 where they agree. */
  readonly difference: string;
  readonly message: string;
}

/** Why somebody is told beside a payment list (danh sách đã chi trả). */
export type PaidKind = 'paid-as-declared' | 'paid-otherwise' | 'not-paid' | 'not-declared' | 'paid-unclear';

/** Somebody who was paid otherwise than is due. */
export interface PaidFinding {
  readonly kind: PaidKind;
  readonly name: string;
  /** Where the person stands in the annexes. */
  readonly places: readonly Place[];
  /** The rows of the payment list. */
  readonly paidAt: readonly { readonly sheet: string; readonly row: number; readonly cell: string }[];
  /** Đồng; null for nothing. */
  readonly paid: string | null;
  readonly declared: string | null;
  /** What the law gives; null where that is not known. */
  readonly due: string | null;
  /** Paid less due, or less declared where what is due is not known; null where nothing can be compared. */
  readonly difference: string | null;
  readonly message: string;
}

/** A payment list beside the annexes. */
export interface PaidCheck {
  readonly file: string;
  /** Rows of the list that hold a payment. */
  readonly rows: number;
  readonly amount: string;
  /** People who were paid what is due. */
  readonly right: number;
  readonly overpaid: { readonly people: number; readonly amount: string };
  readonly underpaid: { readonly people: number; readonly amount: string };
  readonly findings: readonly PaidFinding[];
  /** Rows that could not be read, with their cells. */
  readonly unread: readonly PaidFault[];
}

/** A row of a payment list that could not be read. */
export interface PaidFault {
  readonly sheet: string;
  readonly row: number;
  readonly cell: string;
  readonly message: string;
}

/** What the annexes were compared with: summary annexes, and a payment list where one was given. */
export interface Reconciliation {
  readonly totals: readonly TotalCheck[];
  readonly paid?: PaidCheck;
}
