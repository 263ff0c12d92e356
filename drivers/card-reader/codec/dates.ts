import { isIsoDate } from '../../../common/kernel/dates.ts';
import { bcdDigits, isBlank, isPadding, paddedAscii, toHex } from './bytes.ts';

/** A date record: a day `yyyy-MM-dd`, a year `yyyy` where the card has no more, nothing, or nothing plausible. */
export type CardDate =
  | { readonly kind: 'day'; readonly text: string }
  | { readonly kind: 'year'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/** 9999 is how some issuers write "without end". */
function plausibleYear(year: string): boolean {
  return /^\d{4}$/.test(year) && ((year >= '1850' && year <= '2199') || year === '9999');
}

/** Eight digits yyyyMMdd; a missing day or month (00, or filled up) leaves only the year. */
function fromDigits(digits: string): CardDate | null {
  const year = digits.slice(0, 4);
  if (!plausibleYear(year)) return null;
  const rest = digits.slice(4);
  if (/^(0{4}|F{4}|)$/.test(rest)) return { kind: 'year', text: year };
  if (/^(0[1-9]|1[0-2])(00|FF|)$/.test(rest)) return { kind: 'year', text: year };
  const text = `${year}-${rest.slice(0, 2)}-${rest.slice(2, 4)}`;
  return rest.length === 4 && isIsoDate(text) ? { kind: 'day', text } : null;
}

/**
 * Reads a date record of any encoding met in the field (domain-facts A2.1): packed BCD where every nibble is a
 * digit and the date plausible, else ASCII (`20210315`, `2018-06-01`, `2018`). Padding alone is "no date".
 */
export function parseCardDate(value: Uint8Array): CardDate {
  if (isBlank(value)) return { kind: 'none' };
  const packed = value.subarray(0, 4);
  const surplus = value.subarray(4);
  const day = surplus.every(isPadding) && bcdDigits(packed.subarray(0, 2)) !== null ? fromDigits(toHex(packed)) : null;
  if (day) return day;
  const text = paddedAscii(value);
  const parts = text === null ? null : /^(\d{4})(?:([-/.]?)(\d{2})(?:\2(\d{2}))?)?$/.exec(text);
  return (parts && fromDigits(`${parts[1]}${parts[3] ?? ''}${parts[4] ?? ''}`)) ?? { kind: 'unreadable' };
}
