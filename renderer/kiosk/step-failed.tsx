import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Foot, Key, MainKey } from '../components/keys.tsx';
import { HelpWindow } from '../components/scenes/place-scenes.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';
import { FailureWords, StaffCode } from './failure-words.tsx';
import { Quote } from './quote.tsx';

/** What stopped it, and was anything taken? */
export function StepFailed({ screen }: { readonly screen: ScreenOf<'stepFailed'> }): ReactNode {
  const t = useText();
  const { site } = useKiosk().snapshot;
  return (
    <Frame
      edge={screen.services === true ? 'mid' : 'low'}
      below={
        screen.mayRetry ? (
          <>
            <Others services={screen.services} />
            <MainKey act={{ kind: 'retry' }} sign="retry">
              {t('notPaid.retry')}
            </MainKey>
            {screen.mayGoBack === true ? <Foot back={{ kind: 'back' }} /> : <Foot />}
          </>
        ) : (
          <>
            <Others services={screen.services} />
            <MainKey act={{ kind: 'end' }} sign="eject">
              {t('foot.end')}
            </MainKey>
            {screen.mayGoBack === true ? <Foot back={{ kind: 'back' }} end={false} /> : null}
          </>
        )
      }
    >
      <FailureWords failure={screen.failure} />
      {screen.reason === null ? null : <Quote by="stepFailed.reason" words={screen.reason} />}
      <div className="grow pic-box">
        <HelpWindow number={site.helpWindow} scale={1.5} />
      </div>
      <div style={{ paddingBottom: 'calc(var(--mm) * 6)' }}>
        <StaffCode failure={screen.failure} />
      </div>
    </Frame>
  );
}

/** The way to the services that need no bill. */
function Others({ services }: { readonly services: boolean | undefined }): ReactNode {
  const t = useText();
  if (services !== true) return null;
  return (
    <div className="aux">
      <Key act={{ kind: 'openHome' }} digit={1}>
        {t('who.home')}
      </Key>
    </div>
  );
}
