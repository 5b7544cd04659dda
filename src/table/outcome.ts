import type { Result } from '../result/result.ts';
import type { Cell } from './cell.ts';
import type { RowIssue } from './rows.ts';

/** An input row that could not be read as a case, or that the law finds fault with (contract, version 1). */
export interface Refusal {
  readonly schema: 'nd178/refusal@1';
  readonly id?: string;
  /** The row of the file, counted from 1 as spreadsheets show it; the line of an NDJSON file. */
  readonly row: number;
  /** The name of the file, without its folder. */
  readonly file?: string;
  readonly sheet?: string;
  readonly issues: readonly RowIssue[];
}

/** What became of one input row. */
export interface RowOutcome {
  readonly row: number;
  /** Exactly one of `result` and `refusal` is there. */
  readonly result?: Result;
  readonly refusal?: Refusal;
  /** The unit of the person (đơn vị), where the table tells it. */
  readonly unit?: string;
  /** The texts of the columns that are not keys of the case, in the order of the header. */
  readonly extras: readonly string[];
  /** The cells of the row as they were read: what an output that holds more than texts copies. */
  readonly cells?: readonly Cell[];
  /** For a refused row: the texts of its key columns as written, in the order of the header or of `CASE_KEYS`. */
  readonly written?: readonly string[];
}
