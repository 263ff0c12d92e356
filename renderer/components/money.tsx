import type { ReactNode } from 'react';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { useKiosk, useText } from '../kiosk/context.tsx';
import { Amount, type AmountKind } from './amount.tsx';
import { type Part, partsOf, sharesOf } from './money-shares.ts';
import { PayerGlyph } from './payer-glyph.tsx';

const percent = (share: number): string => `${share.toFixed(3)}%`;

interface Placed extends Part {
  readonly from: number;
  readonly share: number;
}

/** Parts of the bill with their places on the bar, which is the glass without its margins (2 × 18 mm). */
export function usePlaced(split: Split): readonly Placed[] {
  const { glassMm } = useKiosk();
  const parts = partsOf(split);
  const shares = sharesOf(
    parts.map(({ amount }) => amount),
    Math.max(60, glassMm - 36),
  );
  let from = 0;
  return parts.map((each, index) => {
    const share = shares[index] ?? 0;
    const placed = { ...each, from, share };
    from += share;
    return placed;
  });
}

/** The whole bill in one bar. */
export function MoneyBar({ split, slim = false }: { readonly split: Split; readonly slim?: boolean }): ReactNode {
  const t = useText();
  return (
    <div className={slim ? 'bar slim' : 'bar'} role="img" aria-label={t('money.bar')}>
      {usePlaced(split)
        .filter(({ amount }) => amount > 0)
        .map(({ payer, pattern, share }) => (
          <div key={payer} className={`p-${pattern}`} style={{ width: percent(share) }} />
        ))}
    </div>
  );
}

/** Under the bar every payer takes one step from where the last one stopped. */
export function Stair({ split }: { readonly split: Split }): ReactNode {
  const t = useText();
  return (
    <ul>
      {usePlaced(split)
        .filter(({ payer }) => payer !== 'cash')
        .map(({ payer, pattern, amount, from, share }) => {
          if (payer === 'cash') return null;
          const office =
            payer === 'account' && split.accountMutualAid > 0
              ? t('payer.account.shared', { amount: formatFen(split.accountMutualAid) })
              : payer === 'account' && amount > 0 && split.accountBalanceAfter !== null
                ? t('payer.account.after', { amount: formatFen(split.accountBalanceAfter) })
                : t(`payer.${payer}.office`);
          return (
            <li className="payer" key={payer}>
              <div className="txt">
                <PayerGlyph pattern={pattern} />
                <span className="t2 b">{t(`payer.${payer}`)}</span>
                <span className="office">{office}</span>
                <span className="sp" />
                {payer === 'account' ? <Amount fen={amount} kind="account" /> : <Amount fen={amount} />}
              </div>
              <div className="stair" aria-hidden="true">
                <div className="before" style={{ width: percent(from) }} />
                {amount > 0 ? (
                  <div className={`seg p-${pattern}`} style={{ left: percent(from), width: percent(share) }} />
                ) : null}
              </div>
            </li>
          );
        })}
    </ul>
  );
}

/** What is left drops through the spout into the amber band; with nothing due there is no spout and no amber. */
export function Due({ split, tall = false }: { readonly split: Split; readonly tall?: boolean }): ReactNode {
  const t = useText();
  const cash = usePlaced(split).find(({ payer }) => payer === 'cash');
  const size = split.cash >= 1_000_000 ? 'big' : tall ? 'huge' : 't5';
  if (split.cash === 0) {
    return (
      <>
        <div className="pour" />
        <div className={`band bleed free ${tall ? 'tall' : ''}`}>
          <span className="t4 b">{t('money.cashZero')}</span>
          <Amount fen={split.cash} kind="cash" />
        </div>
      </>
    );
  }
  return (
    <>
      <div className={tall ? 'pour join' : 'pour'} aria-hidden="true">
        <div className="spout" style={{ left: percent(cash?.from ?? 0), width: percent(cash?.share ?? 0) }} />
      </div>
      <div className={`band bleed ${tall ? 'tall' : ''}`}>
        <span className="word">{t('money.cash')}</span>
        <Amount fen={split.cash} kind="cash" size={size} />
      </div>
    </>
  );
}

/** The four sums of a split in one line, each named. */
export function Sums({ split }: { readonly split: Split }): ReactNode {
  const t = useText();
  const columns: readonly AmountKind[] = [
    'total',
    'funds',
    ...(split.hospital > 0 ? (['hospital'] as const) : []),
    'account',
    'cash',
  ];
  return (
    <dl className="sums">
      {columns.map((kind) => (
        <div key={kind}>
          <dt>{t(`money.${kind}`)}</dt>
          <dd>
            <Amount fen={split[kind]} kind={kind} unit={false} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
