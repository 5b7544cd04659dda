import { UTCDateMini } from '@date-fns/utc/date/mini';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';

/** A calendar month as the number of months since year 0 (tháng). */
export type Month = number & { readonly unit?: 'month' };

/** A calendar date as the whole number YYYYMMDD (ngày); ordered like the dates themselves. */
export type Day = number & { readonly unit?: 'day' };

/** Every month has at least so many days. */
const SHORTEST_MONTH = 28;
const MONTH = /^(\d{4})-(\d{2})$/;

/** The month of a year and a month number 1 to 12. */
export function monthOf(year: number, month: number): Month {
  return year * 12 + (month - 1);
}

/** The date of a year, a month 1 to 12 and a day; the caller vouches that it exists. */
export function dayOf(year: number, month: number, day: number): Day {
  return year * 10000 + month * 100 + day;
}

/** The month in which a date lies. */
export function monthOfDay(day: Day): Month {
  return monthOf(Math.floor(day / 10000), Math.floor(day / 100) % 100);
}

/** The day number of a date within its month, 1 to 31. */
export function dayOfMonth(day: Day): number {
  return day % 100;
}

/** Reads `YYYY-MM-DD`; undefined when the text has another form or names no existing day. */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(year >= 1900 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  return day <= SHORTEST_MONTH || day <= daysInMonth(monthOf(year, month)) ? dayOf(year, month, day) : undefined;
}

const DASH = 45;
const ZERO = 48;

/** The number that decimal digits write, NaN where something else stands among them. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads `YYYY-MM`; undefined when the text has another form or no such month exists. */
export function parseMonth(text: string): Month | undefined {
  const found = MONTH.exec(text);
  if (!found) return undefined;
  const month = Number(found[2]);
  return month >= 1 && month <= 12 ? monthOf(Number(found[1]), month) : undefined;
}

/** Writes a month as `YYYY-MM`. */
export function monthText(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${twoDigits((month % 12) + 1)}`;
}

/** Writes a date as `YYYY-MM-DD`. */
export function dayText(day: Day): string {
  return `${monthText(monthOfDay(day))}-${twoDigits(dayOfMonth(day))}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** How many days a month has. Asked in UTC: some time zones have skipped whole days. */
export function daysInMonth(month: Month): number {
  return getDaysInMonth(new UTCDateMini(Math.floor(month / 12), month % 12, 1));
}

/**
 * The day in `months` months that corresponds to `day`, or the last day of that month where it has none.
 * Whether a term ends so is for the law to say (see the provision kind `term-end`).
 */
export function correspondingDay(day: Day, months: number): Day {
  const target = monthOfDay(day) + months;
  const date = dayOfMonth(day) <= SHORTEST_MONTH ? dayOfMonth(day) : Math.min(dayOfMonth(day), daysInMonth(target));
  return dayOf(Math.floor(target / 12), (target % 12) + 1, date);
}

/** The day before a date. */
export function dayBefore(day: Day): Day {
  if (dayOfMonth(day) > 1) return day - 1;
  const month = monthOfDay(day) - 1;
  return dayOf(Math.floor(month / 12), (month % 12) + 1, daysInMonth(month));
}

/** The day after a date. */
export function dayAfter(day: Day): Day {
  const month = monthOfDay(day);
  if (dayOfMonth(day) < daysInMonth(month)) return day + 1;
  return dayOf(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1);
}
