import type { ReactNode } from 'react';
import type { MedicalView } from '../../common/contracts/session/services/medical.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { Amount } from '../components/amount.tsx';
import { Gauge, YearChart } from '../components/year-chart.tsx';
import { useText } from '../kiosk/context.tsx';
import { schemeKey } from '../text/schemes.ts';
import { leftOf } from './medical.ts';
import type { SheetView } from './sheet-view.ts';

/** What is left of this year? */
export const MedicalSheet: SheetView<MedicalView> = ({ answer: summary }): ReactNode => {
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
      <YearChart label={t('benefits.byMonth')} months={summary.months} />
    </>
  );
};
