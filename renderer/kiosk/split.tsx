import { type ReactNode, useState } from 'react';
import { Amount } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, Key, MainKey } from '../components/keys.tsx';
import { Due, MoneyBar, Stair } from '../components/money.tsx';
import { partsOf } from '../components/money-shares.ts';
import { Say, type ScreenOf, useKiosk, useText } from './context.tsx';
import { Detail } from './detail.tsx';

/** Parts of a bill, the cash among them, from which on the rows are set closer. */
const DENSE_FROM = 5;

/** Who pays? The picture does the subtraction. */
export function SplitScreen({ screen }: { readonly screen: ScreenOf<'split'> }): ReactNode {
  const t = useText();
  const { snapshot } = useKiosk();
  const [open, setOpen] = useState(false);
  const { split, useAccount, accountChoice } = screen;
  if (open) return <Detail screen={screen} onClose={() => setOpen(false)} />;
  // With five payers every row moves together a little, so that the band keeps its place.
  const dense = partsOf(split, snapshot.look.theme === 'elder').length > DENSE_FROM;
  return (
    <Frame
      edge="mid"
      steps={{ now: 2 }}
      below={
        <>
          <div className="aux keys" data-account={accountChoice ? (useAccount ? 'used' : 'kept') : undefined}>
            {accountChoice ? (
              <Key act={{ kind: 'setUseAccount', use: !useAccount }} sign="purse" digit={1}>
                {t(useAccount ? 'split.keepAccount' : 'split.useAccount')}
              </Key>
            ) : null}
            <Key act={() => setOpen(true)} sign="list" digit={accountChoice ? 2 : 1}>
              {t('detail.open')}
            </Key>
          </div>
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
