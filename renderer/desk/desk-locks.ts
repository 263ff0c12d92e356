/**
 * The desk's own locks. It has a whole keyboard, so that keys are forbidden where they are a way out of the page: with
 * Control, Alt or the system's key nothing gets through but Ctrl K, and of the function keys those of the key map.
 */
const FORBIDDEN = ['contextmenu', 'dragstart', 'dragenter', 'dragover', 'drop', 'auxclick'] as const;

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** What somebody does to a text that she types: copying out of the page is not among it, because masked is masked. */
const EDITING = /^Key[AVZ]$/;

/** Whether a key goes on to the screen (and from there, perhaps, to the browser). */
export function deskKeyAllowed({ key, code, ctrlKey, altKey, metaKey, shiftKey }: Pressed): boolean {
  if (altKey || metaKey) return false;
  if (ctrlKey) return !shiftKey && (code === 'KeyK' || EDITING.test(code));
  if (/^F\d+$/.test(key)) return !shiftKey && Number(key.slice(1)) <= 10;
  return !/^(?:Browser|Launch|Media|Audio|Zoom|Print|Context|Help|Refresh|GoBack|GoHome|Power|Sleep|WakeUp)/.test(key);
}

/** Locks this page for as long as it lives. */
export function lockDesk(target: Window): void {
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const name of FORBIDDEN) target.addEventListener(name, stop, { capture: true });
  for (const name of ['keydown', 'keypress', 'keyup'] as const) {
    target.addEventListener(
      name,
      (event) => {
        if (!deskKeyAllowed(event)) stop(event);
      },
      { capture: true },
    );
  }
  // Ctrl with the wheel, and a touch pad's pinch, zoom.
  target.addEventListener('wheel', (event) => event.ctrlKey && stop(event), { capture: true, passive: false });
}
