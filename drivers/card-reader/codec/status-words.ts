/** What a status word means to us (domain-facts A4). Vendors' negative codes are no simple function of it. */
export type StatusMeaning =
  | 'ok'
  /** 61xx: more data waits for GET RESPONSE. */
  | 'more'
  /** 6Cxx: the right Le is in the low byte. */
  | 'wrongLe'
  /** 62xx: done, with a remark (end of file reached before Le, part of the data may be corrupt). */
  | 'warning'
  /** 63Cx: refused, x tries left. 63xx without a counter: refused. */
  | 'refused'
  /** The record, file or function asked for is not there. */
  | 'missing'
  /** Authentication or its key comes first. */
  | 'protected'
  /** PIN or key blocked. */
  | 'blocked'
  /** The application or the card is locked. */
  | 'locked'
  /** A well-formed error of another kind. */
  | 'failed'
  /** No status word at all: first byte neither 6x nor 9x. */
  | 'absurd';

const table = new Map<number, StatusMeaning>([
  [0x9000, 'ok'],
  [0x6283, 'locked'],
  [0x6700, 'failed'],
  [0x6981, 'missing'],
  [0x6982, 'protected'],
  [0x6983, 'blocked'],
  [0x6984, 'blocked'],
  [0x6985, 'locked'],
  [0x6a80, 'missing'],
  [0x6a81, 'missing'],
  [0x6a82, 'missing'],
  [0x6a83, 'missing'],
  [0x6a86, 'missing'],
  [0x6a88, 'protected'],
  [0x6b00, 'missing'],
  [0x6d00, 'missing'],
  [0x6e00, 'missing'],
  [0x9303, 'locked'],
  [0x9403, 'protected'],
]);

/** The meaning of SW1SW2. */
export function statusMeaning(sw: number): StatusMeaning {
  const known = table.get(sw);
  if (known) return known;
  const sw1 = sw >> 8;
  if (sw1 === 0x61) return 'more';
  if (sw1 === 0x6c) return 'wrongLe';
  if (sw1 === 0x62) return 'warning';
  if (sw1 === 0x63) return 'refused';
  // ISO 7816-3: SW1 is 6x or 9x; 60 is the null procedure byte, never a status.
  return (sw1 > 0x60 && sw1 <= 0x6f) || (sw1 >= 0x90 && sw1 <= 0x9f) ? 'failed' : 'absurd';
}

/** The counter of a 63Cx, 0..15; null for any other word. Issuers differ (3 to 15 tries): never a constant. */
export function triesLeft(sw: number): number | null {
  return (sw & 0xfff0) === 0x63c0 ? sw & 0x0f : null;
}
