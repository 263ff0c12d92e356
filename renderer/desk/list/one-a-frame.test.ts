import { expect, it } from 'vitest';
import { oneAFrame } from './one-a-frame.ts';

function drawing() {
  const shown: number[] = [];
  let call: (() => void) | null = null;
  const frames = {
    next(then: () => void) {
      call = then;
      return () => {
        call = null;
      };
    },
  };
  const frame = (): void => {
    const now = call;
    call = null;
    now?.();
  };
  return { shown, frame, one: oneAFrame<number>(frames, (what) => void shown.push(what)), asked: () => call !== null };
}

it('a single stroke is drawn at once, and costs one frame more that draws nothing', () => {
  const { shown, frame, one, asked } = drawing();
  one.draw(1);
  expect(shown).toEqual([1]);
  frame();
  expect([shown, asked()]).toEqual([[1], false]);
});

it('of what comes faster than frames each frame draws the newest, and the last is never left out', () => {
  const { shown, frame, one, asked } = drawing();
  for (const stroke of [1, 2, 3]) one.draw(stroke);
  frame();
  expect(shown).toEqual([1, 3]);
  one.draw(4);
  expect([shown, one.newest()]).toEqual([[1, 3], 4]);
  frame();
  frame();
  expect([shown, asked()]).toEqual([[1, 3, 4], false]);
});

it('what belongs to a list that is gone is forgotten', () => {
  const { shown, frame, one } = drawing();
  one.draw(1);
  one.draw(2);
  one.forget();
  frame();
  expect([shown, one.newest()]).toEqual([[1], null]);
});
