import { Decimal as Base } from 'decimal.js';

/** Exact decimal arithmetic of the project: its own clone, precision 40, so that no other code can change it. */
export const Decimal: typeof Base = Base.clone({
  precision: 40,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});

/** An exact decimal number. */
export type Decimal = Base;

/** An amount of money in đồng (số tiền, đồng); not yet rounded unless its maker says so. */
export type Dong = Decimal;

/** Decimal digits without the zeros at their end. */
export function withoutEndZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '0') end--;
  return digits.slice(0, end);
}

/** Decimal digits in groups of three with a mark between them. */
export function groupedDigits(digits: string, mark: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= GROUP) groups.unshift(digits.slice(Math.max(0, end - GROUP), end));
  return groups.join(mark);
}

const GROUP = 3;

/** The number zero. */
export const ZERO: Decimal = new Decimal(0);

/** Plain decimal notation: digits, optional sign, optional fraction; no exponent, no grouping. */
export const DECIMAL_TEXT: RegExp = /^-?\d+(\.\d+)?$/;

/** Writes a decimal in plain notation without trailing zeros ("2.5", "744778125"). */
export function decimalText(value: Decimal): string {
  return value.toFixed();
}

/**
 * Reads a plain decimal as a whole number of `1 / 10^places`.
 * Undefined when the text is no plain decimal, has more places, or leaves the safe integers.
 */
export function scaled(text: string, places: number): number | undefined {
  if (!DECIMAL_TEXT.test(text)) return undefined;
  const dot = text.indexOf('.');
  const decimals = dot < 0 ? 0 : text.length - dot - 1;
  if (decimals > places) return undefined;
  const digits = dot < 0 ? +text : +(text.slice(0, dot) + text.slice(dot + 1));
  const value = digits * 10 ** (places - decimals);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The inverse of {@link scaled}: a whole number of `1 / 10^places` in plain notation without trailing zeros. */
export function unscaled(value: number, places: number): string {
  const one = 10 ** places;
  if (value % one === 0) return String(value / one);
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, -places);
  const fraction = withoutEndZeros(digits.slice(-places));
  return (value < 0 ? '-' : '') + whole + (fraction === '' ? '' : '.' + fraction);
}

/** The decimal of a whole number of `1 / 10^places`. */
export function unscaledDecimal(value: number, places: number): Decimal {
  return new Decimal(unscaled(value, places));
}
