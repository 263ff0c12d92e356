import type { ReactNode } from 'react';
import { type ListSize, type ListWindow, thumbOf } from './window.ts';

/** Where in a long list the window stands. A picture: the keys walk, not this. */
export function Thumb({ window, size }: { readonly window: ListWindow; readonly size: ListSize }): ReactNode {
  const thumb = thumbOf(window, size);
  if (thumb.size === 100) return null;
  return (
    <li className="thumb" aria-hidden="true">
      <div style={{ top: `${thumb.from}%`, height: `${thumb.size}%` }} />
    </li>
  );
}
