import { type Random, randomInt } from '../../common/kernel/ports.ts';
import type { Operation } from './strace.ts';

/**
 * What a disk holds after the plug is pulled: all that was synced, and of what was not synced since whatever the
 * disk's cache happened to have written, in any order, whole or torn at sectors.
 */
export type Fate = 'dropped' | 'some' | 'torn' | 'all';
export const fates: readonly Fate[] = ['dropped', 'some', 'torn', 'all'];

type Change = Exclude<Operation, { kind: 'line' | 'sync' | 'syncFolder' }>;

interface FileState {
  /** As of the last sync; null: the file is not on the disk. */
  durable: Content | null;
  pending: Change[];
}

/** Sizes at which a disk tears: its sectors, and the pages of most flash. */
const TEARS = [512, 4096] as const;

/** A file's bytes in a buffer that has room to grow. Writes change it in place. */
interface Content {
  readonly room: Buffer;
  readonly length: number;
}

const EMPTY: Content = { room: Buffer.alloc(0), length: 0 };

function sized({ room, length }: Content, wanted: number): Content {
  if (wanted <= room.length) {
    if (wanted > length) room.fill(0, length, wanted);
    return { room, length: wanted };
  }
  const larger = Buffer.alloc(Math.max(wanted, room.length * 2));
  room.copy(larger, 0, 0, length);
  return { room: larger, length: wanted };
}

function apply(content: Content | null, change: Change): Content | null {
  if (change.kind === 'unlink') return null;
  const before = content ?? EMPTY;
  if (change.kind === 'truncate') return sized(before, change.length);
  const after = sized(before, Math.max(before.length, change.offset + change.data.length));
  change.data.copy(after.room, change.offset);
  return after;
}

/** `sized` zeroes what a file grows by; what lies beyond its end may be old. */
const copyOf = (content: Content | null): Content | null =>
  content === null ? null : { room: Buffer.from(content.room.subarray(0, content.length)), length: content.length };

/** The sectors of a write that reached the disk, each by the toss of a coin. */
function torn(change: Change, random: Random): readonly Change[] {
  if (change.kind !== 'write') return randomInt(random, 2) === 0 ? [change] : [];
  const size = TEARS[randomInt(random, TEARS.length)] ?? TEARS[0];
  const sectors: Change[] = [];
  const { data, offset, file } = change;
  for (let at = 0; at < data.length; ) {
    // Sectors lie at multiples of their size in the file, not in the write.
    const end = Math.min(data.length, at + size - ((offset + at) % size));
    const piece = data.subarray(at, end);
    if (randomInt(random, 2) === 0) sectors.push({ kind: 'write', file, offset: offset + at, data: piece });
    at = end;
  }
  return sectors;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const rest = [...list];
  const out: T[] = [];
  while (rest.length > 0) out.push(...rest.splice(randomInt(random, rest.length), 1));
  return out;
}

/** A removal that is durable takes with it what was written to the file before. */
function forgetRemoved(state: FileState): void {
  const last = state.pending.findLastIndex((change) => change.kind === 'unlink');
  if (last < 0) return;
  state.durable = null;
  state.pending = state.pending.slice(last + 1);
}

/** Replays operations and can be asked at any moment what a power cut would leave. */
export function createDisk() {
  const files = new Map<string, FileState>();
  const stateOf = (file: string): FileState => {
    const known = files.get(file) ?? { durable: null, pending: [] };
    files.set(file, known);
    return known;
  };
  return {
    do(operation: Operation): void {
      if (operation.kind === 'line') return;
      if (operation.kind === 'syncFolder') {
        for (const state of files.values()) forgetRemoved(state);
        return;
      }
      const state = stateOf(operation.file);
      if (operation.kind !== 'sync') {
        state.pending.push(operation);
        return;
      }
      for (const change of state.pending) state.durable = apply(state.durable, change);
      state.pending = [];
    },
    /** The files after a power cut now; `fate` is that of what was not synced. */
    cut(fate: Fate, random: Random): ReadonlyMap<string, Buffer> {
      const left = new Map<string, Buffer>();
      for (const [file, { durable, pending }] of files) {
        const kept: readonly Change[] =
          fate === 'dropped'
            ? []
            : fate === 'all'
              ? pending
              : fate === 'some'
                ? shuffled(pending, random).filter(() => randomInt(random, 2) === 0)
                : shuffled(pending, random).flatMap((change) => torn(change, random));
        const content = kept.reduce(apply, copyOf(durable));
        if (content !== null) left.set(file, content.room.subarray(0, content.length));
      }
      return left;
    },
  };
}
