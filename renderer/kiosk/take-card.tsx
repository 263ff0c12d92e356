import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { CardInReader } from '../components/scenes/card-scenes.tsx';
import { Sign } from '../components/sign.tsx';
import { LATE_MS } from '../signals/due.ts';
import { type ScreenOf, useText } from './context.tsx';
import { useSinceReceived } from './elapsed.ts';

/** What is still mine in here? */
export function TakeCard({ screen }: { readonly screen: ScreenOf<'takeCard'> }): ReactNode {
  const t = useText();
  const late = screen.afterMs + useSinceReceived() >= LATE_MS;
  return (
    <Frame
      edge="low"
      below={
        <p className="aux row t2">
          <span className="ok">
            <Sign name="tick" size={14} bold />
          </span>
          {t('takeCard.wiped')}
        </p>
      }
      tabs={<EdgeTab slot="card">{t('tab.card')}</EdgeTab>}
    >
      <h1 className="greeting">{t('takeCard.title')}</h1>
      <p className="t3 gap1">{late ? t('takeCard.late') : t(`takeCard.${screen.reason}`)}</p>
      <div className="sp" />
      <div className="in-slot" data-late={late}>
        <CardInReader arrow />
      </div>
    </Frame>
  );
}
