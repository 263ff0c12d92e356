import { type ReactNode, useEffect, useState } from 'react';
import { Brand } from '../components/brand.tsx';
import { textOf } from '../text/texts.ts';

/** A short break is not worth a word, ms. */
const QUIET_MS = 400;

/** Nobody answers: an empty counter at first, then two quiet lines. Shows nothing of any person. */
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
            <p className="t4 b">{textOf('zh-CN', 'connecting.title')}</p>
            <p className="t2 i2">{textOf('zh-CN', 'connecting.sub')}</p>
          </>
        ) : null}
      </main>
      <section className="counter" aria-hidden="true" />
    </div>
  );
}
