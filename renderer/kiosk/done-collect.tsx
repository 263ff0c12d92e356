import type { ReactNode } from 'react';
import { Amount } from '../components/amount.tsx';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Choice } from '../components/keys.tsx';
import { Sums } from '../components/money.tsx';
import { Sign } from '../components/sign.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';

/** Settled; where do I pay the rest? At the cashier machine beside this one, or at the window. */
export function Collect({ screen, stopping }: CollectProps): ReactNode {
  const t = useText();
  const { cardIn, site } = useKiosk().snapshot;
  return (
    <Frame
      edge="mid"
      steps={{ now: 4 }}
      below={
        <>
          <p className="aux t3 b nw">{t(stopping ? 'collect.ask' : 'collect.slip')}</p>
          {stopping ? null : (
            <div className="trouble-key">
              <Choice
                number={1}
                words={t('collect.window')}
                small={t('collect.where', { window: site.cashierWindow })}
                act={{ kind: 'payAtWindow' }}
                sign="person"
              />
            </div>
          )}
        </>
      }
      tabs={cardIn ? <EdgeTab slot="card">{t('tab.card')}</EdgeTab> : null}
    >
      <p className="row t2 b ok">
        <Sign name="tick" size={15} bold />
        {t('done.safe')}
      </p>
      <div className="gap1 beside">
        <Sums split={screen.split} />
      </div>
      <h1 className="t4 b gap2">{t(stopping ? 'collect.stopping' : 'collect.title')}</h1>
      <p className="gap1">
        <Amount fen={screen.split.cash} size={screen.split.cash >= 10_000_000 ? 'long' : 't5'} />
      </p>
      <p className="t3 gap1">{t('collect.how')}</p>
    </Frame>
  );
}

interface CollectProps {
  readonly screen: ScreenOf<'done'>;
  /** The cashier is being told that the person does not pay there. */
  readonly stopping: boolean;
}
