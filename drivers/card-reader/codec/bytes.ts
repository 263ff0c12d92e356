/** Upper-case hex without separators. */
export function toHex(bytes: Uint8Array): string {
  let out = '';
  for (const b of bytes) out += b.toString(16).padStart(2, '0');
  return out.toUpperCase();
}

/** Hex digits, spaces allowed, to bytes. Throws RangeError on anything else: for literals and checked input only. */
export function fromHex(text: string): Uint8Array {
  const digits = text.replace(/\s+/g, '');
  if (digits.length % 2 !== 0 || /[^0-9a-fA-F]/.test(digits)) throw new RangeError('not hex');
  const out = new Uint8Array(digits.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  return out;
}

/** One new array out of several. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Packed BCD as decimal digits, or null where a nibble is above 9. */
export function bcdDigits(bytes: Uint8Array): string | null {
  const hex = toHex(bytes);
  return /^\d*$/.test(hex) ? hex : null;
}

/** The bytes that cards fill unused places with: NUL, space, FF. */
export function isPadding(byte: number | undefined): boolean {
  return byte === 0x00 || byte === 0x20 || byte === 0xff;
}

/** Whether nothing but padding stands here (or nothing at all): the card has no value. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(isPadding);
}

/** Printable ASCII with the padding at both ends taken off, or null where another byte occurs. */
export function paddedAscii(bytes: Uint8Array): string | null {
  let from = 0;
  let to = bytes.length;
  while (from < to && isPadding(bytes[from])) from++;
  while (to > from && isPadding(bytes[to - 1])) to--;
  const text = String.fromCharCode(...bytes.subarray(from, to));
  return /^[\x20-\x7e]*$/.test(text) ? text : null;
}
