/** What draws itself at most once a frame. `T`: what is to be drawn. */
export interface OneAFrame<T> {
  /** Draws it now, or, where something was drawn for this frame already, together with what else comes before the next. */
  draw(what: T): void;
  /** What was asked for last, drawn or not; null: nothing yet. */
  newest(): T | null;
  /** What was asked for belongs to something that is gone: nothing of it is drawn any more. */
  forget(): void;
}

export interface Frames {
  /** Calls back when the next frame is made. Answers how to have it not called. */
  readonly next: (call: () => void) => () => void;
}

/** The browser's own frames. */
export const browserFrames: Frames = {
  next(call) {
    const id = requestAnimationFrame(call);
    return () => cancelAnimationFrame(id);
  },
};

/**
 * A key that is held, or keys that come faster than frames, must not have a list drawn for each: what nobody would ever see
 * delays what she waits for. A single stroke is drawn at once.
 */
export function oneAFrame<T>(frames: Frames, show: (what: T) => void): OneAFrame<T> {
  let newest: T | null = null;
  let waits = false;
  let cancel: (() => void) | null = null;
  const onFrame = (): void => {
    cancel = null;
    if (!waits || newest === null) return;
    waits = false;
    cancel = frames.next(onFrame);
    show(newest);
  };
  return {
    draw(what) {
      newest = what;
      if (cancel !== null) {
        waits = true;
        return;
      }
      cancel = frames.next(onFrame);
      show(what);
    },
    newest: () => newest,
    forget() {
      cancel?.();
      cancel = null;
      waits = false;
      newest = null;
    },
  };
}
