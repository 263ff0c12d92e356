import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Key } from '../components/keys.tsx';
import { CardIntoSlot } from '../components/scenes/card-scenes.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';
import { inviteOf } from './invite.ts';

/** What do I do? */
export function InsertCard({ screen }: { readonly screen: ScreenOf<'insertCard'> }): ReactNode {
  const t = useText();
  const { site } = useKiosk().snapshot;
  const { list, steps } = inviteOf(screen);
  return (
    <Frame
      edge="mid"
      counter="deep"
      below={
        <>
          <div className="aux on-deep">
            <p className="t2">{t('insertCard.noCard')}</p>
            <p className="t2 b">{t('insertCard.window', { window: site.cashierWindow })}</p>
          </div>
          {screen.pages === true || screen.loss === true || screen.checks === true ? (
            <div className="policy-door">
              {screen.pages === true ? (
                <Key act={{ kind: 'openPolicy', to: null }} digit={1}>
                  {t('insertCard.policy')}
                </Key>
              ) : null}
              {screen.loss === true ? (
                <Key act={{ kind: 'openLoss' }} digit={2}>
                  {t('loss.door')}
                </Key>
              ) : null}
              {screen.checks === true ? (
                <Key act={{ kind: 'openCheck' }} digit={3}>
                  {t('insertCard.check')}
                </Key>
              ) : null}
            </div>
          ) : null}
        </>
      }
      tabs={
        <>
          <CardIntoSlot />
          <EdgeTab slot="card">{t('tab.insert')}</EdgeTab>
        </>
      }
    >
      <h1 className="greeting">{t('insertCard.title')}</h1>
      <p className="t3 beside-card">{t('insertCard.sub')}</p>
      <div className="invite">
        <p className="t2 b">{t(list)}</p>
        <ol className="list">
          {steps.map((key, index) => (
            <li key={key} className="t2">
              <b>{index + 1}</b>
              {t(key)}
            </li>
          ))}
        </ol>
      </div>
    </Frame>
  );
}
