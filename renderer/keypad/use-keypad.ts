import { useEffect, useState } from 'react';
import type { PadLabel } from '../components/pad.tsx';
import { actOf, type PadTarget } from './act.ts';
import { padKeyOf } from './pad-keys.ts';

interface KeypadProps {
  readonly glass: { readonly current: HTMLElement | null };
  /** A keypad stands below the glass, so keys show what presses them from the start. */
  readonly always: boolean;
  /** Nobody is here any more: the next person has not touched the keypad yet. */
  readonly rests: boolean;
  readonly again: () => void;
  /** The keypad went to this key. */
  readonly stands: (name: string | undefined, pad: string | undefined) => void;
  readonly voice: () => void;
}

/** The keys of the screen in its order, those that are hidden left out. */
function keysOn(glass: HTMLElement): readonly HTMLButtonElement[] {
  return [...glass.querySelectorAll<HTMLButtonElement>('button')].filter((key) => key.checkVisibility());
}

function targetOf({ dataset }: HTMLButtonElement): PadTarget {
  const pad = (dataset['pad'] ?? null) as PadLabel | null;
  return { pad, off: dataset['disabled'] !== undefined, ends: dataset['key'] === 'end' };
}

/** The keypad works the screen. Answers whether keys show what presses them: always, or once somebody has used one. */
export function useKeypad({ glass, always, rests, again, stands, voice }: KeypadProps): boolean {
  const [used, setUsed] = useState(false);
  useEffect(() => {
    if (rests) setUsed(false);
  }, [rests]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = padKeyOf(event.key);
      const screen = glass.current;
      if (key === null || event.repeat || screen === null) return;
      setUsed(true);
      const keys = keysOn(screen);
      const focused = keys.indexOf(document.activeElement as HTMLButtonElement);
      // Where the keypad stands on a key, the key itself hears green, and shows that it is pressed.
      if (key === 'green' && focused >= 0) return;
      event.preventDefault();
      const act = actOf(key, keys.map(targetOf), focused >= 0 ? focused : null);
      if (act.kind === 'press') keys[act.index]?.click();
      if (act.kind === 'focus') {
        const target = keys[act.index];
        target?.focus();
        stands(target?.dataset['key'], target?.dataset['pad']);
      }
      if (act.kind === 'again') again();
      if (act.kind === 'voice') voice();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [glass, again, stands, voice]);
  return always || used;
}
