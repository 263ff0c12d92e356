import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { ProblemScene } from '../components/scenes/problem-scene.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';
import { FailureWords, StaffCode } from './failure-words.tsx';

/** Why does it not take my card, and what now? */
export function CardProblem({ screen }: { readonly screen: ScreenOf<'cardProblem'> }): ReactNode {
  const t = useText();
  const { cardIn } = useKiosk().snapshot;
  return (
    <Frame
      edge="low"
      keyless
      below={
        <div className="aux">
          <StaffCode failure={screen.failure} />
        </div>
      }
      tabs={cardIn ? <EdgeTab slot="card">{t('tab.card')}</EdgeTab> : null}
    >
      <FailureWords failure={screen.failure} />
      {screen.expiredOn === null ? null : (
        <div className="list t2 gap3">
          <div>
            <span className="i2">{t('cardProblem.expired')}</span>
            <span className="sp" />
            <b>{screen.expiredOn}</b>
          </div>
        </div>
      )}
      <div className="grow pic-box">
        <ProblemScene failure={screen.failure} />
      </div>
    </Frame>
  );
}
