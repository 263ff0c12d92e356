import { concat } from '../codec/commands.ts';
import type { Atom, EncodedLine } from './atoms.ts';

/** A run of whole lines (or, where a line alone is larger than the window, a part of one) that is acknowledged as one. */
export interface Block {
  readonly bytes: Uint8Array;
  /** A part that ends inside a line: only an in-order status can confirm it, a process id would wait for the line. */
  readonly endsLine: boolean;
}

/** Preferred size of a block with its acknowledgement request, in bytes. */
export const BLOCK_BYTES = 128;
/** GS ( H with its id; the longest request that we append. */
export const REQUEST_BYTES = 11;

export type BlockPlan = { readonly ok: true; readonly blocks: readonly Block[] } | { readonly ok: false };

/**
 * Packs lines into blocks of about `BLOCK_BYTES`, never more than `windowBytes` with the request. A longer line (rare
 * characters are 77 bytes each) is one block while it fits the window, else it is parted between characters.
 * Not ok: one unsplittable piece (the text of a QR code) is larger than the window.
 */
export function planBlocks(lines: readonly EncodedLine[], windowBytes: number): BlockPlan {
  const most = windowBytes - REQUEST_BYTES;
  const preferred = Math.min(BLOCK_BYTES - REQUEST_BYTES, most);
  const blocks: Block[] = [];
  let held: Atom[] = [];
  let size = 0;

  const flush = (endsLine: boolean): void => {
    if (size > 0) blocks.push({ bytes: concat(held), endsLine });
    held = [];
    size = 0;
  };

  for (const line of lines) {
    const lineSize = line.reduce((sum, atom) => sum + atom.length, 0);
    if (size + lineSize > preferred) flush(true);
    for (const atom of line) {
      if (atom.length > most) return { ok: false };
      if (size + atom.length > most) flush(false);
      held.push(atom);
      size += atom.length;
    }
  }
  flush(true);
  return { ok: true, blocks };
}
