import { describe, expect, it } from 'vitest';
import { type Cap, capOf, composing, isTyped, movesOnly, type Stroke } from './caps.ts';

const stroke = (key: string, code: string, more: Partial<Stroke> = {}): Stroke => {
  return { key, code, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...more };
};

describe('the cap of a stroke', () => {
  it.each([
    ['F4', 'F4', 'F4'],
    ['F10', 'F10', 'F10'],
    ['Enter', 'NumpadEnter', 'Enter'],
    ['Escape', 'Escape', 'Esc'],
    ['r', 'KeyR', 'R'],
    ['R', 'KeyR', 'R'],
    ['3', 'Numpad3', '3'],
    ['PageDown', 'PageDown', 'PageDown'],
  ])('%s (%s) is %s', (key, code, cap) => expect(capOf(stroke(key, code))).toBe(cap));

  it('is the letter of its place where an input method or another alphabet is on', () => {
    expect(capOf(stroke('Process', 'KeyA'))).toBe('A');
    expect(capOf(stroke('ф', 'KeyA'))).toBe('A');
  });

  it('is Ctrl K with Control, and nothing else with Control, Alt or the system’s key', () => {
    expect(capOf(stroke('k', 'KeyK', { ctrlKey: true }))).toBe('Ctrl K');
    expect(capOf(stroke('a', 'KeyA', { ctrlKey: true }))).toBeNull();
    expect(capOf(stroke('F4', 'F4', { altKey: true }))).toBeNull();
    expect(capOf(stroke('Enter', 'Enter', { metaKey: true }))).toBeNull();
  });

  it('is none for what is not on the map', () => {
    for (const key of ['F11', 'F12', 'Insert', '0', ',']) expect(capOf(stroke(key, key))).toBeNull();
  });
});

it('knows a stroke that an input method takes for itself', () => {
  expect(composing(stroke('Enter', 'Enter', { isComposing: true }))).toBe(true);
  expect(composing(stroke('Process', 'KeyA'))).toBe(true);
  expect(composing(stroke('Enter', 'Enter'))).toBe(false);
});

it('is typed where an input has the keyboard; an amount leaves the letters to the commands', () => {
  const caps: readonly Cap[] = ['3', 'A', 'F5', 'Enter', 'ArrowDown'];
  expect(caps.filter((cap) => isTyped(cap, 'nothing'))).toEqual([]);
  expect(caps.filter((cap) => isTyped(cap, 'digits'))).toEqual(['3']);
  expect(caps.filter((cap) => isTyped(cap, 'text'))).toEqual(['3', 'A']);
});

it('may be held where it only moves what is looked at', () => {
  const caps: readonly Cap[] = ['ArrowUp', 'PageDown', 'Home', 'Enter', 'F5', 'Esc', '1', 'A', 'Ctrl K'];
  expect(caps.filter(movesOnly)).toEqual(['ArrowUp', 'PageDown', 'Home']);
});
