import { composed } from '../base/text.ts';
import { monthOf, parseDay, parseMonth, type Day, type Month } from '../base/calendar.ts';
import { DECIMAL_TEXT, withoutEndZeros } from '../base/decimal.ts';
import type { IssueCode } from '../messages/issues.ts';
import { bareRatio, MOST_PERCENT } from './spelling/numbers.ts';

/** A value read, or the code of what is wrong with it. */
export type Read<T> =
  { readonly value: T } | { readonly fault: IssueCode; readonly form?: string; readonly range?: string };

const LONGEST = 15;
const RANGE = '≤ 15 chữ số/digits';

/** The text of a decimal. Bare numbers are taken by their shortest decimal text while that is exact. */
export function readDecimal(raw: string | number): Read<string> {
  if (typeof raw === 'number' && !Number.isSafeInteger(raw) && !isExact(raw)) return { fault: 'inexact-number' };
  const text = String(raw).trim();
  if (!DECIMAL_TEXT.test(text)) return { fault: 'not-a-number' };
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
  const decimals = withoutEndZeros(fraction);
  return whole.replace(/^0+(?=\d)/, '') + (decimals === '' ? '' : '.' + decimals);
}

/** The canonical text of a percentage: "25%". A bare number from 1 on is refused, never guessed. */
export function readPercent(raw: string | number): Read<string> {
  const text = String(raw).trim();
  const marked = text.endsWith('%');
  const read = readDecimal(typeof raw === 'number' ? raw : marked ? text.slice(0, -1).trim() : text);
  if ('fault' in read) return read;
  if (marked) return Number(read.value) > MOST_PERCENT ? { fault: 'not-a-percent' } : { value: read.value + '%' };
  const ratio = bareRatio(read.value);
  if ('fault' in ratio) return { fault: ratio.fault };
  const [whole = '', fraction = ''] = read.value.split('.');
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
  return day === undefined ? { fault: 'impossible-date', form: 'dd/MM/yyyy, YYYY-MM-DD' } : { value: { text, day } };
}

/** A birth: YYYY-MM-DD, YYYY-MM or YYYY. Gives its month (month unknown: January) and its canonical text. */
export function readBirth(raw: string | number): Read<{ text: string; month: Month }> {
  const text = String(raw).trim();
  if (/^\d{4}$/.test(text) && Number(text) >= 1900) return { value: { text, month: monthOf(Number(text), 1) } };
  const month = parseMonth(text);
  if (month !== undefined && month >= monthOf(1900, 1)) return { value: { text, month } };
  const day = parseDay(text);
  if (day === undefined) return { fault: 'impossible-date', form: 'dd/MM/yyyy, MM/yyyy, yyyy, YYYY-MM-DD' };
  return { value: { text, month: monthOf(Math.floor(day / 10000), Math.floor(day / 100) % 100) } };
}

const YEARS_AND_MONTHS = /^(\d{1,2})\s*(?:y|yr|years?|năm|tuổi)\s*(?:(\d{1,2})\s*(?:m|months?|tháng))?$/iu;
const MOST_AGE = 99;
const MONTHS = 12;

/**
 * An age in years, or years and months, as canonical text (`58`, `61y3m`): "61y3m", "61 tuổi 3 tháng", a decimal that
 * is a whole number of months ("61.25", "61,25"), or `{years, months}`.
 */
export function readAge(raw: unknown): Read<string> {
  const months = typeof raw === 'object' && raw !== null ? durationMonths(raw) : ageMonths(String(raw as string));
  if (months === undefined) return { fault: 'not-an-age' };
  if (months < MONTHS || months > MOST_AGE * MONTHS) return { fault: 'out-of-range', range: `1 – ${MOST_AGE}` };
  return { value: yearsAndMonths(months) };
}

/** Months as a case writes them: `58`, `61y3m`. */
export function yearsAndMonths(months: number): string {
  const odd = months % MONTHS;
  return `${Math.floor(months / MONTHS)}${odd === 0 ? '' : `y${odd}m`}`;
}

function durationMonths(raw: object): number | undefined {
  const { years, months = 0 } = raw as { years?: unknown; months?: unknown };
  const read = (value: unknown): number | undefined => {
    const found = readCount(String((value as string | null) ?? 0), MOST_AGE * MONTHS);
    return 'value' in found ? found.value : undefined;
  };
  const [whole, odd] = [read(years), read(months)];
  return years === undefined || whole === undefined || odd === undefined || odd >= MONTHS
    ? undefined
    : whole * MONTHS + odd;
}

function ageMonths(raw: string): number | undefined {
  const text = composed(raw).trim();
  const written = YEARS_AND_MONTHS.exec(text);
  if (written) {
    const odd = Number(written[2] ?? '0');
    return odd < MONTHS ? Number(written[1]) * MONTHS + odd : undefined;
  }
  const decimal = /^(\d{1,4})(?:[.,](\d{1,4}))?$/.exec(text);
  if (!decimal) return undefined;
  const [, whole = '', fraction = '0'] = decimal;
  const odd = Number(fraction) * MONTHS;
  const unit = 10 ** fraction.length;
  return odd % unit === 0 ? Number(whole) * MONTHS + odd / unit : undefined;
}
