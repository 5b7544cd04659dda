import { withoutEndZeros } from '../base/decimal.ts';

/** A number as a sheet stores it. `percent`: the cell is shown with a % sign, so 0.25 means 25 %. */
export interface NumberCell {
  readonly kind: 'number';
  readonly value: number;
  readonly percent: boolean;
}

/** A real date of a sheet, YYYY-MM-DD; a time of day has been dropped. */
export interface DateCell {
  readonly kind: 'date';
  readonly text: string;
}

/** Why a cell has no value of its own. */
export type CellFault =
  | 'cell-error'
  | 'formula-without-value'
  | 'date-out-of-range'
  | 'time-of-day'
  | 'text-too-long'
  | 'merged-cell'
  | 'both-ticked'
  | 'none-ticked'
  | 'unclear-tick'
  | 'two-births'
  | 'no-birth'
  | 'sex-twice'
  | 'ditto-of-own'
  | 'ditto-alone'
  | 'not-a-value';

/**
 * A cell whose value cannot be known: an error value, a formula never computed, a date before the calendar, a cell that
 * is merged with those of other rows, two columns that together do not say one thing.
 */
export interface FaultyCell {
  readonly kind: 'faulty';
  readonly fault: CellFault;
  readonly text: string;
}

/** One cell of a table; `null` when it is empty. */
export type Cell = null | string | boolean | NumberCell | DateCell | FaultyCell;

/** What is wrong with a row as a whole, so that its cells cannot be trusted. */
export type RowFault =
  | 'unclosed-quote'
  | 'stray-quote'
  | 'too-many-cells'
  | 'row-too-long'
  | 'control-character'
  | 'broken-character'
  | 'not-a-row';

/** One row of a table with its number in the file, counted from 1 as spreadsheets show it. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly fault?: RowFault;
  /** Whether the sheet does not show it (hàng ẩn). */
  readonly hidden?: true;
  /** Whether cells of it hold what stands above them, since they say so (như trên). */
  readonly ditto?: true;
  /** Whether a date of it is one only with the month before the day (12/25/2025). */
  readonly monthFirst?: true;
  /** The unit that a heading above names (đơn vị), or the sheet. */
  readonly unit?: string;
}

/** The letters of a column: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The name of a cell as spreadsheets show it: column 7, row 12 is H12. */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row);
}

/** Whether a cell holds nothing but white space. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  return typeof cell === 'string' && !(cell.charCodeAt(0) > SPACE && cell.charCodeAt(0) < DELETE) && !/\S/.test(cell);
}

/** Between them stand the visible characters of ASCII, by which most cells are known not to be blank at a glance. */
const SPACE = 0x20;
const DELETE = 0x7f;

/** Whether every cell of a row is blank. */
export function isBlankRow(cells: readonly Cell[]): boolean {
  return cells.every(isBlank);
}

/** A cell as plain text: numbers by their shortest decimal, percentages with their sign, dates as YYYY-MM-DD. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell.kind === 'number') return cell.percent ? percentText(cell.value) : numberText(cell.value);
  return cell.text;
}

/** What stands in an output for a cell that could not be read: no column of numbers, dates or words takes it for a value. */
export function faultText({ fault, text }: FaultyCell): string {
  if (fault === 'cell-error' || fault === 'merged-cell') return text;
  return `[${text === '' ? '?' : text}]`;
}

/** The shortest decimal text of a stored number; one in exponent form stays so and is refused by whoever reads it. */
export function numberText(value: number): string {
  return String(value);
}

/** A ratio as a percentage by moving its decimal point, so that no binary rounding enters: 0.07 is 7%. */
export function percentText(ratio: number): string {
  const text = String(ratio);
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) return text + '%';
  const [, sign = '', whole = '', fraction = ''] = found;
  const digits = fraction.padEnd(2, '0');
  const moved = (whole + digits.slice(0, 2)).replace(/^0+(?=\d)/, '');
  const rest = withoutEndZeros(digits.slice(2));
  return sign + moved + (rest === '' ? '' : '.' + rest) + '%';
}
