import { beforeEach, describe, expect, it } from 'vitest';
import { locked } from '../testing/locked.ts';

type Contents = ReturnType<typeof locked>['contents'];

function heldBy(contents: Contents, input: object): boolean {
  let prevented = false;
  const event = {
    preventDefault: () => {
      prevented = true;
    },
  };
  const none = { code: '', control: false, alt: false, meta: false, shift: false };
  contents.emit('before-input-event', event, { ...none, ...input });
  return prevented;
}

describe('keys', () => {
  let contents: Contents;
  beforeEach(() => {
    ({ contents } = locked());
  });
  const held = (input: object): boolean => heldBy(contents, input);

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

describe('the desk’s keys', () => {
  let contents: Contents;
  beforeEach(() => {
    ({ contents } = locked('desk'));
  });
  const held = (input: object): boolean => heldBy(contents, input);

  it('lets through what its key map has and what a person types', () => {
    const functions = Array.from({ length: 10 }, (_, index) => `F${index + 1}`);
    const typed = ['a', 'Z', '0', '.', ' ', '卡', 'Process', 'Backspace', 'Delete', 'Shift', 'CapsLock', 'NumLock'];
    const moves = ['Enter', 'Escape', 'Tab', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowRight', 'Control'];
    for (const key of [...functions, ...typed, ...moves]) expect([key, held({ key })]).toEqual([key, false]);
    for (const key of ['Tab', 'A', ':']) expect([key, held({ key, shift: true })]).toEqual([key, false]);
  });

  it.each(['KeyK', 'KeyA', 'KeyV', 'KeyZ'])('lets Control and %s through, by its place, alone', (code) => {
    expect(held({ key: 'ㄎ', code, control: true })).toBe(false);
    for (const more of ['shift', 'alt', 'meta'])
      expect(held({ key: 'x', code, control: true, [more]: true })).toBe(true);
  });

  it.each([
    { key: 'F11' },
    { key: 'F12' },
    { key: 'F5', shift: true },
    { key: 'F4', alt: true },
    { key: 'r', code: 'KeyR', control: true },
    { key: 'p', code: 'KeyP', control: true },
    { key: 'w', code: 'KeyW', control: true },
    { key: 'c', code: 'KeyC', control: true },
    { key: 'I', code: 'KeyI', control: true, shift: true },
    { key: 'Tab', code: 'Tab', control: true },
    { key: '0', code: 'Digit0', control: true },
    { key: 'd', meta: true },
    { key: 'Meta' },
    { key: 'Alt' },
    { key: 'ContextMenu' },
    { key: 'PrintScreen' },
    { key: 'BrowserBack' },
    { key: 'LaunchApplication1' },
    { key: 'Unidentified' },
    { key: '' },
  ])('stops %o', (input) => {
    expect(held(input)).toBe(true);
  });
});
