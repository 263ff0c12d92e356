import type { ReactNode } from 'react';
import type { MedicalView } from '../../common/contracts/session/services/medical.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { Amount } from '../components/amount.tsx';
import { MoneyBar } from '../components/money.tsx';
import { partsOf } from '../components/money-shares.ts';
import { PayerGlyph } from '../components/payer-glyph.tsx';
import { Gauge, YearChart } from '../components/year-chart.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { schemeKey } from '../text/schemes.ts';
import { dateText } from '../text/times.ts';
import { kindKey, leftOf, MEDICAL_SHEETS, payerKey, visitsShown, yearSplit, yourShare } from './medical.ts';
import { Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

/** What is left of this year? */
function Now({ answer: summary }: { readonly answer: MedicalView }): ReactNode {
  const t = useText();
  const { deductible, poolCeiling } = summary;
  const toGo = leftOf(deductible);
  const yuan = (amount: Fen): string => `${formatFen(amount)} ${t('unit.yuan')}`;
  return (
    <>
      <h1 className="t3 b">{t('benefits.title')}</h1>
      <p className="t2 i2 gap1">{t(schemeKey(summary.schemes[0]))}</p>
      <p className="t2 i2">{t('benefits.balance')}</p>
      <p data-benefit="balance">
        <Amount fen={summary.balance} size={summary.balance >= 100_000_000 ? 'long' : 't5'} />
      </p>
      <div className="row t2 gap1" data-benefit="deductible">
        <span>{t('benefits.deductible')}</span>
        <span className="sp" />
        <span className="t1 i2">
          {deductible.amount === 0
            ? t('benefits.deductibleNone')
            : toGo === 0
              ? t('benefits.deductibleMet')
              : t('benefits.deductibleLeft', { amount: yuan(toGo) })}
        </span>
      </div>
      {deductible.amount === 0 ? null : (
        <Gauge label={t('benefits.deductible')} used={deductible.used} of={deductible.amount} />
      )}
      {poolCeiling.amount === null ? null : (
        <>
          <div className="row t2 gap1" data-benefit="ceiling">
            <span>{t('benefits.ceiling')}</span>
            <span className="sp" />
            <Amount fen={leftOf({ amount: poolCeiling.amount, used: poolCeiling.used })} />
          </div>
          <Gauge label={t('benefits.ceiling')} used={poolCeiling.used} of={poolCeiling.amount} />
        </>
      )}
      {summary.visits === 0 ? (
        <p className="t2 gap2">{t('benefits.none')}</p>
      ) : (
        <div className="row t2 gap2" data-benefit="total">
          <span>{t('benefits.paid', { year: summary.year, visits: summary.visits })}</span>
          <span className="sp" />
          <Amount fen={summary.totalFees} />
        </div>
      )}
    </>
  );
}

/** Who paid it? The whole year as one bill; nothing of it is due, so nothing is amber. */
function Payers({ answer }: { readonly answer: MedicalView }): ReactNode {
  const t = useText();
  const { year, visits, totalFees } = answer;
  const split = yearSplit(answer);
  return (
    <>
      <h1 className="t3 b">{t('benefits.payersTitle')}</h1>
      <div className="row t2 gap1">
        <span>{t('benefits.paid', { year, visits })}</span>
        <span className="sp" />
        <Amount fen={totalFees} />
      </div>
      <div className="gap1 past">
        <MoneyBar split={split} />
      </div>
      <Rows
        rows={partsOf(split).map((part) => ({
          name: t(payerKey(part)),
          value: <Amount fen={part.amount} />,
          glyph: <PayerGlyph pattern={part.pattern} />,
          mark: part.payer,
        }))}
      />
    </>
  );
}

/** Who paid how much, month by month? */
function Months({ answer }: { readonly answer: MedicalView }): ReactNode {
  const t = useText();
  return (
    <>
      <h1 className="t3 b">{t('benefits.byMonth')}</h1>
      <YearChart label={t('benefits.byMonth')} months={answer.months} />
    </>
  );
}

/** Which visits were these? */
function Visits({ answer, page }: { readonly answer: MedicalView; readonly page: number }): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { shown, pages } = visitsShown(answer, page);
  return (
    <>
      <h1 className="t3 b">{t('benefits.visitsTitle')}</h1>
      {pages < 2 ? null : <p className="i2">{t('who.page', { page: page + 1, pages })}</p>}
      <ul className="list gap1">
        {shown.map(({ no, day, place, medType, total, account, cash }) => (
          <li key={no} className="paid" data-visit={day}>
            <div>
              <div className="t2 b two-lines" data-frame="centre">
                {place}
              </div>
              <div className="i2">
                <span className="part">{dateText(locale, day)}</span>
                <span className="part">{t(kindKey(medType))}</span>
              </div>
              {yourShare(account, cash).map((own) => (
                <div key="own" className="i2" data-visit-own="">
                  {t('benefits.own')} <Amount fen={own} />
                </div>
              ))}
            </div>
            <span className="sp" />
            <span className="t2" data-visit-total="">
              <Amount fen={total} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** S8 */
export const MedicalSheet: SheetView<MedicalView> = ({ answer, place: { sheet, page } }) => {
  if (sheet === MEDICAL_SHEETS.visits) return <Visits answer={answer} page={page} />;
  if (sheet === MEDICAL_SHEETS.payers) return <Payers answer={answer} />;
  return sheet === MEDICAL_SHEETS.months ? <Months answer={answer} /> : <Now answer={answer} />;
};
