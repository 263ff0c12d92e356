import type { Store } from '../../../terminal/store/store.ts';

/** The audit chain of a journal. */
export function verifyChain(_journal: Store): { readonly chainFault: string | null; readonly acts: readonly string[] } {
  return { chainFault: null, acts: [] };
}
