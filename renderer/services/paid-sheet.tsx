import type { ReactNode } from 'react';
import type { Paid } from '../../common/contracts/session/services/shared.ts';
import { Amount } from '../components/amount.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { paidAmount, paidOn, paidWhen } from './paid.ts';

/** What has a fund paid? */
export function PaidSheet({
  payments,
  page,
}: {
  readonly payments: readonly Paid[];
  readonly page: number;
}): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { shown, pages } = paidOn(payments, page);
  return (
    <>
      <h1 className="t3 b">{t('paid.title')}</h1>
      {pages < 2 ? null : <p className="i2">{t('who.page', { page: page + 1, pages })}</p>}
      <ul className="list gap1">
        {shown.map((one) => (
          <li key={`${one.what} ${one.from}`} className="paid">
            <div>
              <div className="t2 b two-lines" data-frame="centre">
                {one.what}
              </div>
              <div className="i2">{paidWhen({ say: t, locale }, one)}</div>
            </div>
            <span className="sp" />
            <span className="t2" data-paid-amount="">
              <Amount fen={paidAmount(one)} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
