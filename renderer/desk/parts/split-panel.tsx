import type { ReactNode } from 'react';
import type { Locale, Split } from '../../../common/contracts/session/snapshot.ts';
import { fen } from '../../../common/kernel/money.ts';
import { type Part, partsOf, sharesOf } from '../../components/money-shares.ts';
import { PayerGlyph } from '../../components/payer-glyph.tsx';
import { useDesk, useSay } from '../context.tsx';
import type { Say } from '../text.ts';
import { Money } from './money.tsx';
import { yuanText } from './yuan.ts';

/** Width of the bar, mm on a 24" screen, for parts with a least size. */
const BAR_MM = 155;
const percent = (share: number): string => `${share.toFixed(3)}%`;

interface Placed extends Part {
  readonly from: number;
  readonly share: number;
}

/** Parts of the bill with their places on the bar. */
function placed(split: Split): readonly Placed[] {
  const parts = partsOf(split);
  const shares = sharesOf(
    parts.map(({ amount }) => amount),
    BAR_MM,
  );
  let from = 0;
  return parts.map((each, index) => {
    const share = shares[index] ?? 0;
    from += share;
    return { ...each, share, from: from - share };
  });
}

/** The field of the standard from which a layer comes; none where layers were summed. */
const fieldOf: Readonly<Partial<Record<Part['payer'], string>>> = {
  pool: 'hifp_pay',
  major: 'hifmi_pay',
  largeAmount: 'hifob_pay',
  enterprise: 'hifes_pay',
  civilServant: 'cvlserv_pay',
  assistance: 'maf_pay',
  other: 'oth_pay',
  hospital: 'hosp_part_amt',
  account: 'acct_pay',
};

/** The office's word of a payer, which is the cashier's own; offices have no English words. */
function payerText(say: Say, payer: Part['payer'], locale: Locale): string {
  switch (payer) {
    case 'cash':
      return say('desk.quote.due');
    case 'funds':
      return say('money.funds');
    case 'solid':
    case 'dot':
    case 'hospital':
      return say(`payer.${payer}`);
    default:
      return say(locale === 'en' ? `payer.${payer}` : `payer.${payer}.office`);
  }
}

/** The whole bill in one bar, and under it every payer, each a step from where the last one stopped. */
export function SplitPanel({ split }: { readonly split: Split }): ReactNode {
  const say = useSay();
  const { locale } = useDesk().snapshot;
  const all = placed(split);
  return (
    <>
      <div className="money-bar" role="img" aria-label={say('desk.quote.bar')}>
        {all
          .filter(({ amount }) => amount > 0)
          .map(({ payer, pattern, share }) => (
            <div key={payer} className={`p-${pattern}`} style={{ width: percent(share) }} />
          ))}
      </div>
      <ul className="payers">
        {all
          .filter(({ payer }) => payer !== 'cash')
          .map(({ payer, pattern, amount, from, share }) => (
            <li key={payer}>
              <div className="payer-row">
                <PayerGlyph pattern={pattern} />
                <b>{payerText(say, payer, locale)}</b>
                <span className="soft code">{fieldOf[payer]}</span>
                <span className="sp" />
                {payer === 'account' ? <AfterWords split={split} /> : null}
                <b>
                  <Money fen={amount} kind={payer} />
                </b>
              </div>
              <div className="stair" aria-hidden="true">
                <div className="before" style={{ width: percent(from) }} />
                {amount > 0 ? (
                  <div className={`seg p-${pattern}`} style={{ left: percent(from), width: percent(share) }} />
                ) : null}
              </div>
            </li>
          ))}
      </ul>
    </>
  );
}

/** Of the account: what a family member pays of it, or what it holds afterwards. */
function AfterWords({ split }: { readonly split: Split }): ReactNode {
  const say = useSay();
  const { accountMutualAid, accountBalanceAfter } = split;
  if (accountMutualAid > 0) {
    return <span className="soft small">{say('desk.quote.shared', { amount: yuanText(accountMutualAid) })}</span>;
  }
  if (accountBalanceAfter === null) return null;
  return <span className="soft small">{say('desk.quote.after', { amount: yuanText(fen(accountBalanceAfter)) })}</span>;
}
