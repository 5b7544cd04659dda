import { DECIMAL_TEXT, Decimal, groupedDigits } from '../base/decimal.ts';
import { monthText, type Month } from '../base/calendar.ts';
import type { Lang } from '../base/text.ts';

/** What stands between groups of three digits, and before the fraction. */
const MARKS = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/** Writes a decimal for a reader: `4,65` and `15.356.250` in Vietnamese, `4.65` and `15,356,250` in English. */
export function formatNumber(value: Decimal | number | string, lang: Lang): string {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : value.toFixed();
  if (!DECIMAL_TEXT.test(text)) return text;
  const { group, point } = MARKS[lang];
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const grouped = groupedDigits(whole, group);
  return (text.startsWith('-') ? '-' : '') + grouped + (fraction === undefined ? '' : point + fraction);
}

/** Writes an amount of đồng: `15.356.250 đ`, `15,356,250 VND`. */
export function formatMoney(amount: Decimal | string, lang: Lang): string {
  return `${formatNumber(amount, lang)} ${lang === 'vi' ? 'đ' : 'VND'}`;
}

/** Writes a difference of amounts with its sign: `+1.000 đ`, `-1.000 đ`, `0 đ`. */
export function formatDifference(amount: Decimal, lang: Lang): string {
  return (amount.isPositive() && !amount.isZero() ? '+' : '') + formatMoney(amount, lang);
}

/** Writes a percentage of the case ("25%"): `25 %` stays as one word, with the decimal mark of the language. */
export function formatPercent(percent: string, lang: Lang): string {
  return formatNumber(percent.replace('%', ''), lang) + '%';
}

/** Writes a date `YYYY-MM-DD`: `dd/MM/yyyy` in Vietnamese, unchanged in English. Other texts stay as they are. */
export function formatDate(date: string, lang: Lang): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return found && lang === 'vi' ? `${found[3]}/${found[2]}/${found[1]}` : date;
}

/** Writes a month: `MM/yyyy` in Vietnamese, `YYYY-MM` in English. */
export function formatMonth(month: Month | string, lang: Lang): string {
  const text = typeof month === 'string' ? month : monthText(month);
  const found = /^(\d{4})-(\d{2})$/.exec(text);
  return found && lang === 'vi' ? `${found[2]}/${found[1]}` : text;
}

/** Writes a birth as far as it is known: a date, a month or a year. */
export function formatBirth(birth: string, lang: Lang): string {
  return birth.length === 7 ? formatMonth(birth, lang) : formatDate(birth, lang);
}

/** Writes the dates and amounts inside a message as a reader expects them ("2025-03-15" becomes "15/03/2025"). */
export function readable(text: string, lang: Lang): string {
  return text
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => formatDate(date, lang))
    .replace(/\b\d{4,}(?= (?:đồng|VND)(?!\p{L}))/gu, (amount) => formatNumber(amount, lang));
}

/** Writes a length of time: `22 năm 4 tháng`, `22 years 4 months`; months alone when there is no full year. */
export function formatDuration(months: number, lang: Lang): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const unit = (count: number, vi: string, en: string): string =>
    lang === 'vi' ? `${count} ${vi}` : `${count} ${en}${count === 1 ? '' : 's'}`;
  const parts = [
    ...(years > 0 ? [unit(years, 'năm', 'year')] : []),
    ...(rest > 0 || years === 0 ? [unit(rest, 'tháng', 'month')] : []),
  ];
  return parts.join(' ');
}

/** Writes a number with its unit: `30 tháng`, `2.5 years`, `1 month`. */
export function formatCount(value: Decimal | number | string, unit: CountUnit, lang: Lang): string {
  const number = formatNumber(value, lang);
  const name = UNITS[unit];
  return `${number} ${lang === 'vi' ? name.vi : new Decimal(value).eq(1) ? name.en : name.en + 's'}`;
}

/** A unit that numbers are counted in. */
export type CountUnit = 'month' | 'year';

const UNITS = { month: { vi: 'tháng', en: 'month' }, year: { vi: 'năm', en: 'year' } } as const;
