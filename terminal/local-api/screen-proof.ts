import type { Clock } from '../../common/kernel/ports.ts';

/** What a screen says of itself (screenLink.rendered). */
export interface Rendered {
  /** Frames drawn since the page began. */
  readonly frames: number;
  /** The snapshot on the glass. */
  readonly version: number;
  /** A screen with words on it covers the glass. */
  readonly painted: boolean;
}

/** Since when a screen last proved that it shows what it should. */
export interface ScreenProof {
  rendered(seen: Rendered): void;
  /** A new snapshot is on its way to the screens. */
  sent(version: number): void;
  /** Since the last proof that holds, ms; null: there was none. */
  agoMs(): number | null;
}

/** A page may still show the snapshot before for this long after a new one, ms. */
const LATE_MS = 3000;

/**
 * Keeps the screen's proofs. One holds when its frames went on (a page that answers without drawing repeats them),
 * something stands on the glass, and that is the present snapshot or was so a moment ago.
 */
export function createScreenProof(clock: Clock): ScreenProof {
  let provedAt: number | null = null;
  let frames = -1;
  let current = 0;
  let before = 0;
  let changedAt = Number.NEGATIVE_INFINITY;
  return {
    rendered(seen) {
      const drew = seen.frames !== frames;
      frames = seen.frames;
      const now = clock.monotonic();
      // What is older than the one before may still be under way where snapshots follow each other quickly.
      const present = seen.version >= current || (now - changedAt <= LATE_MS && seen.version >= before);
      if (drew && seen.painted && present) provedAt = now;
    },
    sent(version) {
      if (version === current) return;
      const now = clock.monotonic();
      if (now - changedAt > LATE_MS) before = current;
      current = version;
      changedAt = now;
    },
    agoMs: () => (provedAt === null ? null : clock.monotonic() - provedAt),
  };
}
