import { parseDecimal } from '../../common/kernel/decimal.ts';
import { formatRatio, ofDecimal, type Ratio, ratio, times } from '../../common/kernel/ratio.ts';

/** A decimal of the benefits API as an exact fraction; its contract has checked it, so anything else is a bug. */
export function exact(text: string): Ratio {
  const parsed = parseDecimal(text, 6);
  if (!parsed.ok) throw new RangeError(`a decimal of the benefits server is not one: ${parsed.error}`);
  return ofDecimal(parsed.value);
}

/** A fraction with as many of four places as it needs: "12.5", "7". */
export function plain(value: Ratio): string {
  return formatRatio(value, 4).replace(/\.?0+$/u, '');
}

/** "0.125" as per cent: "12.5". */
export function percentOf(share: string): string {
  return plain(times(exact(share), ratio(100)));
}
