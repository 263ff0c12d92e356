import { beforeEach, describe, expect, it } from 'vitest';
import { locked } from '../testing/locked.ts';

let contents: ReturnType<typeof locked>['contents'];

beforeEach(() => {
  ({ contents } = locked());
});

describe('keys', () => {
  const held = (input: object): boolean => {
    let prevented = false;
    const event = {
      preventDefault: () => {
        prevented = true;
      },
    };
    contents.emit('before-input-event', event, { control: false, alt: false, meta: false, shift: false, ...input });
    return prevented;
  };

  it('lets a keypad through', () => {
    for (const key of [...'0123456789', 'Enter', 'Escape', 'Backspace', 'Tab', 'ArrowUp', 'ArrowDown', ' '])
      expect(held({ key })).toBe(false);
    expect(held({ key: 'Tab', shift: true })).toBe(false);
  });

  it.each([
    'F1',
    'F3',
    'F5',
    'F6',
    'F7',
    'F10',
    'F11',
    'F12',
    'Meta',
    'Alt',
    'Control',
    'ContextMenu',
    'PrintScreen',
    'BrowserBack',
    'BrowserHome',
    'LaunchApplication1',
    'a',
    'Z',
    '卡',
    'Process',
    'Unidentified',
    'Delete',
    'Home',
    'PageDown',
    '',
    'Enter2',
  ])('stops %s', (key) => {
    expect(held({ key })).toBe(true);
  });

  it.each([
    'p',
    's',
    'o',
    'n',
    't',
    'w',
    'r',
    'l',
    'u',
    'f',
    'h',
    'j',
    '0',
    '9',
    'Tab',
    'Enter',
    'ArrowLeft',
    'Escape',
  ])('stops %s together with Control, Alt or Meta', (key) => {
    for (const modifier of ['control', 'alt', 'meta']) expect(held({ key, [modifier]: true })).toBe(true);
  });
});
