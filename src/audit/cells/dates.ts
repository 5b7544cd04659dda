import { daysInMonth, monthOf, monthText, parseDay } from '../../base/calendar.ts';
import { unaccented } from '../../base/text.ts';
import { numberText, type Cell } from '../../table/cell.ts';
import { serialDay } from '../../table/dates.ts';
import { withoutLead } from '../../case/spelling/dates.ts';
import { withZeros } from '../../case/spelling/zeros.ts';
import { BLANK, cellFault, faulty, isEmptyMark, plainText, readAs, type Reading } from './reading.ts';

/** What is known of the time a date must lie in. */
export interface DateFrame {
  /** The last year that makes sense (the year of leaving for a birth); undefined where nothing bounds it. */
  readonly latest?: number;
  /** Of two dates in one cell only the first counts (nhập ngũ). */
  readonly firstCounts?: boolean;
}

/** Nobody of these forms was born or enlisted longer than this before the latest year. */
const LONGEST_LIFE = 100;
const CENTURY = 100;

const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A declared date as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. Reads real dates, `05/1985`, `15/04/1980`,
 * `1978`, `09-1988`, two-digit years, `Thg7-25`, the letter O for zero, 2069 for 1969, two dates in one cell.
 */
export function readDate(cell: Cell | undefined, frame: DateFrame = {}): Reading<string> {
  if (isEmptyMark(cell)) return BLANK;
  const fault = cellFault(cell);
  if (fault !== undefined) return faulty(fault);
  if (typeof cell === 'object' && cell?.kind === 'date') return placed(cell.text, frame, false);
  if (typeof cell === 'object' && cell?.kind === 'number') return readNumber(cell.value, frame);
  return readText(plainText(cell), frame);
}

function readNumber(value: number, frame: DateFrame): Reading<string> {
  const text = numberText(value);
  if (/^(19|20)\d{2}$/.test(text)) return placed(text, frame, false);
  if (/^\d{1,2}\.\d{4}$/.test(text)) return readText(text, frame);
  // A day number that lost its date format.
  if (value >= 10000 && value < 75000) {
    const day = serialDay(value, false);
    if (day !== undefined) return placed(day, frame, true);
  }
  return faulty('unreadable-date');
}

function readText(written: string, frame: DateFrame): Reading<string> {
  const one = readOne(written, frame);
  if (one) return one;
  const parts = written.split(/ ?[;,] ?| (?:-|–|và|đến) | (?=\d{1,2}[/.-]\d)/).filter((part) => part !== '');
  const dates = parts.map((part) => readOne(part, frame));
  if (parts.length < 2 || dates.some((date) => date === undefined || date.kind !== 'read'))
    return faulty('unreadable-date');
  const values = dates.flatMap((date) => (date?.kind === 'read' ? date.values : []));
  const [first = ''] = values;
  return frame.firstCounts === true ? readAs([first], first) : readAs(values, values.join('; '));
}

/** One date as text; undefined when it is none. */
function readOne(written: string, frame: DateFrame): Reading<string> | undefined {
  const text = spelled(written);
  const irregular = !/^(\d{1,2}\/){0,2}\d{4}$|^\d{4}-\d{2}(-\d{2})?$/.test(written.trim());
  if (/^\d{4}-\d{1,2}(-\d{1,2})?$/.test(text)) {
    const [year = '', month = '', day] = text.split('-');
    return complete(year, month, day, frame, irregular);
  }
  if (/^\d{4}$/.test(text)) return placed(text, frame, irregular);
  const day = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (day) return complete(day[4] ?? '', day[3] ?? '', day[1], frame, irregular);
  const month = /^(\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  return month ? complete(month[2] ?? '', month[1] ?? '', undefined, frame, irregular) : undefined;
}

/** Words between the numbers, spaces and the letter O taken out. */
function spelled(written: string): string {
  const text = withoutLead(unaccented(withZeros(written))).replace(/ ?([/.-]) ?/g, '$1');
  const english = /^([a-z]{3})[a-z]*[-/. ](\d{2}|\d{4})$/.exec(text);
  const month = english ? ENGLISH.indexOf(english[1] ?? '') : -1;
  if (month >= 0) return `${month + 1}/${english?.[2] ?? ''}`;
  const short = /^(?:thg|th|t)\.?\s*(\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(text);
  if (short) return `${short[1] ?? ''}/${short[2] ?? ''}`;
  return text
    .replace(/\bngay\b\s*/g, '')
    .replace(/[ /,-]{0,9}\bthang\b ?/g, '/')
    .replace(/[ /,-]{0,9}\bnam\b ?/g, '/')
    .replace(/^\/|\/$/g, '')
    .trim();
}

function complete(
  year: string,
  month: string,
  day: string | undefined,
  frame: DateFrame,
  irregular: boolean,
): Reading<string> {
  const number = Number(month);
  if (!(number >= 1 && number <= 12)) return faulty('unreadable-date');
  const full = year.length === 2 ? fullYear(Number(year), frame) : year;
  const text = `${full}-${month.padStart(2, '0')}${day === undefined ? '' : '-' + day.padStart(2, '0')}`;
  return placed(text, frame, irregular || year.length === 2);
}

/** Two digits mean the last year that makes sense; without a bound the present century. */
function fullYear(two: number, { latest }: DateFrame): string {
  if (latest === undefined) return String(2000 + two);
  const year = Math.floor(latest / CENTURY) * CENTURY + two;
  return String(year > latest ? year - CENTURY : year);
}

/** Puts a date where it makes sense: 2069 of a birth is 1969. */
function placed(text: string, { latest }: DateFrame, irregular: boolean): Reading<string> {
  const year = Number(text.slice(0, 4));
  const rest = text.slice(4);
  if (text.length === 10 && parseDay(text) === undefined) return faulty('unreadable-date');
  if (latest === undefined) return readAs([text], irregular ? text : undefined);
  if (year <= latest)
    return latest - year > LONGEST_LIFE ? faulty('unreadable-date') : readAs([text], irregular ? text : undefined);
  const before = `${year - CENTURY}${rest}`;
  if (latest - (year - CENTURY) > LONGEST_LIFE || year - CENTURY > latest) return faulty('unreadable-date');
  return readAs([before], before);
}

/** The first and the last day that a date may be: the same day where it is known in full. */
export function daySpan(text: string): readonly [first: string, last: string] {
  if (text.length === 10) return [text, text];
  if (text.length === 4) return [`${text}-01-01`, `${text}-12-31`];
  const month = monthOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
  return [`${text}-01`, `${monthText(month)}-${String(daysInMonth(month)).padStart(2, '0')}`];
}
