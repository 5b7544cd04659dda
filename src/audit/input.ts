import { OLD_ENCODINGS, type OldEncoding } from '../base/old-encodings.ts';
import type { CalculateOptions } from '../engine/calculate.ts';
import { CALCULATE_OPTIONS } from '../engine/options.ts';
import { OBJECT, oneOf, type OptionsOf } from '../messages/options.ts';
import type { TableRow } from '../table/cell.ts';
import type { Area } from '../table/merges.ts';
import type { PaidList } from './reconcile/paid-list.ts';
import type { RiskWeights } from './work/risk.ts';
import { SAMPLE, type SampleWish } from './work/sample.ts';
import type { ColumnMap } from './sheet/map.ts';

/** A sheet as it was read. */
export interface SheetInput {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** Which cells are merged: their value stands in the first of them only. Default: none. */
  readonly merges?: readonly Area[] | undefined;
  /** Whether the workbook hides the sheet. */
  readonly hidden?: true | undefined;
}

/** A workbook as it was read. */
export interface BookInput {
  readonly file: string;
  readonly sheets: readonly SheetInput[];
}

/**
 * How to audit: the options of `calculate`, and a map of own columns. The form decides the scheme; a `scheme` beside
 * `asOf` says that the pinned version is meant for the forms of that scheme only.
 */
export interface AuditOptions extends CalculateOptions {
  readonly map?: ColumnMap | undefined;
  /** What was paid, to be compared with what is due (danh sách đã chi trả). */
  readonly paid?: PaidList | undefined;
  /** The sample to be drawn, for looking at the files themselves (chọn mẫu). */
  readonly sample?: SampleWish | undefined;
  /** What a finding weighs; default `RISK_WEIGHTS`. */
  readonly weights?: RiskWeights | undefined;
  /** The encoding before Unicode that the texts are in (bảng mã cũ); default: Unicode. */
  readonly textEncoding?: OldEncoding | undefined;
}

/** What each option of an audit has to be. */
export const AUDIT_OPTIONS: OptionsOf<AuditOptions> = {
  ...CALCULATE_OPTIONS,
  map: OBJECT,
  paid: OBJECT,
  sample: SAMPLE,
  weights: OBJECT,
  textEncoding: oneOf(...OLD_ENCODINGS),
};
