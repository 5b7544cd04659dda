import type { ColumnKind } from '../../src/table/layout.ts';
import type { SheetCell } from './workbook.ts';

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
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`.replace(/\.?0+$/, '');
}
