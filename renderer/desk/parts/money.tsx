import type { ReactNode } from 'react';
import { useSay } from '../context.tsx';
import { yuanText } from './yuan.ts';

interface MoneyProps {
  /** Integer fen. */
  readonly fen: number;
  /** Marks the one place on a screen where this amount is told, for tests. */
  readonly kind?: string;
  readonly unit?: boolean;
}

/** An amount: yuan large, fen smaller, so that the eye has the yuan first. */
export function Money({ fen, kind, unit = false }: MoneyProps): ReactNode {
  const say = useSay();
  const [yuan, rest] = yuanText(fen).split('.');
  return (
    <span className="money">
      <span data-amount={fen} data-amount-kind={kind}>
        {yuan}
        <span className="fen">.{rest}</span>
      </span>
      {unit ? <span className="unit">{say('unit.yuan')}</span> : null}
    </span>
  );
}
