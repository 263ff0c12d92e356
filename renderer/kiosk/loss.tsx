import type { ReactNode } from 'react';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { HelpWindow } from '../components/scenes/place-scenes.tsx';
import { Sign } from '../components/sign.tsx';
import { hasPinSlip, lossMain } from '../keypad/card-offers.ts';
import { Rows } from '../services/rows.tsx';
import { cardDayText } from '../text/card-days.ts';
import { type ScreenOf, useKiosk, useLocale, useText } from './context.tsx';

type LossScreen = ScreenOf<'loss'>;

/** I have lost my card: whose is it, is it reported, what now? */
export function Loss({ screen }: { readonly screen: LossScreen }): ReactNode {
  const t = useText();
  const main = lossMain(screen);
  const slip = hasPinSlip(screen);
  const leaves = screen.step !== 'reporting' && screen.step !== 'done';
  return (
    <Frame
      edge="low"
      strip={t('loss.title')}
      keyless={main === null && !leaves}
      below={
        <>
          {main === null ? null : <MainKey act={main.act}>{t(main.words)}</MainKey>}
          {leaves ? <Foot leave={{ act: { kind: 'end' }, words: t('loss.leave') }} /> : null}
        </>
      }
      tabs={slip ? <EdgeTab slot="paper">{t('tab.paper')}</EdgeTab> : null}
    >
      <Body screen={screen} />
    </Frame>
  );
}

function Body({ screen }: { readonly screen: LossScreen }): ReactNode {
  const t = useText();
  const { site } = useKiosk().snapshot;
  const { step, card, trouble } = screen;
  if (step === 'show') {
    return (
      <>
        <h1 className="t4 b">{t('loss.show')}</h1>
        <p className="t3 gap1">{t('loss.showSub')}</p>
        <p className="t2 i2 gap2">{t('loss.showNone', { window: site.helpWindow })}</p>
        <div className="grow pic-box">
          <HelpWindow number={site.helpWindow} />
        </div>
      </>
    );
  }
  if (step === 'asking' || step === 'reporting') {
    return (
      <>
        <h1 className="t4 b">{t(`loss.${step}`)}</h1>
        <p className="t3 gap1">{t('loss.wait')}</p>
      </>
    );
  }
  if (trouble !== null) {
    return (
      <>
        <h1 className="t4 b">{t(`loss.${trouble}`)}</h1>
        <p className="t3 gap1">{t(`loss.${trouble}Sub`)}</p>
        <p className="t2 i2 gap2">{t('loss.hotline', { hotline: site.hotline })}</p>
      </>
    );
  }
  return card === null ? null : <Card screen={screen} card={card} />;
}

/** The card that the electronic one speaks of, before the report and after it. */
function Card({
  screen,
  card,
}: {
  readonly screen: LossScreen;
  readonly card: NonNullable<LossScreen['card']>;
}): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { site } = useKiosk().snapshot;
  const { name, cardTail, state, since, number, mayReport } = card;
  const done = screen.step === 'done' && state === 'lost';
  const heading = done ? 'loss.done' : mayReport ? 'loss.question' : (`card.${state}` as const);
  return (
    <>
      <h1 className="t4 b" data-loss={state}>
        {t(heading)}
      </h1>
      <Rows
        rows={[
          { name: t('loss.name'), value: name, mark: 'name' },
          { name: t('loss.tail'), value: cardTail, mark: 'tail' },
          ...(state === 'normal' ? [] : [{ name: t('loss.since'), value: cardDayText(locale, since), mark: 'since' }]),
          ...(number === null ? [] : [{ name: t('loss.number'), value: number, mark: 'number' }]),
        ]}
      />
      {mayReport ? (
        <p className="warn-band bleed gap1" role="alert">
          <Sign name="warn" size={18} />
          {t('loss.effect')}
        </p>
      ) : null}
      {state === 'lost' ? <p className="t2 gap1">{t('loss.withdraw')}</p> : null}
      {mayReport || state === 'lost' ? null : (
        <p className="t2 gap1">{t('loss.cannot', { window: site.helpWindow })}</p>
      )}
      <p className="i2 gap1">{t('loss.assurance')}</p>
    </>
  );
}
