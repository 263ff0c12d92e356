import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** Read in pieces of this size that overlap by the needle, so that none is cut in two. */
const PIECE = 1 << 20;

/**
 * How often `needle` stands in the writable memory of a process (Linux). A region that goes while it is read counts
 * as empty; the process goes on meanwhile, so ask only for what should have been gone for a while.
 */
export function timesInMemory(pid: number, needle: Uint8Array): number {
  const wanted = Buffer.from(needle);
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  let times = 0;
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from, to, rights] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? [];
      if (from === undefined || to === undefined || !rights?.startsWith('rw')) continue;
      times += timesIn(memory, Number.parseInt(from, 16), Number.parseInt(to, 16), wanted);
    }
  } finally {
    closeSync(memory);
  }
  return times;
}

function timesIn(memory: number, from: number, to: number, wanted: Buffer): number {
  let times = 0;
  const piece = Buffer.alloc(PIECE + wanted.length - 1);
  for (let at = from; at < to; at += PIECE) {
    const length = Math.min(piece.length, to - at);
    let read: number;
    try {
      read = readSync(memory, piece, 0, length, at);
    } catch {
      return times;
    }
    const held = piece.subarray(0, read);
    for (let found = held.indexOf(wanted); found >= 0; found = held.indexOf(wanted, found + 1)) times++;
  }
  return times;
}
