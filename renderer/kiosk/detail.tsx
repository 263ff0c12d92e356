import { type ReactNode, useState } from 'react';
import { Amount } from '../components/amount.tsx';
import { Frame } from '../components/frame.tsx';
import { Rows } from '../services/rows.tsx';
import { useTell } from '../speech/use-shown.ts';
import { type DetailRow, detailPages, sheetsOf } from '../text/detail.ts';
import { type ScreenOf, useText } from './context.tsx';
import { FeeLineList, useLines } from './fee-lines.tsx';
import { PageBelow } from './page-below.tsx';

function DetailRows({ rows }: { readonly rows: readonly DetailRow[] }): ReactNode {
  const t = useText();
  const value = (row: DetailRow): ReactNode => {
    if (row.kind === 'amount') return <Amount fen={row.amount} />;
    return row.kind === 'words' ? <b>{t(row.value, row.values)}</b> : null;
  };
  return (
    <>
      <Rows
        rows={rows
          .filter(({ kind }) => kind !== 'quote')
          .map((row) => ({ name: t(row.name), value: value(row), mark: row.name }))}
      />
      {rows.map((row) =>
        row.kind === 'quote' ? (
          <p key={row.text} className="gap1" data-frame="quote">
            <span className="i2">{t(row.name)}</span> <span className="quote-words">{row.text}</span>
          </p>
        ) : null,
      )}
    </>
  );
}

/** Who pays what, by which rules, and what of each item is mine? Sheet by sheet; nothing is asked of anybody. */
export function Detail({ screen, onClose }: DetailProps): ReactNode {
  const t = useText();
  const [page, setPage] = useState(0);
  const sheets = sheetsOf(screen);
  const pages = detailPages(screen);
  const sheet = sheets[page];
  const loaded = useLines(sheet === undefined ? page - sheets.length : null);
  useTell({ lines: page }, { lines: null }, loaded.kind === 'lines' ? loaded.lines : null);
  return (
    <Frame
      edge="mid"
      steps={{ now: screen.kind === 'split' ? 2 : 3 }}
      below={<PageBelow page={page} pages={pages} onPage={setPage} onClose={onClose} />}
    >
      <h1 className="t3 b">{t(sheet?.title ?? 'lines.title')}</h1>
      <p className="i2">{t('detail.page', { page: page + 1, pages })}</p>
      {sheet === undefined ? <FeeLineList loaded={loaded} /> : <DetailRows rows={sheet.rows} />}
    </Frame>
  );
}

interface DetailProps {
  readonly screen: ScreenOf<'split' | 'confirm'>;
  readonly onClose: () => void;
}
