import type { ReactNode } from 'react';
import type { CheckedView } from '../../common/contracts/session/check.ts';
import { Amount } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, Key, MainKey } from '../components/keys.tsx';
import { type ScreenOf, useLocale, useText } from '../kiosk/context.tsx';
import { Rows } from '../services/rows.tsx';
import { cardDayText } from '../text/card-days.ts';
import { DIGITS, groupsOf, headingOf, leftOf, mainKeyOf, takesDigits } from './words.ts';

/** Is this paper what it says it is? */
export function CheckPage({ screen }: { readonly screen: ScreenOf<'checkCode'> }): ReactNode {
  const t = useText();
  const { typed, phase, mistyped, found, failure } = screen;
  const main = mainKeyOf(screen);
  return (
    <Frame
      edge={phase === 'told' ? 'low' : 'high'}
      strip={t('check.title')}
      below={
        <>
          {phase === 'told' ? null : <Digits off={!takesDigits(screen)} />}
          <MainKey act={{ kind: 'eraseCode' }} off={main.off}>
            {t(main.words)}
          </MainKey>
          <Foot back={{ kind: 'back' }} leave={{ act: { kind: 'end' }, words: t('check.leave') }} />
        </>
      }
    >
      <h1 className="t3 b" data-check={phase}>
        {t(headingOf(screen))}
      </h1>
      {found === null ? (
        <p className="t4 b gap1 code-groups" data-check="typed">
          {groupsOf(typed).map((group, index, all) => (
            <span key={all.slice(0, index + 1).join('')}>{group}</span>
          ))}
        </p>
      ) : (
        <Found found={found} />
      )}
      {phase === 'typing' && !mistyped ? (
        <p className="t2 i2 gap1">{t('check.count', { left: leftOf(screen) })}</p>
      ) : null}
      {failure === 'none' ? <p className="t2 gap1">{t('check.noneNote')}</p> : null}
    </Frame>
  );
}

function Digits({ off }: { readonly off: boolean }): ReactNode {
  return (
    <div className="aux digits">
      {DIGITS.map((digit) => (
        <Key key={digit} act={{ kind: 'typeCode', digit }} digit={Number(digit)} off={off}>
          {digit}
        </Key>
      ))}
    </div>
  );
}

function Found({ found }: { readonly found: CheckedView }): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { kind, maskedName, total, issuedOn, expiresOn, digest, lab } = found;
  return (
    <>
      {lab ? <p className="t2 b gap1">{t('check.lab')}</p> : null}
      <Rows
        rows={[
          { name: t('check.kind'), value: t(`certificates.${kind}`), mark: 'kind' },
          { name: t('check.name'), value: maskedName, mark: 'name' },
          { name: t('check.total'), value: <Amount fen={total} />, mark: 'total' },
          { name: t('check.issuedOn'), value: cardDayText(locale, issuedOn), mark: 'issuedOn' },
          { name: t('certificates.expiresOn'), value: cardDayText(locale, expiresOn), mark: 'expiresOn' },
          { name: t('check.digest'), value: digest, mark: 'digest' },
        ]}
      />
    </>
  );
}
