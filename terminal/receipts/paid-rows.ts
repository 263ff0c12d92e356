import type { Paid } from '../../common/contracts/session/services/shared.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { formatFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { Say } from './say.ts';

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
        label: once === null ? say('slipSince', { from, to: to ?? '' }) : from,
        value: formatFen(once ?? monthly ?? ZERO_FEN),
        indent: true,
      },
    ]),
  ];
}
