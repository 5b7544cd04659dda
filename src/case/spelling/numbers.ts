import { composed } from '../../base/text.ts';
import type { Params } from '../../messages/issue.ts';
import type { SpellingIssueCode } from '../../messages/spelling.ts';

/** A text read as the value that it spells, or what is wrong with it. */
export type Spelled<T> = { readonly value: T } | { readonly fault: SpellingIssueCode; readonly params?: Params };

const PLAIN = /^-?\d+$/;
const ONE_MARK = /^(-?)(\d+)([.,])(\d+)$/;
const GROUPED = /^(-?)(\d{1,3})((?:([., ])\d{3})(?:\4\d{3})*)(?:([.,])(\d+))?$/;
const SPACES = /[\u00a0\u2007\u2009\u202f]/g;
const CURRENCY = /(?:đồng|đ|₫|vnđ|vnd)\.?$/iu;

/**
 * A number as people write it, as a plain decimal text: `4,65`, `4.65`, `15.356.250`, `15,356,250.5`, `12 000 000`.
 * One separator before exactly three digits (`12.000`) says either twelve or twelve thousand and is refused,
 * except after a lone zero (`0,125`) or after more than three digits (`1234.500`).
 */
export function readNumberText(written: string): Spelled<string> {
  if (PLAIN.test(written)) return { value: written };
  const text = written.replace(SPACES, ' ').trim();
  if (PLAIN.test(text)) return { value: text };
  const one = ONE_MARK.exec(text);
  if (one) {
    const [, sign = '', whole = '', , fraction = ''] = one;
    if (fraction.length === 3 && whole.length <= 3 && !/^0/.test(whole))
      return ambiguous(written.trim(), sign, whole, fraction);
    return { value: `${sign}${whole}.${fraction}` };
  }
  const grouped = GROUPED.exec(text);
  if (!grouped || (grouped[5] !== undefined && grouped[5] === grouped[4])) {
    return { fault: 'not-a-number', params: { value: written.trim() } };
  }
  const [, sign = '', head = '', groups = '', mark = '', , fraction] = grouped;
  const whole = head + groups.split(mark).join('');
  return { value: sign + whole + (fraction === undefined ? '' : '.' + fraction) };
}

function ambiguous(value: string, sign: string, whole: string, fraction: string): Spelled<string> {
  const params = {
    value,
    one: sign + whole + fraction,
    other: `${sign}${whole}.${fraction}`,
    more: `${sign}${whole}.${fraction}0`,
  };
  return { fault: 'ambiguous-number', params };
}

/** Digits alone, or in groups of three by one and the same mark; decimals that cannot be a group. */
const SURE_MONEY = /^-?(?:\d+|[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*)(?:[.,](?:\d{1,2}|\d{4,}))?$/;

/**
 * An amount of money: a number that may carry the name of the currency. Đồng have no decimals in practice, so three
 * digits behind a mark of their own (`15356.250`, `15.356,250`) may be a group of thousands and are refused, and so is
 * a group behind a zero (`0.125.000`).
 */
export function readMoneyText(written: string): Spelled<string> {
  const text = composed(written).replace(CURRENCY, '');
  const read = readNumberText(text);
  const plain = text.replace(SPACES, ' ').trim();
  if (!('value' in read) || SURE_MONEY.test(plain)) return read;
  const one = plain.replace(/[., ]/g, '').replace(/^(-?)0+(?=\d)/, '$1');
  return { fault: 'ambiguous-money', params: { value: written.trim(), one } };
}

/** A stored number as a plain decimal; one that binary storage has blurred or that has an exponent is refused. */
export function readStored(value: number): Spelled<string> {
  const text = String(value);
  if (/^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15) return { value: text };
  const settled = settle(value);
  return settled === undefined ? { fault: 'inexact-number', params: { value: text } } : { value: settled };
}

/** Formulas leave 0.30000000000000004; when fifteen digits say one short decimal, that is the number meant. */
function settle(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  const text = String(Number(value.toPrecision(15)));
  const short = /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= 12;
  return short ? text : undefined;
}

/**
 * A percentage as text: `25%`, `7,5 %`, or a ratio below 1. A bare 25 or 1 may be a percentage or a ratio and is
 * refused, whatever the heading of its column says.
 */
export function readPercentText(written: string): Spelled<string> {
  const text = composed(written)
    .replace(SPACES, ' ')
    .trim()
    .replace(/ ?phần trăm$|%\.$/iu, '%');
  const marked = text.endsWith('%');
  const digits = (marked ? text.slice(0, -1) : text).trim();
  // Nothing is a thousand per cent or more: a mark before three digits groups none.
  const number = /^\d{1,3}[.,]\d{3}$/.test(digits) ? { value: digits.replace(',', '.') } : readNumberText(digits);
  if (!('value' in number)) return { ...number, params: { ...number.params, value: text } };
  if (marked) return { value: number.value + '%' };
  return bareRatio(number.value);
}

/** Highest percentage that anything states; a guard against slips (money, 7 shown as 700%), not a rule of law. */
export const MOST_PERCENT = 200;

/** A number without a % sign where a percentage is wanted. */
export function bareRatio(text: string): Spelled<string> {
  const size = Math.abs(Number(text));
  if (size > MOST_PERCENT) return { fault: 'not-a-percent', params: { value: text } };
  return size >= 1 ? { fault: 'ambiguous-percent', params: { value: text } } : { value: text };
}

/** One digit and three behind a mark: no coefficient goes into the thousands, so that the mark groups none. */
const SMALL = /^(\d)[.,](\d{3})$/;

/** What stands beside a coefficient and says nothing else: "HS 4,65", "Bậc 8/9 - 4,65", "4,65 (bậc 8/9)". */
const STEP = String.raw`b(?:ậc|ac) ?\d{1,2}(?: ?/ ?\d{1,2})?`;
const BESIDE = new RegExp(
  String.raw`^(?:${STEP} ?[,;:-]? ?)?(?:h(?:ệ|e) s(?:ố|o)(?: l(?:ươ|uo)ng)?|hsl?)?[ .:]{0,2}(\d{1,2}(?:[.,]\d{1,3})?)\.?(?: ?\(${STEP}\))?$`,
  'iu',
);

/** A coefficient (hệ số): a number as people write it; `4.650` and `1,234` are decimals. */
export function readCoefficientText(written: string): Spelled<string> {
  const text = composed(written).replace(/\s+/g, ' ').trim();
  const bare = BESIDE.exec(text)?.[1] ?? written;
  const [, whole, fraction] = SMALL.exec(bare.trim()) ?? [];
  if (whole !== undefined) return { value: `${whole}.${fraction}` };
  const read = readNumberText(bare);
  return 'value' in read ? read : { ...read, params: { ...read.params, value: written.trim() } };
}

/**
 * A decimal whose mark could be taken for one of thousands (12.345), with a zero behind it that changes nothing but the
 * doubt.
 */
export function unmistakable(text: string): string {
  return text.includes('.') && /^[1-9]\d*\.\d{3}%?$/.test(text) ? text.replace(/%?$/, '0$&') : text;
}
