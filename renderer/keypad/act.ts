import type { PadLabel } from '../components/pad.tsx';
import type { PadKey } from './pad-keys.ts';

/** A key of the screen, in the order of the screen, as the keypad sees it. */
export interface PadTarget {
  /** What presses it directly; null: only by going to it. */
  readonly pad: PadLabel | null;
  /** A dead key: it says why, and nothing presses it. */
  readonly off: boolean;
  /** It ends the session, whatever else it is. */
  readonly ends: boolean;
}

/** What a key of the keypad does on a screen. */
export type PadAct =
  | { readonly kind: 'press'; readonly index: number }
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'again' }
  | { readonly kind: 'voice' }
  | { readonly kind: 'nothing' };

const nothing: PadAct = { kind: 'nothing' };

/**
 * From a key of the keypad to what it does: digits press the key that shows them, green presses where the keypad
 * stands, or else the main key, yellow goes back, red ends. `focused` is where it stands; dead keys can be gone to,
 * because they say why.
 */
export function actOf(key: PadKey, targets: readonly PadTarget[], focused: number | null): PadAct {
  switch (key) {
    case 'again':
    case 'voice':
      return { kind: key };
    case 'next':
    case 'previous':
      return step(key, targets.length, focused);
    case 'green':
      return press(targets, focused ?? targets.findIndex(({ pad }) => pad === 'green'));
    case 'red': {
      const red = targets.findIndex(({ pad }) => pad === 'red');
      return press(targets, red >= 0 ? red : targets.findIndex(({ ends }) => ends));
    }
    default:
      return press(
        targets,
        targets.findIndex(({ pad }) => pad === key),
      );
  }
}

function press(targets: readonly PadTarget[], index: number): PadAct {
  const target = targets[index];
  return target === undefined || target.off ? nothing : { kind: 'press', index };
}

function step(way: 'next' | 'previous', count: number, focused: number | null): PadAct {
  if (count === 0) return nothing;
  if (focused === null) return { kind: 'focus', index: way === 'next' ? 0 : count - 1 };
  return { kind: 'focus', index: (focused + (way === 'next' ? 1 : count - 1)) % count };
}
