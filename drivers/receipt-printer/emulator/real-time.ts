const CLEAR = [0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8];

export interface RealTimeActions {
  readonly onStatus: (n: number) => void;
  readonly onRecover: (n: number) => void;
  readonly onClear: () => void;
  /** A byte that is no part of a real-time command. */
  readonly onByte: (byte: number) => void;
}

/**
 * Picks the real-time commands (DLE EOT, DLE ENQ, DLE DC4 8) out of the stream as they arrive, inside image data too:
 * that is what a strict printer does.
 */
export function createRealTimeFilter(actions: RealTimeActions): (byte: number) => void {
  let held: number[] = [];

  function release(): void {
    const [first, ...rest] = held;
    held = [];
    if (first !== undefined) actions.onByte(first);
    for (const byte of rest) take(byte);
  }

  function takeHeld(second: number, third: number): void {
    if (second === 0x04 || second === 0x05) {
      if (held.length < 3) return;
      held = [];
      if (second === 0x04) actions.onStatus(third);
      else actions.onRecover(third);
    } else if (!held.every((each, i) => each === CLEAR[i])) {
      release();
    } else if (held.length === CLEAR.length) {
      held = [];
      actions.onClear();
    }
  }

  function take(byte: number): void {
    if (held.length === 0 && byte !== 0x10) {
      actions.onByte(byte);
      return;
    }
    held.push(byte);
    const [, second, third = 0] = held;
    if (second !== undefined) takeHeld(second, third);
  }
  return take;
}
