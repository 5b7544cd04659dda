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

/** The number zero. */
export const ZERO: Decimal = new Decimal(0);

const MOST_REMEMBERED = 8192;
const remembered = new Map<string, Decimal>();

/**
 * The decimal of a plain text. A payroll repeats the same coefficients, rates and months over and over, so texts
 * are remembered, up to a bound.
 */
export function decimalOf(text: string): Decimal {
  let value = remembered.get(text);
  if (value) return value;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  value = new Decimal(text);
  remembered.set(text, value);
  return value;
}

/** Plain decimal notation: digits, optional sign, optional fraction; no exponent, no grouping. */
export const DECIMAL_TEXT: RegExp = /^-?\d+(\.\d+)?$/;

/** Writes a decimal in plain notation without trailing zeros ("2.5", "744778125"). */
export function decimalText(value: Decimal): string {
  return value.s > 0 && value.e >= 0 && value.e < SAFE_DIGITS ? wholeText(value) : value.toFixed();
}

/** Whole numbers of so many digits are exact in binary. */
const SAFE_DIGITS = 15;
/** A decimal holds its digits in words of seven. */
const WORD = 7;
const WORD_VALUE = 10 ** WORD;

function wholeText(value: Decimal): string {
  const words = Math.floor(value.e / WORD) + 1;
  if (value.d.length > words) return value.toFixed();
  let whole = 0;
  for (let at = 0; at < words; at++) whole = whole * WORD_VALUE + (value.d[at] ?? 0);
  return String(whole);
}

const POWERS = Array.from({ length: 8 }, (_, places) => 10 ** places);

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
  const value = digits * (POWERS[places - decimals] ?? 10 ** (places - decimals));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Texts of {@link unscaled} by places and value, for the durations that people have. */
const texts: (string | undefined)[][] = POWERS.map(() => []);
const MOST_TEXTS = 1 << 14;

/** The inverse of {@link scaled}: a whole number of `1 / 10^places` in plain notation without trailing zeros. */
export function unscaled(value: number, places: number): string {
  const known = texts[places];
  if (known === undefined || !(value >= 0 && value < MOST_TEXTS)) return written(value, places);
  return (known[value] ??= written(value, places));
}

function written(value: number, places: number): string {
  const one = POWERS[places] ?? 10 ** places;
  if (value % one === 0) return String(value / one);
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, -places);
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return (value < 0 ? '-' : '') + whole + (fraction === '' ? '' : '.' + fraction);
}

const decimals = POWERS.map(() => new Map<number, Decimal>());

/** The decimal of a whole number of `1 / 10^places`; remembered like those of {@link decimalOf}. */
export function unscaledDecimal(value: number, places: number): Decimal {
  const known = decimals[places];
  const there = known?.get(value);
  if (there) return there;
  const made = new Decimal(written(value, places));
  if (known && known.size >= MOST_REMEMBERED) known.clear();
  known?.set(value, made);
  return made;
}
