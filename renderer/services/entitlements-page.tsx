import type { ReactNode } from 'react';
import type { EntitlementsView } from '../../common/contracts/session/services/entitlements.ts';
import { Amount } from '../components/amount.tsx';
import { useText } from '../kiosk/context.tsx';
import { ENTITLEMENT_SHEETS, ongoing, standardsOn } from './entitlements.ts';
import { paidAmount } from './paid.ts';
import { PaidSheet } from './paid-sheet.tsx';
import { Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

/** What do I get? */
function Now({ answer }: { readonly answer: EntitlementsView }): ReactNode {
  const t = useText();
  const now = ongoing(answer);
  if (now.length === 0) return <h1 className="t3 b">{t('entitlements.none')}</h1>;
  return (
    <>
      <h1 className="t3 b">{t('entitlements.now')}</h1>
      <Rows rows={now.map((one) => ({ name: one.what, value: <Amount fen={paidAmount(one)} />, mark: one.what }))} />
    </>
  );
}

/** Which sums does my city have? */
function Standards({ answer, page }: { readonly answer: EntitlementsView; readonly page: number }): ReactNode {
  const t = useText();
  const { shown, pages } = standardsOn(answer, page);
  return (
    <>
      <h1 className="t3 b">{t('entitlements.standardsTitle')}</h1>
      {pages < 2 ? null : <p className="i2">{t('who.page', { page: page + 1, pages })}</p>}
      <ul className="list gap1">
        {shown.map(({ id, name, per, amount, kind, illustrative }) => (
          <li key={id} className="paid" data-standard={id}>
            <div>
              <div className="t2 b two-lines" data-frame="centre">
                {name}
              </div>
              <div className="i2">
                <span className="part">{t(`entitlements.per.${per}`)}</span>
                <span className="part">{t(`entitlements.kind.${kind}`)}</span>
                {illustrative ? <span className="part b">{t('entitlements.illustrative')}</span> : null}
              </div>
            </div>
            <span className="sp" />
            <span className="t2">
              <Amount fen={amount} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** S9 */
export const EntitlementsSheet: SheetView<EntitlementsView> = ({ answer, place: { sheet, page } }) => {
  if (sheet === ENTITLEMENT_SHEETS.payments) return <PaidSheet payments={answer.payments} page={page} />;
  return sheet === ENTITLEMENT_SHEETS.standards ? <Standards answer={answer} page={page} /> : <Now answer={answer} />;
};
