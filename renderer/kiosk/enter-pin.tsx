import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { PinPad } from '../components/scenes/place-scenes.tsx';
import { ProblemScene } from '../components/scenes/problem-scene.tsx';
import { Sign } from '../components/sign.tsx';
import { type ScreenOf, useText } from './context.tsx';
import { HandsOff } from './hands-off.tsx';

/** Circles drawn before anything is typed: the length of most cards' PIN. */
const USUAL_DIGITS = 6;

function Dots({ digits }: { readonly digits: number }): ReactNode {
  const t = useText();
  const circles = Array.from({ length: Math.max(USUAL_DIGITS, digits) }, (_, i) => i);
  return (
    <div className="dots" role="img" aria-label={t('enterPin.entered', { count: digits })} data-digits={digits}>
      {circles.map((i) => (
        <span key={i} className={i < digits ? 'in' : ''} />
      ))}
    </div>
  );
}

function AskLastTry(): ReactNode {
  const t = useText();
  return (
    <Frame
      edge="low"
      below={
        <>
          <MainKey act={{ kind: 'useLastTry' }}>{t('enterPin.useLast')}</MainKey>
          <Foot />
        </>
      }
    >
      <h1 className="t4 b">{t('enterPin.last')}</h1>
      <p className="t3 gap1">{t('enterPin.lastSub')}</p>
      <div className="grow pic-box">
        <ProblemScene failure="PIN_BLOCKED" />
      </div>
      <p className="t2 i2" style={{ paddingBottom: 'calc(var(--mm) * 10)' }}>
        {t('enterPin.lastHelp')}
      </p>
    </Frame>
  );
}

/** What do I type, and where? The digits go into the pad; the screen is told only how many. */
export function EnterPin({ screen }: { readonly screen: ScreenOf<'enterPin'> }): ReactNode {
  const t = useText();
  if (screen.phase === 'askLastTry') return <AskLastTry />;
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
          <Dots digits={screen.digits} />
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
          <Foot />
        </>
      }
    >
      <p className="t2 i2">{t('who.hello', { name: screen.person.name })}</p>
      <h1 className="t4 b gap1">{t('enterPin.title')}</h1>
      <p className="t3 gap1">{t('enterPin.where')}</p>
      {screen.refused ? (
        <p className="warn-band bleed gap2" role="alert">
          <Sign name="warn" size={18} />
          {refused}
        </p>
      ) : null}
      <div className="gap3">
        <Dots digits={screen.digits} />
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
