import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatMessageId,
  isMessageId,
  type MessageIdCursor,
  messageIdPatterns,
  messageIdRoom,
  nextCursor,
  slotInMessageId,
  slotText,
} from './message-id.ts';

const INSTITUTION = 'H99010100017';

describe('message id', () => {
  test('is institution, second, slot, counter: 30 characters', () => {
    const id = formatMessageId(INSTITUTION, 7, { second: Date.UTC(2026, 10, 18, 1, 44, 28) / 1000, counter: 37 });
    expect(id).toBe('H99010100017202611180944280711');
    expect(id).toHaveLength(30);
    expect(isMessageId(id)).toBe(true);
  });

  test('never repeats, whatever the clock does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_100_000 }), { minLength: 1, maxLength: 400 }),
        (times) => {
          const seen = new Set<string>();
          let cursor: MessageIdCursor | null = null;
          for (const now of times) {
            cursor = nextCursor(cursor, now);
            seen.add(formatMessageId(INSTITUTION, 0, cursor));
          }
          expect(seen.size).toBe(times.length);
        },
      ),
    );
  });

  test('a second that is used up borrows the next', () => {
    let cursor: MessageIdCursor | null = null;
    const ids = new Set<string>();
    for (let i = 0; i < 3000; i++) {
      cursor = nextCursor(cursor, 1_700_000_000_000);
      ids.add(formatMessageId(INSTITUTION, 1295, cursor));
    }
    expect(ids.size).toBe(3000);
    expect(cursor?.second).toBe(1_700_000_002);
  });

  test('order follows the cursor, not the clock', () => {
    const first = nextCursor(null, 1_700_000_100_000);
    const second = nextCursor(first, 1_600_000_000_000);
    expect(second).toEqual({ second: first.second, counter: 1 });
  });

  test('refuses a wrong institution or slot', () => {
    const cursor = { second: 1, counter: 0 };
    expect(() => formatMessageId('H1', 0, cursor)).toThrow(RangeError);
    expect(() => formatMessageId(INSTITUTION, 1296, cursor)).toThrow(RangeError);
    expect(isMessageId('x')).toBe(false);
  });
});

describe.each(messageIdPatterns)('the pattern %s', (pattern) => {
  const { slots, perSecond } = messageIdRoom(pattern);
  const at = { second: Date.UTC(2026, 10, 18, 1, 44, 28) / 1000, counter: 37 };

  test('30 characters, of which 26 are institution and second', () => {
    const id = formatMessageId(INSTITUTION, 7, at, pattern);
    expect(id).toBe(`H9901010001720261118094428${{ base36: '0711', digits: '0737', milliseconds: '0377' }[pattern]}`);
    expect(isMessageId(id)).toBe(true);
  });

  test('each terminal has its own ids, and one tells its own from the others’', () => {
    const ids = new Set<string>();
    for (let slot = 0; slot < slots; slot++) {
      for (const counter of [0, perSecond - 1]) {
        const id = formatMessageId(INSTITUTION, slot, { ...at, counter }, pattern);
        expect(slotInMessageId(id, pattern)).toBe(slotText(slot, pattern));
        ids.add(id);
      }
    }
    expect(ids.size).toBe(2 * slots);
    expect(slotInMessageId('no id', pattern)).toBe('');
  });

  test('never repeats in a second that is used up, and has no room beyond its own', () => {
    let cursor: MessageIdCursor | null = null;
    const ids = new Set<string>();
    for (let i = 0; i < 2 * perSecond; i++) {
      cursor = nextCursor(cursor, 1_700_000_000_000, pattern);
      ids.add(formatMessageId(INSTITUTION, slots - 1, cursor, pattern));
    }
    expect(ids.size).toBe(2 * perSecond);
    expect(() => formatMessageId(INSTITUTION, slots, at, pattern)).toThrow(RangeError);
    expect(() => formatMessageId(INSTITUTION, 0, { ...at, counter: perSecond }, pattern)).toThrow(RangeError);
  });
});

test('a journal whose pattern was changed goes on in the next second', () => {
  expect(nextCursor({ second: 1_700_000_000, counter: 700 }, 1_700_000_000_000, 'digits')).toEqual({
    second: 1_700_000_001,
    counter: 0,
  });
});
