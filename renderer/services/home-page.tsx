import { type ReactNode, useState } from 'react';
import { Frame } from '../components/frame.tsx';
import { Choice, Foot, Key, ToolKey } from '../components/keys.tsx';
import { Sign } from '../components/sign.tsx';
import { type ScreenOf, useKiosk, useText } from '../kiosk/context.tsx';
import { useRevealName } from '../kiosk/reveal-name.tsx';
import { useTell } from '../speech/use-shown.ts';
import { firstPlace, type Place } from './face.ts';
import { groupAt, type HomeEntry, homeBefore, homeEntries, homeStart, offersPages } from './home.ts';
import { entryWords } from './home-words.ts';
import { signOf } from './signs.ts';

interface EntryKeyProps {
  readonly entry: HomeEntry;
  readonly number: number;
  readonly go: (place: Place) => void;
}

function EntryKey({ entry, number, go }: EntryKeyProps): ReactNode {
  const t = useText();
  const { words, small } = entryWords(t, entry);
  if (entry.kind === 'more') {
    return (
      <Key act={() => go(entry.to)} after="next" digit={number}>
        {words}
      </Key>
    );
  }
  if (entry.kind === 'group') {
    return <Choice number={number} words={words} small={small} sign="next" act={() => go(entry.to)} />;
  }
  const { service } = entry;
  return (
    <Choice number={number} words={words} small={small} sign={signOf[service]} act={{ kind: 'openService', service }} />
  );
}

interface HomePageProps {
  readonly screen: ScreenOf<'home'>;
  /** The place that is open first; for tests of the others. */
  readonly at?: Place;
}

/** What would I like to see? Only what the person's city has, at most four answers. */
export function HomePage({ screen, at = homeStart(screen) }: HomePageProps): ReactNode {
  const t = useText();
  const [place, setPlace] = useState(at);
  const { heading, revealKey } = useRevealName(screen.person.name);
  useTell(place, firstPlace);
  const { services, city } = screen;
  const group = groupAt(services, place);
  const before = homeBefore(place);
  // With lower keys these two stand over the answers, below the edge.
  const { reach } = useKiosk().snapshot.look;
  const doors = (
    <>
      {revealKey}
      {offersPages(screen, place) ? (
        <ToolKey act={{ kind: 'openPolicy', to: null }} sign="list" digit={8}>
          {t('home.policy')}
        </ToolKey>
      ) : null}
    </>
  );
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
          {reach ? <div className="aux row doors">{doors}</div> : null}
          <div className="aux choices">
            {homeEntries(services, place).map((entry, index) => (
              <EntryKey
                key={entry.kind === 'service' ? entry.service : entry.kind === 'group' ? entry.group : 'more'}
                entry={entry}
                number={index + 1}
                go={setPlace}
              />
            ))}
          </div>
          <Foot back={before === null ? { kind: 'back' } : () => setPlace(before)} />
        </>
      }
    >
      {heading}
      {reach ? null : <div className="row gap2">{doors}</div>}
      <p className="t2 nw gap2">{city === null ? t('home.here') : t('home.city', { city })}</p>
      <div className="sp" />
      <h2 className="t3 b" style={{ paddingBottom: 'calc(var(--mm) * 5)' }}>
        {t(group === null ? 'home.question' : `home.group.${group}`)}
      </h2>
    </Frame>
  );
}
