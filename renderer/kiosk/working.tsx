import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { TerminalAndCentre } from '../components/scenes/place-scenes.tsx';
import { type ScreenOf, useText } from './context.tsx';
import { useWaitSeconds } from './elapsed.ts';
import { HandsOff } from './hands-off.tsx';
import { WaitList } from './wait-list.tsx';

const stages = {
  recorded: { sub: 'working.recorded', row: 0, way: 0.1 },
  centre: { sub: 'working.centre', row: 1, way: 0.7 },
  checking: { sub: 'working.checking', row: 1, way: 0.9 },
  printing: { sub: 'working.printing', row: 2, way: 0 },
} as const;

/** Is it working? No keys; the card stays; real seconds. */
export function Working({ screen }: { readonly screen: ScreenOf<'working'> }): ReactNode {
  const t = useText();
  const seconds = useWaitSeconds(screen.sinceMs);
  const stage = stages[screen.step];
  return (
    <Frame
      edge="low"
      counter="amber"
      steps={{ now: 3 }}
      below={
        <HandsOff
          words={t('working.hold')}
          small={t('working.safe')}
          foot={t('working.limit', { seconds: Math.round(screen.limitMs / 1000) })}
        />
      }
    >
      <h1 className="t4 b">{t('working.title')}</h1>
      <p className="t3 gap1">{t(stage.sub)}</p>
      <div className="sp" />
      <TerminalAndCentre way={stage.way} house="scene.centre" />
      <div className="sp" />
      <WaitList
        now={stage.row}
        seconds={seconds}
        rows={[
          t('working.list.recorded'),
          t(screen.step === 'checking' ? 'working.list.checking' : 'working.list.centre'),
          t('working.list.printing'),
        ]}
      />
    </Frame>
  );
}
