import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { ProblemScene } from '../components/scenes/problem-scene.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';
import { FailureWords, StaffCode } from './failure-words.tsx';

/** Why can I not go on, is my money safe? */
export function PinProblem({ screen }: { readonly screen: ScreenOf<'pinProblem'> }): ReactNode {
  const t = useText();
  const { cardIn } = useKiosk().snapshot;
  const mayChange = screen.mayChange === true;
  return (
    <Frame
      edge="low"
      keyless={!mayChange}
      below={
        mayChange ? (
          <>
            <MainKey act={{ kind: 'changePin' }}>{t('pin.changeNow')}</MainKey>
            <Foot />
          </>
        ) : (
          <div className="aux">
            <StaffCode failure={screen.failure} />
          </div>
        )
      }
      tabs={cardIn && !mayChange ? <EdgeTab slot="card">{t('tab.card')}</EdgeTab> : null}
    >
      <p className="t2 i2">{t('who.hello', { name: screen.person.name })}</p>
      <div className="gap1">
        <FailureWords failure={screen.failure} />
      </div>
      <div className="grow pic-box">
        <ProblemScene failure={screen.failure} />
      </div>
    </Frame>
  );
}
