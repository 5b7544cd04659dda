import type { Lang } from '../../src/base/text.ts';
import type { BatchSummary } from '../../src/table/run-summary.ts';

/** How a list is to be read. */
export interface ListOrder {
  readonly lang: Lang;
  readonly sheet?: string;
  readonly allSheets?: boolean;
  /** Values for every row that has none, as `--set` takes them. */
  readonly set: readonly string[];
}

/** What can be made of a list. */
export type Product = 'result.xlsx' | 'list.xlsx' | 'papers.docx' | 'records.ndjson' | 'result.csv';

/** What the page asks of its worker. */
export type Task =
  | { readonly kind: 'list'; readonly file: File; readonly order: ListOrder }
  | { readonly kind: 'make'; readonly product: Product }
  | { readonly kind: 'template'; readonly lang: Lang; readonly examples: boolean };

/** A row that was refused, by the place that its list gives it. */
export interface RefusedRow {
  readonly row: number;
  readonly sheet?: string;
  readonly issues: readonly { readonly cell?: string; readonly message: string }[];
}

/** A kind of fault or warning with the first message of it. */
export interface CodeTold {
  readonly kind: 'fault' | 'warning';
  readonly message: string;
  readonly rows: number;
  /** Where it stands first. */
  readonly place: string;
}

/** A list that was worked out, as far as the page shows it. */
export interface ListTold {
  readonly summary: BatchSummary;
  readonly codes: readonly CodeTold[];
  /** The first of the refused rows. */
  readonly refused: readonly RefusedRow[];
}

/** What the worker answers. */
export type Answer =
  | {
      readonly kind: 'progress';
      readonly rows: number;
      readonly refused: number;
      readonly fraction: number | undefined;
    }
  | { readonly kind: 'listed'; readonly told: ListTold }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** The file is refused; the sheets to choose from, where that would help. */
  | { readonly kind: 'refused'; readonly message: string; readonly sheets?: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string };
