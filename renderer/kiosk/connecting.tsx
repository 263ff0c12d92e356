import { type ReactNode, useEffect, useState } from 'react';
import { Brand } from '../components/brand.tsx';
import { textOf } from '../text/texts.ts';

/** A short break is not worth a word, ms. */
const QUIET_MS = 400;

/**
 * Nobody answers: an empty counter at first, then two quiet lines. Shows nothing of any person, nor remembers which
 * language anybody chose, so it speaks both.
 */
export function Connecting(): ReactNode {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="kiosk edge-low" data-screen="connecting">
      <main className="connecting">
        {late ? (
          <>
            <Brand />
            {(['zh-CN', 'en'] as const).map((locale) => (
              <div key={locale} lang={locale}>
                <p className="t4 b">{textOf(locale, 'connecting.title')}</p>
                <p className="t2 i2 gap1">{textOf(locale, 'connecting.sub')}</p>
              </div>
            ))}
          </>
        ) : null}
      </main>
      <section className="counter" aria-hidden="true" />
    </div>
  );
}
