import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { HelpWindow } from '../components/scenes/place-scenes.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';
import { FailureWords, StaffCode } from './failure-words.tsx';
import { Quote } from './quote.tsx';

/** Was anything taken? No; why not paid, and what now. */
export function NotPaid({ screen }: { readonly screen: ScreenOf<'notPaid'> }): ReactNode {
  const t = useText();
  const { cardIn, site } = useKiosk().snapshot;
  const { print, sinceReversed, failure } = screen;
  const slip = print !== 'none' && print !== 'notPrinted';
  return (
    <Frame
      edge="low"
      steps={{ now: 3 }}
      below={
        screen.mayRetry ? (
          <>
            <MainKey act={{ kind: 'retry' }} sign="retry">
              {t('notPaid.retry')}
            </MainKey>
            {slip ? null : <Foot />}
          </>
        ) : (
          <MainKey act={{ kind: 'end' }} sign="eject">
            {t('foot.end')}
          </MainKey>
        )
      }
      tabs={
        slip ? (
          <>
            <EdgeTab slot="paper">{t('tab.paper')}</EdgeTab>
            {cardIn ? (
              <EdgeTab slot="card" next>
                {t('tab.card')}
              </EdgeTab>
            ) : null}
          </>
        ) : null
      }
    >
      {sinceReversed ? (
        <>
          <h1 className="t4 b">{t('notPaid.reversed')}</h1>
          <p className="t3 gap1">{t('notPaid.reversedNext')}</p>
        </>
      ) : (
        <FailureWords failure={failure} />
      )}
      {slip ? <p className="t3 gap1">{t('notPaid.slip')}</p> : null}
      {screen.reason === null ? null : <Quote by="notPaid.reason" words={screen.reason} />}
      <div className="grow pic-box">
        <HelpWindow number={site.helpWindow} scale={1.5} />
      </div>
      <div style={{ paddingBottom: 'calc(var(--mm) * 6)' }}>
        <StaffCode failure={failure} />
      </div>
    </Frame>
  );
}
