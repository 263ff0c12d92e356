import type { CardError } from '../../../common/contracts/devices/card.ts';

/** PC/SC return codes that we tell apart (winscard.h), unsigned. */
export const codes = {
  OK: 0,
  CANCELLED: 0x80100002,
  INVALID_HANDLE: 0x80100003,
  UNKNOWN_READER: 0x80100009,
  TIMEOUT: 0x8010000a,
  SHARING_VIOLATION: 0x8010000b,
  NO_SMARTCARD: 0x8010000c,
  PROTO_MISMATCH: 0x8010000f,
  NOT_READY: 0x80100010,
  COMM_ERROR: 0x80100013,
  NOT_TRANSACTED: 0x80100016,
  READER_UNAVAILABLE: 0x80100017,
  NO_SERVICE: 0x8010001d,
  SERVICE_STOPPED: 0x8010001e,
  NO_READERS: 0x8010002e,
  UNSUPPORTED_CARD: 0x80100065,
  UNRESPONSIVE_CARD: 0x80100066,
  UNPOWERED_CARD: 0x80100067,
  RESET_CARD: 0x80100068,
  REMOVED_CARD: 0x80100069,
} as const;

/** Flags of a reader's event state. */
export const flags = {
  UNKNOWN: 0x0004,
  UNAVAILABLE: 0x0008,
  EMPTY: 0x0010,
  PRESENT: 0x0020,
  MUTE: 0x0200,
  UNPOWERED: 0x0400,
} as const;

const cardErrors = new Map<number, CardError>([
  [codes.UNKNOWN_READER, 'READER_GONE'],
  [codes.READER_UNAVAILABLE, 'READER_GONE'],
  [codes.NO_READERS, 'READER_GONE'],
  [codes.SHARING_VIOLATION, 'CARD_BUSY'],
  [codes.NO_SMARTCARD, 'CARD_REMOVED'],
  [codes.NOT_TRANSACTED, 'CARD_REMOVED'],
  [codes.REMOVED_CARD, 'CARD_REMOVED'],
  // We hold the card alone: a reset that is not ours is another card behind the same handle.
  [codes.RESET_CARD, 'CARD_REMOVED'],
  [codes.PROTO_MISMATCH, 'CARD_MUTE'],
  [codes.NOT_READY, 'CARD_MUTE'],
  [codes.UNSUPPORTED_CARD, 'CARD_MUTE'],
  [codes.UNRESPONSIVE_CARD, 'CARD_MUTE'],
  [codes.UNPOWERED_CARD, 'CARD_MUTE'],
]);

/**
 * What a failed connect or transmit means for the card. Everything not in the table, known or not, is the service:
 * contexts are dropped and built anew (measured: a dying pcscd answers several codes, one of them 8010006A).
 */
export function cardErrorOf(code: number): CardError {
  return cardErrors.get(code) ?? 'READER_SERVICE_DOWN';
}
