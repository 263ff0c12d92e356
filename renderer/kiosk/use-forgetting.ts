import { useEffect, useState } from 'react';

/** After a screen came, ms: the hands of whoever is quick go first. */
const AFTER_MS = 500;

/**
 * Draws once more after each change of the screen. React keeps what it drew before, props and state and all, beside what
 * it draws now until the next drawing; on a machine that rests that would be the last person's screen, for as long as
 * nobody comes.
 */
export function useForgetting(screen: string): void {
  const [, draw] = useState(screen);
  useEffect(() => {
    const timer = setTimeout(() => draw(screen), AFTER_MS);
    return () => clearTimeout(timer);
  }, [screen]);
}
