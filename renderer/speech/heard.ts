/** What was last asked to be said, and whether headphones were in then. */
export interface Heard {
  /** The screen's words, as far as they are news; null: silence is wanted. */
  readonly words: string | null;
  readonly plugged: boolean;
}

/**
 * Whether it is to be said from its beginning: something is new, or headphones were plugged in, into which more is said.
 * Pulled out, nothing is repeated: the voice itself stops what is private.
 */
export function isNews(before: Heard, now: Heard): boolean {
  if (now.words !== before.words) return true;
  return now.words !== null && now.plugged && !before.plugged;
}
