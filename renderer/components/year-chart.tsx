import type { ReactNode } from 'react';
import type { Fen } from '../../common/kernel/money.ts';
import { useText } from '../kiosk/context.tsx';
import { PayerGlyph } from './payer-glyph.tsx';
import { columnsOf, fillOf, type MonthPaid } from './year-shares.ts';

interface YearChartProps {
  /** What it shows, for a reader that does not see it. */
  readonly label: string;
  /** The months of one year so far, in any order; the others are drawn as still to come. */
  readonly months: readonly MonthPaid[];
}

/** This year by month, one column each: solid is paid by others, dotted and hollow by you. No amber: nothing is due. */
export function YearChart({ label, months }: YearChartProps): ReactNode {
  const t = useText();
  return (
    <div className="year-chart">
      <div className="columns" role="img" aria-label={label}>
        {columnsOf(months).map(({ month, parts }) => (
          <div key={month} data-month={month} data-paid={parts !== null}>
            <div className="column">
              {(parts ?? []).map(({ pattern, percent }) =>
                percent > 0 ? (
                  <div key={pattern} className={`p-${pattern}`} style={{ height: `${percent.toFixed(2)}%` }} />
                ) : null,
              )}
            </div>
            <span>{month}</span>
          </div>
        ))}
      </div>
      <p className="legend">
        {(
          [
            ['pool', 'funds'],
            ['account', 'account'],
            ['cash', 'cash'],
          ] as const
        ).map(([pattern, payer]) => (
          <span key={pattern}>
            <PayerGlyph pattern={pattern} />
            {t(`money.${payer}`)}
          </span>
        ))}
      </p>
    </div>
  );
}

interface GaugeProps {
  readonly label: string;
  readonly used: Fen;
  /** Where it ends: the deductible or the ceiling; null where there is no end, then it is only begun. */
  readonly of: Fen | null;
}

/** How much of a deductible or of a ceiling is used up: solid is used, hollow is left. */
export function Gauge({ label, used, of }: GaugeProps): ReactNode {
  const fill = fillOf(used, of);
  return (
    <div className={of === null ? 'gauge open' : 'gauge'} role="img" aria-label={label} data-fill={fill.toFixed(1)}>
      {fill > 0 ? <div style={{ width: `${fill.toFixed(2)}%` }} /> : null}
    </div>
  );
}
