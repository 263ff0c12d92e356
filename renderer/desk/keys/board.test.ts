import { beforeEach, describe, expect, it } from 'vitest';
import { type Binding, binding } from './binding.ts';
import { type Board, createBoard, type KeyDown } from './board.ts';
import type { Cap } from './caps.ts';
import { ARM_MS } from './guard.ts';

let time = 0;
let waits = false;
let pressed: string[] = [];
let board: Board;

const key = (name: string, more: Partial<KeyDown> = {}): KeyDown => {
  return {
    key: name,
    code: name,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    repeat: false,
    ...more,
  };
};
const bound = (cap: Cap, name: string, more: Partial<Binding> = {}): Binding => {
  return { ...binding(cap, name, { key: 'desk.act.help' }, () => pressed.push(name)), ...more };
};
/** One stroke: down, and up 40 ms later. */
const tap = (name: string, more: Partial<KeyDown> = {}, typing: 'nothing' | 'digits' | 'text' = 'nothing'): string => {
  const whose = board.down(key(name, more), typing);
  time += 40;
  board.up(key(name, more).code);
  return whose;
};

beforeEach(() => {
  [time, waits, pressed] = [1000, false, []];
  board = createBoard(
    () => time,
    () => waits,
  );
  board.setLayer('desk', {
    level: 'desk',
    bindings: [bound('F1', 'help'), bound('Esc', 'letGo'), bound('F5', 'settle')],
  });
});

describe('a key', () => {
  it('does what its binding says, and is drawn as pressed until it is let go', () => {
    expect(board.down(key('F1'), 'nothing')).toBe('ours');
    expect(board.state().pressed).toBe('F1');
    board.up('F1');
    expect(board.state().pressed).toBeNull();
    expect(pressed).toEqual(['help']);
  });

  it('of the screen goes before one of the desk', () => {
    board.setLayer('day', { level: 'screen', bindings: [bound('F5', 'row')] });
    tap('F5');
    board.setLayer('day', null);
    time += 100;
    tap('F5');
    expect(pressed).toEqual(['row', 'settle']);
  });

  it('is covered by what lies over the screen, and says so', () => {
    board.setLayer('help', { level: 'overlay', bindings: [bound('Esc', 'close')] });
    tap('F5');
    expect(board.state().denied).toMatchObject({ cap: 'F5', why: { key: 'desk.why.closeFirst' } });
    time += 100;
    tap('Escape');
    expect(pressed).toEqual(['close']);
    expect(board.state().denied).toBeNull();
  });

  it('that is dashed does nothing and says why', () => {
    const off = { key: 'desk.why.quoteFirst' } as const;
    board.setLayer('desk', { level: 'desk', bindings: [bound('F5', 'settle', { off })] });
    tap('F5');
    expect(pressed).toEqual([]);
    expect(board.state().denied).toEqual({ cap: 'F5', why: off, times: 1 });
    board.ask();
    expect(board.state().denied).toBeNull();
  });

  it('is none of ours where nothing is bound to it, nor in an input that takes it', () => {
    expect(tap('F12')).toBe('browser');
    expect(tap('3', { code: 'Digit3' }, 'digits')).toBe('browser');
    expect(tap('a', { code: 'KeyA' }, 'text')).toBe('browser');
    // An input method ends a word with Enter: that is nobody's command.
    expect(tap('Enter', { isComposing: true }, 'text')).toBe('browser');
    expect(pressed).toEqual([]);
  });

  it('is swallowed while an answer is awaited', () => {
    waits = true;
    expect(tap('F1')).toBe('ours');
    expect(pressed).toEqual([]);
  });
});

describe('money', () => {
  const pay = (): void => {
    board.setLayer('confirm', { level: 'overlay', bindings: [bound('Enter', 'pay', { money: true })] });
    board.ask();
  };

  it('never moves by a key that is still held from the screen before', () => {
    board.setLayer('bill', { level: 'screen', bindings: [bound('Enter', 'open')] });
    board.down(key('Enter'), 'nothing');
    pay();
    for (let repeat = 0; repeat < 50; repeat++) {
      time += 30;
      board.down(key('Enter', { repeat: repeat % 2 === 0 }), 'nothing');
    }
    expect(pressed).toEqual(['open']);
  });

  it('never moves by the second half of a double stroke, and moves by a stroke of its own, once', () => {
    board.setLayer('bill', { level: 'screen', bindings: [bound('Enter', 'open')] });
    tap('Enter');
    pay();
    time += 60;
    tap('Enter');
    expect(pressed).toEqual(['open']);
    time += ARM_MS;
    board.down(key('Enter'), 'nothing');
    board.down(key('Enter', { repeat: true }), 'nothing');
    expect(pressed).toEqual(['open', 'pay']);
  });
});

it('walks on while an arrow is held', () => {
  board.setLayer('list', { level: 'screen', bindings: [bound('ArrowDown', 'down')] });
  for (let n = 0; n < 5; n++) board.down(key('ArrowDown', { repeat: n > 0 }), 'text');
  expect(pressed).toEqual(['down', 'down', 'down', 'down', 'down']);
});
