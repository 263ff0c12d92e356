import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { HelpWindow } from '../components/scenes/place-scenes.tsx';
import { failureParts } from '../text/texts.ts';
import { type ScreenOf, useKiosk, useLocale, useText } from './context.tsx';
import { StaffCode } from './failure-words.tsx';
import { Quote } from './quote.tsx';

/** Was anything taken? No; why not paid, and what now. */
export function NotPaid({ screen }: { readonly screen: ScreenOf<'notPaid'> }): ReactNode {
  const t = useText();
  const { site } = useKiosk().snapshot;
  const { print, sinceReversed, failure } = screen;
  const slip = print === 'printed' || print === 'printing' || print === 'queued' || print === 'unknown';
  // Every such sentence begins by saying that nothing was taken; the title says it already.
  const [, ...rest] = failureParts(useLocale(), sinceReversed ? 'CENTRE_UNREACHABLE' : failure);
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
            <Foot />
          </>
        ) : slip ? (
          <div className="aux">
            <StaffCode failure={failure} />
          </div>
        ) : (
          <MainKey act={{ kind: 'end' }} sign="eject">
            {t('foot.end')}
          </MainKey>
        )
      }
      tabs={slip && !screen.mayRetry ? <EdgeTab slot="paper">{t('tab.paper')}</EdgeTab> : null}
    >
      <h1 className="t4 b">{t('notPaid.title')}</h1>
      {sinceReversed ? <p className="t3 gap1">{t('notPaid.reversed')}</p> : null}
      {rest.map((part) => (
        <p className="t3 gap1" key={part}>
          {part}
        </p>
      ))}
      {screen.reason === null ? null : <Quote by="notPaid.reason" words={screen.reason} />}
      <div className="grow pic-box">
        <HelpWindow number={site.helpWindow} />
      </div>
      <p className="t3 b" style={{ paddingBottom: 'calc(var(--mm) * 8)' }}>
        {t('notPaid.window', { window: site.helpWindow })}
      </p>
    </Frame>
  );
}
