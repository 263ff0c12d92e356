import { adoptReasonSchema } from '../common/contracts/staff.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';

/** The journal's commands. `waitSeconds`: for each person's card. */
export type StoreCommand =
  | { readonly kind: 'storeStatus' }
  | { readonly kind: 'storeAdopt'; readonly reason: string; readonly waitSeconds: number };

export const STORE_TAKES: Readonly<Record<string, readonly string[]>> = {
  'store status': ['profile'],
  'store adopt-new': ['profile', 'reason', 'wait'],
};

/** The store command of that name, or a sentence that says what is wrong with it. */
export function parseStore(name: string, reason: string, waitSeconds: number): Result<StoreCommand, string> {
  if (name === 'store status') return ok({ kind: 'storeStatus' });
  const said = adoptReasonSchema.safeParse(reason);
  if (!said.success) return err('--reason takes 4 to 200 characters and goes on record: no identity number');
  return ok({ kind: 'storeAdopt', reason: said.data, waitSeconds });
}
