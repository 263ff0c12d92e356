import type { ReactNode } from 'react';
import type { UnemploymentView } from '../../common/contracts/session/services/unemployment.ts';
import { Amount } from '../components/amount.tsx';
import { useText } from '../kiosk/context.tsx';
import { schemeKey } from '../text/schemes.ts';
import { PaidSheet } from './paid-sheet.tsx';
import { type Row, Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';
import { UNEMPLOYMENT_SHEETS } from './unemployment.ts';

/** A cell for each month that is due: solid is drawn, hollow is left. */
function MonthsLeft({ answer }: { readonly answer: UnemploymentView }): ReactNode {
  const t = useText();
  const { monthsDue, monthsDrawn } = answer;
  if (monthsDue === 0) return null;
  return (
    <div className="month-strip gap1" role="img" aria-label={t('unemployment.due')}>
      {Array.from({ length: monthsDue }, (_, index) => index + 1).map((month) => (
        <i key={month} className={month <= monthsDrawn ? 'paid' : 'missed'} />
      ))}
    </div>
  );
}

/** How many months are left, what does the next one pay, and which insurance am I in? */
function Now({ answer }: { readonly answer: UnemploymentView }): ReactNode {
  const t = useText();
  const { state, monthsDue, monthsDrawn, monthsLeft, nextMonth, medicalScheme } = answer;
  const months = (count: number): string => t('unit.months', { months: count });
  const rows: readonly Row[] = [
    { name: t('unemployment.due'), value: months(monthsDue), mark: 'due' },
    { name: t('unemployment.drawn'), value: months(monthsDrawn), mark: 'drawn', minor: true },
    ...(nextMonth === null ? [] : [{ name: t('unemployment.next'), value: <Amount fen={nextMonth} />, mark: 'next' }]),
    ...(medicalScheme === null
      ? []
      : [{ name: t('unemployment.scheme'), value: t(schemeKey(medicalScheme)), mark: 'scheme' }]),
  ];
  return (
    <>
      <h1 className="t3 b">{t(`unemployment.${state}`)}</h1>
      <p className="t2 i2 gap1">{t(state === 'none' ? 'unemployment.could' : 'unemployment.left')}</p>
      <p className="t4 b" data-service="left">
        {months(monthsLeft)}
      </p>
      <MonthsLeft answer={answer} />
      <Rows rows={rows} />
      {answer.clinicSubsidy ? <p className="gap1">{t('unemployment.clinic')}</p> : null}
      <p className="i2 gap1">{t('unemployment.rule')}</p>
    </>
  );
}

/** S8 with S14 */
export const UnemploymentSheet: SheetView<UnemploymentView> = ({ answer, place }) =>
  place.sheet === UNEMPLOYMENT_SHEETS.payments ? (
    <PaidSheet payments={answer.payments} page={place.page} />
  ) : (
    <Now answer={answer} />
  );
