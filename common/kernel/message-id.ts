import { compactDateTime } from './dates.ts';

/**
 * A message id (`msgid`, C30): institution 12 + 18 characters that no other message of the institution has. Most
 * provinces take yyyyMMddHHmmss 14 + sequence 4, some 17 digits down to the millisecond + 1 (domain-facts B5.1).
 * Unique for ever: (second, counter) is stored before use and never goes back when the clock does (DESIGN §4).
 */
export type MessageId = string & { readonly __messageId: unique symbol };

/** The last (second, counter) used; kept durable by the caller. `second` is whole seconds since the Unix epoch. */
export interface MessageIdCursor {
  readonly second: number;
  readonly counter: number;
}

interface Shape {
  /** How many messages one terminal may have in one second. */
  readonly perSecond: number;
  /** How many terminals one institution may have: slots 0 … slots − 1. */
  readonly slots: number;
  /** The four characters after the second. */
  tail(slot: number, counter: number): string;
  /** Of those four, the slot as it stands there. */
  slotIn(tail: string): string;
}

const base36 = (value: number, width: number): string => value.toString(36).toUpperCase().padStart(width, '0');
const decimal = (value: number, width: number): string => String(value).padStart(width, '0');

/**
 * What a province wants after the second:
 * `base36`: slot 2 + counter 2 in base 36. `digits`: the same in digits, where a centre takes no letters.
 * `milliseconds`: three digits where a millisecond stands, + slot 1 in base 36. The digits are the counter: a
 * millisecond of the clock would not be unique, and nobody reads a time out of it.
 */
const SHAPES = {
  base36: {
    ...{ perSecond: 36 * 36, slots: 36 * 36 },
    tail: (slot: number, counter: number) => base36(slot, 2) + base36(counter, 2),
    slotIn: (tail: string) => tail.slice(0, 2),
  },
  digits: {
    ...{ perSecond: 100, slots: 100 },
    tail: (slot: number, counter: number) => decimal(slot, 2) + decimal(counter, 2),
    slotIn: (tail: string) => tail.slice(0, 2),
  },
  milliseconds: {
    ...{ perSecond: 1000, slots: 36 },
    tail: (slot: number, counter: number) => decimal(counter, 3) + base36(slot, 1),
    slotIn: (tail: string) => tail.slice(3),
  },
} as const satisfies Readonly<Record<string, Shape>>;

/** The patterns by name, for the site profile. */
export type MessageIdPattern = keyof typeof SHAPES;
export const messageIdPatterns = ['base36', 'digits', 'milliseconds'] as const satisfies readonly MessageIdPattern[];

const LENGTH_BEFORE_TAIL = 26;

/** How many terminals an institution may have, and how many messages each may have in one second. */
export function messageIdRoom(pattern: MessageIdPattern): { readonly slots: number; readonly perSecond: number } {
  const { slots, perSecond } = SHAPES[pattern];
  return { slots, perSecond };
}

/**
 * The cursor after `previous`: the same second's next counter, or the new second from 0; a clock that went back
 * stays on the old second, and a second that is used up borrows the following one.
 */
export function nextCursor(
  previous: MessageIdCursor | null,
  nowMs: number,
  pattern: MessageIdPattern = 'base36',
): MessageIdCursor {
  const second = Math.floor(nowMs / 1000);
  if (previous === null || second > previous.second) return { second, counter: 0 };
  if (previous.counter + 1 < SHAPES[pattern].perSecond) {
    return { second: previous.second, counter: previous.counter + 1 };
  }
  return { second: previous.second + 1, counter: 0 };
}

/**
 * Writes the id. Throws RangeError on a wrong institution (12 characters), a slot or a counter that the pattern has no
 * room for: a configuration bug, which the profile's schema refuses before.
 */
export function formatMessageId(
  institution: string,
  slot: number,
  cursor: MessageIdCursor,
  pattern: MessageIdPattern = 'base36',
): MessageId {
  const { slots, perSecond, tail } = SHAPES[pattern];
  if (!/^[A-Z0-9]{12}$/.test(institution)) throw new RangeError('institution code must be 12 of A-Z, 0-9');
  if (!Number.isInteger(slot) || slot < 0 || slot >= slots)
    throw new RangeError(`terminal slot must be 0..${slots - 1}`);
  if (cursor.counter >= perSecond) throw new RangeError(`counter must be below ${perSecond}`);
  return `${institution}${compactDateTime(cursor.second * 1000)}${tail(slot, cursor.counter)}` as MessageId;
}

/** The slot as it stands in an id of this pattern; "" where `messageId` has not the shape of one. */
export function slotInMessageId(messageId: string, pattern: MessageIdPattern = 'base36'): string {
  return isMessageId(messageId) ? SHAPES[pattern].slotIn(messageId.slice(LENGTH_BEFORE_TAIL)) : '';
}

/** A slot as the ids of this pattern have it. */
export function slotText(slot: number, pattern: MessageIdPattern = 'base36'): string {
  return SHAPES[pattern].slotIn(SHAPES[pattern].tail(slot, 0));
}

/** Whether `text` has the shape of a message id, whatever the pattern. */
export function isMessageId(text: string): text is MessageId {
  return /^[A-Z0-9]{12}\d{14}[0-9A-Z]{4}$/.test(text);
}
