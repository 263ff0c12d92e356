import type { ReactNode } from 'react';
import type { LevelView } from '../../common/contracts/session/services/coverage.ts';
import { useText } from '../kiosk/context.tsx';
import { bandNotes, ownDeductible, shareWords, shortLevelKey } from './coverage.ts';
import { type BandEnd, bandColumns, bandWords, columnsOf } from './level-columns.ts';

interface SharesProps {
  readonly level: LevelView;
  readonly ends: readonly BandEnd[] | null;
}

/** What the fund pays at one level: a cell for each band, as wide as it reaches, or one in which its bands are told. */
function Shares({ level, ends }: SharesProps): ReactNode {
  const t = useText();
  const { words, values } = shareWords(level);
  if (level.bands.length === 0) return <td colSpan={ends?.length ?? 1}>{t(words)}</td>;
  if (ends !== null) {
    return level.bands.map(({ to, percent }, index) => (
      <td key={to} colSpan={columnsOf(level.bands, index, ends)}>
        {t('unit.percent', { percent })}
      </td>
    ));
  }
  // In one run of words, which wraps.
  const bands = bandNotes(level);
  return (
    <td className="told-bands">
      {bands.length === 0 ? t(words, values) : bands.map((note) => t(note.words, note.values)).join(t('speech.comma'))}
    </td>
  );
}

/** Level by level, what one pays first and what the fund pays of the rest; each word once, over its column. */
export function LevelTable({ levels }: { readonly levels: readonly LevelView[] }): ReactNode {
  const t = useText();
  const ends = bandColumns(levels);
  const firsts = levels.map((level) => ownDeductible(level, levels));
  const own = firsts.some((amount) => amount !== null);
  return (
    <table className="levels t2 gap1">
      <thead>
        <tr>
          <th scope="col">{t('coverage.hospital')}</th>
          {own ? <th scope="col">{t('coverage.deductible')}</th> : null}
          {(ends ?? [null]).map((end, _, all) => {
            const { words, values } = bandWords(end, all);
            return (
              <th key={end} scope="col">
                {t(words, values)}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {levels.map((level, index) => {
          const amount = firsts[index] ?? null;
          return (
            <tr key={level.level} data-row={`level${level.level}`}>
              <th scope="row">{t(shortLevelKey(level))}</th>
              {own ? <td>{amount === null ? '' : t('coverage.sum', { amount })}</td> : null}
              <Shares level={level} ends={ends} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
