import type { ReactNode } from 'react';
import type { KioskKey } from '../../common/strings/kiosk.ts';
import { useText } from './context.tsx';

/** The other side's own words, marked as theirs. */
export function Quote({ by, words }: { readonly by: KioskKey; readonly words: string }): ReactNode {
  const t = useText();
  return (
    <div className="quote gap2" data-frame="quote">
      <p className="i2">{t(by)}</p>
      <p className="quote-words">{words}</p>
    </div>
  );
}
