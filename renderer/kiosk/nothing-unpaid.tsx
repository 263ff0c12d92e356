import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { CardInReader } from '../components/scenes/card-scenes.tsx';
import { type ScreenOf, useKiosk, useText } from './context.tsx';

/** Do I owe anything here? */
export function NothingUnpaid({ screen }: { readonly screen: ScreenOf<'nothingUnpaid'> }): ReactNode {
  const t = useText();
  const { site } = useKiosk().snapshot;
  return (
    <Frame
      edge="low"
      below={
        screen.services === true ? (
          // Whoever came for something else has not come in vain.
          <>
            <MainKey act={{ kind: 'openHome' }} sign="list">
              {t('who.home')}
            </MainKey>
            <Foot />
          </>
        ) : (
          <MainKey act={{ kind: 'end' }} sign="eject">
            {t('foot.end')}
          </MainKey>
        )
      }
    >
      <p className="t2 i2">{t('who.hello', { name: screen.person.name })}</p>
      <h1 className="t4 b gap1">{t('nothingUnpaid.title')}</h1>
      <p className="t3 gap2">{t('nothingUnpaid.sub')}</p>
      <p className="t2 i2 gap2">{t('nothingUnpaid.ask', { window: site.helpWindow })}</p>
      <div className="sp" />
      <div className="in-slot">
        <CardInReader arrow />
      </div>
    </Frame>
  );
}
