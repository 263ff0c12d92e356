import type { FileName } from '../codec/apdu.ts';
import { bcdDigits, isBlank, paddedAscii, toHex } from '../codec/bytes.ts';
import { parseCardDate } from '../codec/dates.ts';
import { parseCardName } from '../codec/text.ts';

/**
 * The records that are read (domain-facts A2.1, A2.2): tag, value length by the specification, and `plausible`:
 * whether bytes *without* a record header can be this value. Some cards answer the bare value.
 */
export interface Field {
  readonly file: FileName;
  readonly tag: number;
  readonly length: number;
  /** Without it the card cannot be told from noise: an error that is not "missing" ends the reading. */
  readonly essential?: true;
  readonly plausible: (value: Uint8Array) => boolean;
}

/** "2.00", "2.0", "V3.00"; null where the bytes are no version. */
export function parseVersion(value: Uint8Array): string | null {
  const text = paddedAscii(value);
  return text !== null && /^[Vv]?\d{1,2}(\.\d{1,2})?$/.test(text) ? text.replace(/^[Vv]/, '') : null;
}

/** Printable ASCII, upper case (GB 11643 writes X; some cards hold x); null where other bytes occur. */
export function parseNumber(value: Uint8Array): string | null {
  const text = paddedAscii(value);
  return text ? text.toUpperCase() : null;
}

/**
 * `digits` decimal digits, packed BCD or ASCII; null where they are neither, or all zero. A byte 20 is no padding
 * here: it is the BCD of an ethnic group.
 */
export function parseCode(value: Uint8Array, digits: number): string | null {
  const text = paddedAscii(value);
  const isText = text !== null && text.length === digits && /^\d+$/.test(text);
  const code = isText ? text : value.length * 2 >= digits ? bcdDigits(value.subarray(0, digits / 2)) : null;
  return code === null || /^0+$/.test(code) ? null : code;
}

/** GB/T 2261.1 as an ASCII digit or a plain one: 1 male, 2 female, 0 and 9 unknown; null where it is none of these. */
export function parseSex(value: Uint8Array): 'male' | 'female' | 'unknown' | null {
  const digit = value[0] === undefined ? -1 : value[0] >= 0x30 ? value[0] - 0x30 : value[0];
  return digit === 1 ? 'male' : digit === 2 ? 'female' : digit === 0 || digit === 9 ? 'unknown' : null;
}

/** 32 hex digits of the card's identification code (A2.4), sent as 16 bytes or as ASCII; null where there is none. */
export function parseCardId(value: Uint8Array): string | null {
  if (isBlank(value)) return null;
  const text = value.length >= 32 ? paddedAscii(value) : null;
  if (text !== null && /^[0-9A-Fa-f]{32}$/.test(text)) return text.toUpperCase();
  return toHex(value.subarray(0, 16));
}

const readableDate = (value: Uint8Array): boolean => parseCardDate(value).kind !== 'unreadable';
const readableName = (value: Uint8Array): boolean => parseCardName(value, new Uint8Array()).kind !== 'unreadable';

export const fields = {
  cardId: {
    file: 'issuer',
    tag: 0x01,
    length: 16,
    essential: true,
    plausible: (v) => bcdDigits(v.subarray(0, 3)) !== null,
  },
  version: { file: 'issuer', tag: 0x03, length: 4, essential: true, plausible: (v) => parseVersion(v) !== null },
  issuedOn: { file: 'issuer', tag: 0x05, length: 4, plausible: readableDate },
  expiresOn: { file: 'issuer', tag: 0x06, length: 4, plausible: readableDate },
  cardNumber: { file: 'issuer', tag: 0x07, length: 9, essential: true, plausible: (v) => parseNumber(v) !== null },
  number: { file: 'holder', tag: 0x08, length: 18, essential: true, plausible: (v) => parseNumber(v) !== null },
  name: { file: 'holder', tag: 0x09, length: 30, essential: true, plausible: readableName },
  nameExtension: { file: 'holder', tag: 0x4e, length: 20, plausible: readableName },
  sex: { file: 'holder', tag: 0x0a, length: 1, plausible: (v) => parseSex(v) !== null },
  nation: { file: 'holder', tag: 0x0b, length: 1, plausible: (v) => bcdDigits(v) !== null },
  birthPlace: { file: 'holder', tag: 0x0c, length: 3, plausible: (v) => bcdDigits(v) !== null },
  birthDate: { file: 'holder', tag: 0x0d, length: 4, plausible: readableDate },
} as const satisfies Record<string, Field>;
