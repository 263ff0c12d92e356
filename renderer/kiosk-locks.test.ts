import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyAllowed } from './kiosk-locks.ts';

const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };

describe('keys that reach the screen', () => {
  it.each(['0', '7', '9', 'Enter', 'Tab', ' ', 'Escape', 'Backspace', 'ArrowUp', 'PageDown', 'End'])('%s', (key) => {
    expect(keyAllowed({ ...plain, key })).toBe(true);
  });
  it('Shift only goes back with Tab', () => {
    expect(keyAllowed({ ...plain, shiftKey: true, key: 'Tab' })).toBe(true);
    expect(keyAllowed({ ...plain, shiftKey: true, key: 'Escape' })).toBe(false);
  });
});

describe('keys that do not', () => {
  it.each([
    ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
    ...['ContextMenu', 'PrintScreen', 'Meta', 'BrowserBack', 'BrowserHome', 'LaunchMail', 'Process', 'Compose'],
    ...['a', 'A', '+', '.', '民', 'Dead', 'Unidentified', '10', '', 'Enter '],
  ])('%j', (key) => {
    expect(keyAllowed({ ...plain, key })).toBe(false);
  });

  it('no key with Ctrl, Alt or Super, whatever it is', () => {
    const modifiers = fc
      .record({ ctrlKey: fc.boolean(), altKey: fc.boolean(), metaKey: fc.boolean(), shiftKey: fc.boolean() })
      .filter((each) => each.ctrlKey || each.altKey || each.metaKey);
    const key = fc.oneof(fc.string(), fc.constantFrom('0', 'Enter', 'Tab', ' ', 'Escape'));
    fc.assert(fc.property(modifiers, key, (held, name) => !keyAllowed({ ...held, key: name })));
  });
});
