import { type ReactNode, useEffect, useState } from 'react';
import { type Fen, fen, formatFen } from '../../common/kernel/money.ts';
import { Amount } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { LINES_SHOWN as SHOWN } from '../keypad/choices.ts';
import { type FeeLine, LINES_PER_PAGE } from '../link/screen-client.ts';
import { useTell } from '../speech/use-shown.ts';
import { ownWords } from '../text/detail.ts';
import { useKiosk, useText } from './context.tsx';
import { PageBelow } from './page-below.tsx';

interface NumberedLine extends FeeLine {
  /** Place in the whole list, from 0. */
  readonly no: number;
}

type Loaded =
  | { readonly kind: 'loading' | 'lost' }
  | { readonly kind: 'lines'; readonly lines: readonly NumberedLine[] };

/** The lines of a page of the screen, asked for when it is shown; null: none is. */
export function useLines(screenPage: number | null): Loaded {
  const { client } = useKiosk();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  useEffect(() => {
    let live = true;
    setLoaded({ kind: 'loading' });
    if (screenPage === null) return;
    void client.feeLines(Math.floor((screenPage * SHOWN) / LINES_PER_PAGE)).then((page) => {
      if (!live) return;
      const from = (screenPage * SHOWN) % LINES_PER_PAGE;
      if (page === null) return setLoaded({ kind: 'lost' });
      const lines = page.lines.slice(from, from + SHOWN).map((line, i) => ({ ...line, no: screenPage * SHOWN + i }));
      setLoaded({ kind: 'lines', lines });
    });
    return () => {
      live = false;
    };
  }, [client, screenPage]);
  return loaded;
}

function Line({ line }: { readonly line: FeeLine }): ReactNode {
  const t = useText();
  const times = t('lines.times', { count: line.count, unit: line.unit ?? '', price: line.unitPrice });
  return (
    <li className="fee-line" data-frame="his">
      <div>
        <div className="t2 b two-lines">{line.name}</div>
        <div className="i2">
          {line.level === 'unknown' ? null : <span className="level">{t(`lines.level.${line.level}`)}</span>}
          {times}
        </div>
        {line.own === null ? null : (
          <div data-own={line.own.ownExpense + line.own.overLimit + line.own.advance}>
            {ownWords(line.own, t, (amount) => formatFen(fen(amount))).join(' · ')}
          </div>
        )}
      </div>
      <span className="t2">
        <Amount fen={fen(line.amount) as Fen} />
      </span>
    </li>
  );
}

/** The lines of one page, or that they have not come. */
export function FeeLineList({ loaded }: { readonly loaded: Loaded }): ReactNode {
  const t = useText();
  if (loaded.kind !== 'lines') {
    return <p className="t3 gap2">{t(loaded.kind === 'lost' ? 'lines.lost' : 'lines.loading')}</p>;
  }
  return (
    <ul className="list gap1">
      {loaded.lines.map((line) => (
        <Line key={line.no} line={line} />
      ))}
    </ul>
  );
}

/** What is every single item? Asked page by page; the screen keeps only the page it shows. */
export function FeeLines({ lineCount, start, onClose }: FeeLinesProps): ReactNode {
  const t = useText();
  const pages = Math.max(1, Math.ceil(lineCount / SHOWN));
  const [page, setPage] = useState(Math.min(start, pages - 1));
  const loaded = useLines(page);
  useTell({ lines: page }, { lines: null }, loaded.kind === 'lines' ? loaded.lines : null);
  return (
    <Frame
      edge="mid"
      steps={{ now: 1 }}
      below={<PageBelow page={page} pages={pages} onPage={setPage} onClose={onClose} />}
    >
      <h1 className="t3 b">{t('lines.title')}</h1>
      <p className="i2">{t('lines.page', { page: page + 1, pages })}</p>
      <FeeLineList loaded={loaded} />
    </Frame>
  );
}

interface FeeLinesProps {
  readonly lineCount: number;
  /** First page shown, from 0. */
  readonly start: number;
  readonly onClose: () => void;
}
