import { type ReactNode, useState } from 'react';
import { Amount } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { Choice, Foot, Key } from '../components/keys.tsx';
import { CardInReader } from '../components/scenes/card-scenes.tsx';
import { Sign } from '../components/sign.tsx';
import { visitsOn } from '../keypad/choices.ts';
import { useTell } from '../speech/use-shown.ts';
import { caseText, USUAL_CASE } from '../text/codes.ts';
import { schemeKey } from '../text/schemes.ts';
import { momentText } from '../text/times.ts';
import { Say, type ScreenOf, useKiosk, useLocale, useText } from './context.tsx';
import { useRevealName } from './reveal-name.tsx';
import { whoQuestion } from './who-question.ts';

/** Is it me, and which bill? */
export function WhoYouAre({ screen }: { readonly screen: ScreenOf<'whoYouAre'> }): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { snapshot } = useKiosk();
  const [page, setPage] = useState(0);
  const { visits, person } = screen;
  const services = screen.services === true;
  const { heading, revealKey } = useRevealName(person.name);
  const { reach } = snapshot.look;
  const { shown, pages } = visitsOn(visits, services, page);
  useTell({ page }, {});
  const flagged = visits.length === 1;

  return (
    <Frame
      edge="high"
      strip={
        <>
          <span className="ok">
            <Sign name="tick" size={12} bold />
          </span>
          {t('enterPin.stay')}
        </>
      }
      below={
        <>
          <div className="aux choices">
            {shown.map((visit, index) => (
              <Choice
                key={visit.encounterId}
                number={index + 1}
                words={visit.department}
                act={{ kind: 'openVisit', encounterId: visit.encounterId }}
                right={<Amount fen={visit.total} />}
                off={visit.blocked}
                small={
                  visit.blocked ? (
                    t('who.blocked')
                  ) : (
                    <>
                      {momentText(locale, visit.at, snapshot.at)}{' '}
                      {visit.caseKind === USUAL_CASE ? null : <b>{caseText(t, visit.caseKind)} </b>}
                      {flagged ? <span className="flag">{t('who.one')}</span> : null}
                    </>
                  )
                }
              />
            ))}
            {services ? (
              <Choice
                number={shown.length + 1}
                words={t('who.home')}
                small={t('who.homeSub')}
                sign="list"
                act={{ kind: 'openHome' }}
              />
            ) : null}
            {pages > 1 ? (
              <Key act={() => setPage((page + 1) % pages)} after="next" digit={shown.length + (services ? 2 : 1)}>
                <Say k="who.page" page={page + 1} pages={pages} />
                {' · '}
                {t('who.more')}
              </Key>
            ) : null}
          </div>
          <Foot first={reach ? revealKey : undefined} />
        </>
      }
    >
      {heading}
      {reach ? null : <div className="gap2">{revealKey}</div>}
      <p className="t2 nw gap2 beside-held">{t(schemeKey(screen.schemes[0]))}</p>
      <p className="t2 nw i2">{t('who.number', { tail: person.number.slice(-4) })}</p>
      <div className="sp" />
      <h2 className="t3 b" style={{ paddingBottom: 'calc(var(--mm) * 5)' }}>
        {t(whoQuestion(screen))}
      </h2>
      <div className="who-card">
        <CardInReader />
      </div>
    </Frame>
  );
}
