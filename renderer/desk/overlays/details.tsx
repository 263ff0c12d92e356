import type { ReactNode } from 'react';
import { type DetailRow, layerRows, termRows } from '../../text/detail.ts';
import { useDesk, useSay } from '../context.tsx';
import { Money } from '../parts/money.tsx';
import { closeKey, Nothing, Sheet } from './sheet.tsx';

/** How a bill was reckoned: every layer that the centre gave, and under which terms. */
export function Details({ hide }: { readonly hide: () => void }): ReactNode {
  const say = useSay();
  const { screen } = useDesk().snapshot;
  const found =
    screen.kind === 'bill' ? screen.bill.quote : screen.kind === 'refund' ? { split: screen.refund.split } : null;
  const terms = found !== null && 'terms' in found ? termRows(found.terms, found.split) : [];
  return (
    <Sheet title={say('desk.details')} name="details" keys={[closeKey(hide)]}>
      {found === null ? (
        <Nothing />
      ) : (
        <div className="columns">
          <Rows title={say('desk.details.layers')} rows={layerRows(found.split)} />
          {terms.length === 0 ? null : <Rows title={say('desk.details.terms')} rows={terms} />}
        </div>
      )}
    </Sheet>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly DetailRow[] }): ReactNode {
  const say = useSay();
  return (
    <div>
      <h2>{title}</h2>
      <dl className="facts">
        {rows.map((row) => (
          <div key={row.name}>
            <dt>{say(row.name)}</dt>
            <dd>
              {row.kind === 'amount' ? (
                <Money fen={row.amount} />
              ) : row.kind === 'quote' ? (
                row.text
              ) : (
                say(row.value, row.values)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
