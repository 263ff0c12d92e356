import { concatBytes, fromHex } from './bytes.ts';

/**
 * Command APDUs of the social-security card (ISO 7816-4; domain-facts A1, A3, A5), short form only.
 * Every builder returns fresh bytes that the caller may wipe.
 */

/** GBK of `sx1.sh.社会保障`: the DF name of the card's application environment SSSE. */
export const SSSE_NAME: Uint8Array = fromHex('7378312E73682EC9E7BBE1B1A3D5CF');

/** The two elementary files that are read. The short identifier is the last five bits of the file id. */
export const files = {
  issuer: { id: 0xef05, sfi: 5 },
  holder: { id: 0xef06, sfi: 6 },
} as const;
export type FileName = keyof typeof files;

/** SELECT by DF name, first occurrence, FCI wanted (no Le: T=0 readers answer 61xx, T=1 cards the FCI). */
export function selectByName(name: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(0x00, 0xa4, 0x04, 0x00, name.length), name);
}

/** SELECT EF by id. Both P1 = 00 (any file) and P1 = 02 (EF under the current DF) are in use. */
export function selectFile(id: number, p1: 0x00 | 0x02): Uint8Array {
  return Uint8Array.of(0x00, 0xa4, p1, 0x00, 0x02, id >> 8, id & 0xff);
}

/** READ RECORD by record *identifier* (mode 000): P1 is the tag. `sfi` 0 = the selected file. `le` 0 = 256. */
export function readRecordById(tag: number, sfi: number, le: number): Uint8Array {
  return Uint8Array.of(0x00, 0xb2, tag, sfi << 3, le & 0xff);
}

/** READ RECORD by record *number* (mode 100), 1-based. */
export function readRecordByNumber(number: number, sfi: number): Uint8Array {
  return Uint8Array.of(0x00, 0xb2, number, (sfi << 3) | 0x04, 0x00);
}

/** GET RESPONSE for the `le` bytes that a 61xx announced (0 = 256). */
export function getResponse(le: number): Uint8Array {
  return Uint8Array.of(0x00, 0xc0, 0x00, 0x00, le & 0xff);
}

/** ASCII digits packed as BCD, an odd count filled with F; null where `digits` is not 4..16 ASCII digits. */
function packed(digits: Uint8Array): Uint8Array | null {
  if (digits.length < 4 || digits.length > 16 || digits.some((d) => d < 0x30 || d > 0x39)) return null;
  const bytes = new Uint8Array(Math.ceil(digits.length / 2));
  for (let i = 0; i < bytes.length; i++) {
    const high = (digits[2 * i] ?? 0) & 0x0f;
    const low = 2 * i + 1 < digits.length ? (digits[2 * i + 1] ?? 0) & 0x0f : 0x0f;
    bytes[i] = (high << 4) | low;
  }
  return bytes;
}

/** VERIFY with the card's PIN (A5). Null where `digits` is not 4..16 ASCII digits. The caller wipes the result. */
export function verifyPin(digits: Uint8Array): Uint8Array | null {
  const pin = packed(digits);
  if (pin === null) return null;
  const apdu = concatBytes(Uint8Array.of(0x00, 0x20, 0x00, 0x00, pin.length), pin);
  pin.fill(0);
  return apdu;
}

/**
 * CHANGE PIN (A5): the old PIN, FF, the new one. Null where either is not 4..16 ASCII digits. The caller wipes the
 * result; both PINs stay the caller's.
 */
export function changePin(old: Uint8Array, next: Uint8Array): Uint8Array | null {
  const [before, after] = [packed(old), packed(next)];
  const header = (length: number): Uint8Array => Uint8Array.of(0x80, 0x5e, 0x01, 0x00, length);
  const apdu =
    before === null || after === null
      ? null
      : concatBytes(header(before.length + 1 + after.length), before, Uint8Array.of(0xff), after);
  before?.fill(0);
  after?.fill(0);
  return apdu;
}

/** The same command with another Le (last byte), for a 6Cxx answer. Only for commands that end in Le. */
export function withLe(apdu: Uint8Array, le: number): Uint8Array {
  const again = Uint8Array.from(apdu);
  again[again.length - 1] = le & 0xff;
  return again;
}

/** A response APDU: data, and the two status bytes as one number. */
export interface Response {
  readonly data: Uint8Array;
  readonly sw: number;
}

/** Splits a reply, or null where it is shorter than its status word (the card is gone: vpcd answers 0 bytes). */
export function parseResponse(reply: Uint8Array): Response | null {
  if (reply.length < 2) return null;
  const at = reply.length - 2;
  return { data: reply.subarray(0, at), sw: ((reply[at] ?? 0) << 8) | (reply[at + 1] ?? 0) };
}
