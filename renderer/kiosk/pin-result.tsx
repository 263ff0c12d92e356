import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { HelpWindow, PinPad } from '../components/scenes/place-scenes.tsx';
import { Sign } from '../components/sign.tsx';
import { goOnWords, hasPinSlip } from '../keypad/card-offers.ts';
import { type ScreenOf, useKiosk, useText } from './context.tsx';

/** Which PIN does my card have now? */
export function PinResult({ screen }: { readonly screen: ScreenOf<'pinResult'> }): ReactNode {
  const t = useText();
  const { cardIn } = useKiosk().snapshot;
  const { outcome, mayGoOn } = screen;
  const slip = hasPinSlip(screen);
  const main = mayGoOn ? (
    <MainKey act={{ kind: 'retry' }}>{t(goOnWords[outcome])}</MainKey>
  ) : (
    <MainKey act={{ kind: 'end' }}>{t('loss.finish')}</MainKey>
  );
  return (
    <Frame
      edge="low"
      below={
        <>
          {main}
          {mayGoOn && !slip ? <Foot /> : null}
        </>
      }
      tabs={
        slip ? (
          <>
            <EdgeTab slot="paper">{t('tab.paper')}</EdgeTab>
            {cardIn ? (
              <EdgeTab slot="card" next>
                {t('tab.card')}
              </EdgeTab>
            ) : null}
          </>
        ) : null
      }
    >
      <p className="t2 i2">{t('who.hello', { name: screen.person.name })}</p>
      <h1 className="t4 b gap1">{t(`pinResult.${outcome}`)}</h1>
      <p className="t3 gap1">{t(`pinResult.${outcome}Sub`)}</p>
      {outcome === 'unknown' ? <TryBoth /> : <Settled bank={outcome === 'changed'} />}
    </Frame>
  );
}

function Settled({ bank }: { readonly bank: boolean }): ReactNode {
  const t = useText();
  return (
    <>
      {bank ? <p className="t2 gap2">{t('pinResult.bank')}</p> : null}
      <div className="grow pic-box pad-box">
        <PinPad />
      </div>
    </>
  );
}

/** The old PIN or the new one: what to try, in which order, and when to stop. */
function TryBoth(): ReactNode {
  const t = useText();
  const { helpWindow } = useKiosk().snapshot.site;
  const steps = [t('pinResult.tryNew'), t('pinResult.thenOld'), t('pinResult.window', { window: helpWindow })];
  return (
    <>
      <p className="warn-band bleed gap2" role="alert">
        <Sign name="warn" size={18} />
        {t('pinResult.either')}
      </p>
      <ol className="numbered gap2">
        {steps.map((words, index) => (
          <li key={words}>
            <span>{index + 1}</span>
            {words}
          </li>
        ))}
      </ol>
      <div className="grow pic-box narrow-only">
        <HelpWindow number={helpWindow} />
      </div>
    </>
  );
}
