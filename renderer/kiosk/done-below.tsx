import type { ReactNode } from 'react';
import { Amount } from '../components/amount.tsx';
import { cashWords } from '../text/cash.ts';
import { Say, type ScreenOf, useKiosk } from './context.tsx';

/** What becomes of the cash part: this terminal takes none. */
export function DoneBelow({ screen }: { readonly screen: ScreenOf<'done'> }): ReactNode {
  const { site } = useKiosk().snapshot;
  return (
    <p className="aux t3 b nw" data-collection={screen.collection?.state}>
      <Say k={cashWords(screen)} amount={<Amount fen={screen.split.cash} />} window={site.cashierWindow} />
    </p>
  );
}
