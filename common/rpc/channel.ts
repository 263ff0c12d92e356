/**
 * A link between two of our processes: text frames, in order, no acknowledgement (DESIGN §2).
 * `post` after the end is a no-op. Every implementation passes the one contract suite in `wire/channel.suite.ts`.
 */
export interface Channel {
  /** Sends one frame. Never throws; a frame larger than the channel's limit is counted and dropped by the receiver. */
  post(text: string): void;
  /** Sets the one listener for incoming frames; frames that arrive earlier are kept for it. */
  onText(listener: (text: string) => void): void;
  /** Calls `listener` once when the other end is gone or `close` was called; at once if it already is. */
  onClose(listener: () => void): void;
  /** Ends the link from this side. Idempotent. */
  close(): void;
}

/** A Channel that tells how many incoming frames it refused: too large, not text, or not UTF-8. Ours all do. */
export interface CountingChannel extends Channel {
  dropped(): number;
}

/** The largest frame a Channel carries, in UTF-16 units of text. A snapshot is held to a quarter of it. */
export const MAX_FRAME = 262_144;

/** A snapshot for the screen must fit in this many UTF-8 bytes (DESIGN §2). */
export const MAX_SNAPSHOT_BYTES = 65_536;
