import { dayOf, dayText } from '../base/calendar.ts';

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
