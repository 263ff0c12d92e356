import type { Paid } from '../../common/contracts/session/services/shared.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { formatFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { Say } from './say.ts';

function when(say: Say, { from, to, once }: Pick<Paid, 'from' | 'to' | 'once'>): string {
  if (once !== null) return say('slipOnce', { from });
  return to === null ? say('slipSince', { from }) : say('slipFromTo', { from, to });
}

/** What a fund pays or has paid, a line each. */
export function paidRows(say: Say, payments: readonly Paid[]): readonly SlipBlock[] {
  if (payments.length === 0) return [];
  return [
    { kind: 'rule', style: 'dashed' },
    { kind: 'line', text: say('slipPayments'), bold: true },
    ...payments.flatMap(({ what, from, to, monthly, once }): SlipBlock[] => [
      { kind: 'line', text: what },
      {
        kind: 'amount',
        label: when(say, { from, to, once }),
        value: formatFen(once ?? monthly ?? ZERO_FEN),
        indent: true,
      },
    ]),
  ];
}
