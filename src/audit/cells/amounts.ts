import { LONGEST_TYPED } from '../../base/lengths.ts';
import { Decimal, type Decimal as Exact } from '../../base/decimal.ts';
import type { Cell } from '../../table/cell.ts';
import { readMoneyText, readNumberText } from '../../case/spelling/numbers.ts';
import { faulty, numberIn, plainText, readAs, zerosNoted, type Reading } from './reading.ts';

/** A declared amount of money in đồng: with dots, commas or spaces, as a number, as the stored value of a formula. */
export function readMoney(cell: Cell | undefined): Reading<Exact> {
  const found = numberIn(cell, 'unreadable-amount');
  if ('kind' in found) return found;
  if ('stored' in found) return readAs([new Decimal(found.stored)]);
  const read = readMoneyText(found.written);
  if ('value' in read) return readAs([new Decimal(read.value)], read.value);
  // 585.000 as money is 585 thousand: nobody draws 585 đồng to three decimals.
  const grouped = read.fault === 'ambiguous-number' ? String(read.params?.['one']) : undefined;
  return grouped === undefined ? faulty('unreadable-amount') : readAs([new Decimal(grouped)], grouped);
}

/** A declared coefficient: `4,65`, `4.65`. */
export function readCoefficient(cell: Cell | undefined): Reading<Exact> {
  const found = numberIn(cell, 'unreadable-amount');
  if ('kind' in found) return found;
  if ('stored' in found) return readAs([new Decimal(found.stored)]);
  const read = readNumberText(found.written);
  return zerosNoted(cell, 'value' in read ? readAs([new Decimal(read.value)]) : faulty('unreadable-amount'));
}

/** A declared percentage in a column headed %, as a number of per cent: `30`, `30%`, `0.3`. */
export function readPercent(cell: Cell | undefined): Reading<Exact> {
  const isRatio = typeof cell === 'object' && cell?.kind === 'number' && cell.percent;
  const text = typeof cell === 'string' && cell.length <= LONGEST_TYPED ? plainText(cell) : '';
  const isMarked = text.endsWith('%');
  const read = readCoefficient(isMarked ? text.slice(0, -1).trimEnd() : cell);
  const [value] = read.kind === 'read' ? read.values : [];
  if (!value || isMarked) return read;
  const percent = value.times(100);
  if (isRatio) return readAs([percent]);
  return value.isZero() || value.gte(1) ? read : readAs([percent], `${percent.toFixed()}%`);
}
