/** Calendar arithmetic on text dates. A month is counted as year x 12 + (month - 1). */

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month; `month` is 1 to 12. */
function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function dateText(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The day of the month of a YYYY-MM-DD date. */
export function dayOf(date: string): number {
  return Number(date.slice(8, 10));
}

/** Whether the text is a day that exists, YYYY-MM-DD. */
export function isDate(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  return month >= 1 && month <= 12 && dayOf(text) >= 1 && dayOf(text) <= daysIn(yearOf(text), month);
}

/** The month of YYYY-MM-DD or YYYY-MM as a number. */
export function monthOf(text: string): number {
  return yearOf(text) * 12 + Number(text.slice(5, 7)) - 1;
}

/** A month number as YYYY-MM. */
export function monthText(month: number): string {
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
}

/**
 * The birth month of YYYY-MM-DD, YYYY-MM or YYYY; month unknown: January (Decree 158/2025 Điều 12).
 * Undefined if the text is none of these.
 */
export function birthMonthOf(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const full = text + '-01-01'.slice(text.length - 4);
  return /^\d{4}(-\d{2}){0,2}$/.test(text) && isDate(full) ? monthOf(full) : undefined;
}

/** The corresponding day some months on (or back), or the last day of that month (Civil Code Điều 148 khoản 3). */
export function correspondingDay(date: string, months: number): string {
  const target = monthOf(date) + months;
  const year = Math.floor(target / 12);
  const month = (target % 12) + 1;
  return dateText(year, month, Math.min(dayOf(date), daysIn(year, month)));
}

/** The date some days on (or back). */
export function shiftDays(date: string, days: number): string {
  let [year, month, day] = [yearOf(date), Number(date.slice(5, 7)), dayOf(date) + days];
  while (day < 1) {
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
    day += daysIn(year, month);
  }
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return dateText(year, month, day);
}
