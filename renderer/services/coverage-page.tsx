import type { ReactNode } from 'react';
import type { CoverageView, LevelView } from '../../common/contracts/session/services/coverage.ts';
import { Amount } from '../components/amount.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { monthText } from '../text/times.ts';
import { ceilingOf, kindsOf, levelsOn, sharedDeductible } from './coverage.ts';
import { LevelTable } from './level-table.tsx';
import { type Row, Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

/** What holds at every level alike: the deductible of a year or of its first stay, and the most of a year. */
function Limits({ levels }: { readonly levels: readonly LevelView[] }): ReactNode {
  const t = useText();
  const shared = sharedDeductible(levels);
  const ceiling = ceilingOf(levels);
  const rows: readonly Row[] = [
    ...(shared === null || shared.how === 'none'
      ? []
      : [{ name: t(`coverage.deductible.${shared.how}`), value: <Amount fen={shared.amount} />, mark: 'deductible' }]),
    ...(ceiling === null ? [] : [{ name: t('coverage.ceiling'), value: <Amount fen={ceiling} />, mark: 'ceiling' }]),
  ];
  return rows.length === 0 ? null : <Rows rows={rows} />;
}

/** How much does my insurance pay? S8 */
export const CoverageSheet: SheetView<CoverageView> = ({ answer, place }) => {
  const t = useText();
  const locale = useLocale();
  const { scheme } = answer;
  const kind = kindsOf(answer)[place.sheet];
  if (scheme === null || kind === undefined) return <h1 className="t3 b">{t('coverage.none')}</h1>;
  const levels = levelsOn(answer, place);
  return (
    <>
      <h1 className="t3 b">{t(`coverage.${kind}`)}</h1>
      <p className="i2">
        <span className="part" data-frame="centre">
          {scheme.name}
        </span>
        <span className="part">{t('coverage.until', { month: monthText(locale, scheme.to.slice(0, 7)) })}</span>
      </p>
      <LevelTable levels={levels} />
      <Limits levels={levels} />
      <p className="i2 gap1 less">{t('coverage.basic')}</p>
      {levels.some(({ illustrative }) => illustrative) ? <p className="b gap1">{t('service.illustrative')}</p> : null}
    </>
  );
};
