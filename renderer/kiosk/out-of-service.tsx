import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { HelpWindow } from '../components/scenes/place-scenes.tsx';
import { hasPicture, ProblemScene } from '../components/scenes/problem-scene.tsx';
import { failureParts } from '../text/texts.ts';
import { type ScreenOf, useKiosk, useLocale, useText } from './context.tsx';
import { StaffCode } from './failure-words.tsx';

/** Why can I not pay here, and where can I? */
export function OutOfService({ screen }: { readonly screen: ScreenOf<'outOfService'> }): ReactNode {
  const t = useText();
  const { site } = useKiosk().snapshot;
  return (
    <Frame
      edge="low"
      keyless
      below={
        <div className="aux">
          <p className="t2">{t('outOfService.later')}</p>
          <div className="gap2">
            <StaffCode failure={screen.failure} />
          </div>
        </div>
      }
    >
      <h1 className="t4 b">{t('outOfService.title')}</h1>
      {failureParts(useLocale(), screen.failure).map((part) => (
        <p className="t3 gap2" key={part}>
          {part}
        </p>
      ))}
      <div className="grow pic-box">
        {hasPicture(screen.failure) ? (
          <ProblemScene failure={screen.failure} />
        ) : (
          <HelpWindow number={site.cashierWindow} scale={1.5} />
        )}
      </div>
      <p className="t3 b" style={{ paddingBottom: 'calc(var(--mm) * 12)' }}>
        {t('outOfService.window', { window: site.cashierWindow })}
      </p>
    </Frame>
  );
}
