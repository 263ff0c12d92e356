import type { ReactNode } from 'react';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { SlipOutline } from '../components/scenes/paper-scenes.tsx';
import { HelpWindow } from '../components/scenes/place-scenes.tsx';
import { Sign } from '../components/sign.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';

/** Did I pay? Not known yet, never "failed": do not pay again, three things to do, the slip to show. */
export function Unknown({ screen }: { readonly screen: ScreenOf<'unknown'> }): ReactNode {
  const t = useText();
  const { snapshot } = useKiosk();
  const { helpWindow } = snapshot.site;
  const tail = screen.messageId.slice(-4);
  const paper = screen.print !== 'notPrinted' && screen.print !== 'none';
  return (
    <Frame
      edge="low"
      steps={{ now: 3, unknown: true }}
      below={<p className="aux i2">{t('unknown.tail', { tail: screen.messageId.slice(-10) })}</p>}
      tabs={
        <>
          {paper ? (
            <EdgeTab slot="paper" next={snapshot.cardIn}>
              {t('unknown.tab')}
            </EdgeTab>
          ) : null}
          {snapshot.cardIn ? <EdgeTab slot="card">{t('tab.card')}</EdgeTab> : null}
        </>
      }
    >
      <h1 className="t4 b">{t('unknown.title')}</h1>
      <p className="t3 gap1">{t('unknown.sub')}</p>
      <p className="warn-band bleed gap2" role="alert">
        <Sign name="warn" size={19} />
        {t('unknown.dont')}
      </p>
      <div className="two gap3">
        <div className="slip-paper" aria-hidden="true">
          <SlipOutline />
          <div>
            <p className="slip-head">{t('unknown.slipHead')}</p>
            <p className="gap1">{screen.person.name}</p>
            <p>{formatDateTime(snapshot.at).slice(11, 16)}</p>
            <p className="b">{t('unknown.slipNumber', { tail })}</p>
            <p>{t('unknown.slipTotal', { amount: formatFen(screen.total) })}</p>
            <p className="b">{t('unknown.slipDue', { amount: formatFen(screen.cash) })}</p>
          </div>
        </div>
        <div className="sp">
          <ol className="numbered">
            {[
              t('unknown.card'),
              paper ? t('unknown.slip') : t('unknown.note', { tail }),
              t('unknown.window', { window: helpWindow }),
            ].map((words, index) => (
              <li key={words}>
                <span>{index + 1}</span>
                {words}
              </li>
            ))}
          </ol>
          <p className="t2 gap2 window-helps">{t('unknown.windowHelps')}</p>
          <div className="gap1 narrow-only">
            <HelpWindow number={helpWindow} />
          </div>
        </div>
      </div>
    </Frame>
  );
}
