/** What is timed within a page of the desk, and how its figures are read: the same for the gallery and a whole terminal. */

/** What the browser itself says of a key, from the stroke to the glass: nothing below this is told, ms. */
export const LEAST_TOLD_MS = 16;

/** What `timeKeys` leaves in the window. */
export interface KeysTimed {
  /** Per key: until the frame was out in which the page is another, ms. */
  readonly times: number[];
  /** By the browser's own word, to the next 8 ms. */
  readonly told: number[];
}

/**
 * In the page: how long after each key the frame was out in which the page is another; and what the browser says of it, to
 * the next 8 ms.
 */
export function timeKeys(leastTold: number): void {
  const times: number[] = [];
  const told: number[] = [];
  Object.assign(window, { times, told });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') told.push(duration);
  }).observe({ type: 'event', durationThreshold: leastTold } as PerformanceObserverInit);
  let pressedAt: number | null = null;
  // The first listener of all: what the key comes to is not in the page yet.
  window.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
  new MutationObserver(() => {
    if (pressedAt === null) return;
    const since = pressedAt;
    pressedAt = null;
    // The next frame begins when the one that draws the change is on its way to the glass.
    requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - since)));
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** In the page: the gaps between frames while it is watched. */
export function timeFrames(): void {
  const gaps: number[] = [];
  Object.assign(window, { gaps });
  let last = performance.now();
  const frame = (at: number): void => {
    gaps.push(at - last);
    last = at;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

export const sorted = (all: readonly number[]): readonly number[] => [...all].sort((a, b) => a - b);
/** The value under which this share of sorted ones lies. */
export const at = (all: readonly number[], share: number): number =>
  all[Math.ceil(all.length * share) - 1] ?? Number.NaN;
/** The browser's own word of every key, sorted: what it does not tell took less than it tells. */
export function byTheBrowser({ times, told }: KeysTimed): readonly number[] {
  const quick = Array.from({ length: Math.max(0, times.length - told.length) }, () => LEAST_TOLD_MS);
  return sorted([...quick, ...told]);
}
