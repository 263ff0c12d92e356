import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { Sign } from '../components/sign.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';
import { useSinceReceived } from './elapsed.ts';

/** What happens if I wait? */
export function StillThere({ screen }: { readonly screen: ScreenOf<'stillThere'> }): ReactNode {
  const t = useText();
  // Somebody who reads the policy pages without a card pays nothing here and has none to take.
  const { cardIn } = useKiosk().snapshot;
  const leave = cardIn ? {} : { leave: { act: { kind: 'end' } as const, words: t('policy.leave') } };
  const left = Math.max(0, screen.secondsLeft - Math.floor(useSinceReceived() / 1000));
  const cells = Array.from({ length: Math.min(60, screen.of) }, (_, i) => i);
  return (
    <Frame
      edge="mid"
      below={
        <>
          {cardIn ? (
            <p className="aux row t2">
              <Sign name="bill" size={15} />
              {t('stillThere.safe')}
            </p>
          ) : null}
          <MainKey act={{ kind: 'stay' }}>{t('stillThere.stay')}</MainKey>
          <Foot {...leave} />
        </>
      }
    >
      <h1 className="greeting">{t('stillThere.title')}</h1>
      <p className="t3 gap1">{t('stillThere.sub')}</p>
      <div className="sp" />
      <p className="row" style={{ alignItems: 'baseline' }} role="timer">
        <span className="count-down" data-seconds={left}>
          {left}
        </span>
        <span className="t4 b">{t('stillThere.seconds')}</span>
      </p>
      <div className="sp" />
      <div className="cells" aria-hidden="true" style={{ marginBottom: 'calc(var(--mm) * 18)' }}>
        {cells.map((i) => (
          <span key={i} className={i < left ? 'left' : ''} />
        ))}
      </div>
    </Frame>
  );
}
