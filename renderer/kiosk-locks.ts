/**
 * The page's own locks. The browser's policy and the window manager are the stronger ones; these keep the browser from
 * ever being asked. Keys are allowed by name, never forbidden by name: a keyboard that somebody plugs in has more keys
 * than a list can know.
 */

/** What a terminal's keypad has, and what walks through the keys of a screen. */
const ALLOWED_KEY =
  /^(?:[0-9*#]|Enter|Tab| |Escape|Backspace|ArrowUp|ArrowDown|ArrowLeft|ArrowRight|PageUp|PageDown|Home|End)$/;

/** Menus, selection, dragging and dropping: a kiosk has none. */
const FORBIDDEN = ['contextmenu', 'selectstart', 'dragstart', 'dragenter', 'dragover', 'drop', 'auxclick'] as const;

/** Whether a key goes on to the screen (and from there, perhaps, to the browser). */
export function keyAllowed(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  // Shift goes back with Tab and makes a keypad's two signs, and nothing else of ours.
  if (event.shiftKey) return /^(?:Tab|[*#])$/.test(event.key);
  return ALLOWED_KEY.test(event.key);
}

/** Locks this page for as long as it lives. */
export function lockPage(target: Window): void {
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const name of FORBIDDEN) target.addEventListener(name, stop, { capture: true });
  for (const name of ['keydown', 'keypress', 'keyup'] as const) {
    target.addEventListener(
      name,
      (event) => {
        if (!keyAllowed(event)) stop(event);
      },
      { capture: true },
    );
  }
  // The middle button scrolls by itself or opens a link; the side buttons go back and forward.
  for (const name of ['mousedown', 'mouseup', 'pointerdown'] as const) {
    target.addEventListener(
      name,
      (event) => {
        if (event.button !== 0) stop(event);
      },
      { capture: true },
    );
  }
  // Ctrl with the wheel, and a touch pad's pinch, zoom.
  target.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) stop(event);
    },
    { capture: true, passive: false },
  );
}
