import { useCallback, useEffect, useState } from 'react';
import type { Overlay } from './keys/key-map.ts';

/** What lies over the screen: until it is closed, or another question comes. */
export function useOverlay(question: string): {
  readonly overlay: Overlay | null;
  readonly show: (overlay: Overlay) => void;
  readonly hide: () => void;
} {
  const [open, setOpen] = useState<{ readonly on: string; readonly overlay: Overlay } | null>(null);
  useEffect(() => setOpen((now) => (now?.on === question ? now : null)), [question]);
  const show = useCallback((overlay: Overlay) => setOpen({ on: question, overlay }), [question]);
  const hide = useCallback(() => setOpen(null), []);
  return { overlay: open?.on === question ? open.overlay : null, show, hide };
}
