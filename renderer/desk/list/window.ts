/** Which rows of a long list stand on the screen. All numbers are rows. */
export interface ListWindow {
  /** The first row shown. */
  readonly top: number;
  /** The row that the keys are on. */
  readonly at: number;
}

/** A list of `total` rows, `shown` of them on the screen at once. */
export interface ListSize {
  readonly total: number;
  readonly shown: number;
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** The window once the keys go to row `at`: moved no further than needed to show it. */
export function goTo(window: ListWindow, to: number, { total, shown }: ListSize): ListWindow {
  const at = within(to, 0, Math.max(0, total - 1));
  const lastTop = Math.max(0, total - shown);
  return { at, top: within(within(window.top, at - shown + 1, at), 0, lastTop) };
}

/** The window scrolled by `rows`, as by a wheel: the keys stay on a row that is seen. */
export function scrollBy(window: ListWindow, rows: number, { total, shown }: ListSize): ListWindow {
  const top = within(window.top + rows, 0, Math.max(0, total - shown));
  return { top, at: within(window.at, top, Math.max(top, Math.min(total, top + shown) - 1)) };
}

/** Where a key that moves leads. */
export function moved(window: ListWindow, key: string, size: ListSize): ListWindow | null {
  // A page keeps one row of the last one, so that the eye finds on.
  const page = Math.max(1, size.shown - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: window.at - 1,
    ArrowDown: window.at + 1,
    PageUp: window.at - page,
    PageDown: window.at + page,
    Home: 0,
    End: size.total - 1,
  };
  const to = steps[key];
  return to === undefined ? null : goTo(window, to, size);
}

/** The thumb beside the list, per cent of its height: never so small that it is not seen. */
export function thumbOf(
  { top }: ListWindow,
  { total, shown }: ListSize,
): { readonly from: number; readonly size: number } {
  if (total <= shown) return { from: 0, size: 100 };
  const size = Math.max(4, (shown / total) * 100);
  return { from: (top / (total - shown)) * (100 - size), size };
}
