import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FRAME } from '../common/rpc/channel.ts';
import { createFrameReader, encodeStreamFrame, MAX_FRAME_BYTES, MAX_SKIPPED_BYTES } from './frame-stream.ts';

function reader() {
  const got: string[] = [];
  let dropped = 0;
  const read = createFrameReader({
    onText: (text) => got.push(text),
    onDropped: () => {
      dropped += 1;
    },
  });
  return { got, read, dropped: () => dropped };
}

describe('frames on a byte stream', () => {
  it('come out the same wherever the stream was split', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 10 });
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (frames, steps) => {
        const bytes = Buffer.concat(frames.map(encodeStreamFrame));
        const { got, read } = reader();
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const step = steps[i % steps.length] ?? 1;
          expect(read(bytes.subarray(at, at + step))).toBe(true);
          at += step;
        }
        expect(got).toEqual(frames.map((text) => text.toWellFormed()));
      }),
    );
  });

  it('come out the same one byte at a time', () => {
    const { got, read } = reader();
    for (const byte of Buffer.concat(['', '民卡', '𠮷', 'x'].map(encodeStreamFrame))) read(Buffer.from([byte]));
    expect(got).toEqual(['', '民卡', '𠮷', 'x']);
  });

  it('are skipped when too large or not UTF-8, and the next one is read', () => {
    const { got, read, dropped } = reader();
    const large = Buffer.alloc(4 + MAX_FRAME_BYTES + 1, 0x78);
    large.writeUInt32BE(MAX_FRAME_BYTES + 1);
    const broken = Buffer.from([0, 0, 0, 2, 0xc3, 0x28]);
    expect(read(Buffer.concat([large, broken, encodeStreamFrame('next')]))).toBe(true);
    expect(got).toEqual(['next']);
    expect(dropped()).toBe(2);
  });

  it('end the stream when a header cannot be one', () => {
    const { got, read } = reader();
    const header = Buffer.alloc(4);
    header.writeUInt32BE(MAX_SKIPPED_BYTES + 1);
    expect(read(Buffer.concat([encodeStreamFrame('good'), header, encodeStreamFrame('lost')]))).toBe(false);
    expect(read(encodeStreamFrame('lost too'))).toBe(false);
    expect(got).toEqual(['good']);
  });

  it('are looked for in any bytes without a throw', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 20 }), (chunks) => {
        const { read } = reader();
        for (const chunk of chunks) expect(typeof read(Buffer.from(chunk))).toBe('boolean');
      }),
    );
  });

  it('never keep more than one frame of the largest size', () => {
    expect(encodeStreamFrame('卡'.repeat(MAX_FRAME)).length).toBe(4 + MAX_FRAME_BYTES);
  });
});
