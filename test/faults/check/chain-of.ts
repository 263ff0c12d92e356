import { chainProblems } from '../../../terminal/audit/testing/agrees.ts';
import type { OutboxRow } from '../../../terminal/store/outbox-rows.ts';
import type { SettlementRow } from '../../../terminal/store/settlements.ts';
import type { Store } from '../../../terminal/store/store.ts';

/**
 * What is wrong with the audit chain of a journal, or null: it verifies, and tells of exactly what the journal did.
 * `known`: all settlements and queue rows of it, which have been read already.
 */
export function chainFaultOf(
  journal: Store,
  known: { readonly settlements: readonly SettlementRow[]; readonly outbox: readonly OutboxRow[] },
): string | null {
  const settlements = { ...journal.settlements, list: () => known.settlements };
  const outbox = { ...journal.outbox, list: () => known.outbox };
  return chainProblems({ ...journal, settlements, outbox })[0] ?? null;
}
