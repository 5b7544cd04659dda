import { monthOfDay, parseDay, parseMonth, type Month } from '../../base/calendar.ts';
import { composed, unaccented } from '../../base/text.ts';

/** Years and months in words, each alone or together, as composed text. */
const IN_WORDS =
  /^(?:(\d{1,3}) ?(?:năm|nam|n|years?|y)(?: chẵn| chan| tròn| tron)? ?(?:,|và|va|lẻ|le|and)? ?)?(?:(\d{1,4}) ?(?:tháng|thang|th|t|months?|m))?$/iu;

const MONTHS = 12;

/**
 * The whole months of a time that says its units (`28 năm 7 tháng`, `28n7t`, `20 năm`, `267 tháng`); undefined where it
 * does not, or where months beside years are a year or more.
 */
export function readDuration(written: string): number | undefined {
  const text = composed(written).trim().replace(/\s+/g, ' ');
  const [, years, months] = IN_WORDS.exec(text) ?? [];
  if (years === undefined && months === undefined) return undefined;
  if (years !== undefined && Number(months ?? 0) >= MONTHS) return undefined;
  return Number(years ?? 0) * MONTHS + Number(months ?? 0);
}

/** A time that joins years and months, in words or by a stroke (`22-03`), which no number of years is. */
export const JOINED_DURATION: RegExp =
  /^\d+\s*(?:năm|nam|n|years?|tháng|thang|th|months?)\b|^\d{1,2}\s*[-\u2013/]\s*\d{1,2}$/iu;

const PAIR = /^(\d{1,2})\s*[-\u2013/]\s*(\d{1,2})$/;

/** The months of `28-07` or `28/07` where it is known that years and months are meant; undefined where it is no such pair. */
export function readPair(written: string): number | undefined {
  const [, years, months] = PAIR.exec(written.trim()) ?? [];
  return years === undefined || Number(months) >= MONTHS ? undefined : Number(years) * MONTHS + Number(months);
}

const SINCE =
  /^(?:tu|since|from)(?: ngay| thang)? (?:(\d{1,2})(?:\s*[/.-]\s*| thang ))?(\d{1,2})(?:\s*[/.-]\s*| nam )(\d{4})(?: (?:den|toi) (?:nay|khi nghi))?$/;

/** Most times are numbers: they need not be brought to plain letters to be known as none. */
const STARTS_WITH_DIGIT = /^\d/;

/** The month since which a time runs on (`từ 01/9/1995`, `từ tháng 9/1995 đến nay`); undefined where it says no such. */
export function readSince(written: string): Month | undefined {
  if (STARTS_WITH_DIGIT.test(written)) return undefined;
  const [, day, month = '', year] = SINCE.exec(unaccented(written).trim().replace(/\s+/g, ' ')) ?? [];
  if (year === undefined) return undefined;
  const text = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return parseMonth(text);
  const found = parseDay(`${text}-${day.padStart(2, '0')}`);
  return found === undefined ? undefined : monthOfDay(found);
}
