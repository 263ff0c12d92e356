import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Foot } from '../components/keys.tsx';
import { TerminalAndCentre } from '../components/scenes/place-scenes.tsx';
import { type ScreenOf, useText } from './context.tsx';
import { useWaitSeconds } from './elapsed.ts';
import { HandsOff } from './hands-off.tsx';
import { WaitList } from './wait-list.tsx';

const rowOf = { hold: 0, register: 1, diagnosis: 1, fees: 2, preSettle: 3 } as const;

/** What is it working out, and is money taken already? */
export function Preparing({ screen }: { readonly screen: ScreenOf<'preparing'> }): ReactNode {
  const t = useText();
  const seconds = useWaitSeconds(screen.sinceMs);
  const now = rowOf[screen.step];
  return (
    <Frame
      edge="low"
      steps={{ now: 2 }}
      below={
        <>
          <HandsOff words={t('working.hold')} small={t('preparing.sub')} />
          <Foot />
        </>
      }
    >
      <h1 className="t4 b">{t('preparing.title')}</h1>
      <div className="sp" />
      <TerminalAndCentre way={0.2 + now * 0.2} house={now === 0 ? 'scene.hospital' : 'scene.centre'} />
      <div className="sp" />
      <WaitList
        now={now}
        seconds={seconds}
        rows={[t('preparing.hold'), t('preparing.register'), t('preparing.fees'), t('preparing.preSettle')]}
      />
    </Frame>
  );
}
