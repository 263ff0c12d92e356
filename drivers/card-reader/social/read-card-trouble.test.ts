import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardError } from '../../../common/contracts/devices/card.ts';
import { err, ok } from '../../../common/kernel/result.ts';
import { fromHex } from '../codec/bytes.ts';
import { type Change, cardOf, portTo, read, readingOf } from './testing/cards.ts';

describe('cards that cannot be read', () => {
  test.each<[string, Change, CardError]>([
    ['another application', { behaviour: { application: 'foreign' } }, 'CARD_FOREIGN'],
    ['locked application', { behaviour: { application: 'locked' } }, 'CARD_LOCKED'],
    ['an application without data', { holder: null }, 'CARD_FOREIGN'],
    ['noise', { behaviour: { garbage: 'noise' } }, 'CARD_GARBAGE'],
    ['wrong tags', { behaviour: { garbage: 'wrongTag' } }, 'CARD_GARBAGE'],
    ['wrong lengths', { behaviour: { garbage: 'badLength' } }, 'CARD_GARBAGE'],
    ['absurd status words', { behaviour: { garbage: 'absurdStatus' } }, 'CARD_GARBAGE'],
    ['a version that is none', { records: { EF05: { '03': 'DEADBEEF' } } }, 'CARD_GARBAGE'],
    ['a number of no characters', { records: { EF06: { '08': '01'.repeat(18) } } }, 'CARD_GARBAGE'],
  ])('%s', async (_, change, error) => {
    expect(await readingOf(change)).toBe(error);
  });
  test.each([0x6a82, 0x6a81, 0x6d00, 0x6e00, 0x6700, 0x6a86, 0x6982, 0x6f00])(
    'SELECT answered with %i is a foreign card',
    async (sw) => {
      const port = { transmit: () => Promise.resolve(ok(Uint8Array.of(sw >> 8, sw & 0xff))) };
      expect(await read(port)).toEqual(err('CARD_FOREIGN'));
    },
  );
  test('an application of another name that answers to every SELECT is foreign', async () => {
    const fci = fromHex('6F12 840E 315041592E5359532E4444463031A500 9000');
    expect(await read({ transmit: () => Promise.resolve(ok(fci)) })).toEqual(err('CARD_FOREIGN'));
  });
});

describe('removal', () => {
  test('before any APDU: CARD_REMOVED, and nothing is sent any more', async () => {
    for (const surface of ['t0', 't1'] as const) {
      const all = portTo(cardOf({ behaviour: { surface } }));
      await read(all);
      for (let at = 0; at < all.sent.length; at++) {
        const port = portTo(cardOf({ behaviour: { surface } }), at);
        expect(await read(port)).toEqual(err('CARD_REMOVED'));
        expect(port.sent).toHaveLength(at);
      }
    }
  });
  test('after any byte of any reply: an error, never a person that is not on the card', async () => {
    const all = portTo(cardOf());
    await read(all);
    for (let at = 0; at < all.sent.length; at++) {
      const length = cardOf().answer(all.sent[at] ?? new Uint8Array()).length;
      for (let bytes = 0; bytes < length; bytes++) {
        const card = cardOf();
        let index = 0;
        const result = await read({
          transmit(apdu) {
            const reply = card.answer(apdu);
            const mine = index++;
            if (mine > at) return Promise.resolve(err('CARD_REMOVED'));
            return Promise.resolve(ok(mine === at ? reply.subarray(0, bytes) : reply));
          },
        });
        expect(result.ok ? result.value.reading : result.error).toBeTypeOf('string');
      }
    }
  });
  test.each<CardError>(['READER_GONE', 'READER_SERVICE_DOWN', 'CARD_MUTE'])('%s passes through', async (error) => {
    expect(await read(portTo(cardOf(), 7, error))).toEqual(err(error));
  });
});

describe('noise', () => {
  const reply = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.uint8Array({ maxLength: 260 }).map((b) => Uint8Array.of(...b, 0x90, 0x00)),
    fc.constantFrom('6118', '6100', '6C00', '6C14', '9000', '6A83', '6982', '6700', '6283', '').map(fromHex),
  );
  test('no sequence of replies makes it throw or go on for ever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 12 }), async (replies) => {
        let sent = 0;
        const result = await read({
          transmit: () => Promise.resolve(ok(Uint8Array.from(replies[sent++ % replies.length] ?? []))),
        });
        expect(sent).toBeLessThan(600);
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
  test('one reply replaced by noise anywhere gives a reading or an error, and no foreign person', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(20), reply, async (at, noise) => {
        const card = cardOf();
        let index = 0;
        const result = await read({
          transmit: (apdu) => {
            const right = card.answer(apdu);
            return Promise.resolve(ok(index++ === at ? Uint8Array.from(noise) : right));
          },
        });
        expect(index).toBeLessThan(120);
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});
