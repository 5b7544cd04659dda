import { parseDay, parseMonth, monthText } from '../../base/calendar.ts';
import { unaccented } from '../../base/text.ts';
import { withZeros } from './zeros.ts';
import type { Spelled } from './numbers.ts';

const DAY_FIRST = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})\s*([/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/;
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
  const bare = isWritten(text) ? text : inNumbers(text);
  const day = wholeDay(bare, '', text);
  if (day) return day;
  const other = otherThanDay(text);
  if (other) return other;
  const lacking = MONTH_FIRST.test(bare) || parseMonth(bare) !== undefined || YEAR.test(bare);
  return lacking ? { fault: 'incomplete-date', params: { value: text } } : impossible(text, '');
}

/** A date of birth: a full date, month and year, or the year alone. */
export function readBirthText(written: string): Spelled<string> {
  const text = plain(written);
  const bare = isWritten(text) ? text : inNumbers(text);
  if (parseDay(bare) !== undefined || parseMonth(bare) !== undefined || YEAR.test(bare)) return { value: bare };
  const day = wholeDay(bare, ', MM/yyyy, yyyy', text);
  if (day) return day;
  const other = otherThanDay(text);
  if (other) return other;
  const [, month, year] = MONTH_FIRST.exec(bare) ?? [];
  const read = month === undefined ? undefined : parseMonth(`${year}-${month.padStart(2, '0')}`);
  return read === undefined ? impossible(text, ', MM/yyyy, yyyy') : { value: monthText(read) };
}

/** Whether a date is numbers and marks alone, as the most are. */
function isWritten(text: string): boolean {
  return DAY_FIRST.test(text) || YEAR_FIRST.test(text) || MONTH_FIRST.test(text) || YEAR.test(text);
}

/** What may stand before a date and says nothing else: "từ ngày", "kể từ", "nghỉ hưu từ", "sinh ngày". */
const LEAD =
  /^(?:(?:sinh|nghi(?: huu| viec| thoi viec)?)[ :]{1,2})?(?:ke )?(?:tu )?(?:ngay )?(?=\d|thang|thg|th|t ?\d|nam|[a-z]{3})/;
const WORDED = /^(?:(\d{1,2})[ ,/-]{1,3})?thang ?(\d{1,2})[ ,/-]{1,3}(?:nam ?)?(\d{4})$/;
const NAMED = /^(?:(\d{1,2})[-/. ])?(?:thg|th|t)\.? ?(\d{1,2})[-/. ](\d{4})$/;
const ENGLISH = /^(?:(\d{1,2})[-/. ])?([a-z]{3})[a-z]{0,6}[-/. ]{1,2}(\d{4})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Eight digits: a month of 19 or 20 there is none, so that they have one meaning. */
const RUN = /^(?:(\d{2})(\d{2})((?:19|20)\d{2})|((?:19|20)\d{2})(\d{2})(\d{2}))$/;

/** A date without the words before it that say nothing else, and without the marks around it; `text`: unaccented. */
export function withoutLead(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^['\u2018\u2019`]/, '')
    .replace(/ ?[.;,]$/, '')
    .replace(LEAD, '');
}

/** A date in numbers and marks alone, where words or names of months stand in it; as it is where it is no such date. */
function inNumbers(written: string): string {
  const text = withoutLead(withZeros(unaccented(written)));
  const run = RUN.exec(text);
  if (run) return run[1] === undefined ? `${run[4]}/${run[5]}/${run[6]}` : `${run[1]}/${run[2]}/${run[3]}`;
  const english = ENGLISH.exec(text);
  const at = MONTHS.indexOf(english?.[2] ?? '');
  const [, day, month, year] =
    WORDED.exec(text) ?? NAMED.exec(text) ?? (at < 0 ? [] : [english?.[0], english?.[1], String(at + 1), english?.[3]]);
  if (month !== undefined) return `${day === undefined ? '' : `${day}/`}${month}/${year}`;
  return text
    .replace(/^nam (?=\d{4}$)/, '')
    .replace(/^(\d{1,2}) ?([/.\\ -]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/, '$1/$3/$4');
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

/** A day, month and year: the day first or the year first; undefined for what is written otherwise. `text`: as it was written. */
function wholeDay(bare: string, more: string, text: string): Spelled<string> | undefined {
  const [, first = '', , month = '', last = ''] = DAY_FIRST.exec(bare) ?? YEAR_FIRST.exec(bare) ?? [];
  if (first.length === 4) return dayOf(first, month, last, text, more);
  if (first === '') return undefined;
  if (last.length === 2) return { fault: 'ambiguous-date', params: { value: text, year: last } };
  return dayOf(last, month, first, text, more);
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
