import { type ReactNode, useState } from 'react';
import { DIGITS } from '../check/words.ts';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, Key, MainKey } from '../components/keys.tsx';
import { type ScreenOf, useText } from '../kiosk/context.tsx';
import { useTell } from '../speech/use-shown.ts';
import { backOf, firstPlace, isIntent, type Place, type Typing } from './face.ts';
import { faceOf } from './faces.ts';
import { printKeys } from './print-keys.ts';
import { sheetOf } from './sheets.ts';
import { erased, typedOn, typingOf } from './typing.ts';

/** So many keys stand beside each other; more of them take a second row. */
const ROW = 2;

interface ServicePageProps {
  readonly screen: ScreenOf<'service'>;
  /** The place that is open first; for tests of the others. */
  readonly at?: Place;
}

/** The frame of every service: who, its sheet, the sheet's keys, the key that prints, back and end. */
export function ServicePage({ screen, at = firstPlace }: ServicePageProps): ReactNode {
  const t = useText();
  const { answer, person, print } = screen;
  const [place, setPlace] = useState(at);
  useTell(place, firstPlace);
  const face = faceOf(answer);
  const keys = face.keys(answer, place);
  const Sheet = sheetOf(answer);
  const before = backOf(face, answer, place);
  const typing = typingOf(answer);
  return (
    <Frame
      edge={typing !== null ? 'high' : keys.length === 0 ? 'low' : 'mid'}
      strip={print.state === 'printed' ? t('service.printed') : `${person.name} · ${t(`home.${answer.service}`)}`}
      tabs={print.state === 'printed' ? <EdgeTab slot="paper">{t('tab.paper')}</EdgeTab> : undefined}
      below={
        typing !== null ? (
          <Typed typing={typing} place={place} setPlace={setPlace} />
        ) : (
          <>
            {keys.length === 0 ? null : (
              <div className={keys.length > ROW ? 'aux keys many' : 'aux keys'}>
                {keys.map(({ words, values, act, off = false }, index) => (
                  <Key
                    key={`${words} ${JSON.stringify(act)}`}
                    digit={index + 1}
                    off={off}
                    act={isIntent(act) ? act : () => setPlace(act)}
                  >
                    {t(words, values)}
                  </Key>
                ))}
              </div>
            )}
            <Below print={print} back={before === null ? { kind: 'back' } : () => setPlace(before)} />
          </>
        )
      }
    >
      <Sheet answer={answer} place={place} />
    </Frame>
  );
}

interface TypedProps {
  readonly typing: Typing;
  readonly place: Place;
  readonly setPlace: (place: Place) => void;
}

/** The digits of a number, what becomes of it, and the way back: a digit at a time. */
function Typed({ typing, place, setPlace }: TypedProps): ReactNode {
  const t = useText();
  const { words, act, off = false } = typing.go(place.page);
  const shorter = erased(place);
  return (
    <>
      <div className="aux digits">
        {DIGITS.map((digit) => {
          const longer = typedOn(typing, place, digit);
          return (
            <Key key={digit} digit={Number(digit)} off={longer === null} act={() => setPlace(longer ?? place)}>
              {digit}
            </Key>
          );
        })}
      </div>
      <MainKey act={isIntent(act) ? act : () => setPlace(act)} off={off}>
        {t(words)}
      </MainKey>
      {shorter === null ? (
        <Foot back={{ kind: 'back' }} />
      ) : (
        <Foot back={() => setPlace(shorter)} backWords={t('check.erase')} />
      )}
    </>
  );
}

interface BelowProps {
  readonly print: ScreenOf<'service'>['print'];
  readonly back: { readonly kind: 'back' } | (() => void);
}

function Below({ print, back }: BelowProps): ReactNode {
  const t = useText();
  if (print.state === 'off') return <Foot back={back} />;
  if (print.state === 'printed') {
    // The slip's tab stands where the way back would be.
    return (
      <>
        <MainKey act={back} sign="back">
          {t('foot.back')}
        </MainKey>
        <Foot />
      </>
    );
  }
  const { words, off } = printKeys[print.state];
  return (
    <>
      <MainKey act={{ kind: 'printService' }} off={off}>
        {t(words)}
      </MainKey>
      <Foot back={back} />
    </>
  );
}
