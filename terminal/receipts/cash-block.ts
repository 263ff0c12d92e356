import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { SlipBlock } from '../../common/contracts/slip.ts';
import { type Fen, formatFen } from '../../common/kernel/money.ts';
import type { Paper } from './paper.ts';

/**
 * What becomes of the cash part: taken by the external cashier under its own number, to be paid at the window, or not
 * known yet, and then not to be paid again before the window has looked. The terminal itself takes none.
 */
export function cashBlocks({ site, say }: Paper, cash: Fen, collection: CollectionResult | null): readonly SlipBlock[] {
  const [amount, window] = [formatFen(cash), site.cashierWindow];
  const line = (text: string): SlipBlock => ({ kind: 'line', text, bold: true });
  if (cash === 0) return [line(say('payNothing'))];
  switch (collection?.state) {
    case 'collected':
      return [
        line(say('cashCollected', { amount })),
        { kind: 'fact', label: say('cashReference'), value: collection.reference },
        { kind: 'fact', label: say('cashAt'), value: collection.at },
      ];
    case 'unknown':
      return [line(say('cashUnknown', { amount, window }))];
    case 'notCollected':
      return [line(say('cashNotCollected')), line(say('payCash', { amount, window }))];
    default:
      return [line(say('payCash', { amount, window }))];
  }
}
