import { expect, it } from 'vitest';
import { deskKeyAllowed } from './desk-locks.ts';

const allowed = (chord: string): boolean => {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key;
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  const modifiers = { ctrlKey: has('Ctrl'), altKey: has('Alt'), metaKey: has('Meta'), shiftKey: has('Shift') };
  return deskKeyAllowed({ key, code, ...modifiers });
};

it.each(['F1', 'F10', 'Enter', 'Escape', 'a', '7', '.', 'ArrowDown', 'Tab', 'Shift+Tab', 'Ctrl+k', 'Ctrl+v'])(
  '%s goes on to the screen',
  (chord) => expect(allowed(chord)).toBe(true),
);

it.each([
  ...['F11', 'F12', 'Shift+F10', 'Ctrl+n', 'Ctrl+t', 'Ctrl+w', 'Ctrl+p', 'Ctrl+c', 'Ctrl+Shift+k', 'Ctrl+F5', 'Alt+F4'],
  ...['Alt+ArrowLeft', 'Meta+d', 'ContextMenu', 'BrowserBack', 'PrintScreen', 'LaunchMail', 'AudioVolumeUp'],
])('%s does not', (chord) => expect(allowed(chord)).toBe(false));
