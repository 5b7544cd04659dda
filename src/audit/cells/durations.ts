import { Decimal, type Decimal as Exact } from '../../base/decimal.ts';
import { unaccented } from '../../base/text.ts';
import type { Cell } from '../../table/cell.ts';
import { faulty, numberIn, readAs, zerosNoted, type Reading } from './reading.ts';

/** A declared length of time: years as a decimal, or whole months. */
export type Duration =
  { readonly kind: 'years'; readonly years: Exact } | { readonly kind: 'months'; readonly months: number };

const years = (text: string): Duration => ({ kind: 'years', years: new Decimal(text) });
const months = (count: number): Duration => ({ kind: 'months', months: count });

/**
 * A declared number of years: `34`, `34,5`, `34-06`, `2 năm 2 tháng`, `26 tháng`, `36 năm`. `33.6` is 33.6 years or
 * 33 years 6 months: it has both meanings.
 */
export function readYears(cell: Cell | undefined): Reading<Duration> {
  const text = durationText(cell);
  if (typeof text !== 'string') return text;
  return zerosNoted(cell, inWords(text) ?? inNumbers(text, typeof cell === 'object'));
}

/** A declared number of months: `30`, `2 năm 6 tháng`, `2-06`. */
export function readMonths(cell: Cell | undefined): Reading<Duration> {
  const text = durationText(cell);
  if (typeof text !== 'string') return text;
  const read = zerosNoted(cell, inWords(text) ?? monthsInNumbers(text));
  if (read.kind !== 'read') return read;
  const values = read.values.map(inMonths);
  if (!values.every((one) => one !== undefined)) return faulty('unreadable-duration');
  const [first] = values;
  return readAs(values, read.repair !== undefined && first?.kind === 'months' ? String(first.months) : undefined);
}

/** Years as months, where they are whole months. */
function inMonths(one: Duration): Duration | undefined {
  if (one.kind === 'months') return one;
  const count = one.years.times(12);
  return count.isInteger() ? months(count.toNumber()) : undefined;
}

function monthsInNumbers(text: string): Reading<Duration> {
  if (/^\d+(?:[.,]0+)?$/.test(text)) return readAs([months(parseInt(text, 10))]);
  const pair = /^(\d{1,2})\s*-\s*(\d{1,2})$/.exec(text);
  return pair ? pairOf(pair[1] ?? '', pair[2] ?? '') : faulty('unreadable-duration');
}

function durationText(cell: Cell | undefined): string | Reading<Duration> {
  const found = numberIn(cell, 'unreadable-duration');
  if ('kind' in found) return found;
  return 'stored' in found ? found.stored : unaccented(found.written);
}

const IN_WORDS = /^(?:(\d{1,2}(?:[.,]\d+)?) ?(?:nam|n))? ?,? ?(?:(\d{1,3}) ?(?:thang|th|t))?$/;

function inWords(text: string): Reading<Duration> | undefined {
  const found = IN_WORDS.exec(text);
  if (!found || (found[1] === undefined && found[2] === undefined)) return undefined;
  const [, inYears, odd] = found;
  if (inYears !== undefined && odd === undefined) {
    const decimal = inYears.replace(',', '.');
    return readAs([years(decimal)], decimal);
  }
  if (inYears !== undefined && !/^\d+$/.test(inYears)) return faulty('unreadable-duration');
  return total(Number(inYears ?? 0) * 12 + Number(odd ?? 0));
}

function inNumbers(text: string, stored: boolean): Reading<Duration> {
  const pair = /^(\d{1,2})\s*[-/]\s*(\d{1,2})$/.exec(text);
  if (pair) return pairOf(pair[1] ?? '', pair[2] ?? '');
  const number = /^(\d{1,2})(?:[.,](\d+))?$/.exec(text);
  if (!number) return faulty('unreadable-duration');
  const [, whole = '', fraction = ''] = number;
  if (/^0*$/.test(fraction)) return readAs([years(whole)]);
  const meanings = [years(`${whole}.${fraction}`)];
  const odd = Number(fraction);
  if (fraction.length <= 2 && odd <= 11) meanings.push(months(Number(whole) * 12 + odd));
  // A stored 33.1 may have been typed as 33.10.
  if (stored && fraction === '1') meanings.push(months(Number(whole) * 12 + 10));
  return readAs(meanings);
}

function pairOf(whole: string, odd: string): Reading<Duration> {
  return Number(odd) > 11 ? faulty('unreadable-duration') : total(Number(whole) * 12 + Number(odd));
}

function total(count: number): Reading<Duration> {
  return readAs([months(count)], `${Math.floor(count / 12)}-${String(count % 12).padStart(2, '0')}`);
}
