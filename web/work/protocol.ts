import type { Lang } from '../../src/base/text.ts';
import type { OldEncoding } from '../../src/base/old-encodings.ts';
import type { Separator } from '../../src/table/csv.ts';
import type { Encoding } from '../../src/table/encoding.ts';
import type { Allowance } from '../../src/workbook/open.ts';
import type { Document } from '../../src/explanation/document.ts';
import type { Office } from '../../src/papers/office.ts';
import type { BatchSummary } from '../../src/table/run-summary.ts';

/** What a user says of files that do not say it themselves, as by options of the command line. */
export interface FileReading {
  /** The encoding before Unicode that the texts are in. */
  readonly textEncoding?: OldEncoding | undefined;
  readonly encoding?: Encoding | undefined;
  readonly separator?: Separator | undefined;
  /** What a workbook may hold, though it is never used. */
  readonly allow?: readonly Allowance[] | undefined;
}

/** How a list is to be read. */
export interface ListOrder extends FileReading {
  readonly lang: Lang;
  readonly sheet?: string;
  readonly allSheets?: boolean;
  /** Values for every row that has none, as `--set` takes them. */
  readonly set: readonly string[];
}

/** What can be made of a list. */
export type ListProduct =
  'result.xlsx' | 'list.xlsx' | 'papers.docx' | 'records.ndjson' | 'chain.ndjson' | 'result.csv';

/** How annex workbooks are to be read. */
export interface AuditOrder extends FileReading {
  readonly lang: Lang;
  /** A map of own columns (YAML). */
  readonly map?: File | undefined;
}

/** What can be made of audited workbooks: the marked copy of one of them, the report, or a map of columns to begin with. */
export type AuditProduct = { readonly copyOf: number } | 'report.html' | 'report.json' | 'map.yaml';

/** How a file of records is to be replayed. */
export interface ReplayOrder {
  readonly lang: Lang;
  /** The kept head of the chain, to compare: `sha256:...`. */
  readonly head?: string;
  /** A version that is asked about in place of those that the records name: `nd178@2025-07-01`. */
  readonly whatIf?: string;
}

/** What can be made of a replay. */
export type ReplayProduct = 'report.xlsx' | 'report.html' | 'report.json';

/** What the page asks of its worker. */
export type Task =
  | { readonly kind: 'list'; readonly file: File; readonly order: ListOrder }
  | { readonly kind: 'list-make'; readonly product: ListProduct; readonly office: Office }
  | { readonly kind: 'audit'; readonly files: readonly File[]; readonly order: AuditOrder }
  | { readonly kind: 'audit-make'; readonly product: AuditProduct }
  | { readonly kind: 'replay'; readonly file: File; readonly order: ReplayOrder }
  | { readonly kind: 'replay-make'; readonly product: ReplayProduct }
  | { readonly kind: 'compare'; readonly lang: Lang; readonly scheme: string; readonly days: readonly [string, string] }
  | { readonly kind: 'template'; readonly lang: Lang; readonly examples: boolean };

/** A row that was refused, by the place that its list gives it. */
export interface RefusedRow {
  readonly row: number;
  readonly sheet?: string;
  readonly issues: readonly { readonly cell?: string; readonly message: string }[];
}

/** A list that was worked out, as far as the page shows it. */
export interface ListTold {
  readonly summary: BatchSummary;
  /** The first message of each kind of warning, by its code. */
  readonly warnings: Readonly<Record<string, string>>;
  /** The first of the refused rows. */
  readonly refused: readonly RefusedRow[];
}

/** Workbooks that were audited, as far as the page shows them. */
export interface AuditShown {
  readonly document: Document;
  /** The verdict in a sentence. */
  readonly verdict: string;
  /** The workbooks of which there is a marked copy: the place in the order they came in, and the name. */
  readonly copies: readonly { readonly at: number; readonly name: string }[];
}

/** A file of records that was replayed, as far as the page shows it. */
export interface ReplayShown {
  readonly document: Document;
  /** The verdict in a sentence. */
  readonly verdict: string;
  /** Whether it tells of another law rather than of the recorded one. */
  readonly whatIf: boolean;
}

/** A file that was made. */
export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The head of its chain, or of its seal: with it, kept elsewhere, nothing can be left out unseen. */
  readonly head?: string | undefined;
}

/** The head of a file that was made. */
export interface Kept {
  readonly name: string;
  readonly head: string;
}

/** What the worker answers. */
export type Answer =
  | { readonly kind: 'progress'; readonly line: string; readonly fraction: number | undefined }
  | { readonly kind: 'listed'; readonly told: ListTold }
  | { readonly kind: 'audited'; readonly told: AuditShown }
  | { readonly kind: 'replayed'; readonly told: ReplayShown }
  | { readonly kind: 'compared'; readonly document: Document }
  | ({ readonly kind: 'file' } & Made)
  /** The file is refused; the sheets to choose from, where that would help. */
  | { readonly kind: 'refused'; readonly message: string; readonly sheets?: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string };
