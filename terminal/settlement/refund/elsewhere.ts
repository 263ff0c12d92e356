import type { RefundRow } from '../../store/refunds.ts';
import type { SettlementRow } from '../../store/settlements.ts';
import type { CoreDeps } from '../deps.ts';
import type { BeginRefund } from '../facts.ts';
import { isGiven } from '../matter.ts';
import { isAskedFirst, whyNotFor } from '../origins.ts';
import { standing } from '../paid.ts';
import type { PrepareInput } from '../prepare-input.ts';
import type { Watchers } from '../watchers.ts';
import type { Work } from '../work.ts';
import { createRefundEnded, ENDS } from './ended.ts';
import type { RefundPursuit } from './pursuit.ts';
import type { ApplyRefund, RefundFacts } from './transition.ts';

/** How long whoever bills the encounter waits for what it leaves to be undone, ms; he may ask again. */
const UNDO_MS = 20_000;

/**
 * Before an encounter is said to be paid to whoever wants to bill it: a settlement that the journal counts may have been
 * given back elsewhere, at the centre's counter or at another terminal. 5203 is asked by its own number. One that it shows
 * as given back is so here from then on, told to whoever brought it, and what it leaves at the centre is undone. Where it
 * is shown standing, or nothing is heard, nothing changes: it is paid. No 2208 or 2305 is ever made for it. Null, at once,
 * where there is nothing to ask: whoever prepares keeps his turn.
 */
export interface LookElsewhere {
  /** For whoever wants to bill it. */
  toBill(input: Pick<PrepareInput, 'encounter' | 'origin'>): Promise<void> | null;
  /** For whoever wants to change a stay, which nobody may while it is settled. */
  toChange(encounterId: string): Promise<void> | null;
}

export interface ElsewhereParts {
  readonly lookFor: RefundPursuit['look'];
  readonly beginRefund: BeginRefund;
  readonly applyRefund: ApplyRefund;
  readonly refundMoves: Watchers<RefundRow>;
  readonly insist: Work['insist'];
  /** Takes up what is to be undone. */
  readonly wake: () => void;
}

export function createLookElsewhere({ store, clock, audit }: CoreDeps, parts: ElsewhereParts): LookElsewhere {
  const ended = createRefundEnded(clock, parts.refundMoves);

  /** One transaction, or a death between its two moves would leave a refund that nobody has asked for and that is sent. */
  const takeUp = ({ id, messageId, encounterId }: SettlementRow, setlId: string, facts: RefundFacts): boolean =>
    store.transaction(() => {
      const row = store.settlements.get(id);
      if (row?.state !== 'settled' || row.setlId !== setlId || isGiven(store, id)) return false;
      const cause = 'difference';
      parts.beginRefund(row, { setlId, cause, by: null, second: null });
      const refund = store.refunds.ofSettlement(id);
      if (refund === null) throw new Error('refund: the one just begun is not there');
      audit('refund.begun', { messageId, encounterId, from: row.state, to: row.state, cause });
      parts.applyRefund(refund.id, 'queryRefunded', facts);
      return true;
    });

  const look = async (rows: readonly SettlementRow[]): Promise<void> => {
    for (const row of rows) {
      const { id, setlId } = row;
      if (setlId === null) continue;
      const { event, facts } = await parts.lookFor({ settlementId: id, setlId });
      if (event !== 'queryRefunded' || !takeUp(row, setlId, facts)) continue;
      const over = ended(id, UNDO_MS);
      parts.insist(async () => parts.wake());
      if (!ENDS.includes(store.refunds.ofSettlement(id)?.state ?? 'done')) await over;
    }
  };

  return {
    toBill: ({ encounter: { encounterId }, origin = null }) =>
      isAskedFirst(whyNotFor(store, encounterId, origin)) ? look(standing(store, encounterId)) : null,
    toChange(encounterId) {
      const rows = standing(store, encounterId);
      return rows.length > 0 ? look(rows) : null;
    },
  };
}
