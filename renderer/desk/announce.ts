import { useEffect } from 'react';
import { useDesk } from './context.tsx';

/** Has `words` read out to who does not see the screen, whenever they become others. */
export function useReadOut(words: string): void {
  const { announce } = useDesk();
  useEffect(() => announce(words), [announce, words]);
}
