import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { CardInReader } from '../components/scenes/card-scenes.tsx';
import { type ScreenOf, useText } from './context.tsx';
import { useWaitSeconds } from './elapsed.ts';
import { HandsOff } from './hands-off.tsx';

/** Is it reading my card? */
export function ReadingCard({ screen }: { readonly screen: ScreenOf<'readingCard'> }): ReactNode {
  const t = useText();
  const seconds = useWaitSeconds(screen.sinceMs);
  return (
    <Frame edge="low" counter="amber" below={<HandsOff words={t('readingCard.hold')} />}>
      <h1 className="t4 b">{t('readingCard.title')}</h1>
      <p className="t3 gap1">{seconds === null ? t('readingCard.time') : t('time.seconds', { seconds })}</p>
      <div className="sp" />
      <div className="in-slot">
        <CardInReader />
      </div>
    </Frame>
  );
}
