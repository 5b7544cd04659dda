import { parseDay, parseMonth, monthText } from '../../base/calendar.ts';
import { composed } from '../../base/text.ts';
import type { Spelled } from './numbers.ts';

const DAY_FIRST = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})\s*([/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/;
const IN_WORDS = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu;
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
  const day = wholeDay(text, '');
  if (day) return day;
  const other = otherThanDay(text);
  if (other) return other;
  const lacking = MONTH_FIRST.test(text) || parseMonth(text) !== undefined || YEAR.test(text);
  return lacking ? { fault: 'incomplete-date', params: { value: text } } : impossible(text, '');
}

/** A date of birth: a full date, month and year, or the year alone. */
export function readBirthText(written: string): Spelled<string> {
  const text = plain(written);
  if (parseDay(text) !== undefined || parseMonth(text) !== undefined || YEAR.test(text)) return { value: text };
  const day = wholeDay(text, ', MM/yyyy, yyyy');
  if (day) return day;
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

/** A day, month and year: the day first, the year first, or in words; undefined for what is written otherwise. */
function wholeDay(text: string, more: string): Spelled<string> | undefined {
  const [, first = '', , month = '', last = ''] = DAY_FIRST.exec(text) ?? YEAR_FIRST.exec(text) ?? [];
  if (first.length === 4) return dayOf(first, month, last, text, more);
  if (first !== '') {
    if (last.length === 2) return { fault: 'ambiguous-date', params: { value: text, year: last } };
    return dayOf(last, month, first, text, more);
  }
  const [, day, named = '', year = ''] = IN_WORDS.exec(composed(text)) ?? [];
  return day === undefined ? undefined : dayOf(year, named, day, text, more);
}

function dayOf(year: string, month: string, day: string, text: string, more: string): Spelled<string> {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (parseDay(iso) !== undefined) return { value: iso };
  const swapped = parseDay(`${year}-${day.padStart(2, '0')}-${month.padStart(2, '0')}`) !== undefined;
  const near = swapped ? `${month.padStart(2, '0')}/${day.padStart(2, '0')}/${year}` : undefined;
  return { fault: 'impossible-date', params: { value: text, more, near } };
}

/** Three numbers, or two, in the order of a date: one that is not in the calendar. */
const DATED = /^(?:\d{4}\D\d{1,2}(?:\D\d{1,2})?|\d{1,2}\D\d{1,2}\D\d{4}|\d{1,2}\D\d{4}|\d{4})$/;

function impossible(text: string, more: string): Spelled<string> {
  const dated = DATED.test(text.replace(/\s/g, ''));
  return { fault: 'impossible-date', params: dated ? { value: text, more } : { unread: text, more } };
}
