/** A key that moves money is dead for so long after the screen that offers it has come, ms: a second stroke is not meant. */
export const ARM_MS = 300;
/** Strokes that follow each other so quickly are a scanner's, ms; no finger is that quick three times in a row. */
const SCANNER_GAP_MS = 25;
const SCANNER_STROKES = 4;

/** What the guard remembers of the keyboard. Times are of one monotonic clock, ms. */
export interface Guard {
  /** Pressed and not let go. */
  readonly down: ReadonlySet<string>;
  /** The last strokes, oldest first. */
  readonly strokes: readonly number[];
  /** Since when this question stands on the screen. */
  readonly since: number;
}

export const freshGuard = (now: number): Guard => ({ down: new Set(), strokes: [], since: now });

/** Another question stands on the screen; what is held stays held. */
export function asked(guard: Guard, now: number): Guard {
  return { ...guard, since: now };
}

export function released(guard: Guard, code: string): Guard {
  const down = new Set(guard.down);
  down.delete(code);
  return { ...guard, down };
}

/** The window has lost its keyboard: who lets a key go now is not heard. */
export function lost(guard: Guard): Guard {
  return { ...guard, down: new Set() };
}

export interface Stroked {
  readonly code: string;
  /** The keyboard says itself that the key is being held. */
  readonly repeat: boolean;
  readonly at: number;
}

export interface Ruling {
  readonly guard: Guard;
  readonly mayAct: boolean;
  readonly mayMoveMoney: boolean;
}

/** Whether the last strokes came from a scanner, which ends each code with Enter. */
function scanned(strokes: readonly number[]): boolean {
  if (strokes.length < SCANNER_STROKES) return false;
  return strokes.every((at, index) => index === 0 || at - (strokes[index - 1] ?? at) <= SCANNER_GAP_MS);
}

/**
 * What a stroke may do. A key that is held acts once, also where a keyboard or a remote screen sends its repeats as new
 * strokes; money needs a stroke of its own on a screen that has been there long enough to be read as new.
 */
export function stroke(guard: Guard, { code, repeat, at }: Stroked): Ruling {
  const held = repeat || guard.down.has(code);
  const strokes = held ? guard.strokes : [...guard.strokes, at].slice(-SCANNER_STROKES);
  const mayAct = !held && !scanned(strokes);
  return {
    guard: { ...guard, down: new Set(guard.down).add(code), strokes },
    mayAct,
    mayMoveMoney: mayAct && at - guard.since >= ARM_MS,
  };
}
