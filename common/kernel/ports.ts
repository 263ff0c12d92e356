/** Ports that make the core deterministic: one seed is one run (DESIGN §4). */

/** Wall time and timers. `now` is ms since the Unix epoch and may jump; `monotonic` is ms and never goes back. */
export interface Clock {
  now(): number;
  monotonic(): number;
  /** Calls `fn` once after `ms`; the returned function cancels it (idempotent). */
  after(ms: number, fn: () => void): () => void;
}

/** Random bytes. Production: the operating system's; tests: a seeded generator. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** Resolves after `ms` of `clock` time. */
export function sleep(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}

/** A uniform integer in [0, bound), 0 < bound ≤ 2^32, by rejection so that no value is favoured. */
export function randomInt(random: Random, bound: number): number {
  if (!Number.isInteger(bound) || bound <= 0 || bound > 0x1_0000_0000) throw new RangeError('randomInt: bound');
  const limit = Math.floor(0x1_0000_0000 / bound) * bound;
  for (;;) {
    const b = random.bytes(4);
    const n = new DataView(b.buffer, b.byteOffset, 4).getUint32(0);
    if (n < limit) return n % bound;
  }
}
