import { parseDay, parseMonth, monthText } from '../../base/calendar.ts';
import type { Spelled } from './numbers.ts';

const DAY_FIRST = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const MONTH_FIRST = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/;
const YEAR = /^\d{4}$/;
const SERIAL = /^\d{5}$/;
const MIDNIGHT = /\s(?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00)?\s{0,3}(?:am|sa))$/i;
const TIME = /^\S+(?:\s+|T)\d{1,2}:\d{2}/;
const ISO_MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/;

/** A full date as people write it (day first) as YYYY-MM-DD. */
export function readDayText(written: string): Spelled<string> {
  const text = plain(written);
  if (parseDay(text) !== undefined) return { value: text };
  const found = DAY_FIRST.exec(text);
  if (found) return dayFirst(found, text, '');
  const other = otherThanDay(text);
  if (other) return other;
  const lacking = MONTH_FIRST.test(text) || parseMonth(text) !== undefined || YEAR.test(text);
  return lacking ? { fault: 'incomplete-date', params: { value: text } } : impossible(text, '');
}

/** A date of birth: a full date, month and year, or the year alone. */
export function readBirthText(written: string): Spelled<string> {
  const text = plain(written);
  if (parseDay(text) !== undefined || parseMonth(text) !== undefined || YEAR.test(text)) return { value: text };
  const found = DAY_FIRST.exec(text);
  if (found) return dayFirst(found, text, ', MM/yyyy, yyyy');
  const other = otherThanDay(text);
  if (other) return other;
  const [, month, year] = MONTH_FIRST.exec(text) ?? [];
  const read = month === undefined ? undefined : parseMonth(`${year}-${month.padStart(2, '0')}`);
  return read === undefined ? impossible(text, ', MM/yyyy, yyyy') : { value: monthText(read) };
}

function plain(written: string): string {
  if (parseDay(written) !== undefined) return written;
  const text = written.trim();
  return ISO_MIDNIGHT.exec(text)?.[1] ?? text.replace(MIDNIGHT, '').trimEnd();
}

/** What stands in columns of dates and is none: the day number of a spreadsheet, a time of day. */
function otherThanDay(value: string): Spelled<never> | undefined {
  if (SERIAL.test(value)) return { fault: 'serial-number', params: { value } };
  return TIME.test(value) ? { fault: 'date-with-time', params: { value } } : undefined;
}

function dayFirst([, day = '', , month = '', year = '']: RegExpExecArray, text: string, more: string): Spelled<string> {
  if (year.length === 2) return { fault: 'ambiguous-date', params: { value: text, year } };
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(iso) === undefined ? impossible(text, more) : { value: iso };
}

function impossible(value: string, more: string): Spelled<string> {
  return { fault: 'impossible-date', params: { value, more } };
}
