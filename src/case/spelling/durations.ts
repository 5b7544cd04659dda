import { monthOfDay, parseDay, parseMonth, type Day, type Month } from '../../base/calendar.ts';
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

/** A day or a month, with its day where there is one. */
const MOMENT = String.raw`(?:ngay )?(?:(\d{1,2})(?:[/.-]| thang ))?(?:thang |thg?\.? ?|t)?(\d{1,2})(?:[/.-]| nam )(\d{4})`;
const SPAN = new RegExp(
  String.raw`^(tu|since|from|ke tu)?:? ?${MOMENT}(?: (?:den|toi|until|to)(?: het)? (?:(nay|khi nghi)|${MOMENT})| ?(?:-|->|den|toi) ?${MOMENT})?$`,
);

/** Most times are numbers: they need not be brought to plain letters to be known as none. */
const PLAIN_NUMBER = /^[\d.,\s]*$/;

/** A time from one month to another, or running on. */
export interface Span {
  readonly since: Month;
  /** The month it runs to, and the day, where they are written; absent: it runs on. */
  readonly until?: { readonly month: Month; readonly day?: Day };
}

/**
 * A time by the months from which and to which it runs (`từ 01/9/1995`, `từ tháng 9/1995 đến nay`, `5/2003 - 4/2025`);
 * undefined where it says no such.
 */
export function readSpan(written: string): Span | undefined {
  if (PLAIN_NUMBER.test(written)) return undefined;
  const text = unaccented(written)
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([/.]) ?/g, '$1')
    .trim();
  const found = SPAN.exec(text);
  if (!found) return undefined;
  const [, lead, ...parts] = found;
  const since = moment(parts.slice(0, 3));
  const end = parts.slice(4, 7).some((part) => part !== undefined) ? parts.slice(4, 7) : parts.slice(7, 10);
  if (end.every((part) => part === undefined))
    return since && (lead !== undefined || parts[3] !== undefined) ? { since: since.month } : undefined;
  const until = moment(end);
  return since && until && until.month >= since.month ? { since: since.month, until } : undefined;
}

function moment([day, month = '', year = '']: readonly (string | undefined)[]): Span['until'] {
  const text = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) {
    const found = parseMonth(text);
    return found === undefined ? undefined : { month: found };
  }
  const found = parseDay(`${text}-${day.padStart(2, '0')}`);
  return found === undefined ? undefined : { month: monthOfDay(found), day: found };
}
