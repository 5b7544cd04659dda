import { monthOf, parseDay, parseMonth, type Day, type Month } from '../base/calendar.ts';
import { DECIMAL_TEXT } from '../base/decimal.ts';
import type { IssueCode } from '../messages/issues.ts';

/** A value read, or the code of what is wrong with it. */
export type Read<T> =
  { readonly value: T } | { readonly fault: IssueCode; readonly form?: string; readonly range?: string };

const LONGEST = 15;
const RANGE = '≤ 15 chữ số/digits';

/** The text of a decimal. Bare numbers are taken by their shortest decimal text while that is exact. */
export function readDecimal(raw: string | number): Read<string> {
  if (typeof raw === 'number' && !Number.isSafeInteger(raw) && !isExact(raw)) return { fault: 'inexact-number' };
  const text = String(raw).trim();
  if (!DECIMAL_TEXT.test(text)) return { fault: 'not-a-decimal' };
  if (text.startsWith('-')) return { fault: 'negative' };
  const plain = trimZeros(text);
  return plain.length > LONGEST + 1 ? { fault: 'out-of-range', range: RANGE } : { value: plain };
}

/** Up to 15 significant digits the shortest text of a binary number is the decimal that was written. */
function isExact(raw: number): boolean {
  const text = String(raw);
  return Number.isFinite(raw) && !/e/i.test(text) && text.replace(/\D/g, '').length <= LONGEST;
}

/** A decimal that is already in its shortest form. */
const SHORTEST = /^(0|[1-9]\d*)(\.\d*[1-9])?$/;

function trimZeros(text: string): string {
  if (SHORTEST.test(text)) return text;
  const [whole = '', fraction = ''] = text.split('.');
  const kept = fraction.replace(/0+$/, '');
  return whole.replace(/^0+(?=\d)/, '') + (kept === '' ? '' : '.' + kept);
}

/** The canonical text of a percentage: "25%". A bare number above 1 is refused, never guessed. */
export function readPercent(raw: string | number): Read<string> {
  const text = String(raw).trim();
  const marked = text.endsWith('%');
  const digits = marked ? text.slice(0, -1).trim() : text;
  const read = readDecimal(typeof raw === 'number' ? raw : digits);
  if ('fault' in read) return read.fault === 'not-a-decimal' ? { fault: 'not-a-percent' } : read;
  if (marked) return { value: read.value + '%' };
  const [whole = '', fraction = ''] = read.value.split('.');
  if (whole !== '0' && read.value !== '1') return { fault: 'bare-percent' };
  return { value: trimZeros(`${whole}${fraction.padEnd(2, '0').slice(0, 2)}.${fraction.slice(2)}0`) + '%' };
}

/** A whole number of years or months. */
export function readCount(raw: string | number, most: number): Read<number> {
  const text = String(raw).trim();
  if (!/^\d{1,6}$/.test(text)) return { fault: 'not-whole' };
  const value = Number(text);
  return value > most ? { fault: 'out-of-range', range: `0 – ${most}` } : { value };
}

/** A date with its canonical text. */
export interface DayRead {
  readonly text: string;
  readonly day: Day;
}

/** A full date. */
export function readDay(raw: string): Read<DayRead> {
  const text = raw.trim();
  const day = parseDay(text);
  return day === undefined ? { fault: 'impossible-date', form: 'YYYY-MM-DD' } : { value: { text, day } };
}

/** A birth: YYYY-MM-DD, YYYY-MM or YYYY. Gives its month (month unknown: January) and its canonical text. */
export function readBirth(raw: string | number): Read<{ text: string; month: Month }> {
  const text = String(raw).trim();
  if (/^\d{4}$/.test(text) && Number(text) >= 1900) return { value: { text, month: monthOf(Number(text), 1) } };
  const month = parseMonth(text);
  if (month !== undefined && month >= monthOf(1900, 1)) return { value: { text, month } };
  const day = parseDay(text);
  if (day === undefined) return { fault: 'impossible-date', form: 'YYYY-MM-DD, YYYY-MM, YYYY' };
  return { value: { text, month: monthOf(Math.floor(day / 10000), Math.floor(day / 100) % 100) } };
}
