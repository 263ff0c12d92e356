/** One data object: tag (one or two bytes as a number) and value. */
export interface Tlv {
  readonly tag: number;
  readonly value: Uint8Array;
}

interface Head {
  readonly tag: number;
  readonly from: number;
  readonly length: number;
}

function head(bytes: Uint8Array, at: number): Head | null {
  let i = at;
  const first = bytes[i++];
  if (first === undefined) return null;
  let tag = first;
  if ((first & 0x1f) === 0x1f) {
    const second = bytes[i++];
    if (second === undefined || (second & 0x80) !== 0) return null;
    tag = (first << 8) | second;
  }
  const short = bytes[i++];
  if (short === undefined) return null;
  if (short < 0x80) return { tag, from: i, length: short };
  if (short !== 0x81) return null;
  const long = bytes[i++];
  return long === undefined ? null : { tag, from: i, length: long };
}

/** A sequence of BER-TLV objects (tags of one or two bytes, lengths to 255), or null where it does not add up. */
export function parseTlv(bytes: Uint8Array): Tlv[] | null {
  const out: Tlv[] = [];
  for (let at = 0; at < bytes.length; ) {
    const h = head(bytes, at);
    if (!h || h.from + h.length > bytes.length) return null;
    out.push({ tag: h.tag, value: bytes.subarray(h.from, h.from + h.length) });
    at = h.from + h.length;
  }
  return out;
}

/** The outcome of looking for a record `tag len value`, where tags are one plain byte (card records are not BER). */
export type RecordShape =
  | { readonly kind: 'record'; readonly value: Uint8Array; readonly rest: Uint8Array }
  /** The header is right, but says that more bytes belong to it than came. */
  | { readonly kind: 'short'; readonly wanted: number }
  /** Another tag, or no header. */
  | { readonly kind: 'other' };

/** Reads one record header. Bytes after the record are handed back, never an error: cards pad. */
export function parseRecord(bytes: Uint8Array, tag: number): RecordShape {
  if (bytes[0] !== tag || bytes.length < 2) return { kind: 'other' };
  const long = bytes[1] === 0x81 && bytes.length > 2;
  const from = long ? 3 : 2;
  const length = bytes[from - 1] ?? 0;
  if (from + length > bytes.length) return { kind: 'short', wanted: from + length };
  return { kind: 'record', value: bytes.subarray(from, from + length), rest: bytes.subarray(from + length) };
}

/**
 * What the FCI of a selected DF says: its name (84) and the algorithm identifier that a third-generation card
 * puts as `86 01 XX` inside `9F0C` of the proprietary part; without it 01 (domain-facts A1). Null: not an FCI.
 */
export function parseFci(bytes: Uint8Array): { readonly name: Uint8Array | null; readonly algorithm: number } | null {
  const outer = parseTlv(bytes)?.find((t) => t.tag === 0x6f);
  const inner = outer && parseTlv(outer.value);
  if (!inner) return null;
  const proprietary = inner.find((t) => t.tag === 0xa5);
  const issuer = proprietary && parseTlv(proprietary.value)?.find((t) => t.tag === 0x9f0c);
  const algorithm = issuer && parseTlv(issuer.value)?.find((t) => t.tag === 0x86)?.value[0];
  return { name: inner.find((t) => t.tag === 0x84)?.value ?? null, algorithm: algorithm ?? 0x01 };
}
