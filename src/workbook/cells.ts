import { withoutEndZeros } from '../base/decimal.ts';
import { faultText, type Cell } from '../table/cell.ts';
import { serialDay } from '../table/dates.ts';
import type { ColumnKind } from '../table/layout.ts';
import type { SheetCell } from './plan.ts';

const NUMBER = /^\d{1,15}$|^(?=[\d.]{1,16}$)\d+\.\d+$/;

/** A canonical value as the cell of a column: a real number, per cent or date where it is one, else text. */
export function valueCell(value: string, kind: ColumnKind): SheetCell {
  switch (kind) {
    case 'date':
      return dateCell(value);
    case 'percent': {
      const ratio = ratioText(value);
      return ratio === undefined ? { text: value } : { number: ratio, style: kind };
    }
    case 'dong':
    case 'count':
    case 'decimal':
      return NUMBER.test(value) ? { number: value, style: kind } : { text: value };
    default:
      return { text: value, style: kind };
  }
}

/** A full date as a date; a month or a year of birth as people write it. Sheets have no dates before March 1900. */
function dateCell(value: string): SheetCell {
  const [year = '', month, day] = value.split('-');
  if (day !== undefined) return value >= '1900-03-01' ? { date: value } : { text: `${day}/${month}/${year}` };
  return { text: month === undefined ? year : `${month}/${year}` };
}

/** "25%" as the number that a cell shown in per cent holds, by moving the decimal point. */
export function ratioText(percent: string): string | undefined {
  const found = /^(\d+)(?:\.(\d+))?%$/.exec(percent);
  if (!found) return undefined;
  const [, whole = '', fraction = ''] = found;
  const digits = whole.padStart(3, '0');
  const rest = withoutEndZeros(digits.slice(-2) + fraction);
  return digits.slice(0, -2) + (rest === '' ? '' : `.${rest}`);
}

/** The errors that the cells of a sheet may hold. */
const ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/;

/** A cell of a workbook that was read: it stays a number, per cent, date, time, truth value or error, whatever its column holds. */
export function copiedCell(cell: Cell): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'string') return { text: cell };
  if (typeof cell === 'boolean') return { flag: cell };
  if (cell.kind === 'date') return { date: cell.text };
  if (cell.kind === 'number') {
    if (!Number.isFinite(cell.value)) return { error: '#NUM!' };
    return { number: String(cell.value), style: cell.percent ? 'percent' : 'text' };
  }
  const { fault, text } = cell;
  if (fault === 'formula-without-value') return { error: '#N/A' };
  if (fault === 'cell-error' && ERROR.test(text)) return { error: text };
  if (fault === 'time-of-day') return { number: text, style: 'time' };
  // Days from 1904 may be outside of one calendar and within the other.
  if (fault === 'date-out-of-range' && serialDay(Number(text), false) === undefined)
    return { number: text, style: 'date' };
  return { text: faultText(cell) };
}
