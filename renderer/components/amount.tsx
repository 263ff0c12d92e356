import type { ReactNode } from 'react';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import { useText } from '../kiosk/context.tsx';

export type AmountKind = 'total' | 'funds' | 'account' | 'cash' | 'hospital';

interface AmountProps {
  readonly fen: Fen;
  /** Marks the one place on a screen where this amount of the split is told (read by the end-to-end demo). */
  readonly kind?: AmountKind;
  /** `same`: fen nearly as large as yuan, for rows and sentences; else yuan is large and fen 0.62 of it. */
  readonly size?: 'same' | 't5' | 'huge' | 'long' | 'longer';
  readonly unit?: boolean;
}

/** An amount of money: "1628.50", ASCII digits, always both fen digits, no thousands mark. */
export function Amount({ fen, kind, size = 'same', unit = true }: AmountProps): ReactNode {
  const t = useText();
  const [yuan, cents] = formatFen(fen).split('.');
  return (
    <span className={`m ${size}`}>
      <span data-amount={fen} data-amount-kind={kind}>
        {yuan}
        <span className="fen">.{cents}</span>
      </span>
      {unit ? <span className="unit">{t('unit.yuan')}</span> : null}
    </span>
  );
}
