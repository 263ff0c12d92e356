import type { ReactNode } from 'react';
import { Amount } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, Key, MainKey } from '../components/keys.tsx';
import { Due, MoneyBar, Stair } from '../components/money.tsx';
import { partsOf } from '../components/money-shares.ts';
import { Sign } from '../components/sign.tsx';
import { Say, type ScreenOf, useKiosk, useText } from './context.tsx';

/** Parts of a bill, the cash among them, from which on the rows are set closer. */
const DENSE_FROM = 5;

/** Who pays? The picture does the subtraction. */
export function SplitScreen({ screen }: { readonly screen: ScreenOf<'split'> }): ReactNode {
  const t = useText();
  const { snapshot } = useKiosk();
  const { split, useAccount, accountChoice } = screen;
  // With five payers every row moves together a little, so that the band keeps its place.
  const dense = partsOf(split, snapshot.look.theme === 'elder').length > DENSE_FROM;
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
              <div className="account-key">
                <Key act={{ kind: 'setUseAccount', use: !useAccount }} digit={1}>
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
      <h1 className="t3 b">
        <Say k="split.title" amount={<Amount fen={split.funds} kind="funds" />} />
      </h1>
      <p className={dense ? 'row t2' : 'row t2 gap2'}>
        <span>{t('money.total')}</span>
        <span className="sp" />
        <Amount fen={split.total} kind="total" />
      </p>
      <div style={{ marginTop: 'calc(var(--mm) * 2)' }}>
        <MoneyBar split={split} slim={dense} />
      </div>
      <Stair split={split} dense={dense} />
      <Due split={split} size={dense ? 'low' : 'mid'} />
    </Frame>
  );
}
