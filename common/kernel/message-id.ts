import { compactDateTime } from './dates.ts';

/**
 * A message id (`msgid`, C30): institution 12 + yyyyMMddHHmmss 14 + terminal slot 2 (base 36) + counter 2 (base 36).
 * Unique for ever: (second, counter) is stored before use and never goes back when the clock does (DESIGN §4).
 */
export type MessageId = string & { readonly __messageId: unique symbol };

/** The last (second, counter) used; kept durable by the caller. `second` is whole seconds since the Unix epoch. */
export interface MessageIdCursor {
  readonly second: number;
  readonly counter: number;
}

const PER_SECOND = 36 * 36;

function base36(value: number): string {
  return value.toString(36).toUpperCase().padStart(2, '0');
}

/**
 * The cursor after `previous`: the same second's next counter, or the new second from 0; a clock that went back
 * stays on the old second, and a second that is used up borrows the following one.
 */
export function nextCursor(previous: MessageIdCursor | null, nowMs: number): MessageIdCursor {
  const second = Math.floor(nowMs / 1000);
  if (previous === null || second > previous.second) return { second, counter: 0 };
  if (previous.counter + 1 < PER_SECOND) return { second: previous.second, counter: previous.counter + 1 };
  return { second: previous.second + 1, counter: 0 };
}

/** Writes the id. Throws RangeError on a wrong institution (12 characters) or slot (0..1295): a configuration bug. */
export function formatMessageId(institution: string, slot: number, cursor: MessageIdCursor): MessageId {
  if (!/^[A-Z0-9]{12}$/.test(institution)) throw new RangeError('institution code must be 12 of A-Z, 0-9');
  if (!Number.isInteger(slot) || slot < 0 || slot >= PER_SECOND) throw new RangeError('terminal slot must be 0..1295');
  return `${institution}${compactDateTime(cursor.second * 1000)}${base36(slot)}${base36(cursor.counter)}` as MessageId;
}

/** Whether `text` has the shape of a message id. */
export function isMessageId(text: string): text is MessageId {
  return /^[A-Z0-9]{12}\d{14}[0-9A-Z]{4}$/.test(text);
}
