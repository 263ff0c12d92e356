import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Foot } from '../components/keys.tsx';
import { TerminalAndCentre } from '../components/scenes/place-scenes.tsx';
import { type ScreenOf, useText } from './context.tsx';
import { useWaitSeconds } from './elapsed.ts';
import { HandsOff } from './hands-off.tsx';

/** What is it doing with my card? */
export function LookingUp({ screen }: { readonly screen: ScreenOf<'lookingUp'> }): ReactNode {
  const t = useText();
  const seconds = useWaitSeconds(screen.sinceMs);
  const { about } = screen;
  const title = about === undefined ? 'lookingUp.title' : about === 'home' ? 'lookingUp.home' : 'lookingUp.service';
  return (
    <Frame
      edge="low"
      below={
        <>
          <HandsOff words={t('readingCard.hold')} small={t('cardProblem.safe')} />
          {about === undefined ? <Foot /> : <Foot back={{ kind: 'back' }} />}
        </>
      }
    >
      <p className="t2 i2">{t('who.hello', { name: screen.person.name })}</p>
      <h1 className="t4 b gap1">{t(title)}</h1>
      <p className="t3 gap1">{t(about === undefined ? 'lookingUp.sub' : 'lookingUp.serviceSub')}</p>
      <p className="t3 b gap1">{seconds === null ? '\u00a0' : t('time.seconds', { seconds })}</p>
      <div className="sp" />
      <TerminalAndCentre way={0.5} house="scene.centre" />
      <div className="sp" />
    </Frame>
  );
}
