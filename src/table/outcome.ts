import type { Result } from '../engine/result.ts';
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
  /** The name of the request, where it had one. */
  readonly request?: string | number;
}

/** What became of one input row; every outcome has the same keys, since a batch asks them of each of its rows. */
export interface RowOutcome {
  readonly row: number;
  /** Exactly one of `result` and `refusal` is there. */
  readonly result: Result | undefined;
  readonly refusal: Refusal | undefined;
  /** The unit of the person (đơn vị), where the table tells it. */
  readonly unit: string | undefined;
  /** The texts of the columns that are not keys of the case, in the order of the header. */
  readonly extras: readonly string[];
  /** The cells of the row as they were read: what an output that holds more than texts copies. */
  readonly cells: readonly Cell[] | undefined;
  /** The name of the request, where it had one. */
  readonly request: string | number | undefined;
  /** For a refused row: the texts of its key columns as written, in the order of the header or of `CASE_KEYS`. */
  readonly written: readonly string[] | undefined;
}

/** What stands beside a result or a refusal. */
export interface Beside {
  readonly unit?: string | undefined;
  readonly extras?: readonly string[];
  readonly cells?: readonly Cell[] | undefined;
  readonly request?: string | number | undefined;
  readonly written?: readonly string[] | undefined;
}

const NO_EXTRAS: readonly string[] = [];

/** The outcome of a row that was worked out. */
export function workedOut(row: number, result: Result, beside: Beside = {}): RowOutcome {
  const { unit, extras = NO_EXTRAS, cells, request } = beside;
  return { row, result, refusal: undefined, unit, extras, cells, request, written: undefined };
}

/** The outcome of a refused row. */
export function refusedRow(refusal: Refusal, beside: Beside = {}): RowOutcome {
  const { unit, extras = NO_EXTRAS, cells, request, written } = beside;
  return { row: refusal.row, result: undefined, refusal, unit, extras, cells, request, written };
}
