import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Foot } from '../components/keys.tsx';
import { PinPad } from '../components/scenes/place-scenes.tsx';
import { Sign } from '../components/sign.tsx';
import { AskLastTry } from './ask-last-try.tsx';
import { type ScreenOf, useText } from './context.tsx';
import { HandsOff } from './hands-off.tsx';
import { PinDots } from './pin-dots.tsx';
import { pinWarning } from './pin-warning.ts';

type Entry = Extract<ScreenOf<'changePin'>['step'], 'old' | 'new' | 'again'>;
const titles = { old: 'pin.old', new: 'pin.new', again: 'pin.again' } as const;
const subs = { old: 'enterPin.where', new: 'pin.newSub', again: 'pin.againSub' } as const;

/** Which PIN do I type now? The digits go into the pad; the screen is told only how many. */
export function ChangePin({ screen }: { readonly screen: ScreenOf<'changePin'> }): ReactNode {
  const t = useText();
  const { step, digits } = screen;
  if (step === 'askLastTry') return <AskLastTry back />;
  const strip = (
    <>
      <span className="ok">
        <Sign name="tick" size={12} bold />
      </span>
      {t('pin.nobody')}
    </>
  );
  if (step === 'checking' || step === 'changing') {
    return (
      <Frame edge="low" counter="amber" strip={strip} below={<HandsOff words={t('readingCard.hold')} />}>
        <h1 className="t4 b gap1" data-step={step}>
          {t(step === 'checking' ? 'enterPin.checking' : 'pin.changing')}
        </h1>
      </Frame>
    );
  }
  return <EntryPage step={step} digits={digits} strip={strip} warning={pinWarning(screen)} />;
}

function EntryPage({ step, digits, strip, warning }: EntryPageProps): ReactNode {
  const t = useText();
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
          <Foot back={{ kind: 'back' }} />
        </>
      }
    >
      <h1 className="t4 b gap1" data-step={step}>
        {t(titles[step])}
      </h1>
      <p className="t3 gap1">{t(subs[step])}</p>
      {warning === null ? null : (
        <p className="warn-band bleed gap2" role="alert">
          <Sign name="warn" size={18} />
          {t(warning.key, warning.values)}
        </p>
      )}
      <div className="gap3">
        <PinDots digits={digits} />
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

interface EntryPageProps {
  readonly step: Entry;
  readonly digits: number;
  readonly strip: ReactNode;
  readonly warning: ReturnType<typeof pinWarning>;
}
