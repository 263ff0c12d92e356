import type { ReactNode } from 'react';
import type { ContributionsView } from '../../common/contracts/session/services/contributions.ts';
import { useText } from '../kiosk/context.tsx';
import { cellsOf } from './month-cells.ts';

interface MonthChartProps {
  /** What it shows, for a reader that does not see it. */
  readonly label: string;
  readonly own: ContributionsView['insurances'][number];
}

/** One cell a month, one column a year, January on top: solid is paid, dotted is counted as paid, hollow is missed. */
export function MonthChart({ label, own }: MonthChartProps): ReactNode {
  const t = useText();
  const years = cellsOf(own.spans);
  const has = (kind: string): boolean => own.spans.some((span) => span.kind === kind);
  return (
    <div className="month-chart">
      <div className="month-cells" role="img" aria-label={label}>
        {years.map(({ year, months }) => (
          <div key={year} data-year={year}>
            {months.map((kind, index) => {
              const month = `${year}-${index + 1}`;
              return <i key={month} className={kind ?? 'none'} />;
            })}
          </div>
        ))}
      </div>
      <p className="row month-ends" aria-hidden="true">
        <span>{years[0]?.year}</span>
        <span className="sp" />
        <span>{years.length > 1 ? years.at(-1)?.year : null}</span>
      </p>
      <p className="legend">
        {(['paid', 'deemed', 'missed'] as const).filter(has).map((kind) => (
          <span key={kind}>
            <i className={`month-cell ${kind}`} />
            {t(`contributions.${kind}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
