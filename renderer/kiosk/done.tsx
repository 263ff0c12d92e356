import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Choice } from '../components/keys.tsx';
import { Sums } from '../components/money.tsx';
import { Sign } from '../components/sign.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';
import { DoneBelow } from './done-below.tsx';
import { ChangedSplit } from './done-changed.tsx';
import { Collect } from './done-collect.tsx';
import { TakeBoth } from './done-take.tsx';
import { PaperTrouble } from './done-trouble.tsx';
import { LayerLine } from './layer-line.tsx';

/** Is it done, what do I take, where do I go? With a paper fault: is my money safe (first), then the fault. */
export function Done({ screen }: { readonly screen: ScreenOf<'done'> }): ReactNode {
  const t = useText();
  const { snapshot } = useKiosk();
  const { print, split, collection, others = 0 } = screen;
  if (collection?.state === 'asking' || collection?.state === 'stopping') {
    return <Collect screen={screen} stopping={collection.state === 'stopping'} />;
  }
  if (print === 'waitingForPaper' || print === 'waitingForCover' || print === 'notPrinted' || print === 'unknown') {
    return <PaperTrouble screen={screen} print={print} />;
  }
  const { panels, tabs } = TakeBoth({ cardIn: snapshot.cardIn, print, t });
  return (
    <Frame
      edge={others > 0 ? 'mid' : 'low'}
      steps={{ now: 4 }}
      tabs={tabs}
      below={
        <>
          <DoneBelow screen={screen} />
          {others > 0 ? (
            <div className="trouble-key">
              <Choice
                number={1}
                words={t('done.next', { count: others })}
                small={t('done.nextHow')}
                act={{ kind: 'nextVisit' }}
                sign="list"
              />
            </div>
          ) : null}
        </>
      }
    >
      <h1 className="row t4 b ok">
        <Sign name="tick" size={24} bold />
        {t('done.title')}
      </h1>
      <div className="gap1 beside">
        <Sums split={split} />
      </div>
      {screen.confirmedSplit === null ? (
        <LayerLine split={split} />
      ) : (
        <ChangedSplit now={split} before={screen.confirmedSplit} />
      )}
      {panels}
    </Frame>
  );
}
