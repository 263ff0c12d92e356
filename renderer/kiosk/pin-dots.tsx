import type { ReactNode } from 'react';
import { useText } from './context.tsx';

/** Circles drawn before anything is typed: the length of most cards' PIN. */
const USUAL_DIGITS = 6;

/** How many digits are in the pad; that is all the screen is told. */
export function PinDots({ digits }: { readonly digits: number }): ReactNode {
  const t = useText();
  const circles = Array.from({ length: Math.max(USUAL_DIGITS, digits) }, (_, i) => i);
  return (
    <div className="dots" role="img" aria-label={t('enterPin.entered', { count: digits })} data-digits={digits}>
      {circles.map((i) => (
        <span key={i} className={i < digits ? 'in' : ''} />
      ))}
    </div>
  );
}
