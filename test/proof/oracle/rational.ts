/**
 * Exact rational numbers over BigInt. Nothing is rounded unless `roundHalfUp` is called.
 * Fractions are not reduced: the sums of this decree are shallow, so the terms stay small.
 */
export class Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;

  constructor(numerator: bigint, denominator: bigint = 1n) {
    if (denominator <= 0n) throw new RangeError(`denominator must be positive: ${String(denominator)}`);
    this.numerator = numerator;
    this.denominator = denominator;
  }

  plus(other: Rational): Rational {
    const { numerator: a, denominator: b } = this;
    const { numerator: c, denominator: d } = other;
    return b === d ? new Rational(a + c, b) : new Rational(a * d + c * b, b * d);
  }

  times(other: Rational): Rational {
    return new Rational(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** -1, 0 or 1. */
  compare(other: Rational): number {
    const left = this.numerator * other.denominator;
    const right = other.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  /** The nearest whole number, a half going up: floor(x + 1/2). */
  roundHalfUp(): Rational {
    return new Rational(floorDivide(2n * this.numerator + this.denominator, 2n * this.denominator));
  }

  /** The exact decimal text without trailing zeros ("12.5", "6"). Throws if the decimal does not end. */
  toDecimal(): string {
    const sign = this.numerator < 0n ? '-' : '';
    let rest = this.numerator < 0n ? -this.numerator : this.numerator;
    const whole = rest / this.denominator;
    rest %= this.denominator;
    let digits = '';
    while (rest !== 0n) {
      if (digits.length > 60) throw new RangeError('the decimal does not end');
      rest *= 10n;
      digits += String(rest / this.denominator);
      rest %= this.denominator;
    }
    return sign + String(whole) + (digits === '' ? '' : `.${digits}`);
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n ? quotient - 1n : quotient;
}

export const ZERO: Rational = new Rational(0n);

/** A fraction of two whole numbers. */
export function ratio(numerator: number, denominator = 1): Rational {
  return new Rational(BigInt(numerator), BigInt(denominator));
}

/** Reads an unsigned decimal ("4.65"); undefined if the text is anything else. */
export function parseDecimal(text: unknown): Rational | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return undefined;
  const decimals = parts[2] ?? '';
  return new Rational(BigInt((parts[1] ?? '') + decimals), 10n ** BigInt(decimals.length));
}

/** Reads a per cent, "25%" or "0.25". A bare number above 1 is an error, never a guess: undefined. */
export function parsePercent(text: unknown): Rational | undefined {
  if (typeof text !== 'string') return undefined;
  if (text.endsWith('%')) return parseDecimal(text.slice(0, -1))?.times(ratio(1, 100));
  const value = parseDecimal(text);
  return value && value.compare(ratio(1)) <= 0 ? value : undefined;
}

/** The sum of a list. */
export function sum(values: readonly Rational[]): Rational {
  return values.reduce((total, value) => total.plus(value), ZERO);
}
