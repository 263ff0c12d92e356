import type { Origin } from '../ports.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { Store } from '../store/store.ts';
import { isGiven } from './matter.ts';

type Books = Pick<Store, 'settlements' | 'refunds' | 'visits'>;

/** The settlements of an encounter that stand: settled, and neither given back nor being given back. */
export function standing(
  { settlements, refunds }: Omit<Books, 'visits'>,
  encounterId: string,
): readonly SettlementRow[] {
  return settlements
    .ofEncounter(encounterId)
    .filter(({ id, state }) => state === 'settled' && !isGiven({ refunds }, id));
}

/** Who brought the bill that was settled. */
export function originOf({ visits }: Pick<Books, 'visits'>, { visitId }: SettlementRow): Origin {
  return visits.get(visitId)?.origin ?? null;
}

/**
 * Whether the journal says that nothing is left to pay for whoever comes with the encounter. To a client any settlement
 * that stands says so: its list may be older than what was paid here without it. Of a settlement that the outside HIS
 * knows, the outside HIS itself has the last word, since it may have been given back elsewhere; of a client's it knows
 * nothing.
 */
export function isPaidFor(books: Books, encounterId: string, origin: Origin): boolean {
  return standing(books, encounterId).some((row) => origin !== null || originOf(books, row) !== null);
}
