import { Decimal, type Decimal as Exact } from '../../base/decimal.ts';
import type { Cell } from '../../table/cell.ts';
import { readMoneyText, readNumberText, readStored } from '../../table/numbers.ts';
import {
  BLANK,
  cellFault,
  faulty,
  isEmptyMark,
  plainText,
  readAs,
  withZeros,
  zerosNoted,
  type Reading,
} from './reading.ts';

/** A declared amount of money in đồng: with dots, commas or spaces, as a number, as the stored value of a formula. */
export function readMoney(cell: Cell | undefined): Reading<Exact> {
  const stored = storedNumber(cell);
  if (stored) return stored;
  const text = withZeros(plainText(cell));
  const read = readMoneyText(text);
  if ('value' in read) return readAs([new Decimal(read.value)], read.value);
  // 585.000 as money is 585 thousand: nobody draws 585 đồng to three decimals.
  const grouped = read.fault === 'ambiguous-number' ? String(read.params?.['one']) : undefined;
  return grouped === undefined ? faulty('unreadable-amount') : readAs([new Decimal(grouped)], grouped);
}

/** A declared coefficient: `4,65`, `4.65`. */
export function readCoefficient(cell: Cell | undefined): Reading<Exact> {
  const stored = storedNumber(cell);
  if (stored) return stored;
  const read = readNumberText(withZeros(plainText(cell)));
  return zerosNoted(cell, 'value' in read ? readAs([new Decimal(read.value)]) : faulty('unreadable-amount'));
}

/** A declared percentage in a column headed %, as a number of per cent: `30`, `30%`, `0.3`. */
export function readPercent(cell: Cell | undefined): Reading<Exact> {
  if (typeof cell === 'object' && cell?.kind === 'number' && cell.percent) {
    const ratio = readStored(cell.value);
    return 'value' in ratio ? readAs([new Decimal(ratio.value).times(100)]) : faulty('unreadable-amount');
  }
  const stored = storedNumber(cell);
  const text = plainText(cell).replace(/\s*%$/, '');
  const read = stored ?? readCoefficient(text);
  if (read.kind !== 'read' || /%\s*$/.test(plainText(cell))) return read;
  const [value] = read.values;
  if (!value || value.isZero() || value.gte(1)) return read;
  const percent = value.times(100);
  return readAs([percent], `${percent.toFixed()}%`);
}

/** The meaning of a cell that is blank, faulty or a stored number; undefined for text. */
function storedNumber(cell: Cell | undefined): Reading<Exact> | undefined {
  if (isEmptyMark(cell)) return BLANK;
  const fault = cellFault(cell);
  if (fault !== undefined) return faulty(fault);
  if (typeof cell === 'string') return undefined;
  if (typeof cell !== 'object' || cell?.kind !== 'number') return faulty('unreadable-amount');
  const read = readStored(cell.value);
  return 'value' in read ? readAs([new Decimal(read.value)]) : faulty('unreadable-amount');
}
