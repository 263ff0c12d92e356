import { describe, expect, it } from 'vitest';
import { ARM_MS, asked, freshGuard, type Guard, lost, released, type Stroked, stroke } from './guard.ts';

const press = (code: string, at: number, repeat = false): Stroked => ({ code, at, repeat });
/** Presses and lets go of `codes`, `gap` ms apart. */
function tap(guard: Guard, codes: readonly string[], from: number, gap: number): Guard {
  return codes.reduce((now, code, index) => {
    return released(stroke(now, press(code, from + index * gap)).guard, code);
  }, guard);
}

describe('a key that is held', () => {
  it('acts once, and again only when it has been let go', () => {
    const first = stroke(freshGuard(0), press('Enter', 1000));
    expect(first.mayAct).toBe(true);
    expect(stroke(first.guard, press('Enter', 1500, true)).mayAct).toBe(false);
    expect(stroke(released(first.guard, 'Enter'), press('Enter', 1500)).mayAct).toBe(true);
  });

  it('acts once where its repeats look like new strokes, also on the next screen', () => {
    const first = stroke(freshGuard(0), press('Enter', 1000));
    const next = asked(first.guard, 1040);
    const again = stroke(next, press('Enter', 1040 + ARM_MS + 500));
    expect(again).toMatchObject({ mayAct: false, mayMoveMoney: false });
  });

  it('is not thought to be held for ever once the window had lost its keyboard', () => {
    const held = stroke(freshGuard(0), press('Enter', 1000)).guard;
    expect(stroke(lost(held), press('Enter', 5000)).mayAct).toBe(true);
  });
});

describe('money', () => {
  it('does not move on a screen that has just come', () => {
    const guard = asked(freshGuard(0), 1000);
    expect(stroke(guard, press('Enter', 1000 + ARM_MS - 1))).toMatchObject({ mayAct: true, mayMoveMoney: false });
    expect(stroke(guard, press('Enter', 1000 + ARM_MS)).mayMoveMoney).toBe(true);
  });

  it('does not move by what a scanner types, and does by a quick hand', () => {
    const digits = ['Digit6', 'Digit9', 'Digit0', 'Digit1'];
    const scanned = stroke(tap(freshGuard(0), digits, 1000, 8), press('Enter', 1032));
    expect(scanned).toMatchObject({ mayAct: false, mayMoveMoney: false });
    const typed = stroke(tap(freshGuard(0), digits, 1000, 70), press('Enter', 1280));
    expect(typed).toMatchObject({ mayAct: true, mayMoveMoney: true });
  });
});
