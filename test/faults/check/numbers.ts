import type { Books } from './books.ts';
import type { Tell } from './finding.ts';

/**
 * I8: once the day's books were compared after everything, each refund of what the journal counts is there under the
 * centre's own number, or that day is never alike. The answer that would have told it may have been lost.
 */
export function checkNumbers({ setting, rested, journals, ledger }: Books, tell: Tell): void {
  if (!setting.comparesLast || !rested) return;
  for (const { settlements, refunds } of journals) {
    for (const { settlementId, state, setlId, refundSetlId } of refunds) {
      const row = settlements.find(({ id }) => id === settlementId);
      if (row?.state !== 'settled' || (state !== 'done' && state !== 'refunded')) continue;
      const back = ledger.find((one) => one.refundOf === setlId && one.state !== 'reversed');
      if (back !== undefined && back.setlId !== refundSetlId)
        tell(
          'I8',
          `${row.messageId} is given back as ${back.setlId}, and the journal has ${refundSetlId ?? 'no number'}`,
        );
    }
  }
}
