import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReplyParser, type PrinterReply } from './replies.ts';

const printable = fc.integer({ min: 0x20, max: 0x7e });
/** A reply and its bytes, as a printer sends them. */
const reply: fc.Arbitrary<{ bytes: number[]; reply: PrinterReply }> = fc.oneof(
  fc.integer({ min: 0, max: 255 }).map((n) => {
    const status = (n & 0x6c) | 0x12;
    return { bytes: [status], reply: { kind: 'realTime' as const, status } };
  }),
  fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map(([a, b, c, d]) => {
    const status = [(a & 0x6c) | 0x10, b & 0x6f, c & 0x6f, d & 0x6f] as const;
    return { bytes: [...status], reply: { kind: 'automatic' as const, status } };
  }),
  fc.nat(15).map((status) => ({ bytes: [status], reply: { kind: 'paper' as const, status } })),
  fc.array(printable, { minLength: 4, maxLength: 4 }).map((id) => ({
    bytes: [0x37, 0x22, ...id, 0],
    reply: { kind: 'processId' as const, id: String.fromCharCode(...id) },
  })),
  fc.array(printable, { maxLength: 40 }).map((text) => ({
    bytes: [0x5f, ...text, 0],
    reply: { kind: 'identity' as const, text: String.fromCharCode(...text) },
  })),
);

function parsePieces(bytes: readonly number[], cuts: readonly number[]): PrinterReply[] {
  const parser = createReplyParser();
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const found: PrinterReply[] = [];
  let from = 0;
  for (const to of [...places, bytes.length]) {
    found.push(...parser.push(Uint8Array.from(bytes.slice(from, to))));
    from = to;
  }
  return found;
}

describe('reply parser', () => {
  it('reads any mix of replies in any split', () => {
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 30 }), fc.array(fc.nat(2000), { maxLength: 40 }), (replies, cuts) => {
        const bytes = replies.flatMap((each) => each.bytes);
        expect(parsePieces(bytes, cuts)).toEqual(replies.map((each) => each.reply));
      }),
    );
  });

  it('never throws on junk and gives the same replies whatever the split', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(2000), { maxLength: 40 }), (junk, cuts) => {
        expect(parsePieces([...junk], cuts)).toEqual(parsePieces([...junk], []));
      }),
    );
  });

  it('finds a process id again after junk', () => {
    const junk = fc.array(fc.constantFrom(0x37, 0x22, 0x5f, 0x80, 0x91, 0xff, 0x11, 0x13, 0x14, 0x41), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(junk, (noise) => {
        // At most one reply can be swallowed by an unfinished identity; a zero ends that.
        const found = parsePieces([...noise, 0, 0x37, 0x22, 0x4a, 0x30, 0x30, 0x31, 0], []);
        expect(found.at(-1)).toEqual({ kind: 'processId', id: 'J001' });
      }),
    );
  });

  it('counts junk and forgets a half-read reply when told', () => {
    const parser = createReplyParser();
    expect(parser.push(Uint8Array.of(0xff, 0x91, 0x37, 0x22, 0x41))).toEqual([]);
    expect(parser.junk).toBe(2);
    parser.reset();
    expect(parser.push(Uint8Array.of(0x12))).toEqual([{ kind: 'realTime', status: 0x12 }]);
  });
});
