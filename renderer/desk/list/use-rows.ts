import { type RefObject, useLayoutEffect, useState } from 'react';

/** How many pixels one unit of the drawing has: 1 on 1920 × 1080 (theme/desk/tokens.css says the same). */
export function unitPx(): number {
  return Math.min(window.innerWidth / 1920, window.innerHeight / 1080);
}

/** Rows drawn before the box has been measured. */
const FIRST_ROWS = 14;

/** How many rows of `rowUnits` the box has room for, with `extraUnits` kept free. */
export function useRows(box: RefObject<HTMLElement | null>, rowUnits: number, extraUnits = 0): number {
  const [rows, setRows] = useState(FIRST_ROWS);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => {
      const free = element.clientHeight - extraUnits * unitPx();
      setRows(Math.max(1, Math.floor(free / (rowUnits * unitPx()) + 0.01)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, rowUnits, extraUnits]);
  return rows;
}
