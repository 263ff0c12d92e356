/**
 * Who is being told of a success at this terminal, or was. Known at once and for as long as the process lives: the
 * journal is told too (`unseen.ts`), but a disk may refuse that for a while, and a journal may go and come back, with
 * another core over it, under a session that stands on its result. By message id; a new process knows of nobody.
 */
export interface Audience {
  /** Somebody waits for this settlement, before the screen that asked for it. */
  comes(messageId: string): void;
  /** She has gone, and her slip has come to its end; or she was told of no success. */
  goes(messageId: string): void;
  /** She may still be told: she waits, or stands before her success, or its slip waits for the printer. */
  isThere(messageId: string): boolean;
  /** A screen has drawn her success. */
  saw(messageId: string): void;
  hasSeen(messageId: string): boolean;
  /** The journal has it. */
  isKept(messageId: string): void;
}

export function createAudience(): Audience {
  const there = new Set<string>();
  const seen = new Set<string>();
  return {
    comes: (messageId) => void there.add(messageId),
    goes: (messageId) => void there.delete(messageId),
    isThere: (messageId) => there.has(messageId),
    saw: (messageId) => void seen.add(messageId),
    hasSeen: (messageId) => seen.has(messageId),
    isKept: (messageId) => void seen.delete(messageId),
  };
}
