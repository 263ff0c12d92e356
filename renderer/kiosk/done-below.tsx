import type { ReactNode } from 'react';
import { Amount } from '../components/amount.tsx';
import { Say, type ScreenOf, useKiosk, useText } from './context.tsx';

/** Where the cash part is paid: this terminal takes none. */
export function DoneBelow({ screen }: { readonly screen: ScreenOf<'done'> }): ReactNode {
  const t = useText();
  const { site } = useKiosk().snapshot;
  return (
    <p className="aux t3 b nw">
      {screen.split.cash === 0 ? (
        t('done.cashZero')
      ) : (
        <Say k="done.window" amount={<Amount fen={screen.split.cash} />} window={site.cashierWindow} />
      )}
    </p>
  );
}
