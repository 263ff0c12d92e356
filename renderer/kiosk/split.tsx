import type { ReactNode } from 'react';
import { Amount } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, Key, MainKey } from '../components/keys.tsx';
import { Due, MoneyBar, Stair } from '../components/money.tsx';
import { Sign } from '../components/sign.tsx';
import { Say, type ScreenOf, useText } from './context.tsx';

/** Who pays? The picture does the subtraction. */
export function SplitScreen({ screen }: { readonly screen: ScreenOf<'split'> }): ReactNode {
  const t = useText();
  const { split, useAccount, accountChoice } = screen;
  return (
    <Frame
      edge={accountChoice ? 'mid' : 'low'}
      steps={{ now: 2 }}
      below={
        <>
          {accountChoice ? (
            <div className="aux row t2" data-account={useAccount ? 'used' : 'kept'}>
              <Sign name="purse" size={15} />
              <span>{t(useAccount ? 'split.accountOn' : 'split.accountOff')}</span>
              <span className="sp" />
              <div style={{ width: 'calc(var(--mm) * 92)' }}>
                <Key act={{ kind: 'setUseAccount', use: !useAccount }}>
                  {t(useAccount ? 'split.keepAccount' : 'split.useAccount')}
                </Key>
              </div>
            </div>
          ) : null}
          <MainKey act={{ kind: 'acceptSplit' }} after="next">
            {t('split.next')}
          </MainKey>
          <Foot back={{ kind: 'back' }} />
        </>
      }
    >
      <h1 className="t3 b nw">
        <Say k="split.title" amount={<Amount fen={split.funds} kind="funds" />} />
      </h1>
      <p className="row t2 gap2">
        <span>{t('money.total')}</span>
        <span className="sp" />
        <Amount fen={split.total} kind="total" />
      </p>
      <div style={{ marginTop: 'calc(var(--mm) * 2)' }}>
        <MoneyBar split={split} />
      </div>
      <Stair split={split} />
      <Due split={split} />
    </Frame>
  );
}
