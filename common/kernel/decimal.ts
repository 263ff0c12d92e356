import { type Fen, fen } from './money.ts';
import { err, ok, type Result } from './result.ts';

/** An exact decimal: `units` × 10^−`scale`. For unit prices (N16,6) and quantities (N16,4); never a float. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Reads "35.2415", "2", "-0.5". `maxScale` is the number of places the field allows. */
export function parseDecimal(text: string, maxScale: number): Result<Decimal, 'NOT_A_NUMBER' | 'TOO_MANY_PLACES'> {
  const match = /^(-)?(\d{1,20})(?:\.(\d{0,20}))?$/.exec(text.trim());
  if (!match) return err('NOT_A_NUMBER');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > maxScale) return err('TOO_MANY_PLACES');
  return ok({ units: BigInt(`${match[1] ?? ''}${match[2]}${fraction}`), scale: fraction.length });
}

/** Plain notation with at least `minPlaces` places: formatDecimal(3524·10^-2, 2) = "35.24". */
export function formatDecimal(value: Decimal, minPlaces = 0): string {
  const negative = value.units < 0n;
  const digits = (negative ? -value.units : value.units).toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = digits.slice(digits.length - value.scale).padEnd(minPlaces, '0');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * One fee line: round-half-up(count × unit price in yuan) to fen, away from zero at the half, as the platform
 * does it per line (domain-facts B7.5); lines are summed only after this.
 */
export function lineAmount(count: Decimal, unitPrice: Decimal): Fen {
  const product = count.units * unitPrice.units;
  const scale = count.scale + unitPrice.scale;
  // Stryker disable next-line EqualityOperator: nothing and minus nothing are the same 0n.
  const negative = product < 0n;
  const abs = (negative ? -product : product) * 100n;
  const divisor = 10n ** BigInt(scale);
  const rounded = (abs * 2n + divisor) / (divisor * 2n);
  return fen(Number(negative ? -rounded : rounded));
}
