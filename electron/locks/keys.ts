import type { Input } from 'electron';
import type { ContentsPart } from '../part.ts';
import type { Face } from './origin.ts';

/** Both are allow-lists: key-injecting devices know more shortcuts than any deny-list. What a keypad beside a kiosk sends: */
const KEYPAD = /^(?:[0-9]|Enter|Escape|Backspace|Tab|ArrowUp|ArrowDown|ArrowLeft|ArrowRight| )$/;

/**
 * What a cashier's keyboard sends: the key map's own keys, and whatever one sign is typed. `Process` is an input method at
 * work, without which nobody is found by her surname.
 */
const DESK =
  /^(?:F[1-9]|F10|Enter|Escape|Backspace|Delete|Tab|Home|End|PageUp|PageDown|Arrow(?:Up|Down|Left|Right)|Process|Shift|Control|CapsLock|NumLock|.)$/u;

/** With Control: every command (K), and what somebody does to a text that she types; copying out is not among it. */
const DESK_CONTROL = /^Key[KAVZ]$/;

type Pressed = Pick<Input, 'key' | 'code' | 'control' | 'alt' | 'meta' | 'shift'>;

const passes: Readonly<Record<Face, (input: Pressed) => boolean>> = {
  /** A key goes to the page only alone, Shift+Tab apart. */
  kiosk: ({ key, control, alt, meta, shift }) =>
    !control && !alt && !meta && (!shift || key === 'Tab') && KEYPAD.test(key),
  desk({ key, code, control, alt, meta, shift }) {
    if (alt || meta) return false;
    if (control) return key === 'Control' || (!shift && DESK_CONTROL.test(code));
    return DESK.test(key) && !(shift && /^F\d/.test(key));
  },
};

/** The lock on keys: what is not on the list of the terminal's face never reaches the page. */
export function lockKeys(contents: Pick<ContentsPart, 'on'>, face: Face): void {
  contents.on('before-input-event', (event, input) => {
    if (!passes[face](input)) event.preventDefault();
  });
}
