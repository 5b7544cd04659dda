import type { TableRow } from '../table/cell.ts';
import type { HiddenColumns } from '../table/hidden.ts';
import type { Area } from '../table/merges.ts';

/**
 * The port through which the program reads workbooks: a list of sheets, and the rows of each as a stream.
 * Behind it stands a reader of our own (docs/batch.md says why).
 */
export interface WorkbookReader {
  /** The sheets that hold cells, in the order of the tabs. */
  readonly sheets: readonly string[];
  /** Those of the sheets that the workbook hides. */
  readonly hiddenSheets: readonly string[];
  /** The rows of a sheet, some at a time; empty rows are left out. */
  rows(sheet: string): AsyncIterable<TableRow[]>;
  /** The cells of a sheet that are merged. */
  merges(sheet: string): Promise<readonly Area[]>;
  /** The columns of a sheet that it does not show. */
  hiddenColumns(sheet: string): Promise<readonly HiddenColumns[]>;
  /** How much of the sheet being read has been read, 0 to 1. */
  fraction(): number;
}

/** How a cell of a written sheet looks. */
export type CellStyle =
  | 'text'
  | 'long'
  | 'heading'
  | 'title'
  | 'note'
  | 'date'
  | 'dong'
  | 'count'
  | 'decimal'
  | 'percent'
  | 'time'
  | 'input'
  | 'millions'
  | 'sum-millions'
  | 'sum'
  | 'sum-text'
  | 'required-heading'
  | 'section'
  | 'plain'
  | 'center'
  | 'center-strong';

/**
 * A cell to be written: text (`across`: over so many columns), a number by its plain decimal text, a date YYYY-MM-DD, a
 * truth value, an error (`#N/A`), or nothing.
 */
export type SheetCell =
  | null
  | { readonly text: string; readonly style?: CellStyle; readonly across?: number }
  | { readonly number: string; readonly style: CellStyle }
  | { readonly date: string }
  | { readonly flag: boolean }
  | { readonly error: string };

/** A drop-down list, a bound or a hint on cells of a sheet. */
export interface SheetRule {
  /** Where: "C2:C5000". */
  readonly range: string;
  /** The formula of a list: `Lists!$A$1:$A$9`, or the words themselves. */
  readonly list?: string | readonly string[];
  /** A condition as a formula on the first cell of the range. */
  readonly condition?: string;
  readonly title?: string;
  readonly hint?: string;
  readonly error?: string;
}

/** The cells of a row to be written. */
export type SheetRow = readonly SheetCell[];

/** A sheet to be written. */
export interface SheetPlan {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** How many rows at the top stay in view and are printed on each page. */
  readonly frozenRows: number;
  /** How many columns at the left stay in view and are printed on each page. */
  readonly frozenColumns?: number;
  /** The rows printed on each page, where they are not the frozen ones: first and last, counted from 1. */
  readonly printedRows?: readonly [first: number, last: number];
  /** From this column on, counted from 0, columns are folded away in a group that a button opens. */
  readonly foldedFrom?: number;
  /** From this column on, counted from 0, cells are for whoever works with the sheet: a seal leaves them out. */
  readonly openFrom?: number;
  /** How many rows at the end are none of the table: filters and sorting leave them where they are. */
  readonly footRows?: number;
  /** The sheet of paper, lying; default A3. */
  readonly paper?: 'a4' | 'a3';
  /** The row that carries filter buttons, counted from 1. */
  readonly filterRow?: number;
  /** Styles of whole columns, so that a new value looks right. */
  readonly columnStyles?: readonly (CellStyle | undefined)[];
  readonly rules?: readonly SheetRule[];
  /** Notes on cells: the cell and the text. */
  readonly notes?: readonly (readonly [cell: string, text: string])[];
  /** The rows from the first on. */
  readonly rows: Iterable<SheetRow> | AsyncIterable<SheetRow>;
}
