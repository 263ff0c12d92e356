import { type ReactNode, useState } from 'react';
import { Frame } from '../components/frame.tsx';
import { Choice, Foot, Key } from '../components/keys.tsx';
import { Sign } from '../components/sign.tsx';
import { visitsOn } from '../keypad/choices.ts';
import { Say, type ScreenOf, useText } from '../kiosk/context.tsx';
import { useRevealName } from '../kiosk/reveal-name.tsx';
import { useTell } from '../speech/use-shown.ts';
import { signOf } from './signs.ts';

/** What would I like to see? Only what the person's city has. */
export function HomePage({ screen }: { readonly screen: ScreenOf<'home'> }): ReactNode {
  const t = useText();
  const [page, setPage] = useState(0);
  const { shown, pages } = visitsOn(screen.services, false, page);
  const { heading, revealKey } = useRevealName(screen.person.name);
  useTell({ page }, {});
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
            {shown.map((service, index) => (
              <Choice
                key={service}
                number={index + 1}
                words={t(`home.${service}`)}
                small={t(`home.${service}.sub`)}
                sign={signOf[service]}
                act={{ kind: 'openService', service }}
              />
            ))}
            {pages > 1 ? (
              <Key act={() => setPage((page + 1) % pages)} after="next" digit={shown.length + 1}>
                <Say k="who.page" page={page + 1} pages={pages} />
                {' · '}
                {t('who.more')}
              </Key>
            ) : null}
          </div>
          <Foot back={{ kind: 'back' }} />
        </>
      }
    >
      {heading}
      <div className="gap2">{revealKey}</div>
      <p className="t2 nw gap2">{screen.city === null ? t('home.here') : t('home.city', { city: screen.city })}</p>
      <div className="sp" />
      <h2 className="t3 b" style={{ paddingBottom: 'calc(var(--mm) * 5)' }}>
        {t('home.question')}
      </h2>
    </Frame>
  );
}
