import type { ReactNode } from 'react';
import type { CoverageView, LevelView } from '../../common/contracts/session/services/coverage.ts';
import { Amount } from '../components/amount.tsx';
import { useLocale, useText } from '../kiosk/context.tsx';
import { monthText } from '../text/times.ts';
import { ceilingOf, kindsOf, levelKey, levelNotes, levelsOn, sharedDeductible, shareWords } from './coverage.ts';
import { type Row, Rows } from './rows.tsx';
import type { SheetView } from './sheet-view.ts';

function Levels({ levels }: { readonly levels: readonly LevelView[] }): ReactNode {
  const t = useText();
  const shared = sharedDeductible(levels);
  const ceiling = ceilingOf(levels);
  const rows = levels.map((level): Row => {
    const { words, values } = shareWords(level);
    const share = t(words, values);
    const notes = levelNotes(level, levels).map((note) => t(note.words, note.values));
    // In one run of words, which wraps: three bands at four levels have no room for a line each.
    const bands = notes.join(t('speech.comma'));
    if (level.bands.length > 2)
      return { name: t(levelKey(level)), value: <span className="small">{bands}</span>, mark: `level${level.level}` };
    return { name: t(levelKey(level)), value: share, small: bands === '' ? [] : [bands], mark: `level${level.level}` };
  });
  return (
    <Rows
      rows={[
        ...rows,
        ...(shared === null || shared.how === 'none'
          ? []
          : [
              {
                name: t(`coverage.deductible.${shared.how}`),
                value: <Amount fen={shared.amount} />,
                mark: 'deductible',
              },
            ]),
        ...(ceiling === null
          ? []
          : [{ name: t('coverage.ceiling'), value: <Amount fen={ceiling} />, mark: 'ceiling' }]),
      ]}
    />
  );
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
      <Levels levels={levels} />
      <p className="i2 gap1 less">{t('coverage.basic')}</p>
      {levels.some(({ illustrative }) => illustrative) ? <p className="b gap1">{t('service.illustrative')}</p> : null}
    </>
  );
};
