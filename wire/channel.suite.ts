import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CountingChannel, MAX_FRAME } from '../common/rpc/channel.ts';
import { connect } from '../common/rpc/connect.ts';
import { defineLink } from '../common/rpc/link.ts';
import { serve } from '../common/rpc/serve.ts';
import { systemClock } from './system.ts';

/** Two connected ends, and what must be taken down after them. */
export interface ChannelPair {
  readonly a: CountingChannel;
  readonly b: CountingChannel;
  readonly end: () => Promise<void>;
}

const echoLink = defineLink({
  verbs: { double: { in: z.object({ n: z.int() }), out: z.object({ n: z.int() }) } },
  events: { tick: z.object({ n: z.int() }) },
});

/** The one contract of a Channel: whatever carries the frames, both ends behave like this. */
export function channelContract(name: string, open: () => Promise<ChannelPair>): void {
  describe(`channel contract: ${name}`, () => {
    let pair: ChannelPair;
    beforeEach(async () => {
      pair = await open();
    });
    afterEach(() => pair.end());

    it('keeps order over 10,000 frames, in both directions at once', async () => {
      const expected = Array.from({ length: 10_000 }, (_, i) => `frame ${i}`);
      const atB = collect(pair.b, expected.length);
      const atA = collect(pair.a, expected.length);
      for (const text of expected) {
        pair.a.post(text);
        pair.b.post(text);
      }
      expect(await atB).toEqual(expected);
      expect(await atA).toEqual(expected);
    });

    it('keeps frames that arrive before there is a listener', async () => {
      for (const text of ['one', 'two', 'three']) pair.a.post(text);
      await settle();
      expect(await collect(pair.b, 3)).toEqual(['one', 'two', 'three']);
    });

    it.each([0, 1, 2, 125, 126, 65_535, 65_536, MAX_FRAME - 1, MAX_FRAME])('carries %i characters', async (length) => {
      const text = 'x'.repeat(length);
      pair.a.post(text);
      expect((await collect(pair.b, 1))[0] === text).toBe(true);
    });

    it.each([
      '民卡',
      '㛃䶮𠮷',
      '\u0000\u2028\ufeffbom',
      'é'.repeat(40_000),
      '卡'.repeat(MAX_FRAME),
      '𠮷'.repeat(MAX_FRAME / 2),
    ])('carries text of more than one byte a character (case %#)', async (text) => {
      pair.a.post(text);
      expect((await collect(pair.b, 1))[0] === text).toBe(true);
    });

    it('drops and counts a frame that is too large, and goes on', async () => {
      const got = collect(pair.b, 2);
      pair.a.post('before');
      pair.a.post('x'.repeat(MAX_FRAME + 1));
      pair.a.post('after');
      expect(await got).toEqual(['before', 'after']);
      expect(pair.b.dropped()).toBe(1);
    });

    it('survives a frame that is far too large: dropped, or the link ends in order', async () => {
      const got: string[] = [];
      let closed = false;
      pair.b.onText((text) => got.push(text));
      pair.b.onClose(() => {
        closed = true;
      });
      pair.a.post('before');
      pair.a.post('卡'.repeat(MAX_FRAME * 2));
      pair.a.post('after');
      await until(() => closed || got.length === 2);
      expect(got[0]).toBe('before');
      expect(closed || pair.b.dropped() === 1).toBe(true);
    });

    it('delivers what was posted before a close, then tells both ends once', async () => {
      const got: string[] = [];
      const closes = { a: 0, b: 0 };
      pair.a.onClose(() => {
        closes.a += 1;
      });
      pair.b.onClose(() => {
        closes.b += 1;
      });
      pair.b.onText((text) => got.push(text));
      for (let i = 0; i < 100; i++) pair.a.post(`${i}`);
      pair.a.close();
      pair.a.close();
      await until(() => closes.b > 0);
      await settle();
      expect(got).toHaveLength(100);
      expect(closes).toEqual({ a: 1, b: 1 });
    });

    it('keeps the frames of a peer that is already gone for a late listener', async () => {
      let gone = false;
      pair.b.onClose(() => {
        gone = true;
      });
      pair.a.post('last words');
      pair.a.close();
      await until(() => gone);
      expect(await collect(pair.b, 1)).toEqual(['last words']);
    });

    it('hands nothing over after its own close', async () => {
      const got: string[] = [];
      pair.b.onText((text) => got.push(text));
      pair.b.close();
      pair.a.post('too late');
      await settle();
      expect(got).toEqual([]);
    });

    it('takes a post after the end, and tells a late close listener at once', async () => {
      let gone = false;
      pair.b.onClose(() => {
        gone = true;
      });
      pair.a.close();
      await until(() => gone);
      let told = 0;
      pair.a.onClose(() => {
        told += 1;
      });
      pair.b.onClose(() => {
        told += 1;
      });
      expect(told).toBe(2);
      expect(() => {
        pair.a.post('x');
        pair.b.post('x');
      }).not.toThrow();
      await settle();
    });

    it('carries calls and events, and lives through any junk between them', async () => {
      const served = serve(pair.b, echoLink, { double: ({ n }) => ({ n: n * 2 }) });
      const client = connect(pair.a, echoLink, { timeoutMs: 5000, clock: systemClock() });
      const ticks: number[] = [];
      client.on('tick', ({ n }) => ticks.push(n));
      let sent = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(junkFrame, { maxLength: 8 }),
          fc.integer({ min: -1e9, max: 1e9 }),
          async (junk, n) => {
            for (const text of junk) {
              pair.a.post(text);
              pair.b.post(text);
            }
            served.emit('tick', { n });
            sent += 1;
            expect(await client.call('double', { n })).toEqual({ ok: true, value: { n: n * 2 } });
          },
        ),
        { numRuns: 150, seed: 20_261_121 },
      );
      await until(() => ticks.length >= sent);
      expect(ticks).toHaveLength(sent);
      expect(served.counters.junk + served.counters.unknown).toBeGreaterThan(100);
      expect(client.counters.junk + client.counters.unknown).toBeGreaterThan(100);
      expect(served.counters.threw + client.counters.threw).toBe(0);
    });
  });
}

