import type { Decimal } from './decimal.ts';
import { type Fen, fen } from './money.ts';

/**
 * An exact fraction `num` / `den`, `den` > 0, in lowest terms. For what lies between two roundings: shares of shares,
 * cost at which a ceiling is reached, pension indices. Never a float.
 */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

/** `num / den`. Throws RangeError for a zero denominator: that is a bug, not an input. */
export function ratio(num: bigint | number, den: bigint | number = 1n): Ratio {
  const [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('division by zero');
  const by = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { num: n / by, den: d / by };
}

export const ZERO: Ratio = ratio(0);
export const ONE: Ratio = ratio(1);

/** An amount in fen as a fraction of fen. */
export function ofFen(amount: Fen): Ratio {
  return ratio(amount);
}

/** "0.85" as 85/100. */
export function ofDecimal({ units, scale }: Decimal): Ratio {
  return ratio(units, 10n ** BigInt(scale));
}

export function plus(...parts: readonly Ratio[]): Ratio {
  return parts.reduce((a, b) => ratio(a.num * b.den + b.num * a.den, a.den * b.den), ZERO);
}

export function minus(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function times(...parts: readonly Ratio[]): Ratio {
  return parts.reduce((a, b) => ratio(a.num * b.num, a.den * b.den), ONE);
}

/** `a / b`; throws RangeError where b is 0. */
export function over(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den, a.den * b.num);
}

/** Negative, zero or positive as a < b, a = b, a > b. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** Half up (away from zero at the half) to `places` places, as a whole number of 10^−places. */
export function roundHalfUp(value: Ratio, places = 0): bigint {
  const scaled = (value.num < 0n ? -value.num : value.num) * 10n ** BigInt(places);
  const rounded = (scaled * 2n + value.den) / (value.den * 2n);
  return value.num < 0n ? -rounded : rounded;
}

/** A fraction of fen to whole fen, half up. Throws RangeError beyond the range of money. */
export function toFen(value: Ratio): Fen {
  return fen(Number(roundHalfUp(value)));
}

/** Half up to `places` places, written plainly: formatRatio(2/3, 4) = "0.6667". */
export function formatRatio(value: Ratio, places: number): string {
  const rounded = roundHalfUp(value, places);
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${rounded < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}
