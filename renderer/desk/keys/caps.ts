/** What can be pressed at the desk, as it stands on the keyboard. */
export const functionCaps = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10'] as const;
export const letterCaps = ['A', 'B', 'D', 'G', 'I', 'N', 'P', 'R', 'S', 'X', 'Z'] as const;
export const moveCaps = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'] as const;

export type Cap =
  | (typeof functionCaps)[number]
  | (typeof letterCaps)[number]
  | (typeof moveCaps)[number]
  | `${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | 'Enter'
  | 'Esc'
  | 'Ctrl K';

/** The part of a keyboard event that is looked at. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>;

const byKey: Readonly<Record<string, Cap>> = { Enter: 'Enter', Escape: 'Esc' };

/** Whether the stroke belongs to an input method: its Enter ends a word, and is nobody else's. */
export function composing({ key, isComposing }: Stroke): boolean {
  return isComposing || key === 'Process';
}

/**
 * The cap that a stroke presses; null: none of ours. Letters go by their place on the keyboard, so that an input method
 * that stands on Chinese changes none of them; the keypad's digits and Enter are those of the rows above.
 */
export function capOf(stroke: Stroke): Cap | null {
  const { key, code } = stroke;
  if (stroke.altKey || stroke.metaKey) return null;
  if (stroke.ctrlKey) return code === 'KeyK' ? 'Ctrl K' : null;
  const named = byKey[key] ?? [...functionCaps, ...moveCaps].find((cap) => cap === key);
  if (named !== undefined) return named;
  const letter = letterCaps.find((cap) => code === `Key${cap}`);
  if (letter !== undefined) return letter;
  return /^[1-9]$/.test(key) ? (key as Cap) : null;
}

/** What an input takes for itself: letters and digits, or digits alone. */
export type Typing = 'nothing' | 'digits' | 'text';

/** Whether a cap is typed into the input that has the keyboard, instead of being a command. */
export function isTyped(cap: Cap, typing: Typing): boolean {
  if (/^[1-9]$/.test(cap)) return typing !== 'nothing';
  return typing === 'text' && letterCaps.some((letter) => letter === cap);
}

/** A cap that only moves what is looked at: it may be held. */
export function movesOnly(cap: Cap): boolean {
  return moveCaps.some((move) => move === cap);
}
