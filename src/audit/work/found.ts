import type { AnnexList } from '../../law/audit-annex.ts';

/** How sure a finding is: `wrong` under all that the row leaves open; a double; right under another reading; not decided. */
export const CERTAINTIES = ['wrong', 'double-certain', 'double-likely', 'reading', 'open'] as const;

/** One of {@link CERTAINTIES}. */
export type Certainty = (typeof CERTAINTIES)[number];

/** What an audit says of one person, as the work on the findings needs it. */
export interface Finding {
  readonly file: string;
  readonly sheet: string;
  readonly form: string;
  readonly row: number;
  readonly name: string;
  readonly unit: string;
  readonly list: AnnexList;
  /** The kind of error by the rule file of the annexes; absent where nothing is wrong. */
  readonly cause?: string;
  readonly certainty?: Certainty;
  /** Đồng; null where it is not known. */
  readonly declared: string | null;
  readonly due: string | null;
  /** Declared less due. Of somebody who stands twice all that the second row declares. */
  readonly difference: string;
  readonly impact: string;
  readonly explanation: string;
}
