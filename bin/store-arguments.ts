import { holdsIdentityNumber } from '../common/kernel/masking.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';

/** The journal's commands. `by`: a staff id. */
export type StoreCommand =
  | { readonly kind: 'storeStatus' }
  | { readonly kind: 'storeAdopt'; readonly by: string; readonly reason: string };

export const STORE_TAKES: Readonly<Record<string, readonly string[]>> = {
  'store status': ['profile'],
  'store adopt-new': ['profile', 'as', 'reason'],
};

export interface StoreValues {
  readonly as?: string | undefined;
  readonly reason?: string | undefined;
}

/** The store command of that name, or a sentence that says what is wrong with it. */
export function parseStore(name: string, { as: by = '', reason = '' }: StoreValues): Result<StoreCommand, string> {
  if (name === 'store status') return ok({ kind: 'storeStatus' });
  if (by === '' || by.length > 40) return err('--as takes the staff id of who begins the new journal');
  if (reason.length < 4 || reason.length > 200) return err('--reason takes 4 to 200 characters');
  if (holdsIdentityNumber(`${by} ${reason}`)) return err('--as and --reason go on record: no identity number');
  return ok({ kind: 'storeAdopt', by, reason });
}
