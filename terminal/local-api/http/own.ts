import { originOf } from '../../settlement/paid.ts';
import type { SettlementRow } from '../../store/settlements.ts';
import type { Store } from '../../store/store.ts';
import type { ApiClient } from './clients.ts';

/**
 * Whether a client may print a settlement or give it back: the ones that it brought itself, or any where its token says so.
 * Who brought it is on record with it, so a later bill of the same encounter opens nothing of an earlier one's.
 */
export function mayTouch(store: Pick<Store, 'visits'>, row: SettlementRow, client: ApiClient): boolean {
  return client.encounters === 'all' || originOf(store, row) === client.name;
}
