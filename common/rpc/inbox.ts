import { MAX_FRAME } from './channel.ts';

/** The receiving half that every Channel shares, so that all behave alike (`wire/channel.suite.ts`). */
export interface Inbox {
  /** Hands a frame to the listener, or keeps it until there is one. Too large: counted and dropped. */
  receive(text: string): void;
  /** Counts a frame that could not even be made into text. */
  drop(): void;
  dropped(): number;
  onText(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
  /** The other end is gone: what it sent earlier is still handed over, then the close listeners run, once. */
  peerGone(): void;
  /** We closed: nothing more is handed over, and the close listeners run, once. */
  closeHere(): void;
  isOpen(): boolean;
}

export function createInbox(): Inbox {
  let listener: ((text: string) => void) | null = null;
  let early: string[] = [];
  let closeListeners: (() => void)[] = [];
  let state: 'open' | 'peerGone' | 'closedHere' = 'open';
  let dropped = 0;

  const end = (next: 'peerGone' | 'closedHere'): void => {
    if (state === 'closedHere') return;
    const first = state === 'open';
    state = next;
    if (next === 'closedHere') early = [];
    if (!first) return;
    const waiting = closeListeners;
    closeListeners = [];
    for (const fn of waiting) fn();
  };

  return {
    receive(text) {
      if (state !== 'open') return;
      if (text.length > MAX_FRAME) dropped += 1;
      else if (listener === null) early.push(text);
      else listener(text);
    },
    drop() {
      dropped += 1;
    },
    dropped: () => dropped,
    onText(fn) {
      listener = fn;
      // The listener may close the channel, which empties `early`.
      for (let text = early.shift(); text !== undefined; text = early.shift()) fn(text);
    },
    onClose(fn) {
      if (state === 'open') closeListeners.push(fn);
      else fn();
    },
    peerGone: () => end('peerGone'),
    closeHere: () => end('closedHere'),
    isOpen: () => state === 'open',
  };
}
