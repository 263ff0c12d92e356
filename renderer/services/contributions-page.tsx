import type { ReactNode } from 'react';
import type { ContributionsView } from '../../common/contracts/session/services/contributions.ts';
import { Amount } from '../components/amount.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { inYears } from '../text/years.ts';
import { countedKey, insuranceKey, type Shown, shownAt, spanText } from './contributions.ts';
import { MonthChart } from './month-chart.tsx';
import { Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

/** How many months have I paid, and since when? */
function Chart({ own }: Extract<Shown, { kind: 'chart' }>): ReactNode {
  const t = useText();
  const locale = useLocale();
  const { insurance, months, deemed, missed, first, last, firm, person } = own;
  const inAll = inYears(months);
  return (
    <>
      <h1 className="t3 b">{t(insuranceKey(insurance))}</h1>
      <p className="t2 i2">{t(countedKey(own))}</p>
      <p className="t4 b" data-service="months">
        {t('unit.months', { months })}
      </p>
      <p className="i2">
        {inAll === null ? null : <span className="part">{t(inAll.words, inAll.values)}</span>}
        {deemed === 0 ? null : <span className="part">{t('contributions.deemedMonths', { months: deemed })}</span>}
        {missed === 0 ? null : <span className="part">{t('contributions.missedMonths', { months: missed })}</span>}
        <span className="part">{spanText({ say: t, locale }, first, last)}</span>
      </p>
      <MonthChart label={t('contributions.chart')} own={own} />
      <Rows
        rows={[
          { name: t('contributions.person'), value: <Amount fen={person} />, mark: 'person' },
          { name: t('contributions.firm'), value: <Amount fen={firm} />, mark: 'firm', minor: true },
        ]}
      />
    </>
  );
}

interface MonthsProps {
  readonly answer: ContributionsView;
  readonly shown: Extract<Shown, { kind: 'months' }>;
}

/** What was paid each month of half a year? */
function Months({ answer, shown: { own, half, rows } }: MonthsProps): ReactNode {
  const t = useText();
  return (
    <>
      <h1 className="t3 b">
        <span className="part">{t(insuranceKey(own.insurance))}</span>
        <span className="part">{t('contributions.year', { year: answer.year ?? '' })}</span>
      </h1>
      <p className="t2 i2">{t(half === 0 ? 'contributions.half.0' : 'contributions.half.1')}</p>
      {rows.length === 0 ? (
        <p className="t3 gap2">{t('contributions.noneThen')}</p>
      ) : (
        <table className="months gap1">
          <thead>
            <tr>
              {(['month', 'base', 'firm', 'person'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`contributions.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ month, kind, base, firm, person }) => (
              <tr key={month} data-month={month}>
                <th scope="row">{Number(month.slice(5))}</th>
                {kind === 'paid' ? (
                  [base, firm, person].map((amount, index) => (
                    <td key={['base', 'firm', 'person'][index]}>
                      <Amount fen={amount} unit={false} />
                    </td>
                  ))
                ) : (
                  <td colSpan={3}>{t(`contributions.${kind}`)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** S12 */
export const ContributionsSheet: SheetView<ContributionsView> = ({ answer, place }) => {
  const t = useText();
  const shown = shownAt(answer, place);
  if (shown.kind === 'nothing') return <h1 className="t3 b">{t('contributions.nothing')}</h1>;
  return shown.kind === 'chart' ? <Chart {...shown} /> : <Months answer={answer} shown={shown} />;
};
