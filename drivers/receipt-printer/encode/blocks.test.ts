import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat } from '../codec/commands.ts';
import { BLOCK_BYTES, planBlocks, REQUEST_BYTES } from './blocks.ts';

const atom = (size: number): Uint8Array => new Uint8Array(size).fill(size & 0xff);

describe('planBlocks', () => {
  it('keeps every byte in order and every block with its request inside the window', () => {
    const lines = fc.array(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 20 }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(lines, fc.integer({ min: 128, max: 2048 }), (sizes, windowBytes) => {
        const encoded = sizes.map((line) => line.map(atom));
        const plan = planBlocks(encoded, windowBytes);
        if (!plan.ok) throw new Error('every piece fits');
        expect(concat(plan.blocks.map((block) => block.bytes))).toEqual(concat(encoded.flat()));
        for (const block of plan.blocks) expect(block.bytes.length + REQUEST_BYTES).toBeLessThanOrEqual(windowBytes);
        expect(plan.blocks.every((block) => block.endsLine) || windowBytes < 20 * 90 + REQUEST_BYTES).toBe(true);
      }),
    );
  });

  it('makes blocks of at most 128 bytes of ordinary lines', () => {
    const plan = planBlocks(
      Array.from({ length: 40 }, () => [atom(49)]),
      1024,
    );
    if (!plan.ok) throw new Error('fits');
    expect(plan.blocks).toHaveLength(20);
    for (const block of plan.blocks) expect(block.bytes.length + REQUEST_BYTES).toBeLessThanOrEqual(BLOCK_BYTES);
  });

  it('refuses a piece that must not be parted and does not fit', () => {
    expect(planBlocks([[atom(250)]], 256)).toEqual({ ok: false });
  });
});