/** Text that no healthy end sends: noise, JSON of any shape, and frames that are almost right. */
export const junkFrame: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json({ maxDepth: 6 }),
  fc.constantFrom(
    '',
    'null',
    '[]',
    '{',
    '"'.repeat(1001),
    '['.repeat(100_000),
    `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
    '{"t":"call","id":1,"verb":"constructor","in":{}}',
    '{"t":"call","id":2,"verb":"__proto__","in":{}}',
    '{"t":"call","id":3,"verb":"toString","in":{}}',
    '{"t":"call","id":-1,"verb":"double","in":{"n":1}}',
    '{"t":"call","id":1e99,"verb":"double","in":{"n":1}}',
    '{"t":"call","id":"1","verb":"double","in":{"n":1}}',
    '{"t":"call","verb":"double"}',
    '{"t":"answer","id":999999999,"out":{"n":1}}',
    '{"t":"refused","id":999999999,"kind":"internal"}',
    '{"t":"event","event":"__proto__","body":{"n":1}}',
    '{"t":"event","event":"hasOwnProperty","body":{"n":1}}',
    '{"t":"event","event":"tick","body":{"n":"1"}}',
    '{"__proto__":{"t":"call"},"id":1}',
  ),
  fc.record({ t: fc.constantFrom('call', 'answer', 'event'), id: fc.anything(), verb: fc.anything() }).map(safeJson),
);

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return '{';
  }
}

function collect(channel: CountingChannel, count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const got: string[] = [];
    channel.onText((text) => {
      got.push(text);
      if (got.length === count) resolve(got);
    });
  });
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40));

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
}
