import type { ReactNode } from 'react';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { Amount } from '../components/amount.tsx';
import { layersOf } from '../components/money-shares.ts';
import { PayerGlyph } from '../components/payer-glyph.tsx';
import { useText } from './context.tsx';

/** What the funds pay, layer by layer, in one line under the sums; those of one pattern together where there are many. */
export function LayerLine({ split }: { readonly split: Split }): ReactNode {
  const t = useText();
  const layers = layersOf(split);
  if (layers.length === 0) return null;
  return (
    <p className="layer-line" data-layers={layers.length}>
      {layers.map(({ payer, pattern, amount }) => (
        <span key={payer} className="nw" data-layer={payer}>
          <PayerGlyph pattern={pattern} />
          <span className="i2">{t(`payer.${payer}`)}</span> <Amount fen={amount} unit={false} />
        </span>
      ))}
    </p>
  );
}
