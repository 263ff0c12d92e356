import type { ReactNode } from 'react';
import type { PolicyChoosing, PolicyList } from '../../common/contracts/session/policy.ts';
import { Frame } from '../components/frame.tsx';
import { Choice, Key } from '../components/keys.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { langOf, listKeys, strokeOf } from './words.ts';

interface ChooseProps {
  readonly view: PolicyChoosing;
  readonly foot: ReactNode;
}

/** What has happened, which page, which word? */
export function Choose({ view, foot }: ChooseProps): ReactNode {
  const t = useText();
  const lang = langOf(useLocale());
  const { ask, chosen, lists, find } = view;
  const list = lists[lang];
  return (
    <Frame
      edge="high"
      strip={t('policy.title')}
      below={
        <>
          {ask === 'initial' ? <Initials list={list} /> : <Answers list={list} find={find} />}
          {foot}
        </>
      }
    >
      <h1 className="t4 b">{t(`policy.ask.${ask}`)}</h1>
      {chosen === null ? null : (
        <p className="t3 gap1">{ask === 'word' ? <Stroke words={chosen[lang]} /> : chosen[lang]}</p>
      )}
      {list.pages === 1 ? null : (
        <p className="t2 i2 gap1">{t('policy.pageOf', { page: list.page, pages: list.pages })}</p>
      )}
      {list.choices.length === 0 ? <p className="t2 gap1">{t('policy.nobody')}</p> : null}
    </Frame>
  );
}

/** At most four answers, or three with a row of keys below them. */
function Answers({ list, find }: { readonly list: PolicyList; readonly find: string | null }): ReactNode {
  const t = useText();
  const keys = listKeys(list, find);
  return (
    <div className="aux choices">
      {list.choices.map(({ to, words, small, off }, index) => (
        <Choice
          key={to}
          number={index + 1}
          words={words}
          {...(small === null ? {} : { small })}
          off={off}
          act={{ kind: 'openPolicy', to }}
        />
      ))}
      {keys.length === 0 ? null : (
        <div className="keys">
          {keys.map(({ words, to, digit }) => (
            <Key key={words} act={{ kind: 'openPolicy', to }} digit={digit}>
              {t(words)}
            </Key>
          ))}
        </div>
      )}
    </div>
  );
}

/** A stroke as it is written, and its name; letters as they are. */
function Stroke({ words }: { readonly words: string }): ReactNode {
  const { glyph, name } = strokeOf(words);
  return (
    <>
      {glyph === null ? null : <span aria-hidden="true">{glyph} </span>}
      <span>{name}</span>
    </>
  );
}

/** How the word begins: as on a telephone, each stroke on its own digit. */
function Initials({ list }: { readonly list: PolicyList }): ReactNode {
  return (
    <div className="aux pairs policy-initials">
      {list.choices.map(({ to, words, small, off }, index) => (
        <Key key={to} act={{ kind: 'openPolicy', to }} off={off} digit={index + 1}>
          <span className="part">
            <Stroke words={words} />
          </span>
          {small === null ? null : <span className="part">{small}</span>}
        </Key>
      ))}
    </div>
  );
}
