import type { ReactNode } from 'react';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { Amount } from '../components/amount.tsx';
import { EdgeTab } from '../components/edge-tab.tsx';
import { Frame } from '../components/frame.tsx';
import { Foot, MainKey } from '../components/keys.tsx';
import { Gauge, YearChart } from '../components/year-chart.tsx';
import { printKeys } from '../keypad/resident-offers.ts';
import { leftOf } from '../speech/benefits.ts';
import { schemeKey } from '../text/schemes.ts';
import { type ScreenOf, useText } from './context.tsx';

/** What is left of this year? */
export function Benefits({ screen }: { readonly screen: ScreenOf<'benefits'> }): ReactNode {
  const t = useText();
  const { summary, person, print } = screen;
  const { deductible, poolCeiling } = summary;
  const toGo = leftOf(deductible);
  const yuan = (amount: Fen): string => `${formatFen(amount)} ${t('unit.yuan')}`;
  const printKey = print.state === 'off' ? null : printKeys[print.state];
  const months = t('benefits.byMonth');
  return (
    <Frame
      edge="low"
      strip={`${person.name} · ${t(schemeKey(summary.schemes[0]))}`}
      tabs={print.state === 'printed' ? <EdgeTab slot="paper">{t('tab.paper')}</EdgeTab> : undefined}
      below={
        print.state === 'printed' ? (
          // The slip's tab stands where the foot would be.
          <MainKey act={{ kind: 'back' }} sign="back">
            {t('foot.back')}
          </MainKey>
        ) : (
          <>
            {printKey === null ? null : (
              <MainKey act={{ kind: 'printBenefits' }} off={printKey.off}>
                {t(printKey.words)}
              </MainKey>
            )}
            <Foot back={{ kind: 'back' }} />
          </>
        )
      }
    >
      <h1 className="t3 b" data-benefit-print={print.state}>
        {t('benefits.title')}
      </h1>
      <p className="t2 i2 gap1">{t('benefits.balance')}</p>
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
      <YearChart label={months} months={summary.months} />
    </Frame>
  );
}
