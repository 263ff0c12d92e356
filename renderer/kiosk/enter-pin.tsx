import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Foot } from '../components/keys.tsx';
import { PinPad } from '../components/scenes/place-scenes.tsx';
import { Sign } from '../components/sign.tsx';
import { AskLastTry } from './ask-last-try.tsx';
import { type ScreenOf, useText } from './context.tsx';
import { HandsOff } from './hands-off.tsx';
import { PinDots } from './pin-dots.tsx';
import { pinTitle } from './pin-title.ts';

/** What do I type, and where? The digits go into the pad; the screen is told only how many. */
export function EnterPin({ screen }: { readonly screen: ScreenOf<'enterPin'> }): ReactNode {
  const t = useText();
  const aside = screen.about !== undefined;
  if (screen.phase === 'askLastTry') return <AskLastTry back={aside} />;
  const strip = (
    <>
      <span className="ok">
        <Sign name="tick" size={12} bold />
      </span>
      {t('enterPin.stay')}
    </>
  );
  if (screen.phase === 'checking') {
    return (
      <Frame edge="low" counter="amber" strip={strip} below={<HandsOff words={t('readingCard.hold')} />}>
        <p className="t2 i2">{t('who.hello', { name: screen.person.name })}</p>
        <h1 className="t4 b gap1">{t('enterPin.checking')}</h1>
        <div className="gap3">
          <PinDots digits={screen.digits} />
        </div>
      </Frame>
    );
  }
  const refused =
    screen.triesLeft === null ? t('enterPin.refusedAgain') : t('enterPin.refused', { tries: screen.triesLeft });
  return (
    <Frame
      edge="low"
      strip={strip}
      below={
        <>
          <div className="aux t2">
            <p>{t('enterPin.done')}</p>
            <p className="gap1 i2">{t('enterPin.stop')}</p>
          </div>
          <Foot {...(aside ? { back: { kind: 'back' } } : {})} />
        </>
      }
    >
      <p className="t2 i2">{t('who.hello', { name: screen.person.name })}</p>
      <h1 className="t4 b gap1">{t(pinTitle(screen.about))}</h1>
      <p className="t3 gap1">{t('enterPin.where')}</p>
      {screen.refused ? (
        <p className="warn-band bleed gap2" role="alert">
          <Sign name="warn" size={18} />
          {refused}
        </p>
      ) : null}
      <div className="gap3">
        <PinDots digits={screen.digits} />
      </div>
      <div className="grow pic-box pad-box">
        <PinPad />
      </div>
      <p className="t2 i2" style={{ paddingBottom: 'calc(var(--mm) * 8)' }}>
        {t('enterPin.cover')}
      </p>
    </Frame>
  );
}
