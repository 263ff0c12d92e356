import type { ReactNode } from 'react';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { formatFen } from '../../common/kernel/money.ts';
import { useKiosk, useLocale, useText } from '../kiosk/context.tsx';
import { Amount, type AmountKind } from './amount.tsx';
import { type Part, partsOf, sharesOf } from './money-shares.ts';
import { PayerGlyph } from './payer-glyph.tsx';

const percent = (share: number): string => `${share.toFixed(3)}%`;

interface Placed extends Part {
  readonly from: number;
  readonly share: number;
}

/** Parts of the bill with their places on the bar. */
export function usePlaced(split: Split): readonly Placed[] {
  const { barMm, snapshot } = useKiosk();
  const parts = partsOf(split, snapshot.look.theme === 'elder');
  const shares = sharesOf(
    parts.map(({ amount }) => amount),
    barMm,
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

/** The office's word beside the person's; of the account, what it holds after; none where layers were summed. */
function officeOf(payer: Exclude<Part['payer'], 'cash'>, split: Split, t: ReturnType<typeof useText>): string | null {
  if (payer === 'funds' || payer === 'solid' || payer === 'dot' || payer === 'hospital') return null;
  if (payer !== 'account') return t(`payer.${payer}.office`);
  if (split.accountMutualAid > 0) return t('payer.account.shared', { amount: formatFen(split.accountMutualAid) });
  if (split.account === 0 || split.accountBalanceAfter === null) return t('payer.account.office');
  return t('payer.account.after', { amount: formatFen(split.accountBalanceAfter) });
}

/** Under the bar every payer takes one step from where the last one stopped. */
export function Stair({ split, dense = false }: { readonly split: Split; readonly dense?: boolean }): ReactNode {
  const t = useText();
  // An English row has no room for the unit beside the office's word; the total above it says yuan.
  const unit = useLocale() === 'zh-CN';
  return (
    <ul className={dense ? 'dense' : ''}>
      {usePlaced(split)
        .filter(({ payer }) => payer !== 'cash')
        .map(({ payer, pattern, amount, from, share }) => {
          if (payer === 'cash') return null;
          const office = officeOf(payer, split, t);
          return (
            <li className="payer" key={payer}>
              <div className="txt">
                <PayerGlyph pattern={pattern} />
                <span className="t2 b">{t(payer === 'funds' ? 'money.funds' : `payer.${payer}`)}</span>
                {office === null ? null : <span className="office">{office}</span>}
                <span className="sp" />
                {payer === 'account' ? (
                  <Amount fen={amount} kind="account" unit={unit} />
                ) : (
                  <Amount fen={amount} unit={unit} />
                )}
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

type BandSize = 'low' | 'mid' | 'tall';

/** The largest type in which the amount fits beside its word. */
function amountSize(split: Split, size: BandSize): 't5' | 'huge' | 'long' | 'longer' {
  if (split.cash >= 10_000_000) return 'longer';
  if (split.cash >= 1_000_000 || size === 'low') return 'long';
  return size === 'tall' ? 'huge' : 't5';
}

/** What is left drops through the spout into the amber band; with nothing due there is no spout and no amber. */
export function Due({ split, size = 'mid' }: { readonly split: Split; readonly size?: BandSize }): ReactNode {
  const t = useText();
  const cash = usePlaced(split).find(({ payer }) => payer === 'cash');
  if (split.cash === 0) {
    return (
      <>
        <div className="pour" />
        <div className={`band bleed free ${size}`}>
          <span className="t4 b">{t('money.cashZero')}</span>
          <span className="t3">
            <Amount fen={split.cash} kind="cash" />
          </span>
        </div>
      </>
    );
  }
  return (
    <>
      <div className={`pour ${size}`} aria-hidden="true">
        <div className="arm" style={{ left: percent(cash?.from ?? 0) }} />
        <div className="spout" style={{ left: percent(cash?.from ?? 0), width: percent(cash?.share ?? 0) }} />
      </div>
      <div className={`band bleed ${size}`}>
        <span className="word">{t('money.cash')}</span>
        <Amount fen={split.cash} kind="cash" size={amountSize(split, size)} />
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
  const tight = columns.length > 4 || split.total >= 10_000_000;
  return (
    <dl className={tight ? 'sums tight' : 'sums'}>
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
