import { err, ok, type Result } from './result.ts';

/**
 * Money is an integer number of fen (分, 1/100 yuan), branded so that no bare number is taken for it.
 * Range: ±Number.MAX_SAFE_INTEGER; every operation refuses to leave it.
 */
export type Fen = number & { readonly __fen: unique symbol };

/** Wraps an integer count of fen. Throws RangeError on a non-integer or unsafe number: that is a bug, not an input. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  return (value === 0 ? 0 : value) as Fen;
}

export const ZERO_FEN: Fen = fen(0);

/** Sum in fen; throws RangeError on overflow. */
export function addFen(...parts: readonly Fen[]): Fen {
  let sum = 0;
  for (const part of parts) sum = fen(sum + part);
  return fen(sum);
}

/** `a − b` in fen. */
export function subFen(a: Fen, b: Fen): Fen {
  return fen(a - b);
}

/** `−a` in fen. */
export function negFen(a: Fen): Fen {
  return fen(-a);
}

/** "1628.50": ASCII digits, a point, two digits, no thousands mark; a leading "-" when negative. */
export function formatFen(amount: Fen): string {
  const abs = Math.abs(amount);
  const yuan = Math.floor(abs / 100);
  const rest = String(abs % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${yuan}.${rest}`;
}

export type MoneyParseError = 'NOT_A_NUMBER' | 'TOO_MANY_PLACES' | 'OUT_OF_RANGE';

/**
 * Reads an amount in yuan from its *source text* ("12", "12.3", "-0.50", "1.2E1"), exactly.
 * More than two significant places is an error, never rounded away; trailing zeros are allowed ("12.3400").
 */
export function parseFen(text: string): Result<Fen, MoneyParseError> {
  const match = /^\s*([+-])?(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?\s*$/.exec(text);
  if (!match) return err('NOT_A_NUMBER');
  const fraction = match[3] ?? '';
  const digits = `${match[2]}${fraction}`;
  /** How many digits make the fen: all, fewer, or more than there are. */
  const length = digits.length - fraction.length + Number(match[4] ?? 0) + 2;
  const end = Math.max(0, length);
  if (/[1-9]/.test(digits.slice(end))) return err('TOO_MANY_PLACES');
  const value = BigInt(digits.slice(0, end).padEnd(length, '0'));
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return err('OUT_OF_RANGE');
  return ok(fen(Number(match[1] === '-' ? -value : value)));
}
