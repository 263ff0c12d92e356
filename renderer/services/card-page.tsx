import type { ReactNode } from 'react';
import { type CardView, cardSteps } from '../../common/contracts/session/services/card.ts';
import { Sign } from '../components/sign.tsx';
import { Say, useLocale, useText } from '../kiosk/context.tsx';
import { cardDayText } from '../text/card-days.ts';
import { CARD_SHEETS, cardHeading } from './card.ts';
import { Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

/** Is my card in order, and how long is it good? */
function Now({ answer }: { readonly answer: CardView }): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { state, since, chip, centre, differs, issuer } = answer;
  const day = (date: string | null): string => cardDayText(locale, date);
  return (
    <>
      <h1 className="t3 b" data-service="state">
        {t(cardHeading(answer))}
      </h1>
      {state === 'lost' ? <p className="t2 gap1">{t('card.lostNote')}</p> : null}
      <Rows
        rows={[
          { name: t('card.since'), value: day(since), mark: 'since' },
          { name: t('card.expires'), value: day(centre.expiresOn), mark: 'expires' },
          { name: t('card.chipExpires'), value: day(chip.expiresOn), mark: 'chipExpires' },
        ]}
      />
      {differs ? (
        <p className="warn-band bleed gap1" role="alert">
          <Sign name="warn" size={18} />
          {t('card.differs')}
        </p>
      ) : null}
      <p className="i2 gap1" data-frame="centre">
        {t('card.issuer', { issuer })}
      </p>
    </>
  );
}

/** Where is my new card? */
function Application({ application }: Pick<CardView, 'application'>): ReactNode {
  const t = useText();
  const locale = useLocale();
  if (application === null) return null;
  const { why, steps, collectAt } = application;
  return (
    <>
      <h1 className="t3 b">{t(`card.why.${why}`)}</h1>
      <Rows
        rows={cardSteps.map((step) => {
          const on = steps.find((one) => one.step === step)?.on;
          const value = on === undefined ? t('card.next') : cardDayText(locale, on);
          return { name: t(`card.step.${step}`), value, mark: step };
        })}
      />
      {collectAt === null ? null : (
        <p className="gap1">
          <Say k="card.collectAt" place={<span data-frame="centre">{collectAt}</span>} />
        </p>
      )}
    </>
  );
}

/** The card itself. */
export const CardSheet: SheetView<CardView> = ({ answer, place }) =>
  place.sheet === CARD_SHEETS.application ? <Application application={answer.application} /> : <Now answer={answer} />;
