import { useEffect } from 'react';
import { useDesk } from './context.tsx';

/** What is read out now to who does not see the screen. It has its own place: a word of it draws nothing else anew. */
export interface Announcer {
  say(words: string): void;
  words(): string;
  subscribe(listener: () => void): () => void;
}

export function createAnnouncer(): Announcer {
  const listeners = new Set<() => void>();
  let said = '';
  return {
    say(words) {
      if (words === said) return;
      said = words;
      for (const listener of listeners) listener();
    },
    words: () => said,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Has `words` read out to who does not see the screen, whenever they become others. */
export function useReadOut(words: string): void {
  const { announce } = useDesk();
  useEffect(() => announce(words), [announce, words]);
}
