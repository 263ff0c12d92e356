import { chainProblems } from '../../../terminal/audit/testing/agrees.ts';
import type { Store } from '../../../terminal/store/store.ts';

/** What is wrong with the audit chain of a journal, or null: it verifies, and tells of exactly what the journal did. */
export function chainFaultOf(journal: Store): string | null {
  return chainProblems(journal)[0] ?? null;
}
