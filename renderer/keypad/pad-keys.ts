/**
 * The 16-key keypad: ten digits, the three coloured keys (green confirms, yellow goes back, red ends: EN 1332-3), `*`
 * says it again, `#` turns the voice on or off, and one key goes on to the next key of the screen.
 */
export type PadKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | 'green'
  | 'yellow'
  | 'red'
  | 'again'
  | 'voice'
  | 'next'
  | 'previous';

/** What a keypad's keys are to the browser; `previous` is on larger keyboards only. */
const named: Readonly<Record<string, PadKey>> = {
  Enter: 'green',
  Backspace: 'yellow',
  Escape: 'red',
  '*': 'again',
  '#': 'voice',
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
};

/** The key of the keypad that a keyboard event's `key` stands for, or null. */
export function padKeyOf(key: string): PadKey | null {
  if (/^[0-9]$/.test(key)) return key as PadKey;
  return Object.hasOwn(named, key) ? (named[key] ?? null) : null;
}
