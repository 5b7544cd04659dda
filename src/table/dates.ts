import { dayOf, dayText, parseDay, parseMonth, monthText } from '../base/calendar.ts';
import type { CellRead } from './numbers.ts';

const DAY_FIRST = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const MONTH_FIRST = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/;
const YEAR = /^\d{4}$/;
const SERIAL = /^\d{5}$/;
const MIDNIGHT = /\s+(?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00)?\s*(?:am|sa))$/i;
const TIME = /^\S+(?:\s+|T)\d{1,2}:\d{2}/;
const ISO_MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/;

/** Milliseconds are not needed: serial day 1 of the 1900 system is 1900-01-01, and its 29 February 1900 never was. */
const SERIAL_EPOCH = 25569;
const SHIFT_1904 = 1462;

/** The date of a spreadsheet's day number, YYYY-MM-DD; undefined outside 1900-03-01 to 2999. */
export function serialDay(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial) + (from1904 ? SHIFT_1904 : 0);
  if (!Number.isFinite(days) || days < 61 || days > 401768) return undefined;
  return civilDay(days - SERIAL_EPOCH);
}

/** The date that lies `days` after 1970-01-01, by the rules of the Gregorian calendar. */
function civilDay(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return dayText(
    dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * part + 2) / 5) + 1),
  );
}

/** The day number of a date in the 1900 system: what a workbook stores for YYYY-MM-DD. */
export function daySerial(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468 +
    SERIAL_EPOCH
  );
}

/** A full date as people write it (day first) as YYYY-MM-DD. */
export function readDayText(written: string): CellRead<string> {
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
export function readBirthText(written: string): CellRead<string> {
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
  return ISO_MIDNIGHT.exec(text)?.[1] ?? text.replace(MIDNIGHT, '');
}

/** What stands in columns of dates and is none: the day number of a spreadsheet, a time of day. */
function otherThanDay(value: string): CellRead<never> | undefined {
  if (SERIAL.test(value)) return { fault: 'serial-number', params: { value } };
  return TIME.test(value) ? { fault: 'date-with-time', params: { value } } : undefined;
}

function dayFirst(
  [, day = '', , month = '', year = '']: RegExpExecArray,
  text: string,
  more: string,
): CellRead<string> {
  if (year.length === 2) return { fault: 'ambiguous-date', params: { value: text, year } };
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(iso) === undefined ? impossible(text, more) : { value: iso };
}

function impossible(value: string, more: string): CellRead<string> {
  return { fault: 'impossible-date', params: { value, more } };
}
